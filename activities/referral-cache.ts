/** Referrals as this process recorded them last: whose next act comes soon need not be read again. */

import type { Referral } from '../domain/referral.ts';

/** Far more than are acted on at once; each is some ten kilobytes. */
const MOST = 500;

export class Recent {
  readonly #kept = new Map<string, Referral>();

  /** Undefined where it is not known as of that entry of its journal. */
  find(referralId: string, seq: number): Referral | undefined {
    const kept = this.#kept.get(referralId);
    return kept?.seq === seq ? kept : undefined;
  }

  keep(referral: Referral): void {
    this.#kept.delete(referral.id);
    this.#kept.set(referral.id, referral);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
  }
}
