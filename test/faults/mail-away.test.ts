/** The mail server is down, hangs, is slow or defers an address: no act waits, and each letter arrives once. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { newRun, type ScenarioResult, type ScenarioRun } from './fault-scenario.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';
import { ACTS } from './steps.ts';

let liaise: TestEngine;
let smtp: Gate;
let undisturbed: ScenarioResult;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  smtp = await gateBefore(liaise.mail.smtpPort);
  const { databaseUrl, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: smtp.port, keys });
  await startWorker();
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

const PROMPTLY_MS = 5_000;

/** Performs all steps without waiting for letters. Each act must be answered promptly. */
async function runWithoutLetters(run: ScenarioRun): Promise<void> {
  while (run.next < ACTS.length) {
    await run.waitForEngine();
    const began = performance.now();
    await run.performStep();
    expect(performance.now() - began).toBeLessThan(PROMPTLY_MS);
  }
}

async function expectEveryLetterOnce(run: ScenarioRun): Promise<void> {
  await run.waitForLetters();
  expect((await run.result()).letters).toEqual(undisturbed.letters);
  expect(await check(liaise)).toEqual([]);
}

test.each([
  ['is down', () => smtp.shut()],
  ['accepts connections and sends nothing', () => smtp.dropAnswers(/^/)],
])('the mail server %s, and then recovers', async (what, begin) => {
  begin();
  const run = await newRun(liaise);
  await runWithoutLetters(run);
  expect((await run.result()).letters).toEqual([]);
  smtp.open();
  await measured(
    `The mail server ${what}, and recovers: ${undisturbed.letters.length} letters are sent`,
    run.waitForLetters,
  );
  await expectEveryLetterOnce(run);
});

test('the mail server is slow', async () => {
  smtp.delay(700);
  const run = await newRun(liaise);
  await runWithoutLetters(run);
  await measured('The mail server takes 0.7 s for each answer: all letters of a referral are sent', run.waitForLetters);
  smtp.open();
  await expectEveryLetterOnce(run);
});

test('the mail server defers one address: the other letters are sent at once, and the deferred ones later', async () => {
  const address = 'quinn.quartz@us-quartz.example';
  liaise.mail.refuse(address, 451);
  const run = await newRun(liaise);
  await runWithoutLetters(run);
  const others = undisturbed.letters.filter((letter) => !letter.startsWith(address));
  await expect.poll(async () => (await run.result()).letters, { timeout: 60_000 }).toEqual(others);
  liaise.mail.refuse(address, undefined);
  await measured('The mail server accepts a deferred address again: its letters are sent', run.waitForLetters);
  await expectEveryLetterOnce(run);
});
