/** Builds the timeline of a referral from its journal and letters: acts, clocks and letters, each with its sentence. */

import type { EventType, JournalEntry } from '../../domain/events.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { sentenceOf } from '../i18n/event-sentences.ts';
import { type Sentence, type StartedClock, sentence } from '../i18n/sentence.ts';

/** One entry of a timeline: time, actor and sentence. */
export interface TimelineEntry {
  at: Instant;
  /** The number of the entry in the reader's own view; of a letter, of the entry that decided it. */
  seq: number;
  kind: 'act' | 'clock' | 'letter';
  moment: EventType | 'letter-decided' | 'letter-sent' | 'letter-failed';
  by: Actor;
  /** What happened, without particulars. `render-moment` translates it. */
  said: Sentence;
  /** The due instant that applies from now on: of a clock, or of the search for a replacement. */
  dueAt?: Instant;
}

/** Builds the timeline from the entries and letters that the reader may see; sorted by time. */
export function timelineOf(journal: readonly JournalEntry[], letters: readonly OutboxLetter[]): TimelineEntry[] {
  const starts = clockStarts(journal);
  const happened = journal.flatMap((entry) => ofEntry(entry, starts));
  return [...happened, ...letters.flatMap(ofLetter)].sort(inOrder);
}

/** The acts among the entries that the reader may see, without clocks and letters. */
export function eventsOf(journal: readonly JournalEntry[]): TimelineEntry[] {
  return timelineOf(journal, []).filter(({ kind }) => kind === 'act');
}

/** Recorded together with the act of a person, but not done by the person. */
const DONE_BY_RULE: readonly TimelineEntry['moment'][] = ['reference-allotted', 'possible-duplicate-found'];

/** Who did what an entry says: the rules, if the system did it because of an act. */
export function doneBy({ kind, moment, by }: TimelineEntry): Actor {
  return kind === 'clock' || DONE_BY_RULE.includes(moment) ? ENGINE : by;
}

function ofEntry({ at, seq, by, event }: JournalEntry, starts: Starts): TimelineEntry[] {
  const said = sentenceOf(event.type, event, (clockId) => starts.get(clockId));
  if (said === undefined) return [];
  const kind = event.type.startsWith('clock-') ? 'clock' : 'act';
  const dueAt = 'dueAt' in event ? { dueAt: event.dueAt } : {};
  return [{ at, seq, kind, moment: event.type, by, said, ...dueAt }];
}

function ofLetter(letter: OutboxLetter): TimelineEntry[] {
  const { seq, decidedAt, settledAt, status, code, addressee } = letter;
  const about = { letter: { code: `codes:letter.${letter.letter}` }, addressee: { addressee } } as const;
  const kept = { seq, kind: 'letter', by: ENGINE } as const;
  const decided: TimelineEntry = {
    ...kept,
    at: decidedAt,
    moment: 'letter-decided',
    said: sentence('timeline:event.letter-decided', about),
  };
  if (status === 'waiting' || settledAt === null) return [decided];
  // The mail server's clock may be behind. A letter is never shown as sent before it was decided.
  const isBehind = settledAt < decidedAt;
  const at = isBehind ? decidedAt : settledAt;
  if (status === 'sent') {
    return [decided, { ...kept, at, moment: 'letter-sent', said: sentence('timeline:event.letter-sent', about) }];
  }
  const said = sentence('timeline:event.letter-failed', { ...about, code: code ?? 'unknown' });
  return [decided, { ...kept, at, moment: 'letter-failed', said }];
}

type Starts = ReadonlyMap<string, StartedClock>;

function clockStarts(journal: readonly JournalEntry[]): Starts {
  const starts = journal.flatMap(({ event }) =>
    event.type === 'clock-started' ? [[event.clockId, event] as const] : [],
  );
  return new Map(starts);
}

function inOrder(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.seq - other.seq;
}
