/** What is written at the bar of a clock: who must act, start, due instant, answer with lateness, and warnings. */

import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import { formatSpan } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import { formatPercent } from '../i18n/numbers.ts';
import type { Names } from '../i18n/render-sentence.ts';
import { withSemicolons } from '../i18n/with-semicolons.ts';
import type { Bar } from '../queries/sla-bar.ts';
import { barNotes } from './bar-notes.ts';

/** The texts of one bar. */
export interface BarTexts {
  /** The name of the clock with its number. */
  clock: string;
  /** Who must act, or had to. */
  who: string;
  start: string;
  due: string;
  /** How it ended, or how it stands, with the lateness in words. */
  end: string;
  /** The end is late, or the clock is overdue. */
  late: boolean;
  warnings: { at: Instant; text: string }[];
  /** What explains the due instant, in short lines. */
  notes: string[];
  /** All of it as one sentence, for people who do not see the picture. */
  sentence: string;
}

interface Context {
  t: Translate;
  language: Language;
  names: Names;
  now: Instant;
  /** How an instant is written. */
  write: (at: Instant) => string;
  /** As of `barNotes`. */
  namesPolicy?: boolean;
}

/** The texts of the bar. */
export function barTexts(bar: Bar, { t, language, names, now, write, namesPolicy = true }: Context): BarTexts {
  const clock = `${t(`codes:clockName.${bar.name}`)} (${bar.clockId})`;
  const agency = names.agency(bar.agencyId);
  const who = t(bar.stop ? 'documents:bar.had-to-act' : 'documents:bar.must-act', { agency });
  const start = t('documents:bar.start', { at: write(bar.startedAt) });
  const due = t('documents:bar.due', { at: write(bar.dueAt) });
  const end = endOf(bar, now, t, write);
  const warnings = bar.warnings.map(({ at, fraction, given }) => {
    const percent = formatPercent(fraction, language);
    return { at, text: t(given ? 'documents:bar.warned' : 'documents:bar.warns', { percent }) };
  });
  const notes = barNotes(bar, { t, language, write, namesPolicy });
  const sentence = `${withSemicolons([clock, who, start, due, end, ...notes], t)}.`;
  return { clock, who, start, due, end, late: bar.breach !== undefined, warnings, notes, sentence };
}

/** The texts at the bar of an open deadline of which no journal was read. */
export function openDeadlineTexts(
  { startedAt, dueAt, state, breach }: Pick<Bar, 'startedAt' | 'dueAt' | 'state' | 'breach'>,
  { t, now, write }: Pick<Context, 't' | 'now' | 'write'>,
): Pick<BarTexts, 'start' | 'due' | 'end' | 'late' | 'warnings' | 'notes'> {
  const start = t('documents:bar.start', { at: write(startedAt) });
  const due = t('documents:bar.due', { at: write(dueAt) });
  const end = standing({ breach, state, dueAt }, now, t);
  return { start, due, end, late: breach !== undefined, warnings: [], notes: [] };
}

/** How many deadlines there are, and how many were missed, as a sentence. */
export function slaSummary(bars: readonly Bar[], t: Translate): string {
  return t('documents:summary', {
    count: bars.length,
    late: bars.filter(({ stop }) => stop?.late).length,
    overdue: bars.filter(({ stop, breach }) => breach && !stop).length,
  });
}

function endOf({ stop, breach, state, dueAt }: Bar, now: Instant, t: Translate, write: Context['write']): string {
  if (stop) {
    const facts = { event: t(`events:${stop.by}`), at: write(stop.at), time: between(stop.at, dueAt, t) };
    return t(stop.late ? 'documents:bar.late' : 'documents:bar.in-time', facts);
  }
  return standing({ breach, state, dueAt }, now, t);
}

/** How an open deadline stands. */
function standing(
  { breach, state, dueAt }: { breach: Bar['breach']; state: Bar['state']; dueAt: Instant },
  now: Instant,
  t: Translate,
): string {
  if (breach) return t('documents:bar.overdue', { time: between(now, dueAt, t) });
  if (state === 'paused') return t('codes:clockStatus.paused');
  return t('documents:bar.left', { time: between(now, dueAt, t) });
}

function between(one: Instant, other: Instant, t: Translate): string {
  return formatSpan(Math.abs(Date.parse(one) - Date.parse(other)) / 60_000, t);
}
