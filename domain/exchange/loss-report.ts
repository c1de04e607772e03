/** What a report file said that a referral cannot say as well: shown to the submitter, and kept. */

export type LossReason =
  /** No field of the model means this: it is kept as a labelled line of particulars. */
  | 'kept-as-particulars-only'
  /** The nearest field means more than was said; the word itself is kept as particulars. */
  | 'mapped-to-broader-term'
  /** A field means this, but it cannot hold such a value (a time without a zone, a hash of the wrong length); kept. */
  | 'value-not-usable'
  /** Not about the case: not kept. */
  | 'no-place-in-model'
  /** Nothing was said. */
  | 'empty';

export interface LossEntry {
  /** As in a fault, for example `report/victim[2]/schoolName` or `report/victim/ipCaptureEvent/@verified`. */
  path: string;
  line: number;
  reason: LossReason;
}
