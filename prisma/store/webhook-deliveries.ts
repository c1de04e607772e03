/** Deliveries of webhooks as their agency sees them: listed, and sent again by hand. */

import type { Queries } from './connect.ts';

/** A delivery, without its body. */
export interface ListedDelivery {
  id: string;
  webhookId: string;
  referralId: string;
  reference: string;
  event: string;
  status: 'waiting' | 'sent' | 'failed';
  decidedAt: Date;
  dueAt: Date;
  tries: number;
  triedAt: Date | null;
  result: string | null;
}

/** The newest deliveries of an agency, or of one of its webhooks, newest first. */
export async function newestDeliveries(
  db: Queries,
  agencyId: string,
  { webhookId, limit }: { webhookId?: string; limit: number },
): Promise<ListedDelivery[]> {
  const rows = await db.webhookDelivery.findMany({
    where: { agencyId, ...(webhookId !== undefined && { webhookId }) },
    orderBy: [{ decidedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    omit: {
      payload: true,
      agencyId: true,
      seq: true,
      queuedAt: true,
      settledAt: true,
      claim: true,
      claimedUntil: true,
    },
  });
  return rows.map((row) => ({ ...row, status: row.status as ListedDelivery['status'] }));
}

/** Sends a delivery again at once, with the same id. @returns false if the agency has no such delivery */
export async function requeueDelivery(db: Queries, agencyId: string, id: string): Promise<boolean> {
  const now = new Date();
  const { count } = await db.webhookDelivery.updateMany({
    where: { id, agencyId },
    data: { status: 'waiting', queuedAt: now, dueAt: now, settledAt: null },
  });
  return count > 0;
}
