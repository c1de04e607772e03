/** Results of letters that referrals have to record: whether a recipient received the referral. */

import type { LetterResult } from '../../domain/letter-kinds.ts';
import type { Queries } from './connect.ts';

/** The results that one referral has to record. */
export interface DeliveryReport {
  referralId: string;
  results: LetterResult[];
}

/** The reports that are still due, oldest first, by referral. */
export async function dueReports(db: Queries, limit = 100): Promise<DeliveryReport[]> {
  const rows = await db.letterReport.findMany({ orderBy: [{ at: 'asc' }, { letterId: 'asc' }], take: limit });
  return [...Map.groupBy(rows, ({ referralId }) => referralId)].map(([referralId, letters]) => ({
    referralId,
    results: letters.map(({ letterId, delivers, result, code }) => ({
      ...{ letterId, delivers },
      ...(result === 'sent' ? { result: 'sent' } : { result: 'failed', code: code ?? '' }),
    })),
  }));
}

/** Removes reports that the referral has recorded. */
export async function deleteReports(db: Queries, letterIds: readonly string[]): Promise<void> {
  await db.letterReport.deleteMany({ where: { letterId: { in: [...letterIds] } } });
}
