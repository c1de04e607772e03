/** Sends webhooks beside the letters of a dispatcher: derives deliveries from the journal, and posts those that are due. */

import { randomUUID } from 'node:crypto';
import type { Keyring } from '../../domain/keyring.ts';
import { retryAfter, webhookMessages } from '../../domain/webhooks.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import {
  activeWebhooks,
  addDeliveries,
  beginDelivery,
  type ClaimedDelivery,
  claimDeliveries,
  recordAccepted,
  recordFailed,
  releaseDeliveries,
  takeEvents,
} from '../../prisma/store/webhook-queue.ts';
import { signingSecrets } from '../../prisma/store/webhooks.ts';
import { createWakeUp } from '../dispatcher/wake-up.ts';
import type { Mailer } from '../mail.ts';
import { type PostOptions, postMessage } from './post-message.ts';
import { signedHeaders } from './sign-message.ts';
import { sendWebhookNotices } from './webhook-notices.ts';

/** What the sending of webhooks needs. */
export interface WebhookDeps {
  db: Database;
  keyring: Keyring;
  mailer: Mailer;
  publicUrl: string;
  /** Aborts as soon as this run must send nothing more. */
  signal: AbortSignal;
  /** Tests replace the check of addresses. */
  post?: PostOptions;
}

/** Events of one transaction, and deliveries of one batch. */
const EVENTS = 200;
const BATCH = { each: 5, total: 60 };
const POLL_MS = 1_000;
/** Letters about disabled webhooks: a mail server that refuses them for a time must not stop the webhooks. */
const NOTICES_MS = 60_000;
/** While a target fails, its other deliveries wait for so many seconds. */
const WAIT_SECONDS = 30;

/** Sends until `signal` aborts. Several dispatchers share the work: each takes what no other one has. */
export async function dispatchWebhooks(deps: WebhookDeps): Promise<void> {
  const { signal } = deps;
  const claim = randomUUID();
  const wakeUp = createWakeUp();
  let noticesAt = 0;
  try {
    while (!signal.aborted) {
      // If the database is unavailable, the next poll finds what this one missed.
      const worked = await sendWebhooks(deps, claim).catch(() => false);
      if (Date.now() >= noticesAt) {
        noticesAt = Date.now() + NOTICES_MS;
        await sendWebhookNotices(deps).catch(() => {});
      }
      if (!worked) await wakeUp.wait(POLL_MS, signal);
    }
  } finally {
    await releaseDeliveries(deps.db, claim).catch(() => {});
  }
}

async function sendWebhooks(deps: WebhookDeps, claim: string): Promise<boolean> {
  const derived = await deriveDeliveries(deps);
  const claimed = await claimDeliveries(deps.db, claim, BATCH);
  const byWebhook = Map.groupBy(claimed, ({ webhookId }) => webhookId);
  await Promise.all([...byWebhook.values()].map((deliveries) => sendInTurn(deps, claim, deliveries)));
  return derived > 0 || claimed.length > 0;
}

/** Derives deliveries from journal entries that no dispatcher has processed. Returns the number of entries. */
async function deriveDeliveries({ db, publicUrl }: WebhookDeps): Promise<number> {
  return await db.$transaction(async (tx) => {
    const events = await takeEvents(tx, EVENTS);
    if (events.length === 0) return 0;
    const webhooks = await activeWebhooks(tx);
    for (const [referralId, own] of Map.groupBy(events, (event) => event.referralId)) {
      if (webhooks.length === 0) break;
      const seqs = new Set(own.map(({ seq }) => seq));
      const journal = await readJournal(tx, referralId);
      await addDeliveries(tx, webhookMessages(referralId, journal, seqs, webhooks, publicUrl));
    }
    return events.length;
  });
}

/** After the first failure, the other deliveries to the same target wait, so that a dead target costs one timeout. */
async function sendInTurn(deps: WebhookDeps, claim: string, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  const { db, keyring, signal } = deps;
  const [first] = deliveries;
  if (first === undefined) return;
  const secrets = await signingSecrets(db, keyring, first.webhookId);
  for (const [place, delivery] of deliveries.entries()) {
    if (signal.aborted) return;
    if (!(await beginDelivery(db, claim, delivery.id))) continue;
    if (await attempt(deps, delivery, secrets)) continue;
    const ids = deliveries.slice(place + 1).map(({ id }) => id);
    await releaseDeliveries(db, claim, { ids, seconds: WAIT_SECONDS });
    return;
  }
}

async function attempt(
  { db, post, signal }: WebhookDeps,
  delivery: ClaimedDelivery,
  secrets: readonly Uint8Array[],
): Promise<boolean> {
  const { id, url, payload, tries } = delivery;
  const answer = await postMessage(url, payload, signedHeaders(id, payload, secrets), { ...post, stopping: signal });
  // The result of an attempt that was stopped is not known. Another dispatcher repeats it.
  if (signal.aborted && !('status' in answer)) return false;
  const isAccepted = 'status' in answer && answer.status >= 200 && answer.status < 300;
  const result = 'status' in answer ? String(answer.status) : answer.code;
  if (isAccepted) await recordAccepted(db, delivery, result);
  else
    await recordFailed(db, delivery, {
      result,
      seconds: retryAfter(tries + 1, Math.random()),
      isGone: result === '410',
    });
  return isAccepted;
}
