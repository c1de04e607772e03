/** For the coordinating desk: which recipients must erase their copies, since when, and whether they confirmed it. */

import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { CONFIRM_ERASURE_DAYS, type ConfirmationState, type ErasureGround } from '../../domain/retention.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { erasureConfirmations } from '../../prisma/store/erasure-confirmations.ts';

/** One recipient that was ordered to erase its copies. */
export interface OrderedErasure {
  reference: string;
  recipientId: string;
  agencyId: string;
  country: string;
  ground: ErasureGround;
  orderedAt: Instant;
  /** Until then, the recipient must confirm. */
  dueAt: Instant;
  confirmedAt?: Instant;
  state: ConfirmationState;
}

const MOST = 1_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Those that have not confirmed first, and of these the oldest; at most 1,000.
 *
 * @param openOnly leaves out those that confirmed
 * @throws ReferralError ROLE_REQUIRED for others than supervisors and data protection officers of the coordinating agency
 */
export async function orderedErasures(
  { db }: { db: Database },
  { agencyId, roles }: Person,
  { openOnly = false, now = new Date() } = {},
): Promise<OrderedErasure[]> {
  return asAgency(agencyId, async () => {
    const isPermitted = roles.some((role) => role === 'supervisor' || role === 'data-protection-officer');
    if (!isPermitted || agencyId !== (await coordinatingAgency(db))) {
      const message = 'Supervisors and data protection officers of the coordinating agency see this list.';
      throw new ReferralError('ROLE_REQUIRED', message);
    }
    const rows = await erasureConfirmations(db, { agencyId, openOnly, limit: MOST });
    return rows.map(({ orderedAt, confirmedAt, ...row }) => {
      const dueAt = new Date(orderedAt.getTime() + CONFIRM_ERASURE_DAYS * DAY_MS);
      const state = confirmedAt ? 'confirmed' : dueAt < now ? 'overdue' : 'open';
      const times = { orderedAt: orderedAt.toISOString(), dueAt: dueAt.toISOString() };
      return { ...row, ...times, ...(confirmedAt && { confirmedAt: confirmedAt.toISOString() }), state };
    });
  });
}
