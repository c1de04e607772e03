/** Key rotation with open referrals: older data can be decrypted, and newer data uses the new key. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { openReader } from '../../client/queries/read.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { stateQuery, workflowIdOf } from '../../workflows/messages.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';

const old = newKeyFile('2026-10');
const fresh = newKeyFile('2026-11');
const rotated: KeyFile = { current: '2026-11', keys: { ...old.keys, ...fresh.keys }, digest: old.digest };
const withoutOld: KeyFile = { ...fresh, digest: old.digest };

let liaise: TestEngine;
let place: TemporalAddress;
/** A referral that waits for its recipient when the keys are rotated. */
let referralId: string;
/** The engine of an entry point after the rotation. */
let engine: Engine;

beforeAll(async () => {
  const { address } = await realServer();
  place = { address, namespace: 'default' };
  liaise = await connectedEngine(place, old);
  const before = await startWorkerWith(old);
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await before.stop();
  await startWorkerWith(rotated);
  engine = engineWith(rotated);
});

async function startWorkerWith(keys: KeyFile) {
  const { databaseUrl, mail } = liaise;
  const start = await workerStarter({ databaseUrl, temporal: place, smtpPort: mail.smtpPort, keys });
  return start();
}

function clientWith(keys: KeyFile) {
  const client = connectTemporal({ ...place, keyring: parseKeyring(JSON.stringify(keys)) });
  atEnd(() => client.connection.close());
  return client;
}

const engineWith = (keys: KeyFile) =>
  createEngine({ db: liaise.pages, temporal: clientWith(keys), keyring: parseKeyring(JSON.stringify(keys)) });

async function act(as: Engine, personId: string, request: ActRequest) {
  const key = crypto.randomUUID();
  return as.perform(await liaise.person(personId), referralId, actRequest.parse(request), { key });
}

describe('a key ring with the new and the old key', () => {
  test('continues open referrals, and reads texts from before and after the rotation', async () => {
    await act(engine, 'aino.alder', { type: 'acknowledge', recipientId: 'r1' });
    await act(engine, 'aino.alder', { type: 'ask-information', recipientId: 'r1', text: 'Said under the new key.' });
    const reader = openReader({ db: liaise.pages, keyring: parseKeyring(JSON.stringify(rotated)) });
    const { said } = await reader.particulars(await liaise.person('noor.rowan'), referralId, 'To see it whole.');
    const words = JSON.stringify(said);
    expect(words).toContain(SECRET);
    expect(words).toContain('Said under the new key.');
  });

  test('encrypts new data with the new key', async () => {
    const submission = { ...anUrgentSubmission(), summary: 'After the rotation.' };
    const receipt = await engine.submit(await liaise.person('quinn.quartz'), submission, { key: 'after' });
    const { keyId } = await liaise.db.dataKey.findUniqueOrThrow({ where: { referralId: receipt.referralId } });
    expect(keyId).toBe('2026-11');
    const { events } = await clientWith(rotated).workflow.getHandle(workflowIdOf(receipt.referralId)).fetchHistory();
    const [input] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    expect(String(Buffer.from(input?.metadata?.['key-id'] ?? []))).toBe('2026-11');
  });

  test('still recognises numbers from before the rotation', async () => {
    const numbered = { ...anUrgentSubmission(), originReferences: [{ system: 'register', id: 'K-1' }] };
    const [quinn, before] = [await liaise.person('quinn.quartz'), engineWith({ ...rotated, current: '2026-10' })];
    const { referralId: first } = await before.submit(quinn, numbered, { key: 'first' });
    expect(await engine.submit(quinn, numbered, { key: 'second' })).toMatchObject({ referralId: first, same: true });
    const again = engine.submit(quinn, { ...numbered, summary: 'Another account.' }, { key: 'third' });
    await expect(again).rejects.toMatchObject({ code: 'DUPLICATE_ORIGIN' });
  });
});

describe('a key ring without the old key', () => {
  const missing = 'The key file has no key "2026-10". Add it to the key file again.';

  test('cannot read data of the old key, and names the missing key', async () => {
    const reader = openReader({ db: liaise.pages, keyring: parseKeyring(JSON.stringify(withoutOld)) });
    const reading = reader.particulars(await liaise.person('noor.rowan'), referralId, 'To see it.');
    await expect(reading).rejects.toThrow(missing);
  });

  test('cannot add a text to an older referral, and changes nothing', async () => {
    const before = await clientWith(rotated).workflow.getHandle(workflowIdOf(referralId)).query(stateQuery);
    const asking = act(engineWith(withoutOld), 'aino.alder', {
      type: 'decline',
      recipientId: 'r1',
      ground: 'other',
      text: 'x',
    });
    await expect(asking).rejects.toThrow(missing);
    const after = await clientWith(rotated).workflow.getHandle(workflowIdOf(referralId)).query(stateQuery);
    expect(after).toEqual(before);
  });
});
