/** What of a referral has been written: the fields of all steps together, and what a report file said beside. */

import { DateTime } from 'luxon';
import { z } from 'zod';
import type { LossEntry } from '../../../domain/exchange/loss-report.ts';
import type { Submission } from '../../../domain/submission.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { FormValues } from '../viewer.ts';
import { ASKED, type Step, stepOf } from './steps.ts';
import { withoutEmptyRows } from './typed-values.ts';

const LOSS_REASONS = [
  ...(['kept-as-particulars-only', 'mapped-to-broader-term', 'value-not-usable'] as const),
  ...(['no-place-in-model', 'empty'] as const),
] as const satisfies readonly LossEntry['reason'][];

/** What of a report file was not understood, as it is kept. */
export const keptLoss = z.array(z.object({ path: z.string(), line: z.number(), reason: z.enum(LOSS_REASONS) }));

const draftWords = z.object({
  fields: z.record(z.string(), z.array(z.string())),
  loss: keptLoss.default([]),
  key: z.string().exactOptional(),
  sent: z.string().exactOptional(),
});

/** @throws ZodError where something else was kept. */
export function draftWordsIn(words: unknown): DraftWords {
  return draftWords.parse(words);
}

export interface DraftWords {
  fields: FormValues;
  loss: readonly LossEntry[];
  /** Under which it is sent, once it was refused under another; the draft's own id until then. */
  key?: string;
  /** Once it was sent: the referral that it became. Nothing else is kept then. */
  sent?: string;
}

/** What stands in the form at first: what most referrals have. */
export function blankFields(language: Language): FormValues {
  return {
    kind: ['case-referral'],
    urgency: ['standard'],
    capability: ['investigation'],
    'handling.code': ['H0'],
    'evaluation.source': ['X'],
    'evaluation.information': ['4'],
    tlp: ['amber'],
    languages: [language],
  };
}

/** A submission as the fields that it would have been typed into. */
export function fieldsOfSubmission(submission: Submission): FormValues {
  return Object.fromEntries(flat(submission, ''));
}

function flat(value: unknown, name: string): [string, string[]][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each === 'string')) return [[name, value]];
    return value.flatMap((each, n) => flat(each, `${name}.${n}`));
  }
  if (typeof value !== 'object') return [[name, [String(value)]]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, name === '' ? key : `${name}.${key}`));
}

/** The draft with what was sent for one step in place of what was there; rows that were not shown stay. */
export function withStep(fields: FormValues, step: Step, sent: FormValues): FormValues {
  const shown = new Map(ASKED[step].lists.map((list) => [list, Number(sent[`shown.${list}`]?.[0] ?? 0)]));
  const isShown = (name: string) => {
    const [root = '', row] = name.split('.');
    const rows = shown.get(root);
    return rows === undefined ? ASKED[step].fields.includes(root) : Number(row) < rows;
  };
  const kept = Object.entries(fields).filter(([name]) => !isShown(name));
  const typed = Object.entries(sent).filter(([name]) => stepOf(name) === step && isShown(name));
  return withoutEmptyRows(Object.fromEntries([...kept, ...typed]));
}

/** Without one row: `indicators.2`. */
export function withoutRow(fields: FormValues, row: string): FormValues {
  return withoutEmptyRows(Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(`${row}.`))));
}

const SHOWN_MOMENT = /^(incidentAt|preservation\.\d+\.endsAt)$/;

/** Instants as the fields show them: on the walls of the zone, to the second where that counts. */
export function shownIn(fields: FormValues, zone: string): FormValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      SHOWN_MOMENT.test(name) ? values.map((at) => wall(at, zone)) : values,
    ]),
  );
}

function wall(at: string, zone: string): string {
  if (!/Z|[+-]\d\d:\d\d$/.test(at)) return at;
  const time = DateTime.fromISO(at).setZone(zone);
  return time.toFormat(time.second === 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss");
}
