/** What the table of the intake form says about each field of a submission. */

import type { Submission } from '../../../domain/submission.ts';
import type { Language } from '../../../domain/words/languages.ts';
import type { Key } from '../../i18n/i18n.ts';

/** The steps of the form that have fields. */
export const FORM_STEPS = ['what', 'where', 'to-whom', 'references'] as const;
export type FormStep = (typeof FORM_STEPS)[number];

/** How the text of a form becomes a value. An instant is read as local time of the officer, a country by name or code. */
export type ValueType = 'text' | 'instant' | 'flag' | 'number' | 'country' | 'country-or-null' | 'codes' | 'texts';

/** A code that a field offers, and the key of its label. */
export interface CodeOption {
  value: string;
  label: Key;
}

/** The form control; `hidden` for what only report files contain: it stays with its row and is shown before sending. */
export type Control =
  | { as: 'languages' }
  | { as: 'input'; wide?: true }
  | { as: 'hidden'; options?: readonly CodeOption[] }
  | { as: 'text-area'; rows: number }
  | { as: 'radio' | 'checkboxes'; options: readonly CodeOption[] }
  /** `none` is the label of an empty choice: for "None" or "Not known", or to make the officer choose. */
  | { as: 'select'; options: readonly CodeOption[]; none?: Key };

/** A field with one value or several codes. */
export interface ValueField {
  type: ValueType;
  control: Control;
  label: Key;
  hint?: Key;
  /** What to enter or select: shown if the value is missing or not valid. */
  error: Key;
  /** Marked "(optional)". A field that is required in some cases is not; its hint says when it is required. */
  optional?: true;
}

/** A field of the submission itself. */
export interface SingleField extends ValueField {
  step: FormStep;
  /** What a new draft has in it. */
  initial?: string | ((language: Language) => string);
  addition?: AdditionTexts;
}

/** A field that a supplement may add to as well, with texts of its own. */
export type AdditionTexts = Pick<ValueField, 'label' | 'hint'>;

/** A list of rows, each with the same fields. */
export interface ListField<Row = Readonly<Record<string, unknown>>> {
  step: FormStep;
  title: Key;
  hint?: Key;
  /** Names one row by its number `n`. */
  rowTitle: Key;
  rows: { readonly [Name in keyof Row]-?: ValueField };
  /** A supplement may add rows. */
  addition?: true;
}

/** A field of the form: a single one, or a list of rows. */
export type SubmissionField = SingleField | ListField;

/** Every field by its name in the submission, for example `handling.code`. A field without a row does not compile. */
export type SubmissionFields = {
  readonly [Name in FieldName]: Name extends keyof Submission ? FieldOf<Submission[Name]> : SingleField;
};

type FieldName = { [Name in keyof Submission]-?: NamesOf<Name, NonNullable<Submission[Name]>> }[keyof Submission];
type NamesOf<Name extends string, Value> = Value extends string | readonly unknown[]
  ? Name
  : `${Name}.${keyof Value & string}`;
type FieldOf<Value> = Value extends readonly (infer Row extends object)[] ? ListField<Row> : SingleField;

/** Whether the field is a list of rows. */
export function isList(field: SubmissionField): field is ListField {
  return 'rows' in field;
}

/** @param labelOf the key of the text for a code. */
export function optionsOf<Code extends string>(codes: readonly Code[], labelOf: (code: Code) => Key): CodeOption[] {
  return codes.map((value) => ({ value, label: labelOf(value) }));
}
