/** The demo: requests under European law, then several reports at once. Each report has a different route, and a proof. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { prepareAuditLog, startSealer, startWitness } from '../../dev/audit-log.ts';
import { openChromium } from '../../dev/chromium.ts';
import { runRequestsUnderLaw } from '../../dev/demo-law.ts';
import { runReferral } from '../../dev/demo-steps.ts';
import { ensureErasureKey, installationEnvironment } from '../../dev/installation.ts';
import { ownPort } from '../../dev/own-ports.ts';
import { urlAs } from '../../dev/postgres.ts';
import type { Stack } from '../../dev/stack.ts';
import type { Referral } from '../../domain/referral.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestDatabase, separateTemplate } from '../support/database.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { realServer } from '../support/temporal.ts';

const DEMO = 'dev/demo-report.xml';

let liaise: TestEngine;
let stack: Stack;
let folder: string;
let proofs: string;

/** The demos share a worker. It is stopped when all of them have reached the step that kills it. */
async function stackFor(demos: number): Promise<Stack> {
  const temporal = { address: (await realServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal, undefined, openTestDatabase(await separateTemplate()));
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(liaise.keys));
  const { databaseUrl, mail } = liaise;
  const erasures = await ensureErasureKey(folder);
  const policyFile = await startAuditLog();
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
    environment: {
      ...installationEnvironment({ databaseUrl, temporal, smtpPort: mail.smtpPort, keyFile, erasures }),
      LIAISE_LOG_POLICY_FILE: policyFile,
    },
    ...{ mail, pages: '', pagesObserve: undefined, worker, stop: async () => {} },
    replaceWorker: async () => {
      next ??= workerFor(liaise, temporal);
      return { ...worker, stop: (await next).stop };
    },
  };
}

/** Sealer and witness as processes, as `npm start` runs them. Returns the path of the policy. */
async function startAuditLog(): Promise<string> {
  const port = await ownPort();
  const files = await prepareAuditLog(folder, port);
  const environment = { LIAISE_DATABASE_URL: urlAs(liaise.databaseUrl, 'liaise_sealer') };
  const processes = await Promise.all([startWitness(files, port), startSealer(files, environment)]);
  for (const { stop } of processes) atEnd(stop);
  return files.policy;
}

/** A folder of its own, because demos run at once. */
const proofsOf = (file: string) => join(proofs, basename(file));

/** How the referral ended, and the final status of each recipient. */
async function endOf(file: string): Promise<string[]> {
  const { ending, recipients } = (await findReferral(
    liaise.db,
    await runReferral(stack, file, proofsOf(file)),
  )) as Referral;
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
  proofs = join(folder, 'proofs');
  stack = await stackFor(4);
});

test('requests under European law are answered, with their statutory deadlines explained', async () => {
  const output = vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => output.mockRestore());
  const [information, order] = await Promise.all(
    (await runRequestsUnderLaw(stack)).map((reference) => findReferral(liaise.db, reference)),
  );
  expect(information?.recipients[0]).toMatchObject({ status: 'outcome-reported', judicialAuthorisation: true });
  const statutory = order?.clocks.filter(({ name }) => ['decide', 'outcome'].includes(name));
  expect(statutory?.map(({ name, amount, extensions }) => [name, amount, extensions])).toEqual([
    ['decide', 30, 1],
    ['outcome', 90, 0],
  ]);
  const text = output.mock.calls.flat().join('\n');
  expect(text).toContain('Directive (EU) 2023/977');
  expect(text).toMatch(/1 departures under Directive/);
}, 60_000);

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
  const counts = output.mock.calls.flatMap(([line]) => /at most (\d+) in an hour/.exec(String(line))?.slice(1) ?? []);
  expect(counts.length).toBeGreaterThanOrEqual(4 * files.length);
  // Each referral alone. The dispatcher also limits the messages of all referrals together.
  expect(Math.max(...counts.map(Number))).toBeLessThanOrEqual(3);
  expect(times('The file was changed or damaged in')).toBe(files.length);
}, 120_000);

test('the page that the demo leaves verifies its proof bundle in a browser', async () => {
  const bundle = (await readdir(proofsOf(DEMO))).find((name) => name.startsWith('XR-')) ?? '';
  const browser = await openChromium();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ offline: true, locale: 'en-GB' })).newPage();
  await page.goto(pathToFileURL(resolve(proofsOf(DEMO), 'verify.html')).href);
  await page.locator('#file').setInputFiles(join(proofsOf(DEMO), bundle));
  await page.locator('#key').fill(await readFile(join(proofsOf(DEMO), 'log-policy.txt'), 'utf8'));
  await page.locator('#verify').click();
  await page.locator('#answer > *').first().waitFor();
  const answer = await page.locator('#answer').textContent();
  expect(answer).toContain('The bundle is proved.');
  expect(answer).toContain('witness.hub.example/w1 countersigned the log');
});
