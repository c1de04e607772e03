/** Task queues: letters can have workers of their own, and no other work waits for them. */

import { beforeAll, expect, test } from 'vitest';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted } from '../support/submit-and-triage.ts';
import { timeSkippingServer } from '../support/temporal.ts';

let liaise: TestEngine;
let place: TemporalAddress;

beforeAll(async () => {
  const environment = await timeSkippingServer();
  place = { address: environment.address, namespace: 'default' };
  liaise = await connectedEngine(place);
  await workerFor(liaise, place, ['referrals']);
});

async function referred(): Promise<string> {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
  const triage = { urgency, urgencyGrounds, capability, countries: ['FI'], contactPoints: [] };
  await liaise.act('noor.rowan', referralId, { type: 'complete-triage', ...triage });
  await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
  return referralId;
}

test('letters without a worker wait while the referral continues; a further worker sends them', async () => {
  const referralId = await referred();
  await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
  expect((await lettersOf(liaise.db, referralId)).map(({ status }) => status)).toEqual([
    'waiting',
    'waiting',
    'waiting',
  ]);
  expect(liaise.mail.letters()).toHaveLength(0);
  const letters = await workerFor(liaise, place, ['letters']);
  await liaise.lettersSent(referralId);
  expect(liaise.mail.letters()).toHaveLength(3);
  await letters.stop();
});
