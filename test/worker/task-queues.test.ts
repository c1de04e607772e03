/** Task queues: letters can have workers of their own, and no other work waits for them. */

import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { giveUpLetters, type LetterBatch } from '../../activities/send-letters.ts';
import { dataConverter } from '../../client/platform/connect.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TemporalAddress, type TestEngine, workerFor } from '../support/engine.ts';
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

const settled = (referralId: string) => liaise.waitUntil(referralId, ({ unsentLetters }) => unsentLetters.length === 0);

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
  await settled(referralId);
  expect(liaise.mail.letters()).toHaveLength(3);
  await letters.stop();
});

test('a letter that fails too often is given up: the recipient is marked, and the agency is notified', async () => {
  const referralId = await referred();
  await failEveryAttempt();
  const { recipients } = await liaise.waitUntil(
    referralId,
    (referral) => referral.recipients[0]?.status === 'delivery-failed',
  );
  expect(recipients).toHaveLength(1);
  const [receipt, referral, ...then] = await lettersOf(liaise.db, referralId);
  expect(receipt).toMatchObject({ letter: 'receipt', status: 'failed', code: 'GAVE-UP' });
  expect(referral).toMatchObject({ letter: 'new-referral', status: 'failed', code: 'GAVE-UP' });
  const results = (await readJournal(liaise.db, referralId)).flatMap(({ event }) =>
    event.type === 'letters-settled' ? [event.results.map(({ letterId }) => letterId)] : [],
  );
  // The second letter was decided during the attempts for the first, and has its own time limit.
  expect(results.slice(0, 2)).toEqual([[receipt?.letterId], [referral?.letterId]]);
  expect(new Set(then.map(({ letter }) => letter))).toEqual(new Set(['delivery-failed']));
});

/** A server skips no time while an activity runs, so this worker ends half a day of attempts at once. */
async function failEveryAttempt(): Promise<void> {
  const connection = await NativeConnection.connect({ address: place.address });
  const worker = await Worker.create({
    connection,
    taskQueue: 'letters',
    dataConverter: dataConverter({ keyring: parseKeyring(JSON.stringify(liaise.keys)) }),
    activities: {
      sendLetters: () => Promise.reject(ApplicationFailure.nonRetryable('no attempt succeeds')),
      giveUpLetters: (batch: LetterBatch) => giveUpLetters(liaise.db, batch),
    },
  });
  const done = worker.run();
  atEnd(async () => {
    worker.shutdown();
    await done;
    await connection.close();
  });
}
