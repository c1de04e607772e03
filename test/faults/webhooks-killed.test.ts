/** The process that sends webhooks is killed while a receiver has a message: nothing is lost, and repeats have the same id. */

import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Child, startChild } from '../../dev/child.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { insertWebhook, makeSecret } from '../../prisma/store/webhooks.ts';
import { type Receiver, startReceiver } from '../activities/webhooks/receiver.ts';
import { atEnd } from '../support/at-end.ts';
import { testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';
import { measured } from './measure.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./webhooks/dispatch.ts'));
const KEYS = JSON.stringify(newKeyFile('test'));
const REFERRALS = 20;

async function start(databaseUrl: string, { ca }: Receiver): Promise<Child> {
  const child = await startChild({
    ...{ command: process.execPath, args: ['--import', 'tsx', PROGRAM], stopSignal: 'SIGKILL' },
    env: { ...process.env, DATABASE_URL: databaseUrl, KEYS, CA: ca },
  });
  atEnd(child.stop);
  return child;
}

test('killed while a message is under way, it loses no event, and sends that message again with its id', async () => {
  const { db, url } = await testDatabase();
  const keyring = parseKeyring(KEYS);
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  const receiver = await startReceiver();
  const webhook = { id: randomUUID(), agencyId: 'us-quartz' };
  await db.$transaction((tx) => insertWebhook(tx, { ...webhook, url: receiver.url, kinds: ['arrivals'] }));
  await db.webhook.updateMany({ data: { createdAt: new Date(0) } });
  await makeSecret(db, keyring, webhook);
  for (let n = 0; n < REFERRALS; n += 1) await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  const answer = receiver.answer;
  // The receiver has processed the message, and does not answer.
  receiver.answer = (request, response) => receiver.received.length < 3 && answer(request, response);
  const first = await start(url, receiver);
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(3);
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  receiver.answer = answer;
  await measured('Webhook dispatcher killed: the message is sent again', async () => {
    await start(url, receiver);
    const waiting = () => db.webhookDelivery.count({ where: { status: 'waiting' } });
    await expect.poll(waiting, { timeout: 120_000, interval: 100 }).toBe(0);
  });
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  const sent = await db.webhookDelivery.findMany({ where: { status: 'sent' } });
  expect(sent).toHaveLength(REFERRALS);
  expect(new Set(ids)).toEqual(new Set(sent.map(({ id }) => id)));
  expect(ids.length - new Set(ids).size).toBe(1);
  expect(ids.filter((id) => id === ids[2])).toHaveLength(2);
}, 300_000);
