/** Deliveries of webhooks as their agency sees them: listed, and sent again by hand. */

import type { DeliveryStatus } from '../../domain/webhooks.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A delivery, without its body. */
export interface ListedDelivery {
  id: string;
  webhookId: string;
  referralId: string;
  reference: string;
  event: string;
  status: DeliveryStatus;
  decidedAt: Date;
  dueAt: Date;
  tries: number;
  triedAt: Date | null;
  result: string | null;
}

/** Deliveries of an agency. */
export interface DeliveryFilter {
  agencyId: string;
  webhookId?: string;
  status?: DeliveryStatus;
}

/** The place of a delivery in the list. */
export type DeliveryPlace = Pick<ListedDelivery, 'decidedAt' | 'id'>;

/** Lists deliveries after a place, newest first. */
export async function listDeliveries(
  db: Queries,
  filter: DeliveryFilter,
  { after, limit }: { after?: DeliveryPlace; limit: number },
): Promise<ListedDelivery[]> {
  const rows = await db.webhookDelivery.findMany({
    where: {
      ...filter,
      ...(after && {
        decidedAt: { lte: after.decidedAt },
        OR: [{ decidedAt: { lt: after.decidedAt } }, { id: { gt: after.id } }],
      }),
    },
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
  return rows.map((row) => ({ ...row, status: row.status as DeliveryStatus }));
}

/** Counts deliveries; with `most`, at most so many. */
export async function countDeliveries(db: Queries, filter: DeliveryFilter, most?: number): Promise<number> {
  return await db.webhookDelivery.count({ where: { ...filter }, ...(most !== undefined && { take: most }) });
}

/** Sends a delivery again at once, with the same id. @returns the id of its webhook; undefined without such a delivery */
export async function requeueDelivery(db: Queries, agencyId: string, id: string): Promise<string | undefined> {
  const rows = await requeue(db, Prisma.sql`agency_id = ${agencyId} AND id = ${id}::uuid`);
  return rows[0]?.webhookId;
}

/** Sends all failed deliveries of an agency, or of one of its webhooks, again. @returns their number by webhook */
export async function requeueFailed(
  db: Queries,
  agencyId: string,
  webhookId: string | undefined,
): Promise<{ webhookId: string; deliveries: number }[]> {
  const ofWebhook = webhookId === undefined ? Prisma.empty : Prisma.sql`AND webhook_id = ${webhookId}::uuid`;
  return await requeue(db, Prisma.sql`agency_id = ${agencyId} AND status = 'failed' ${ofWebhook}`);
}

async function requeue(db: Queries, which: Prisma.Sql): Promise<{ webhookId: string; deliveries: number }[]> {
  return await db.$queryRaw`
    WITH queued AS (
      UPDATE webhook_delivery SET status = 'waiting', queued_at = now(), due_at = now(), settled_at = NULL
      WHERE ${which} RETURNING webhook_id
    )
    SELECT webhook_id::text AS "webhookId", count(*)::int AS deliveries FROM queued GROUP BY webhook_id`;
}
