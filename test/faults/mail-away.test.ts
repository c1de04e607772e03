/** The mail server is down, hangs, is slow or defers an address: no act waits, and each letter arrives once. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { type Account, aTale, type Tale } from './fault-scenario.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { ACTS } from './steps.ts';

let liaise: TestEngine;
let smtp: Gate;
let undisturbed: Account;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  smtp = await gateBefore(liaise.mail.smtpPort);
  const { databaseUrl, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: smtp.port, keys });
  await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
});

const PROMPTLY_MS = 5_000;

/** Performs all steps without waiting for letters. Each act must be answered promptly. */
async function tellWithoutLetters(tale: Tale): Promise<void> {
  while (tale.next < ACTS.length) {
    await tale.settled();
    const asked = performance.now();
    await tale.take();
    expect(performance.now() - asked).toBeLessThan(PROMPTLY_MS);
  }
}

async function expectEveryLetterOnce(tale: Tale): Promise<void> {
  await tale.quiet();
  expect((await tale.account()).letters).toEqual(undisturbed.letters);
  expect(await check(liaise)).toEqual([]);
}

test.each([
  ['is down', () => smtp.shut()],
  ['accepts connections and sends nothing', () => smtp.keepAnswers(/^/)],
])('the mail server %s, and then recovers', async (what, begin) => {
  begin();
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  expect((await tale.account()).letters).toEqual([]);
  smtp.open();
  await measured(`The mail server ${what}, and recovers: ${undisturbed.letters.length} letters are sent`, tale.quiet);
  await expectEveryLetterOnce(tale);
});

test('the mail server is slow', async () => {
  smtp.delay(700);
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  await measured('The mail server takes 0.7 s for each answer: all letters of a referral are sent', tale.quiet);
  smtp.open();
  await expectEveryLetterOnce(tale);
});

test('the mail server defers one address: the other letters are sent at once, and the deferred ones later', async () => {
  const address = 'quinn.quartz@us-quartz.example';
  liaise.mail.refuse(address, 451);
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  const others = undisturbed.letters.filter((letter) => !letter.startsWith(address));
  await expect.poll(async () => (await tale.account()).letters, { timeout: 60_000 }).toEqual(others);
  liaise.mail.refuse(address, undefined);
  await measured('The mail server accepts a deferred address again: its letters are sent', tale.quiet);
  await expectEveryLetterOnce(tale);
});
