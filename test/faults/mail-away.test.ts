/** The mail server is down, hangs, is slow or refuses some: no act waits for it, and every letter arrives once in the end. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { chosenServer } from '../support/temporal.ts';
import { workersAt } from '../support/workers.ts';
import { type Account, aTale, type Tale } from './fault-scenario.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { ACTS } from './steps.ts';

let liaise: TestEngine;
let smtp: Gate;
let undisturbed: Account;

beforeAll(async () => {
  const temporal = { address: (await chosenServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  smtp = await gateBefore(liaise.mail.smtpPort);
  const { databaseUrl, keys } = liaise;
  const startWorker = await workersAt({ databaseUrl, temporal, smtpPort: smtp.port, keys });
  await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
});

const PROMPTLY_MS = 5_000;

/** To the end, whatever becomes of letters: each act is answered at once. */
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
  ['takes connections and says nothing', () => smtp.keepAnswers(/^/)],
])('the mail server %s, and then is back', async (what, begin) => {
  begin();
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  expect((await tale.account()).letters).toEqual([]);
  smtp.open();
  await measured(`The mail server ${what}, and is back: ${undisturbed.letters.length} letters are out`, tale.quiet);
  await expectEveryLetterOnce(tale);
});

test('the mail server is slow', async () => {
  smtp.delay(700);
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  await measured('The mail server takes 0.7 s for each answer: the letters of a whole story are out', tale.quiet);
  smtp.open();
  await expectEveryLetterOnce(tale);
});

test('the mail server puts one address off: others get theirs, and that one later', async () => {
  const address = 'quinn.quartz@us-quartz.example';
  liaise.mail.refuse(address, 451);
  const tale = await aTale(liaise);
  await tellWithoutLetters(tale);
  const others = undisturbed.letters.filter((letter) => !letter.startsWith(address));
  await expect.poll(async () => (await tale.account()).letters, { timeout: 60_000 }).toEqual(others);
  liaise.mail.refuse(address, undefined);
  await measured('One address is put off, and then is not: its letters are out', tale.quiet);
  await expectEveryLetterOnce(tale);
});
