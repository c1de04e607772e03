/** Looking referrals up: one by its reference or id, many by what lists are filtered by. */

import type { Referral } from '../../domain/referral.ts';
import type { Referral as Row } from '../generated/client.ts';
import type { Queries } from './connect.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `name` is a reference number (in any case) or an id. */
export async function findReferral(db: Queries, name: string): Promise<Referral | undefined> {
  const where = UUID.test(name) ? { id: name } : { reference: name.trim().toUpperCase() };
  const row = await db.referral.findUnique({ where });
  return row === null ? undefined : stateOf(row);
}

/** The referral as it stands, locked against every other writer until the transaction ends. */
export async function lockReferral(db: Queries, referralId: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT state FROM referral WHERE id = ${referralId}::uuid FOR UPDATE`;
  return rows[0]?.state;
}

export interface ReferralFilter {
  /** Referrals that this agency sent, coordinates or received. */
  agencyId: string;
  status?: string;
  urgency?: string;
  /** Only those with a clock that runs out before. */
  dueBefore?: string;
  /** Entries after this one of the previous page. */
  after?: { submittedAt: string; id: string };
  limit: number;
}

/** Newest first. */
export async function listReferrals(db: Queries, filter: ReferralFilter): Promise<Referral[]> {
  const { agencyId, status, urgency, dueBefore, after, limit } = filter;
  const rows = await db.referral.findMany({
    where: {
      AND: [
        {
          OR: [{ senderAgencyId: agencyId }, { coordinatorAgencyId: agencyId }, { recipients: { some: { agencyId } } }],
        },
        status ? { status } : {},
        urgency ? { urgency } : {},
        dueBefore ? { nextDueAt: { lt: dueBefore } } : {},
        after
          ? {
              OR: [
                { submittedAt: { lt: after.submittedAt } },
                { submittedAt: after.submittedAt, id: { lt: after.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(stateOf);
}

function stateOf(row: Row): Referral {
  return row.state as unknown as Referral;
}
