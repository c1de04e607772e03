/** The purposes for which particulars are read, as codes. */

/**
 * Why a person reads particulars (Directive (EU) 2016/680 art. 25(1): the justification). `other` and `emergency` need a
 * text. In an emergency, an officer also reads beyond the allowance, and particulars of a case that the agency no longer
 * has. A second person reviews the reading.
 */
export const READING_PURPOSES = [
  'decide-acceptance',
  'act-on-case',
  'triage',
  'supervise',
  'answer-data-subject',
  'oversight',
  'emergency',
  'other',
] as const;
/** A code of a purpose. */
export type ReadingPurpose = (typeof READING_PURPOSES)[number];

const NEED_TEXT: readonly ReadingPurpose[] = ['emergency', 'other'];

/** Whether the purpose must be explained by a text. */
export function needsText(purpose: ReadingPurpose): boolean {
  return NEED_TEXT.includes(purpose);
}

/** The codes that can be stated without a text, for descriptions. */
export const STATED_BY_CODE = READING_PURPOSES.filter((purpose) => !needsText(purpose)).join(', ');

/** What the second person decides about a reading in an emergency. */
export const READING_VERDICTS = ['justified', 'not-justified'] as const;
/** A verdict about a reading. */
export type ReadingVerdict = (typeof READING_VERDICTS)[number];
