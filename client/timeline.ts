/** A referral's life in order, from its journal and letters alone: acts, clocks and letters, in words of codes and ids. */

import type { ClockSubject, EventOf, EventType, JournalEntry } from '../domain/events.ts';
import type { Addressee } from '../domain/letters.ts';
import type { Actor } from '../domain/people.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { KeptLetter } from '../prisma/store/letters.ts';

export interface TimelineEntry {
  at: Instant;
  /** The entry of the journal that it is, or, of a letter, that decided it. */
  seq: number;
  kind: 'act' | 'clock' | 'letter';
  moment: EventType | 'letter-decided' | 'letter-sent' | 'letter-failed';
  by: Actor;
  /** What happened, without a word of the case. */
  words: string;
  /** The instant that counts from now on: when a clock runs out, or a replacement is found. */
  dueAt?: Instant;
}

/** Entries and letters as far as the reader may see them; what comes out is in the order in which it happened. */
export function timelineOf(journal: readonly JournalEntry[], letters: readonly KeptLetter[]): TimelineEntry[] {
  const clocks = clockNames(journal);
  const happened = journal.flatMap((entry) => ofEntry(entry, clocks));
  return [...happened, ...letters.flatMap(ofLetter)].sort(inOrder);
}

/** What there is to say of an event; letters speak for themselves. */
type Words = { [T in EventType]: (event: EventOf<T>, clock: (clockId: string) => string) => string | undefined };

const words: Words = {
  submitted: ({ senderAgencyId, facts }) => `submitted by ${senderAgencyId}: ${facts.kind}, ${facts.urgency}`,
  'reference-allotted': ({ reference }) => `reference ${reference}`,
  'possible-duplicate-found': ({ referralIds }) => `possible duplicate of ${referralIds.join(', ')}`,
  supplemented: ({ indicators }) => `supplemented${indicators.length > 0 ? `, ${indicators.length} indicators` : ''}`,
  'handler-assigned': ({ agencyId, personId }) => `${personId} handles it at ${agencyId}`,
  'question-asked': ({ questionId, asker }) =>
    `question ${questionId} asked by ${asker.kind === 'recipient' ? asker.recipientId : 'the coordinator'}`,
  'question-answered': ({ questionId, late }) => `question ${questionId} answered${late ? ', late' : ''}`,
  'question-expired': ({ questionId }) => `question ${questionId} expired without an answer`,
  'information-awaited': () => 'waits for information',
  'intake-resumed': () => 'intake resumes',
  'triage-proposed': ({ proposal }) =>
    `triage proposed: ${proposal.urgency}, ${proposal.capability}, ${countries(proposal.countries.map((each) => each.country))}`,
  triaged: ({ decision, byRule }) =>
    `triaged${byRule ? ' by rule' : ''}: ${decision.urgency}, ${decision.capability}, ${countries(decision.countries)}`,
  'triage-reopened': () => 'triage reopened',
  routed: ({ decision, replaces }) =>
    `routed${replaces ? ` in place of ${replaces}` : ''}: ${decision.taken.map(({ contactPointId }) => contactPointId).join(', ') || 'nobody found'}`,
  'country-added': ({ country }) => `country ${country} added`,
  'recipient-assigned': ({ choice, replaces }) =>
    `${choice.contactPointId} assigned${replaces ? ` in place of ${replaces}` : ''}`,
  'recipient-opened': ({ recipientId, choice, opened }) =>
    `${recipientId} opened: ${choice.contactPointId} (${opened})`,
  referred: () => 'referred',
  held: ({ cause }) => `held: ${cause}`,
  delivered: ({ recipientId }) => `${recipientId} delivered`,
  'delivery-failed': ({ recipientId }) => `${recipientId} could not be reached`,
  acknowledged: ({ recipientId, late }) => `${recipientId} acknowledged${late ? ', late' : ''}`,
  accepted: ({ recipientId }) => `${recipientId} accepted`,
  declined: ({ recipientId, ground }) => `${recipientId} declined: ${ground}`,
  'went-unresponsive': ({ recipientId }) => `${recipientId} is unresponsive`,
  'replacement-due': ({ recipientId }) => `${recipientId} is to be replaced`,
  'replacement-awaits-supervisor': ({ recipientId }) => `a supervisor decides on replacing ${recipientId}`,
  'extension-granted': ({ recipientId, amount }) => `${recipientId} extends by ${amount}`,
  'interim-outcome-reported': ({ recipientId, outcome }) => `${recipientId} reported so far: ${outcome}`,
  'outcome-reported': ({ recipientId, outcome, because }) =>
    `${recipientId} reported: ${outcome}${because ? ` (${because})` : ''}`,
  recalled: ({ recipientId }) => `${recipientId} recalled`,
  'recall-confirmed': ({ recipientId }) => `${recipientId} confirmed the recall`,
  'onward-consent-asked': ({ recipientId, choice }) => `${recipientId} asks to refer on to ${choice.contactPointId}`,
  'onward-consented': ({ recipientId }) => `consent: ${recipientId} may refer on`,
  'onward-refused': ({ recipientId }) => `refused: ${recipientId} may not refer on`,
  'referred-onward': ({ recipientId, toRecipientId }) => `${recipientId} referred on to ${toRecipientId}`,
  'withdrawal-requested': () => 'withdrawal requested',
  'closure-proposed': ({ kind }) => `closure proposed: ${kind}`,
  'closure-returned': () => 'closure returned',
  closed: ({ closure, ground }) =>
    `closed: ${closure.kind}${closure.kind === 'duplicate' ? ` of ${closure.of}` : ''}${ground ? ` (${ground})` : ''}`,
  reopened: () => 'reopened',
  linked: ({ otherId, kind }) => `linked as ${kind} to ${otherId}`,
  erased: () => 'erased: the key is destroyed',
  'clock-started': ({ clockId, amount, unit }, clock) => `${clock(clockId)} started: ${amount} ${unit}`,
  'clock-warned': ({ clockId, fraction }, clock) => `${clock(clockId)} warned at ${Math.round(fraction * 100)} %`,
  'clock-paused': ({ clockId, reason }, clock) => `${clock(clockId)} paused: ${reason}`,
  'clock-resumed': ({ clockId }, clock) => `${clock(clockId)} resumed`,
  'clock-extended': ({ clockId, amount }, clock) => `${clock(clockId)} extended by ${amount}`,
  'clock-stopped': ({ clockId, bySeq, late }, clock) =>
    `${clock(clockId)} stopped by entry ${bySeq}${late ? ', late' : ''}`,
  'clock-expired': ({ clockId, action }, clock) => `${clock(clockId)} expired: ${action}`,
  'letters-decided': () => undefined,
  'letters-settled': () => undefined,
};

function ofEntry({ at, seq, by, event }: JournalEntry, clocks: ReadonlyMap<string, string>): TimelineEntry[] {
  const said = say(event.type, event, (clockId) => clocks.get(clockId) ?? `clock ${clockId}`);
  if (said === undefined) return [];
  const kind = event.type.startsWith('clock-') ? 'clock' : 'act';
  const dueAt = 'dueAt' in event ? { dueAt: event.dueAt } : {};
  return [{ at, seq, kind, moment: event.type, by, words: said, ...dueAt }];
}

function say<T extends EventType>(type: T, event: EventOf<T>, clock: (clockId: string) => string): string | undefined {
  return words[type](event, clock);
}

function ofLetter(letter: KeptLetter): TimelineEntry[] {
  const { seq, decidedAt, settledAt, status, code } = letter;
  const told = `letter "${letter.letter}" to ${addresseeName(letter.addressee)}`;
  const kept = { seq, kind: 'letter', by: { kind: 'engine' } } as const;
  const decided: TimelineEntry = { ...kept, at: decidedAt, moment: 'letter-decided', words: `${told} decided` };
  if (status === 'waiting' || settledAt === null) return [decided];
  // A mail server's clock may be behind that of the act: a letter is never sent before it is decided.
  const isBehind = settledAt < decidedAt;
  const at = isBehind ? decidedAt : settledAt;
  if (status === 'sent') return [decided, { ...kept, at, moment: 'letter-sent', words: `${told} sent` }];
  return [decided, { ...kept, at, moment: 'letter-failed', words: `${told} failed: ${code ?? 'unknown'}` }];
}

/** `letter "reminder" to fi-birch-spoc (duty)`: an id says who without an address. */
function addresseeName(addressee: Addressee): string {
  if (addressee.kind === 'person') return addressee.personId;
  return addressee.line === 'desk' ? addressee.contactPointId : `${addressee.contactPointId} (${addressee.line})`;
}

function clockNames(journal: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const names = journal.flatMap(({ event }) =>
    event.type === 'clock-started' ? [[event.clockId, clockName(event)] as const] : [],
  );
  return new Map(names);
}

function clockName({ clockId, name, subject }: EventOf<'clock-started'>): string {
  return `clock ${clockId} (${name}${subjectName(subject)})`;
}

function subjectName(subject: ClockSubject): string {
  if (subject.of === 'recipient') return ` of ${subject.recipientId}`;
  return subject.of === 'question' ? ` of ${subject.questionId}` : '';
}

function countries(list: readonly string[]): string {
  return list.join(', ') || 'no country';
}

function inOrder(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.seq - other.seq;
}
