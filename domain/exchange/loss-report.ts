/** The loss report: content of a report file that a referral cannot represent exactly. The sender sees it. */

export type LossReason =
  /** No field has this meaning: the value is kept as a labelled line of particulars. */
  | 'kept-as-particulars-only'
  /** The nearest field has a broader meaning; the original term is kept as particulars. */
  | 'mapped-to-broader-term'
  /** The field cannot have this value (a time without a zone, a hash of the wrong length); kept as particulars. */
  | 'value-not-usable'
  /** Not about the case; not kept. */
  | 'no-place-in-model'
  /** The element is empty. */
  | 'empty';

export interface LossEntry {
  /** The name of the file, if several were read together. It is shown to the sender and not stored. */
  file?: string;
  /** As in a fault, for example `report/victim[2]/schoolName` or `report/victim/ipCaptureEvent/@verified`. */
  path: string;
  line: number;
  reason: LossReason;
}

/** The loss report as it is stored: names of files are free text, and the guard does not count them. */
export function storedLoss(loss: readonly LossEntry[]): LossEntry[] {
  return loss.map(({ path, line, reason }) => ({ path, line, reason }));
}
