/** The queue of webhooks: takes events, adds deliveries, claims those that are due, and writes their results. */

import { randomUUID } from 'node:crypto';
import { type ActiveWebhook, DELIVERY_RETRY_MS, WEBHOOK_FAILS_MS, type WebhookMessage } from '../../domain/webhooks.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A journal entry from which no delivery is derived yet. */
export interface WebhookEvent {
  referralId: string;
  seq: number;
}

/** Takes events within a transaction, which must add their deliveries. Two dispatchers never take the same. */
export async function takeEvents(tx: Queries, limit: number): Promise<WebhookEvent[]> {
  return await tx.$queryRaw<WebhookEvent[]>`
    DELETE FROM webhook_event WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM webhook_event ORDER BY referral_id, seq LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ))
    RETURNING referral_id::text AS "referralId", seq`;
}

/** Webhooks that get messages: enabled, of an agency that is enabled, and with a secret. */
export async function activeWebhooks(db: Queries): Promise<ActiveWebhook[]> {
  const rows = await db.$queryRaw<(Omit<ActiveWebhook, 'createdAt'> & { createdAt: Date })[]>`
    SELECT w.id::text, w.agency_id AS "agencyId", w.kinds, w.created_at AS "createdAt"
    FROM webhook w JOIN agency a ON a.id = w.agency_id
    WHERE w.disabled_at IS NULL AND NOT a.disabled
      AND EXISTS (SELECT FROM webhook_secret s WHERE s.webhook_id = w.id)`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Adds deliveries. A repeated message is added once. */
export async function addDeliveries(tx: Queries, messages: readonly WebhookMessage[]): Promise<void> {
  const data = messages.map((message) => ({ id: randomUUID(), ...message }));
  await tx.webhookDelivery.createMany({ data, skipDuplicates: true });
}

/** A delivery that a dispatcher has claimed. */
export interface ClaimedDelivery {
  id: string;
  webhookId: string;
  url: string;
  payload: string;
  tries: number;
}

/** A claim without renewal ends after this time, and another dispatcher may send the delivery. */
const CLAIM_SECONDS = 30;
const CLAIM_END = Prisma.sql`now() + make_interval(secs => ${CLAIM_SECONDS})`;
/** A claim that lasts longer than Liaise sets comes from a clock that was set back since. */
const IS_FREE = Prisma.sql`(d.claimed_until IS NULL OR d.claimed_until < now()
  OR d.claimed_until > now() + make_interval(secs => ${2 * CLAIM_SECONDS}))`;

/** Claims due deliveries, at most `each` of one webhook, so that no target delays the others. */
export async function claimDeliveries(
  db: Queries,
  claim: string,
  { each, total }: { each: number; total: number },
): Promise<ClaimedDelivery[]> {
  return await db.$queryRaw<ClaimedDelivery[]>`
    WITH due AS MATERIALIZED (
      SELECT d.id, w.url, row_number() OVER (PARTITION BY d.webhook_id ORDER BY d.queued_at, d.seq) AS place
      FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id JOIN agency a ON a.id = d.agency_id
      WHERE d.status = 'waiting' AND d.due_at <= now() AND ${IS_FREE} AND w.disabled_at IS NULL AND NOT a.disabled
    ), taken AS (
      SELECT d.id, due.url FROM webhook_delivery d JOIN due USING (id)
      WHERE due.place <= ${each} AND d.status = 'waiting' AND ${IS_FREE}
      ORDER BY due.place LIMIT ${total} FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE webhook_delivery d SET claim = ${claim}::uuid, claimed_until = ${CLAIM_END}
    FROM taken WHERE d.id = taken.id
    RETURNING d.id::text, d.webhook_id::text AS "webhookId", taken.url, d.payload, d.tries`;
}

/** Extends the claim before an attempt. @returns false if it was lost: the delivery must not be sent */
export async function beginDelivery(db: Queries, claim: string, id: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE webhook_delivery SET claimed_until = ${CLAIM_END}
    WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status = 'waiting'`;
  return count > 0;
}

/** Returns the claims of this run. With `seconds`, the deliveries are due later. */
export async function releaseDeliveries(
  db: Queries,
  claim: string,
  { ids, seconds = 0 }: { ids?: readonly string[]; seconds?: number } = {},
): Promise<void> {
  const only = ids ? Prisma.sql`AND id = ANY(${[...ids]}::uuid[])` : Prisma.empty;
  await db.$executeRaw`
    UPDATE webhook_delivery SET claim = NULL, claimed_until = NULL,
      due_at = greatest(due_at, now() + make_interval(secs => ${seconds}))
    WHERE claim = ${claim}::uuid AND status = 'waiting' ${only}`;
}

/** Records that the target has accepted the delivery. `result` is the HTTP status. */
export async function recordAccepted(db: Queries, { id, webhookId }: ClaimedDelivery, result: string): Promise<void> {
  await db.$executeRaw`
    UPDATE webhook_delivery SET status = 'sent', result = ${result}, tries = tries + 1, tried_at = now(),
      settled_at = now(), claim = NULL, claimed_until = NULL
    WHERE id = ${id}::uuid`;
  await db.$executeRaw`
    UPDATE webhook SET failing_since = NULL WHERE id = ${webhookId}::uuid AND failing_since IS NOT NULL`;
}

/**
 * Records a failed attempt. The next one is `seconds` later, unless the delivery is older than a day. A webhook that has
 * failed for days, or is gone, is disabled.
 */
export async function recordFailed(
  db: Queries,
  { id, webhookId }: ClaimedDelivery,
  { result, seconds, isGone }: { result: string; seconds: number; isGone: boolean },
): Promise<void> {
  const isLast = Prisma.sql`queued_at < now() - make_interval(secs => ${DELIVERY_RETRY_MS / 1000})`;
  await db.$executeRaw`
    UPDATE webhook_delivery SET result = ${result}, tries = tries + 1, tried_at = now(),
      status = CASE WHEN ${isLast} THEN 'failed' ELSE 'waiting' END,
      settled_at = CASE WHEN ${isLast} THEN now() END,
      due_at = now() + make_interval(secs => ${seconds}), claim = NULL, claimed_until = NULL
    WHERE id = ${id}::uuid`;
  await db.$executeRaw`
    UPDATE webhook SET failing_since = coalesce(failing_since, now()),
      disabled_at = CASE WHEN ${isGone} OR failing_since < now() - make_interval(secs => ${WEBHOOK_FAILS_MS / 1000})
        THEN coalesce(disabled_at, now()) END
    WHERE id = ${webhookId}::uuid AND disabled_at IS NULL`;
}

/** A letter that a webhook was disabled, for an administrator of its agency. */
export interface WebhookLetter {
  webhookId: string;
  disabledAt: Date;
  host: string;
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
}

/** Letters that are not sent yet, about webhooks that were disabled. */
export async function unsentWebhookLetters(db: Queries): Promise<WebhookLetter[]> {
  return await db.$queryRaw<WebhookLetter[]>`
    SELECT DISTINCT w.id::text AS "webhookId", w.disabled_at AS "disabledAt",
      substring(w.url FROM '^https://([^/:?#]+)') AS host, p.id AS "personId", p.name, p.email, p.language, p.zone
    FROM webhook w JOIN membership m ON m.agency_id = w.agency_id AND m.role = 'administrator'
    JOIN person p ON p.id = m.person_id
    WHERE w.disabled_at IS NOT NULL AND NOT p.id = ANY (w.notified)
    ORDER BY "webhookId", p.id`;
}

/** Records that the letter was sent, or refused permanently. */
export async function markNotified(db: Queries, { webhookId, personId }: WebhookLetter): Promise<void> {
  await db.$executeRaw`
    UPDATE webhook SET notified = array_append(notified, ${personId})
    WHERE id = ${webhookId}::uuid AND disabled_at IS NOT NULL AND NOT ${personId} = ANY (notified)`;
}
