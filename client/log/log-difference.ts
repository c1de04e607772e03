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

/** Of each kind, so that a rewritten log does not fill the memory. */
export const MOST_OF_A_KIND = 100;

/** Differences in the order in which they are found, up to a limit for each kind. */
export class Differences {
  readonly found: LogDifference[] = [];
  readonly #counts = new Map<LogDifference['fault'], number>();

  add(difference: LogDifference): void {
    const count = this.#counts.get(difference.fault) ?? 0;
    if (count >= MOST_OF_A_KIND) return;
    this.#counts.set(difference.fault, count + 1);
    this.found.push(difference);
  }
}
