/** Measures what grows with the data: pages, search, check, rebuild, backup, restore and erasure at each size of a database. */

import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { seal } from '../client/log/seal.ts';
import { urlAs } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { startWorkerProcess } from '../dev/worker.ts';
import { signerWithPrivateKey } from '../domain/audit/note-signer.ts';
import { openSealingStore } from '../prisma/store/log-sealing.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { performStep, runLifecycle } from './lifecycle.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { measurePagesOf } from './pages.ts';
import { residentBytes } from './processes.ts';
import { measureBackup } from './scale/backup.ts';
import { liaiseCommand, measureProgram } from './scale/commands.ts';
import { measurePartitioning } from './scale/partitioning.ts';
import { type BenchServers, openServers } from './servers.ts';
import { quantile } from './throughput.ts';

const ERASURES = 10;

/** The worker that `npm run build` builds. */
const WORKER = join(import.meta.dirname, '../dist/worker/main.js');

// Targets: lists ≤ 60 ms and Performance ≤ 40 ms at 100,000 (60 at 1,000,000), p95; check of 1,000,000 ≤ 20 min, ≤ 500 MB.
export async function measureScale(extent: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  for (const referrals of extent.databaseSizes) figures.push(...(await measureAt(referrals, extent, progress)));
  return figures;
}

async function measureAt(
  referrals: number,
  { dataFolder, sealsScale, pageVisits: visits }: Extent,
  report: (line: string) => void,
): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const many = referrals.toLocaleString('en');
    const progress = (line: string) => report(`${many}: ${line}`);
    const servers = await openServers(dataFolder);
    atEnd(servers.stop);
    const { environment } = servers;
    const url = urlAs(environment['LIAISE_DATABASE_URL'] ?? '', 'liaise');
    await prepareForLoad(url);
    const figure = (name: string, label: string, value: number, p95?: number): Measurement => ({
      ...{ of: 'liaise', name: `scale-${name}-${referrals}`, label, value },
      ...(p95 !== undefined && { p95 }),
    });
    const missing = referrals - (await numberFrom(url, 'SELECT count(*) FROM referral'));
    const loading = performance.now();
    if (missing > 0) await load({ databaseUrl: url, referrals: missing, progress });
    const bytes = await numberFrom(url, 'SELECT pg_database_size(current_database())');
    const figures: Measurement[] = [];
    // A run takes hours: what was measured before it is stopped is not lost.
    const add = (...measured: Measurement[]) => {
      figures.push(...measured);
      for (const { label, value, p95 } of measured)
        progress(`${label}: ${shown(value)}${p95 ? `, p95 ${shown(p95)}` : ''}`);
    };
    add(
      figure('load', 'referrals loaded a second', Math.max(0, missing) / secondsSince(loading)),
      figure('load-memory', 'load, memory at the end, MB', residentBytes(process.pid) / 1e6),
      figure('database', 'database, KB a referral', bytes / 1e3 / referrals),
    );
    if (sealsScale) add(figure('seal', 'leaves sealed a second', await sealingRate(url, progress)));
    add(...(await measurePagesOf(url, { referrals, visits }, report)));
    progress('erasing');
    const erased = await erasureTimes(servers);
    add(figure('erase', 'erasure of a referral, ms', quantile(erased, 0.5), quantile(erased, 0.95)));
    for (const [name, options] of COMMANDS) {
      progress([name, ...options].join(' '));
      add(...(await measureProgram(liaiseCommand(name, options, environment), referrals)));
    }
    progress('backup and restore');
    const folder = await temporaryFolder('bench-backup');
    atEnd(folder.remove);
    add(...(await measureBackup(url, folder.path, referrals, progress)));
    add(...(await measurePartitioning(url, referrals, progress)));
    return figures;
  } finally {
    await stop();
  }
}

const COMMANDS: readonly [name: string, options: readonly string[]][] = [
  ['check', []],
  ['check', ['--clocks']],
  ['rebuild', []],
];

/** Without these settings, a bulk load writes most pages to the write-ahead log several times. */
async function prepareForLoad(url: string): Promise<void> {
  await execute(url, [
    `ALTER SYSTEM SET max_wal_size = '8GB'`,
    `ALTER SYSTEM SET checkpoint_timeout = '30min'`,
    `ALTER SYSTEM SET maintenance_work_mem = '256MB'`,
    'SELECT pg_reload_conf()',
  ]);
}

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function numberFrom(url: string, query: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(query);
    return Number(Object.values(rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
}

/** Seals every leaf. @returns how many a second */
async function sealingRate(url: string, progress: (line: string) => void): Promise<number> {
  progress('sealing');
  const began = performance.now();
  const before = await numberFrom(url, 'SELECT count(*) FROM log_entry');
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // A new key in each run, so the log of each run has a name of its own.
  const origin = `bench.example/${Date.now()}`;
  const signer = signerWithPrivateKey(origin, 'note', pem);
  const store = await openSealingStore(urlAs(url, 'liaise_sealer'));
  try {
    const sealed = await seal({ store, origin, signers: [signer], logKeys: [signer.key] });
    return ((sealed?.size ?? 0) - before) / secondsSince(began);
  } finally {
    await store.close();
  }
}

/** Milliseconds of the erasure of a closed referral. The worker runs only meanwhile: it would repair the loaded referrals. */
async function erasureTimes({ environment, players }: BenchServers): Promise<number[]> {
  const worker = await startWorkerProcess(environment, () => {}, [WORKER]);
  try {
    const times: number[] = [];
    for (let n = 0; n < ERASURES; n += 1) {
      const { referralId } = await runLifecycle(players);
      const began = performance.now();
      await performStep(players, referralId, { by: 'approver', request: { type: 'erase' } });
      times.push(performance.now() - began);
    }
    return times;
  } finally {
    await worker.stop();
  }
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
