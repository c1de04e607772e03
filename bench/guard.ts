/** Measures the material guard: its speed, a report, and the server while one account submits large referrals without pause. */

import { setTimeout } from 'node:timers/promises';
import { readClientConfig } from '../client/platform/config.ts';
import { directGuard } from '../client/platform/guard/guard.ts';
import type { Person } from '../domain/people.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { prose, slowest, speedOf } from './guard/measure.ts';
import { sampleReport } from './guard/sample-report.ts';
import { openInstallation } from './installation.ts';
import type { Measurement } from './measurements.ts';
import { type OpenedPages, openPages } from './pages/page-client.ts';
import { quantile } from './throughput.ts';

const RUNS = 5;
const REPORTS = 100;
/** The first reports are read while their code is compiled. */
const WARM_UP = 20;
const HEALTH_CHECKS = 500;
const CHECK_EVERY_MS = 10;
const RETRY_MS = 100;

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
      ...{ of: 'liaise', name: 'guard-health', label: '/health while 1 MB referrals are submitted, ms: p99' },
      value: quantile(health, 0.99),
    },
  ];
}

async function reportTimes(): Promise<number[]> {
  const content = Buffer.from(sampleReport());
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + REPORTS; n += 1) {
    const began = performance.now();
    await directGuard.reports([{ name: 'report.xml', content }]);
    times.push(performance.now() - began);
  }
  return times.slice(WARM_UP);
}

async function healthTimes(progress: (line: string) => void): Promise<number[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const { environment, temporal, players, ...installation } = await openInstallation(progress);
    atEnd(installation.stop);
    const { databaseUrl, keyring } = readClientConfig(environment);
    const server = await openPages(databaseUrl, { keyring, temporal });
    atEnd(server.stop);
    progress('guard: /health while one account submits referrals of 1 MB');
    return await whileSubmitting(server, players.participants.sender);
  } finally {
    await stop();
  }
}

/** Requests are injected, so the time of the client is in the figures too. */
async function whileSubmitting({ app, signIn }: OpenedPages, { personId, agencyId }: Person): Promise<number[]> {
  const cookies = await signIn(personId, agencyId);
  const { body: page } = await app.inject({ url: '/settings', cookies });
  const token = /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
  // White space of several kinds counts towards the budget of a referral.
  const texts = prose().map((text) => text.replace(/\s+/g, ' '));
  const particulars = [...texts, ...texts].map((value) => ({ label: 'Statement', value }));
  const summary = 'Statements in many languages.';
  const payload = JSON.stringify({ kind: 'case-referral', crimeAreas: ['other'], summary, particulars });
  const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
  let accepted = 0;
  const submit = async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const url = '/api/v1/referrals';
    const answer = await app.inject({ method: 'POST', url, cookies, headers: { ...headers, ...key }, payload });
    if (answer.statusCode === 201) accepted += 1;
    // A server that is overloaded refuses requests. The client tries again after a pause.
    else if (answer.statusCode === 503) await setTimeout(RETRY_MS);
    else throw new Error(`The referral was answered with ${answer.statusCode}: ${answer.body}`);
  };
  let isOver = false;
  const submitting = (async () => {
    while (!isOver) await submit();
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
  if (accepted === 0) throw new Error('No referral was accepted while /health was requested.');
  return times;
}
