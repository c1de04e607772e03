/** Carries out an act on the state that was checked, and checks again if the state changed meanwhile. */

import type { Client } from '@temporalio/client';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { withLinksBack } from '../queries/read.ts';
import { update } from './update.ts';

/** Gets the referral as a reader sees it, and throws to refuse the act. */
export type StateCheck = (referral: Referral) => void | Promise<void>;

interface UpdateDeps {
  db: Database;
  temporal: Client;
}

type SeenCall = Parameters<typeof update>[1] & { actor: Person; seen: number };

/** The engine's own acts, such as the result of a letter, may come between. More often means that people are acting. */
const MOST_CHECKS = 10;

/** Repeats the check on the new state after acts that change nothing the caller sees. */
export async function updateAsSeen(
  deps: UpdateDeps,
  call: SeenCall,
  check: StateCheck,
  deadline: number,
): Promise<Receipt> {
  const { referralId, actor } = call;
  let { seen } = call;
  for (let checks = 1; ; checks += 1) {
    try {
      return await update(deps.temporal, { ...call, seen, onlyAt: seen }, deadline);
    } catch (error) {
      const isChanged = error instanceof ReferralError && error.code === 'CHANGED_MEANWHILE';
      const now = isChanged && checks < MOST_CHECKS ? await findReferral(deps.db, referralId) : undefined;
      if (now === undefined || now.seq === seen) throw error;
      await check(await withLinksBack(deps.db, actor, now));
      seen = now.seq;
    }
  }
}
