/** The names of the clocks. The clock policies contain their amounts. */

export const CLOCK_NAMES = [
  'triage',
  'acknowledge',
  'first-answer',
  'decide',
  'removal',
  'outcome',
  'measure',
  'clarification',
  'consent-onward',
  'find-recipient',
  'closure-approval',
  'written-confirmation',
  'translation',
  'retention-review',
  'preservation',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** The clocks that a recipient, or for preserved data the sender, can extend if their policy permits it. */
export const EXTENSIBLE_CLOCKS = ['first-answer', 'decide', 'outcome', 'preservation'] as const satisfies ClockName[];
export type ExtensibleClock = (typeof EXTENSIBLE_CLOCKS)[number];
