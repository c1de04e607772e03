/** PostgreSQL's disk is full: acts are deferred, none is partly recorded, and all are done once there is space. */

import { execFileSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { stoppablePostgres } from '../support/stoppable.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { answerOf, newRun, runsAtEachAct, type ScenarioResult } from './fault-scenario.ts';
import { measured } from './measure.ts';

/** Space for 90 MB of PostgreSQL and a few more for the test. */
const DISK = '160m';

let liaise: TestEngine;
let disk: string;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let undisturbed: ScenarioResult;

/** The test mounts a separate disk in memory, which only root may do. */
const canMount = process.getuid?.() === 0;

beforeAll(async () => {
  if (!canMount) return;
  disk = await testFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0755`, 'tmpfs', disk]);
  atEnd(async () => void execFileSync('umount', ['-l', disk]));
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  postgres = await stoppablePostgres(disk);
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
});

test.skipIf(!canMount)('the disk fills up during acts, and has space again', async () => {
  const runs = await runsAtEachAct(liaise);
  const ballast = await fill(disk);
  atEnd(() => rm(ballast, { force: true }));
  // PostgreSQL can still complete an act that fits into its allocated pages and log.
  const answers = await Promise.all(runs.map(answerOf));
  for (const answer of answers) expect(['answered', 'ENGINE_UNAVAILABLE']).toContain(answer);
  const deferred = runs.filter((_, index) => answers[index] !== 'answered');
  expect(deferred.length).toBeGreaterThan(0);
  await rm(ballast);
  await measured(`A full disk has space again: ${deferred.length} deferred acts of ${runs.length} are done`, () =>
    Promise.all(deferred.map((run) => run.performStepWithRetry())),
  );
  await Promise.all(runs.map((run) => run.runUntil()));
  for (const run of runs) expect(await run.result()).toEqual(undisturbed);
  expect(await check(liaise)).toEqual([]);
});

/** Writes until no space is left. Returns the path of the file. */
async function fill(folder: string): Promise<string> {
  const path = join(folder, 'ballast');
  const file = await open(path, 'w');
  try {
    for (;;) await file.write(Buffer.alloc(64 * 1024, 1));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    await file.close();
  }
  return path;
}
