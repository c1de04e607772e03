/** The loss report: content of a report file that a referral cannot represent exactly. The sender sees it. */

export const LOSS_REASONS = [
  /** No field has this meaning: the value is kept as a labelled line of particulars. */
  'kept-as-particulars-only',
  /** The nearest field has a broader meaning; the original term is kept as particulars. */
  'mapped-to-broader-term',
  /** The field cannot have this value (a time without a zone, a hash of the wrong length); kept as particulars. */
  'value-not-usable',
  /** The schema in use lacks the element; kept as particulars. */
  'not-in-schema',
  /** Not about the case; not kept. */
  'no-place-in-model',
  /** The element is empty. */
  'empty',
  /** Many similar events: their number, first, last and addresses are kept, not each event. */
  'summarised',
  /** The long texts of a report are kept up to a length; the rest is not. */
  'cut',
  /** A referral has no room for so many lines; not kept. */
  'too-many-entries',
  // The material guard would refuse it, for these reasons; not kept.
  'looks-like-file',
  'encoded-text',
  'too-many-identifiers',
  'too-many-hashes',
  'control-characters',
  'too-long',
  /** Further entries are not stored. */
  'further-entries',
] as const;
/** Why a part of a file was not read in full. */
export type LossReason = (typeof LOSS_REASONS)[number];

/** A part of a file that was not read in full. */
export interface LossEntry {
  /** The name of the file, if several were read together. It is shown to the sender and not stored. */
  file?: string;
  /** As in a fault, for example `report/victim[2]/schoolName` or `report/victim/ipCaptureEvent/@verified`. */
  path: string;
  line: number;
  reason: LossReason;
}

/** The reasons for which a text is not in the referral, although it is about the case. */
const LEFT_OUT: readonly LossReason[] = [
  ...(['cut', 'too-many-entries', 'looks-like-file', 'encoded-text', 'too-many-identifiers'] as const),
  ...(['too-many-hashes', 'control-characters', 'too-long'] as const),
];

/** True if the text is not in the referral, although it is about the case. */
export function isLeftOut({ reason }: Pick<LossEntry, 'reason'>): boolean {
  return LEFT_OUT.includes(reason);
}

/** What is left out comes first: a reader must see it even if not all entries are shown. Otherwise in document order. */
export function leftOutFirst(loss: readonly LossEntry[]): LossEntry[] {
  return [...loss.filter(isLeftOut), ...loss.filter((entry) => !isLeftOut(entry))];
}

/** The order of elements can carry something as well, so the stored report has an end. */
const MOST_STORED = 1_000;

/** The loss report as it is stored: names of files are free text, and the guard does not count them. */
export function storedLoss(loss: readonly LossEntry[]): LossEntry[] {
  const entries = loss.length > MOST_STORED ? leftOutFirst(loss) : loss;
  const stored = entries.slice(0, MOST_STORED).map(({ path, line, reason }) => ({ path, line, reason }));
  const next = entries[MOST_STORED];
  return next ? [...stored, { path: next.path, line: next.line, reason: 'further-entries' }] : stored;
}
