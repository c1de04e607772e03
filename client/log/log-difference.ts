/** What a comparison of the log finds. */

/** A difference within the log, and its place. */
export interface LogDifference {
  fault:
    | 'leaf-changed'
    | 'leaf-deleted'
    | 'leaf-not-in-log'
    | 'leaf-backdated'
    | 'node-changed'
    | 'checkpoint-changed'
    | 'log-rolled-back'
    | 'log-forked'
    | 'witness-silent';
  /** The referral of the leaf, if any. */
  referralId?: string | undefined;
  reference?: string | undefined;
  detail: string;
}
