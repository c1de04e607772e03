/** Webhooks from the journal to a real https server: signed, retried, disabled, and only for those who see the event. */

import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Letter } from '../../../activities/letters/facts.ts';
import { dispatchWebhooks } from '../../../activities/webhooks/dispatch-webhooks.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { WEBHOOK_KINDS } from '../../../domain/webhooks.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { readFigures } from '../../../prisma/store/figures.ts';
import { requeueDelivery } from '../../../prisma/store/webhook-deliveries.ts';
import {
  deleteOldDeliveries,
  insertWebhook,
  makeSecret,
  reenableWebhook,
  resealSecrets,
} from '../../../prisma/store/webhooks.ts';
import { connectAs, type TestDatabase, testDatabase } from '../../support/database.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

const keys: KeyFile = newKeyFile('old');
const keyring = parseKeyring(JSON.stringify(keys));
let database: TestDatabase;
let db: Database;
let pages: Database;
let receiver: Receiver;
const letters: { letter: Letter; to: string }[] = [];
const mailer = {
  send: async (letter: Letter, to: string) => {
    letters.push({ letter, to });
    return { result: 'sent' } as const;
  },
  close: () => {},
};

beforeAll(async () => {
  database = await testDatabase();
  db = connectAs(database.url, 'liaise_engine');
  pages = database.owner;
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  receiver = await startReceiver();
});

beforeEach(async () => {
  await database.owner.webhook.deleteMany();
  receiver.received.splice(0);
  receiver.answer = (_, response) => void response.writeHead(204).end();
});

/** Adds a webhook with a secret. Its events count from the past, because the referrals of this test are older than it. */
async function subscribed(agencyId: string, kinds = [...WEBHOOK_KINDS]) {
  const id = randomUUID();
  await db.$transaction((tx) => insertWebhook(tx, { id, agencyId, url: receiver.url, kinds }));
  await database.owner.webhook.update({ where: { id }, data: { createdAt: new Date(0) } });
  return { id, agencyId, secret: await makeSecret(pages, keyring, { id, agencyId }) };
}

/** Runs a dispatcher until the condition is true. */
async function dispatchUntil(condition: () => Promise<boolean>): Promise<void> {
  const ended = new AbortController();
  const post = { ca: receiver.ca, resolve: async () => ['127.0.0.1'], mayConnect: () => true, timeoutMs: 2_000 };
  const publicUrl = 'https://liaise.example';
  const running = dispatchWebhooks({ db, keyring, mailer, publicUrl, signal: ended.signal, post });
  await expect.poll(condition, { interval: 20 }).toBe(true);
  ended.abort();
  await running;
}

const untilSettled = () =>
  dispatchUntil(async () => {
    const events = await db.webhookEvent.count();
    return events + (await db.webhookDelivery.count({ where: { status: 'waiting', tries: 0 } })) === 0;
  });
const typesOf = (received: Received[]) => received.map(({ body }) => JSON.parse(body).type);
const dueNow = () => db.webhookDelivery.updateMany({ data: { dueAt: new Date(0) } });

async function referred(): Promise<RecordedReferral> {
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', capability: 'investigation', urgencyGrounds: [] },
    ...{ countries: ['FI'], wanted: [] },
  });
  return referral;
}

test('each agency is notified of what it sees, once, signed by its own secret and without particulars', async () => {
  const sender = await subscribed('us-quartz');
  const recipient = await subscribed('fi-alder', ['arrivals', 'answers']);
  const stranger = await subscribed('nl-willow');
  const referral = await referred();
  const { reference } = await referral.read();
  await referral.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await untilSettled();
  const verified = (secret: string) =>
    receiver.received.filter(({ body, headers }) => {
      try {
        return Boolean(new Webhook(secret).verify(body, headers));
      } catch {
        return false;
      }
    });
  expect(typesOf(verified(sender.secret)).sort()).toEqual(
    ['acknowledged', 'recipient-opened', 'submitted'].map((event) => `referral.${event}`),
  );
  // It is no party yet when the referral is submitted.
  expect(typesOf(verified(recipient.secret)).sort()).toEqual(['referral.acknowledged', 'referral.recipient-opened']);
  expect(verified(stranger.secret)).toEqual([]);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { body } of receiver.received) {
    const { data } = JSON.parse(body);
    expect(data).toEqual({
      ...{ referralId: referral.id, reference, kind: expect.any(String), event: expect.any(String) },
      ...{ dueAt: data.dueAt, link: `https://liaise.example/referrals/${reference}` },
    });
  }
  const stored = JSON.stringify(await db.webhookSecret.findMany());
  expect(stored).not.toContain(sender.secret.slice('whsec_'.length));
});

test('without a webhook, an act notes nothing', async () => {
  await referred();
  expect(await db.webhookEvent.count()).toBe(0);
});

test('after a rotation, both secrets sign for a day; then the previous one is deleted', async () => {
  const { id, agencyId, secret } = await subscribed('us-quartz', ['arrivals']);
  const next = await makeSecret(pages, keyring, { id, agencyId });
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await untilSettled();
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received.splice(0);
  for (const each of [secret, next]) expect(new Webhook(each).verify(body, headers)).toBeTruthy();
  await database.owner.$executeRaw`UPDATE webhook_secret SET made_at = made_at - interval '25 hours'`;
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await untilSettled();
  const [later = { body: '', headers: {} }] = receiver.received;
  expect(new Webhook(next).verify(later.body, later.headers)).toBeTruthy();
  expect(() => new Webhook(secret).verify(later.body, later.headers)).toThrow();
  await deleteOldDeliveries(db, new Date(0));
  expect(await db.webhookSecret.count()).toBe(1);
  // After a change of the key of the installation, the secret is the same.
  const rotated = { ...keys, current: 'new', keys: { ...keys.keys, new: newKeyFile('new').keys['new'] ?? '' } };
  expect(await resealSecrets(db, parseKeyring(JSON.stringify(rotated)))).toEqual({ done: 1, damaged: [] });
  expect(await resealSecrets(db, parseKeyring(JSON.stringify(rotated)))).toEqual({ done: 0, damaged: [] });
  expect(await resealSecrets(db, keyring)).toEqual({ done: 0, damaged: [expect.any(String)] });
});

test('a failed delivery is tried again later under the same id, and can be sent again by hand', async () => {
  const { id } = await subscribed('us-quartz', ['arrivals']);
  receiver.answer = (_, response) => void response.writeHead(302, { location: receiver.url }).end();
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await untilSettled();
  const [failed] = await db.webhookDelivery.findMany();
  expect(failed).toMatchObject({ status: 'waiting', tries: 1, result: '302', claim: null });
  expect((failed?.dueAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(1_000);
  const { failingSince } = (await readFigures(db, new Date())).webhooks;
  expect(failingSince).toBeInstanceOf(Date);
  receiver.answer = (_, response) => void response.writeHead(200).end();
  await dueNow();
  await dispatchUntil(async () => (await db.webhookDelivery.count({ where: { status: 'sent' } })) === 1);
  expect(await db.webhook.findFirst({ where: { id } })).toMatchObject({ failingSince: null, disabledAt: null });
  expect(await requeueDelivery(pages, 'fi-alder', failed?.id ?? '')).toBeUndefined();
  expect(await requeueDelivery(pages, 'us-quartz', failed?.id ?? '')).toBe(id);
  await dispatchUntil(async () => receiver.received.length === 3);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed?.id]));
});

test('a delivery that failed for a day is given up, and the webhook that failed for days is disabled', async () => {
  const { id } = await subscribed('us-quartz', ['arrivals']);
  receiver.answer = (_, response) => void response.writeHead(500).end();
  const admins = ['karl.rowan', 'quinn.quartz'];
  await database.owner.membership.deleteMany({ where: { agencyId: 'us-quartz', role: 'administrator' } });
  await database.owner.membership.createMany({
    data: admins.map((personId) => ({ personId, agencyId: 'us-quartz', role: 'administrator' })),
  });
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await untilSettled();
  await database.owner.$executeRaw`UPDATE webhook_delivery SET queued_at = now() - interval '25 hours', due_at = now()`;
  await database.owner.$executeRaw`UPDATE webhook SET failing_since = now() - interval '6 days'`;
  await dispatchUntil(async () => (await db.webhookDelivery.count({ where: { status: 'failed' } })) === 1);
  expect((await db.webhook.findFirst({ where: { id } }))?.disabledAt).toBeInstanceOf(Date);
  await dispatchUntil(async () => letters.length === 2);
  expect(letters.map(({ letter }) => letter.subject)).toEqual(
    expect.arrayContaining([expect.stringContaining('webhook')]),
  );
  expect(JSON.stringify(letters)).not.toContain('/liaise"');
  // It gets nothing while it is disabled, and each administrator one letter.
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  expect(await db.webhookEvent.count()).toBe(0);
  expect((await db.webhook.findFirst({ where: { id } }))?.notified.sort()).toEqual(admins.sort());
  expect(await reenableWebhook(pages, id)).toBe(true);
  expect(await reenableWebhook(pages, id)).toBe(false);
  receiver.answer = (_, response) => void response.writeHead(410).end();
  await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  await untilSettled();
  expect((await db.webhook.findFirst({ where: { id } }))?.disabledAt).toBeInstanceOf(Date);
});

test('a target that fails delays no other webhook, and only one of its deliveries is tried', async () => {
  await subscribed('us-quartz');
  await subscribed('xr-desk');
  receiver.answer = (request, response) => {
    const isFirst = receiver.received[0]?.headers['webhook-signature'] === request.headers['webhook-signature'];
    response.writeHead(isFirst ? 500 : 204).end();
  };
  await referred();
  await dispatchUntil(async () => (await db.webhookDelivery.count({ where: { status: 'sent' } })) >= 2);
  expect(await db.webhookDelivery.count({ where: { result: '500' } })).toBe(1);
});
