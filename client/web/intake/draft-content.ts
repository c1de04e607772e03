/** What a draft stores: the values of all steps, and what was not read from a report file. */

import { z } from 'zod';
import { LOSS_REASONS, type LossEntry } from '../../../domain/exchange/loss-report.ts';
import type { Submission } from '../../../domain/submission.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { FormValues } from '../viewer.ts';
import { type FormStep, isList, type SubmissionField } from './field-definition.ts';
import { typeOf } from './read-fields.ts';
import { rowNameOf, withoutEmptyRows } from './row-names.ts';
import { fieldsOfStep, stepOf } from './steps.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';

/** The step of a draft that is a supplement of a referral, read from files. */
export const SUPPLEMENT_STEP = 'supplement';

/** A stored loss report. */
export const lossReport = z.array(
  z.object({ file: z.string().exactOptional(), path: z.string(), line: z.number(), reason: z.enum(LOSS_REASONS) }),
);

const draftContent = z.object({
  fields: z.record(z.string(), z.array(z.string())),
  loss: lossReport.default([]),
  schema: z.string().exactOptional(),
  key: z.string().exactOptional(),
  sent: z.string().exactOptional(),
  same: z.literal(true).exactOptional(),
});

/** The content of a draft. */
export interface DraftContent {
  fields: FormValues;
  loss: readonly LossEntry[];
  /** The schema that the report file was validated against. */
  schema?: string;
  /** The idempotency key after an attempt was refused; the id of the draft before. */
  key?: string;
  /** The reference of the referral that the draft became. Nothing else is stored then. */
  sent?: string;
  /** The agency had submitted the same content before, as that referral. */
  same?: true;
}

/** @throws ZodError if something else was stored. */
export function parseDraftContent(stored: unknown): DraftContent {
  return draftContent.parse(stored);
}

/** The values of a new draft: those of most referrals. */
export function initialFields(language: Language): FormValues {
  const fields: Readonly<Record<string, SubmissionField>> = SUBMISSION_FIELDS;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (isList(field) || field.initial === undefined) return [];
      return [[name, [typeof field.initial === 'string' ? field.initial : field.initial(language)]]];
    }),
  );
}

/** The values that the form has for a submission, for example one from a report file. */
export function fieldsOfSubmission(submission: Submission): FormValues {
  return Object.fromEntries(flatten(submission, ''));
}

function flatten(value: unknown, name: string): [string, string[]][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each === 'string')) return [[name, value]];
    return value.flatMap((each, n) => flatten(each, `${name}.${n}`));
  }
  if (typeof value !== 'object') return [[name, [String(value)]]];
  return Object.entries(value).flatMap(([key, each]) => flatten(each, name === '' ? key : `${name}.${key}`));
}

/** The values with those that were posted for one step. Rows that the page did not show stay as they are.
 * Other fields, and second values of one field, are left out: nothing checks them. */
export function withStep(fields: FormValues, step: FormStep, posted: FormValues): FormValues {
  const rowsShown = new Map(
    fieldsOfStep(step)
      .filter(([, field]) => isList(field))
      .map(([list]) => [list, Number(posted[`shown.${list}`]?.[0] ?? 0)]),
  );
  const isShown = (name: string) => {
    const at = rowNameOf(name);
    return at ? at.row < (rowsShown.get(at.list) ?? 0) : stepOf(name) === step;
  };
  const unchanged = Object.entries(fields).filter(([name]) => !isShown(name));
  const entered = Object.entries(posted).flatMap(([name, texts]): [string, readonly string[]][] => {
    const type = stepOf(name) === step && isShown(name) ? typeOf(SUBMISSION_FIELDS, name) : undefined;
    return type === undefined ? [] : [[name, type === 'codes' ? texts : texts.slice(0, 1)]];
  });
  return withoutEmptyRows(Object.fromEntries([...unchanged, ...entered]));
}
