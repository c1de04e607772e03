/** A folder of 500 reports is submitted by a process that is killed, then stopped, and each time run again. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { type Child, startChild } from '../../dev/child.ts';
import { startWorkerProcess } from '../../dev/worker.ts';
import { fileDetails } from '../domain/exchange/cybertipline/file-details.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { faultServer } from '../support/temporal.ts';
import { workerEnvironment } from '../support/workers.ts';
import { measured } from './measure.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('../../client/cli/main.ts'));
const REPORT = readFileSync(join(import.meta.dirname, '../domain/exchange/files/chat.xml'), 'utf8');
const REPORTS = 500;

let liaise: TestEngine;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const { databaseUrl, keys, mail } = liaise;
  environment = await workerEnvironment({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  atEnd((await startWorkerProcess(environment)).stop);
  const root = await testFolder();
  folder = join(root, 'reports');
  mkdirSync(join(folder, 'details'), { recursive: true });
  for (let n = 1; n <= REPORTS; n++) {
    writeFileSync(join(folder, `${9_000 + n}.xml`), REPORT.replace('after-school', `room ${n}`));
    writeFileSync(join(folder, 'details', `${n}.xml`), fileDetails(n % 250, String(9_000 + n)));
  }
}, 120_000);

function start(): Promise<Child> {
  const command = ['submit', '--folder', folder, '--report-id-from-name', '--as', 'quinn.quartz', '--json'];
  return startChild({
    command: process.execPath,
    args: ['--import', 'tsx', PROGRAM, ...command],
    stopSignal: 'SIGINT',
    env: { ...process.env, ...environment },
  });
}

function progressOf(referrals: number): RegExp {
  return new RegExp(`^${referrals} of ${REPORTS} referrals`);
}

test('a folder whose submission is killed, stopped and run again has one referral for each report', async () => {
  const killed = await start();
  expect(await killed.waitForLine(progressOf(100))).toBeDefined();
  process.kill(killed.pid, 'SIGKILL');
  await killed.exited;
  const afterKill = await liaise.db.referral.count();
  expect([afterKill >= 100, afterKill < REPORTS]).toEqual([true, true]);

  const stopped = await start();
  expect(await stopped.waitForLine(progressOf(250))).toBeDefined();
  await stopped.stop();
  expect((await stopped.exited).code).toBe(2);
  const afterStop = await liaise.db.referral.count();
  expect([afterStop >= 250, afterStop < REPORTS]).toEqual([true, true]);

  const completed = await measured(
    `A folder of ${REPORTS} reports, of which ${afterStop} were submitted: complete`,
    () => start().then(({ exited }) => exited),
  );
  expect(completed.code).toBe(0);
  expect(await liaise.db.referral.count()).toBe(REPORTS);
  const lines = readFileSync(`${folder}.results.jsonl`, 'utf8').trim().split('\n');
  const results: { result: string; reference: string }[] = lines.map((line) => JSON.parse(line));
  expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['accepted']));
  expect([results.length, new Set(results.map(({ reference }) => reference)).size]).toEqual([2 * REPORTS, REPORTS]);
  await expect.poll(() => check(liaise), { timeout: 30_000 }).toEqual([]);
});
