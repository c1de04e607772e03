/** The system clock is set back by a day in worker and entry point: due and recorded times are unaffected. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { moveTimeTo } from '../../dev/time.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { moveClock } from './clock/move-clock.ts';
import { newRun, runsAtEachAct, type ScenarioResult } from './fault-scenario.ts';

const DAY = 24 * 3_600_000;
const SET_BACK_MODULE = import.meta.resolve('./clock/set-back-on-request.ts');
const Present = Date;

let liaise: TestEngine;
let undisturbed: ScenarioResult;
let setWorkersClockBack: () => Promise<void>;
let marker: string;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  marker = join(await testFolder(), 'set-back');
  await startWorker({ NODE_OPTIONS: `--import=tsx --import=${SET_BACK_MODULE}`, SET_CLOCK_BACK_WHEN: marker });
  setWorkersClockBack = () => writeFile(marker, '');
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

test('a clock expires at its due time although the system clock of the worker is a day behind', async () => {
  const run = await newRun(liaise);
  await run.runUntil(2);
  const clock = (await liaise.read(run.referralId)).clocks.find(({ name }) => name === 'acknowledge');
  const due = Date.parse(clock?.dueAt ?? '');
  await setWorkersClockBack();
  await moveTimeTo(liaise.temporal, run.referralId, new Date(due));
  const { referralId } = run;
  await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  const expired = (await readJournal(liaise.db, referralId)).filter(({ event }) => event.type === 'clock-expired');
  expect(expired).toHaveLength(1);
  expect(Date.parse(expired[0]?.at ?? '') - due).toBeGreaterThanOrEqual(0);
  expect(Date.parse(expired[0]?.at ?? '') - due).toBeLessThan(60_000);
});

test('acts before and after the change are recorded in order, and the result equals that of an undisturbed run', async () => {
  const runs = await runsAtEachAct(liaise);
  moveClock(-DAY);
  atEnd(async () => {
    globalThis.Date = Present;
  });
  await Promise.all(runs.map((run) => run.runUntil()));
  for (const run of runs) {
    expect(await run.result()).toEqual(undisturbed);
    const instants = (await readJournal(liaise.db, run.referralId)).map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  }
  // The time of the worker, as it wrote it when its clock was set back.
  expect(Present.now() - Date.parse(await readFile(marker, 'utf8'))).toBeGreaterThan(DAY);
  expect(await check(liaise)).toEqual([]);
});
