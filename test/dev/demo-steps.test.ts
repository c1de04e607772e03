/** The demo with several reports at once on one engine. Each report leads to a different route. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runReferral } from '../../dev/demo-steps.ts';
import { installationEnvironment } from '../../dev/installation.ts';
import type { Stack } from '../../dev/stack.ts';
import type { Referral } from '../../domain/referral.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { realServer } from '../support/temporal.ts';

const DEMO = 'dev/demo-report.xml';

let liaise: TestEngine;
let stack: Stack;
let folder: string;

/** The demos share a worker. It is stopped when all of them have reached the step that kills it. */
async function stackFor(demos: number): Promise<Stack> {
  const temporal = { address: (await realServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(liaise.keys));
  const { databaseUrl, mail } = liaise;
  const first = await workerFor(liaise, temporal);
  const stopped = Promise.withResolvers<void>();
  let waiting = demos;
  const kill = async () => {
    waiting -= 1;
    if (waiting === 0) stopped.resolve(first.stop());
    await stopped.promise;
  };
  let next: ReturnType<typeof workerFor> | undefined;
  const worker = { pid: process.pid, observe: undefined, kill, stop: first.stop };
  return {
    environment: installationEnvironment({ databaseUrl, temporal, smtpPort: mail.smtpPort, keyFile }),
    ...{ mail, pages: '', worker, stop: async () => {} },
    replaceWorker: async () => {
      next ??= workerFor(liaise, temporal);
      return { ...worker, stop: (await next).stop };
    },
  };
}

/** How the referral ended, and the final status of each recipient. */
async function endOf(file: string): Promise<string[]> {
  const { ending, recipients } = (await findReferral(liaise.db, await runReferral(stack, file))) as Referral;
  const statuses = recipients.map(({ contactPointId, opened, status, acknowledged }) => {
    const isLate = acknowledged.state === 'yes' && acknowledged.late;
    return `${contactPointId} by ${opened}: ${status}${isLate ? ', late' : ''}`;
  });
  return [ending.state === 'closed' ? ending.closure.kind : ending.state, ...statuses];
}

async function reportOf(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

beforeAll(async () => {
  folder = await testFolder();
  stack = await stackFor(4);
});

test('the demo completes for every route', async () => {
  const output = vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => output.mockRestore());
  const demo = await readFile(DEMO, 'utf8');
  const leadingTo = (country: string) => reportOf(`${country}.xml`, demo.replace('>FI<', `>${country}<`));
  const emergency = JSON.stringify({ ...anUrgentSubmission(), urgency: 'emergency' });
  const files = [DEMO, await leadingTo('US'), await leadingTo('DK'), await reportOf('emergency.json', emergency)];
  expect(await Promise.all(files.map(endOf))).toEqual([
    ['completed', 'fi-alder-ncp by route: recalled', 'fi-birch-spoc by replacement: outcome-reported'],
    ['completed', 'us-obsidian-ncp by override: outcome-reported, late'],
    ['completed', 'dk-heather-ncp by route: outcome-reported, late'],
    ['completed', 'fi-alder-ncp by route: recalled', 'fi-birch-spoc by replacement: outcome-reported'],
  ]);
  const times = (words: string) => output.mock.calls.filter(([line]) => String(line).includes(words)).length;
  expect(times('A supervisor assigns the recipient')).toBe(1);
  expect(times('There is no other contact point. The first one answers late.')).toBe(2);
  expect(times('the next contact point of the chain is notified at once')).toBe(1);
}, 120_000);
