/** What administrators do with webhooks of their agency at once: new secrets, enabling again, and sending again. */

import type { WebhookDetails } from '../../domain/administration/directory-edit.ts';
import { changedMeanwhile } from '../../domain/administration/editor.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { requeueDelivery, requeueFailed } from '../../prisma/store/webhook-deliveries.ts';
import { type ListedWebhook, makeSecret, reenableWebhook, webhooksOf } from '../../prisma/store/webhooks.ts';

interface WebhookDeps {
  db: Database;
  keyring: Keyring;
}

/** A webhook of the person's agency. @throws ReferralError UNKNOWN_WEBHOOK */
export async function ownWebhook(db: Queries, { agencyId }: Person, id: string): Promise<ListedWebhook> {
  const found = (await webhooksOf(db, agencyId)).find((each) => each.id === id);
  if (found === undefined) throw new ReferralError('UNKNOWN_WEBHOOK', 'There is no such webhook, or it is not yours.');
  return found;
}

/**
 * Makes a new secret, and returns it. The previous one also signs for a day.
 *
 * @throws ReferralError UNKNOWN_WEBHOOK
 */
export async function renewSecret({ db, keyring }: WebhookDeps, by: Person, id: string): Promise<string> {
  await keyring.ready();
  return await db.$transaction(async (tx) => {
    const webhook = await ownWebhook(tx, by, id);
    const secret = await makeSecret(tx, keyring, webhook);
    await addWebhookLeaf(tx, by, webhook, 'secret');
    return secret;
  });
}

/** Enables a webhook again that Liaise disabled. @throws ReferralError UNKNOWN_WEBHOOK; CHANGED_MEANWHILE if it is enabled. */
export async function enableWebhook({ db }: Pick<WebhookDeps, 'db'>, by: Person, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const webhook = await ownWebhook(tx, by, id);
    if (!(await reenableWebhook(tx, id))) throw changedMeanwhile();
    await addWebhookLeaf(tx, by, webhook, 'disabled');
  });
}

/** Sends a delivery again, with the same id. @throws ReferralError UNKNOWN_WEBHOOK if the agency has no such delivery. */
export async function sendAgain({ db }: Pick<WebhookDeps, 'db'>, by: Person, deliveryId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { agencyId } = by;
    const id = await requeueDelivery(tx, agencyId, deliveryId);
    if (id === undefined) {
      throw new ReferralError('UNKNOWN_WEBHOOK', 'There is no such delivery, or it is not yours.');
    }
    await addWebhookLeaf(tx, by, { id, agencyId }, 'deliveries');
  });
}

/**
 * Sends all failed deliveries of the agency, or of one webhook, again, with the same ids. Returns their number.
 *
 * @throws ReferralError UNKNOWN_WEBHOOK
 */
export async function sendFailedAgain(
  { db }: Pick<WebhookDeps, 'db'>,
  by: Person,
  webhookId: string | undefined,
): Promise<number> {
  return await db.$transaction(async (tx) => {
    const { agencyId } = by;
    if (webhookId !== undefined) await ownWebhook(tx, by, webhookId);
    const queued = await requeueFailed(tx, agencyId, webhookId);
    for (const { webhookId: id } of queued) await addWebhookLeaf(tx, by, { id, agencyId }, 'deliveries');
    return queued.reduce((sum, { deliveries }) => sum + deliveries, 0);
  });
}

async function addWebhookLeaf(
  tx: Queries,
  by: Person,
  { id, agencyId }: Pick<WebhookDetails, 'id' | 'agencyId'>,
  field: 'secret' | 'disabled' | 'deliveries',
): Promise<void> {
  const about = { directory: 'webhook', id, change: 'changed' } as const;
  await addLeaf(tx, { operation: 'alteration', by, about: { ...about, fields: [field], agencies: [agencyId] } });
}
