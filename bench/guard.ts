/** Measures the material guard: its speed, a report, and the server while one account sends large texts without pause. */

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { directGuard } from '../client/platform/guard/guard.ts';
import { openDatabase } from '../dev/installation.ts';
import { urlAs } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { prose, slowest, speedOf } from './guard/measure.ts';
import { PEOPLE } from './load/directory.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { type OpenedPages, openPages } from './pages/page-client.ts';
import { quantile } from './throughput.ts';

const RUNS = 5;
const REPORTS = 40;
const HEALTH_CHECKS = 500;
const CHECK_EVERY_MS = 10;
const REPORT_BYTES = 30_000;

// Targets: prose ≥ 5 MB/s per core; the slowest text ≤ 3 × the time of prose; a report ≤ 40 ms; /health p99 ≤ 50 ms.
export async function measureGuard(_: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  progress('guard: prose');
  const texts = prose();
  const speed = speedOf([...texts, ...texts], RUNS);
  progress('guard: texts that are made to slow it down');
  const slow = slowest(RUNS);
  progress(`guard: the slowest is "${slow.name}"`);
  const reports = await reportTimes();
  const health = await healthTimes(progress);
  return [
    { of: 'liaise', name: 'guard-prose', label: 'guard, prose, MB/s of one core', value: speed },
    { of: 'liaise', name: 'guard-slowest', label: 'guard, slowest text, MB/s of one core', value: slow.speed },
    {
      ...{ of: 'liaise', name: 'guard-report', label: 'report of 30 KB, read and guarded, ms: p50 / p95' },
      ...{ value: quantile(reports, 0.5), p95: quantile(reports, 0.95) },
    },
    {
      ...{ of: 'liaise', name: 'guard-health', label: '/health while 1 MB texts are submitted, ms: p99' },
      value: quantile(health, 0.99),
    },
  ];
}

async function reportTimes(): Promise<number[]> {
  const info = prose().join(' ').replace(/[<&]/g, ' ').slice(0, REPORT_BYTES);
  const xml = `<fileDetails><reportId>1</reportId><fileId>1</fileId><additionalInfo>${info}</additionalInfo></fileDetails>`;
  const content = Buffer.from(xml);
  const times: number[] = [];
  for (let n = 0; n < REPORTS; n += 1) {
    const began = performance.now();
    await directGuard.reports([{ name: 'report.xml', content }]);
    times.push(performance.now() - began);
  }
  return times;
}

async function healthTimes(progress: (line: string) => void): Promise<number[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const folder = await temporaryFolder('bench-guard');
    atEnd(folder.remove);
    const postgres = await openDatabase(join(folder.path, 'postgres'));
    atEnd(postgres.stop);
    await load({ databaseUrl: postgres.url, referrals: 100, progress: () => {} });
    const server = await openPages(urlAs(postgres.url, 'liaise_pages'));
    atEnd(server.stop);
    progress('guard: /health while one account submits texts of 1 MB');
    return await whileSubmitting(server);
  } finally {
    await stop();
  }
}

/** Requests are injected, so the time of the client is in the figures too. */
async function whileSubmitting({ app, signIn }: OpenedPages): Promise<number[]> {
  const { id, agencyId } = PEOPLE.sender;
  const cookies = await signIn(id, agencyId);
  const { body: page } = await app.inject({ url: '/settings', cookies });
  const token = /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const texts = prose();
  const payload = JSON.stringify({ particulars: [...texts, ...texts].map((value) => ({ value })) });
  const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
  let isOver = false;
  const submitting = (async () => {
    while (!isOver) await app.inject({ method: 'POST', url: '/api/v1/guard', cookies, headers, payload });
  })();
  const times: number[] = [];
  for (let n = 0; n < HEALTH_CHECKS; n += 1) {
    await setTimeout(CHECK_EVERY_MS);
    const began = performance.now();
    await app.inject('/health');
    times.push(performance.now() - began);
  }
  isOver = true;
  await submitting;
  return times;
}
