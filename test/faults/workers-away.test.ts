/** No worker runs when a deadline passes: it expires once when a worker runs again, and the referral goes on. */

import { expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { connectedEngine } from '../support/engine.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { newRun } from './fault-scenario.ts';
import { measured } from './measure.ts';

/** The number of steps until a contact point has the referral. */
const SENT = 2;
/** Longer than a worker needs to stop on a busy machine. */
const LEAD_MS = 20_000;

test('all workers are stopped before a due time, and one is started after it: the clock expires once', async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  const liaise = await connectedEngine(temporal);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  const worker = await startWorker();
  const run = await newRun(liaise);
  await run.runUntil(SENT);
  const { referralId } = run;
  const clock = async () => (await liaise.read(referralId)).clocks.find(({ name }) => name === 'acknowledge');
  const { dueAt = '' } = (await clock()) ?? {};
  const due = Date.parse(dueAt);
  await moveTimeTo(liaise.temporal, referralId, new Date(due - LEAD_MS));
  await run.waitForLetters();
  await worker.stop();
  const passed = async () => (await timeOf(liaise.temporal, referralId)).getTime() > due;
  await expect.poll(passed, { timeout: 60_000, interval: 200 }).toBe(true);
  expect(await clock()).toMatchObject({ dueAt, state: { status: 'running' } });
  await startWorker();
  await measured('No worker at a due time: the clock has expired', async () => {
    await expect.poll(async () => (await clock())?.state.status, { timeout: 60_000 }).toBe('expired');
  });
  await run.waitForLetters();
  const expiries = (await readJournal(liaise.db, referralId)).filter(({ event }) => event.type === 'clock-expired');
  expect(expiries).toHaveLength(1);
  expect(Date.parse(expiries[0]?.at ?? '')).toBeGreaterThanOrEqual(due);
  expect(await clock()).toMatchObject({ dueAt });
  expect((await liaise.read(referralId)).recipients[0]?.status).toBe('unresponsive');
  await expect.poll(() => check(liaise), { timeout: 20_000 }).toEqual([]);
});
