/** The purposes for which particulars are read, as codes. */

/** Why a person reads particulars (Directive (EU) 2016/680 art. 25(1): the justification). `other` needs a text. */
export const READING_PURPOSES = [
  'decide-acceptance',
  'act-on-case',
  'triage',
  'supervise',
  'answer-data-subject',
  'oversight',
  'other',
] as const;
/** A code of a purpose. */
export type ReadingPurpose = (typeof READING_PURPOSES)[number];
