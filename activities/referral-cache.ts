/** In-memory cache of the referrals that this process recorded last, so that the next act need not read them again. */

import type { Referral } from '../domain/referral.ts';

/** Far more than are acted on at the same time. An entry takes about ten kilobytes. */
const MOST = 500;

/** Cache of referrals by id. */
export class ReferralCache {
  readonly #kept = new Map<string, Referral>();

  /** Returns the referral as of that journal entry; undefined if the cache has another version. */
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
