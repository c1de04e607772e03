/** Webhooks of agencies and their signing secrets. The engine writes webhooks; pages make secrets and enable webhooks again. */

import { randomBytes, randomUUID } from 'node:crypto';
import type { WebhookDetails } from '../../domain/administration/directory-edit.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Place } from '../../domain/keys/sealing.ts';
import { SECRET_OVERLAP_MS, type WebhookKind } from '../../domain/webhooks.ts';
import type { Queries } from './connect.ts';
import { NotAuthenticError } from './sealing-state.ts';

/** A webhook with its state. Without `secretMadeAt`, nothing is sent to it. */
export interface ListedWebhook extends WebhookDetails {
  createdAt: Date;
  failingSince: Date | null;
  disabledAt: Date | null;
  secretMadeAt: Date | null;
}

/** The webhooks of an agency, oldest first. */
export async function webhooksOf(db: Queries, agencyId: string): Promise<ListedWebhook[]> {
  const newest = { orderBy: { madeAt: 'desc' }, take: 1, select: { madeAt: true } } as const;
  const rows = await db.webhook.findMany({
    ...{ where: { agencyId }, include: { secrets: newest }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  });
  return rows.map(({ secrets, kinds, notified: _, ...row }) => ({
    ...row,
    kinds: kinds as WebhookKind[],
    secretMadeAt: secrets[0]?.madeAt ?? null,
  }));
}

/** Adds a webhook. It gets messages as soon as it has a secret. */
export async function insertWebhook(tx: Queries, { id, agencyId, url, kinds }: WebhookDetails): Promise<void> {
  await tx.webhook.create({ data: { id, agencyId, url, kinds: [...kinds] } });
}

/** Deletes a webhook with its secrets and deliveries. */
export async function deleteWebhook(tx: Queries, id: string): Promise<void> {
  await tx.webhook.deleteMany({ where: { id } });
}

/** Enables a webhook again. @returns false if it is not disabled */
export async function reenableWebhook(db: Queries, id: string): Promise<boolean> {
  const data = { disabledAt: null, failingSince: null, notified: [] };
  const { count } = await db.webhook.updateMany({ where: { id, disabledAt: { not: null } }, data });
  return count > 0;
}

/** Makes a secret, and returns it as `whsec_…`. It is stored sealed, and cannot be shown again. */
export async function makeSecret(
  db: Queries,
  keyring: Keyring,
  { id: webhookId, agencyId }: Pick<WebhookDetails, 'id' | 'agencyId'>,
): Promise<string> {
  await keyring.ready();
  const secret = randomBytes(32);
  const id = randomUUID();
  const { keyId, sealed } = keyring.seal('proposal', secret, placeOf({ id, webhookId }));
  await db.webhookSecret.createMany({ data: [{ id, webhookId, agencyId, keyId, sealed: Buffer.from(sealed) }] });
  return `whsec_${secret.toString('base64')}`;
}

/** The secrets that sign at present, the newest first: two within the overlap after a rotation. */
export async function signingSecrets(
  db: Queries,
  keyring: Keyring,
  webhookId: string,
  now = Date.now(),
): Promise<Uint8Array[]> {
  await keyring.ready();
  const rows = await db.webhookSecret.findMany({ where: { webhookId }, orderBy: [{ madeAt: 'desc' }, { id: 'asc' }] });
  const signing = rows.filter((_, place) => {
    const successor = rows[place - 1];
    return successor === undefined || successor.madeAt.getTime() > now - SECRET_OVERLAP_MS;
  });
  return signing.map((row) => opened(keyring, row));
}

/** @throws NotAuthenticError */
function opened(
  keyring: Keyring,
  row: { id: string; webhookId: string; keyId: string; sealed: Uint8Array },
): Uint8Array {
  try {
    return keyring.open('proposal', row.keyId, row.sealed, placeOf(row));
  } catch (error) {
    // A key service that does not answer says nothing about the secret.
    throw error instanceof ReferralError ? error : new NotAuthenticError({ textId: row.id });
  }
}

/** Deletes secrets that no longer sign, and deliveries that were decided before this time. */
export async function deleteOldDeliveries(db: Queries, before: Date): Promise<void> {
  await db.webhookDelivery.deleteMany({ where: { decidedAt: { lt: before } } });
  await db.$executeRaw`
    DELETE FROM webhook_secret s WHERE EXISTS (
      SELECT FROM webhook_secret n WHERE n.webhook_id = s.webhook_id AND n.made_at > s.made_at
        AND n.made_at < now() - make_interval(secs => ${SECRET_OVERLAP_MS / 1000}))`;
}

/** The number of secrets that are sealed under another key. */
export function countStaleSecrets(db: Queries, keyring: Keyring): Promise<number> {
  return db.webhookSecret.count({ where: staleSecrets(keyring) });
}

function staleSecrets({ currentKeyId }: Keyring) {
  return { keyId: { not: currentKeyId } };
}

/** Seals secrets under the current key of the ring. @returns ids that do not open */
export async function resealSecrets(db: Queries, keyring: Keyring): Promise<{ done: number; damaged: string[] }> {
  const rows = await db.webhookSecret.findMany({ where: staleSecrets(keyring) });
  const damaged: string[] = [];
  for (const row of rows) {
    try {
      const { keyId, sealed } = keyring.seal('proposal', opened(keyring, row), placeOf(row));
      await db.webhookSecret.updateMany({ where: { id: row.id }, data: { keyId, sealed: Buffer.from(sealed) } });
    } catch (error) {
      if (!(error instanceof NotAuthenticError)) throw error;
      damaged.push(row.id);
    }
  }
  return { done: rows.length - damaged.length, damaged };
}

function placeOf({ id, webhookId }: { id: string; webhookId: string }): Place {
  return ['webhook-secret', webhookId, id];
}
