/** PostgreSQL's disk is full: acts are put off, nothing is half done, and all are done once there is room. */

import { execFileSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { stoppablePostgres } from '../support/stoppable.ts';
import { chosenServer } from '../support/temporal.ts';
import { workersAt } from '../support/workers.ts';
import { type Account, answerOf, aTale, talesAtEachAct } from './fault-scenario.ts';
import { measured } from './measure.ts';

/** Room for PostgreSQL's own 90 MB and a few more of ours. */
const DISK = '160m';

let liaise: TestEngine;
let disk: string;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let undisturbed: Account;

/** A disk of its own in memory; only root may mount one. */
const canMount = process.getuid?.() === 0;

beforeAll(async () => {
  if (!canMount) return;
  disk = await testFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0755`, 'tmpfs', disk]);
  atEnd(async () => void execFileSync('umount', ['-l', disk]));
  const temporal = { address: (await chosenServer()).address, namespace: 'default' };
  postgres = await stoppablePostgres(disk);
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workersAt({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
});

test.skipIf(!canMount)('the disk is full in the middle of acts, and then is not', async () => {
  const tales = await talesAtEachAct(liaise);
  const ballast = await fill(disk);
  atEnd(() => rm(ballast, { force: true }));
  // An act for which there is a place left in pages and log that PostgreSQL has already is done.
  const answers = await Promise.all(tales.map(answerOf));
  for (const answer of answers) expect(['answered', 'ENGINE_UNAVAILABLE']).toContain(answer);
  const putOff = tales.filter((_, index) => answers[index] !== 'answered');
  expect(putOff.length).toBeGreaterThan(0);
  await rm(ballast);
  await measured(
    `A full disk has room again: ${putOff.length} acts of ${tales.length} that were put off are done`,
    () => Promise.all(putOff.map((tale) => tale.insist())),
  );
  await Promise.all(tales.map((tale) => tale.tell()));
  for (const tale of tales) expect(await tale.account()).toEqual(undisturbed);
  expect(await check(liaise)).toEqual([]);
});

/** To the last byte. */
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
