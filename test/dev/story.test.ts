/** The demo's story as it is told of several reports, all at once on one engine: each leads somewhere else. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { installationEnvironment } from '../../dev/installation.ts';
import type { Stack } from '../../dev/stack.ts';
import { playStory } from '../../dev/story.ts';
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

/** As many stories as are told share a worker: it is stopped when the last has come so far. */
async function stackFor(stories: number): Promise<Stack> {
  const temporal = { address: (await realServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(liaise.keys));
  const { databaseUrl, mail } = liaise;
  const first = await workerFor(liaise, temporal);
  const gone = Promise.withResolvers<void>();
  let waiting = stories;
  const kill = async () => {
    waiting -= 1;
    if (waiting === 0) gone.resolve(first.stop());
    await gone.promise;
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

/** How the referral ended, and what became of each recipient. */
async function endOf(file: string): Promise<string[]> {
  const { ending, recipients } = (await findReferral(liaise.db, await playStory(stack, file))) as Referral;
  const became = recipients.map(({ contactPointId, opened, status, acknowledged }) => {
    const isLate = acknowledged.state === 'yes' && acknowledged.late;
    return `${contactPointId} by ${opened}: ${status}${isLate ? ', late' : ''}`;
  });
  return [ending.state === 'closed' ? ending.closure.kind : ending.state, ...became];
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

test('a story comes to its end wherever its report leads', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
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
  const times = (words: string) => said.mock.calls.filter(([line]) => String(line).includes(words)).length;
  expect(times('a supervisor says who receives it')).toBe(1);
  expect(times('There is no other: the first answers, late')).toBe(2);
  expect(times('the next on the chain is asked at once')).toBe(1);
}, 120_000);
