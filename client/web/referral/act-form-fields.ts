/** What the form of an act consists of: a warning, a confirmation, and fields, some of which several acts have. */

import type { Key } from '../../i18n/i18n.ts';

/** The form of an act: its fields, warning and confirmation. */
export interface ActForm {
  fields: readonly ActFormField[];
  /** A consequence that cannot be undone, shown above the form. */
  warning?: Key;
  /** What the person has to confirm with a checkbox before the act is carried out. */
  confirm?: Key;
  /** Its fields are optional and stand beside its button on the page of the referral. */
  besideButton?: true;
}

/** A field bears the name that the request has for it. */
export interface ActFormField {
  name: string;
  kind: FieldKind;
  label: Key;
  hint?: Key;
  /** Marked "(optional)". A field that is required in some cases is not; its hint says when it is required. */
  optional?: true;
}

/** A code that a field offers, and the keys of its label and hint. */
export interface ActOption {
  value: string;
  label: Key;
  hint?: Key;
}

/** The source of a field's values: entered text, codes, or the referral and the directory. */
export type FieldKind =
  | { of: 'text' | 'line' | 'number' | 'moment' | 'reference' | 'addition' }
  | { of: 'codes'; options: readonly ActOption[]; as: 'select' | 'radio' | 'checkbox' }
  | { of: 'yes-no'; yes: Key; no: Key; unanswered: Key }
  | { of: 'country' | 'countries' | 'point' | 'points' | 'candidate' | 'colleague' | 'replaced' | 'clock' }
  | { of: 'asked-party' | 'language' | 'languages' | 'extension-reason' };

/** A field of several lines, which is encrypted. */
export const text = (name: string, label: Key, hint?: Key): ActFormField => ({
  ...{ name, kind: { of: 'text' }, label },
  ...(hint && { hint }),
});

/** The required reason of an act. */
export const reason = text('text', 'referral:field.reason', 'referral:field.reason-hint');

/** An optional text. */
export const note: ActFormField = {
  ...{ ...text('text', 'referral:field.note', 'referral:field.reason-hint'), optional: true },
};

/** Another referral, by its reference. */
export const other: ActFormField = {
  ...{ name: 'other', kind: { of: 'reference' }, label: 'referral:field.other', hint: 'referral:field.other-hint' },
};

/** The agency's own number of the case. */
export const ownReference: ActFormField = {
  ...{ name: 'ownReference', kind: { of: 'reference' }, label: 'referral:field.own-reference' },
  ...{ hint: 'referral:field.own-reference-hint', optional: true },
};

/** The contact point that gets the referral. */
export const point: ActFormField = { name: 'contactPoint', kind: { of: 'point' }, label: 'referral:field.point' };

/** A field whose values are codes. */
export function codes(
  name: string,
  label: Key,
  options: readonly ActOption[],
  as: 'select' | 'radio' | 'checkbox',
): ActFormField {
  return { name, label, kind: { of: 'codes', options, as } };
}

/** The language of an answer; without it, the answer needs no translation. */
export function languageField(label: Key, hint: Key): ActFormField {
  return { name: 'language', kind: { of: 'language' }, label, hint, optional: true };
}
