/** Measures the audit log by its number of leaves: an act, sealing, proofs, bundles, and the verification of the whole log. */

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { compareLog } from '../client/log/compare-log.ts';
import { makeBundle } from '../client/log/make-proof.ts';
import { seal } from '../client/log/seal.ts';
import { openCheckThreads } from '../client/recovery/check-threads.ts';
import { openDatabase } from '../dev/installation.ts';
import { urlAs } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import type { AuditLeaf } from '../domain/audit/leaf.ts';
import { inclusionProof, inclusionRanges } from '../domain/audit/merkle-proofs.ts';
import { signerWithPrivateKey } from '../domain/audit/note-signer.ts';
import type { Person } from '../domain/people.ts';
import { addLeaves } from '../prisma/store/audit.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { readTileHashes } from '../prisma/store/log.ts';
import { openSealingStore } from '../prisma/store/log-sealing.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import type { Measurement } from './measurements.ts';
import { quantile } from './throughput.ts';

const SAMPLES = 200;
/** Events of the referral that is proved, scattered over all leaves. */
const EVENTS = 50;
const ORIGIN = 'bench.example/log';
const VIEWER: Person = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk', roles: ['liaison-officer'] };

// Targets at 1,000,000 leaves: act ≤ 1 ms, sealing ≥ 20,000/s, inclusion proof ≤ 5 ms, bundle ≤ 50 ms, verification ≥ 100,000/s.
export async function measureLog({ logSizes }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const folder = await temporaryFolder('bench-log');
    atEnd(folder.remove);
    const postgres = await openDatabase(join(folder.path, 'postgres'));
    atEnd(postgres.stop);
    const db = connectDatabase({ databaseUrl: urlAs(postgres.url, 'liaise_engine'), connections: 2 });
    atEnd(() => db.$disconnect());
    const store = await openSealingStore(urlAs(postgres.url, 'liaise_sealer'));
    atEnd(store.close);
    const threads = openCheckThreads(urlAs(postgres.url, 'liaise_reader'), 2);
    atEnd(threads.close);
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const signer = signerWithPrivateKey(ORIGIN, 'note', pem);
    const figures: Measurement[] = [];
    let size = 0;
    for (const leaves of logSizes) {
      const many = leaves.toLocaleString('en');
      const referralId = randomUUID();
      progress(`log: adding leaves up to ${many}`);
      await addMany(postgres.url, leaves - size, referralId);
      progress(`log: sealing up to ${many}`);
      const began = performance.now();
      const checkpoint = await seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
      const sealed = ((checkpoint?.size ?? 0) - size) / secondsSince(began);
      size = checkpoint?.size ?? 0;
      progress(`log: proofs at ${many}`);
      const figure = (name: string, label: string, value: number, p95?: number): Measurement => ({
        ...{ of: 'liaise', name: `log-${name}-${leaves}`, label: `${label}, ${many} leaves`, value },
        ...(p95 !== undefined && { p95 }),
      });
      const act = await times(() => leafOfAnAct(db));
      const proof = await times(() => prove(db, Math.floor(Math.random() * size), size));
      const wanted = { referralId, shown: new Set(Array.from({ length: EVENTS }, (_, at) => at + 1)) };
      const bundle = await times(() => bundleOf(db, wanted));
      const { bundle: file } = await makeBundle({ db, quorum: 0 }, VIEWER, wanted);
      // The leaves that were added to measure an act.
      size = (await seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] }))?.size ?? size;
      progress(`log: verifying ${many}`);
      const verifying = performance.now();
      const differences = await compareLog(db, undefined, threads);
      const verified = size / secondsSince(verifying);
      if (differences.length > 0) throw new Error(`The log of the benchmark has faults: ${differences[0]?.detail}`);
      figures.push(
        figure('act', 'leaf of an act, ms', ...act),
        figure('seal', 'sealed, leaves/s', sealed),
        figure('proof', 'inclusion proof, ms', ...proof),
        figure('bundle', 'bundle of 50 events, ms', ...bundle),
        figure('bundle-size', 'bundle of 50 events, KB', file.length / 1024),
        figure('verify', 'whole log verified, leaves/s', verified),
      );
    }
    return figures;
  } finally {
    await stop();
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

/** Median and 95th percentile, in milliseconds. */
async function times(work: () => Promise<number | undefined>): Promise<[p50: number, p95: number]> {
  const took: number[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    const began = performance.now();
    const measured = await work();
    took.push(measured ?? performance.now() - began);
  }
  return [quantile(took, 0.5), quantile(took, 0.95)];
}

/** The time that the leaf takes within the transaction of an act. */
function leafOfAnAct(db: Database): Promise<number> {
  const about = { event: 'acknowledged', seq: 1, digest: '0'.repeat(64) } as const;
  const leaf: AuditLeaf = { v: 2, at: new Date().toISOString(), operation: 'alteration', by: VIEWER, about };
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    const began = performance.now();
    await addLeaves(tx, [leaf]);
    return performance.now() - began;
  });
}

async function bundleOf(db: Database, wanted: Parameters<typeof makeBundle>[2]): Promise<undefined> {
  await makeBundle({ db, quorum: 0 }, VIEWER, wanted);
}

async function prove(db: Database, index: number, size: number): Promise<undefined> {
  const hashes = await readTileHashes(db, inclusionRanges(index, size), size);
  inclusionProof(index, size, (range) => hashes.rangeHash(range));
}

/** Leaves for each transaction: an act writes a few. */
const TRANSACTION = 50;

/** Adds leaves as acts do, in small transactions. Every so often one is of the referral that is proved. */
async function addMany(databaseUrl: string, count: number, referralId: string): Promise<void> {
  const client = new Client({ connectionString: urlAs(databaseUrl, 'liaise_engine') });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    const step = Math.max(1, Math.floor(count / EVENTS));
    await client.query(`DO $$
      DECLARE first integer := 0;
      BEGIN
        WHILE first < ${count} LOOP
          INSERT INTO audit_leaf (at, operation, referral_id, leaf)
          SELECT date_trunc('milliseconds', now()), 'alteration', own.referral, jsonb_build_object(
            'v', 2, 'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'operation', 'alteration',
            'by', jsonb_build_object('kind', 'person', 'personId', 'officer.' || n % 97, 'agencyId', 'fi-' || n % 31,
                                     'roles', jsonb_build_array('partner-officer')),
            'via', jsonb_build_object('channel', 'page', 'session', md5(n::text), 'address', 'private'),
            'referralId', own.referral, 'reference', 'XR-2026-' || lpad((n % 999999)::text, 6, '0'),
            'about', jsonb_build_object('event', 'acknowledged', 'seq', CASE WHEN own.is THEN n / ${step} + 1 ELSE 7 END,
                                        'digest', md5(n::text) || md5(n::text)),
            'change', jsonb_build_object('status', jsonb_build_array('received', 'referred')))
          FROM generate_series(first, least(first + ${TRANSACTION}, ${count}) - 1) n
          CROSS JOIN LATERAL (SELECT n % ${step} = 0 AND n / ${step} < ${EVENTS} AS is) mark
          CROSS JOIN LATERAL (SELECT mark.is, CASE WHEN mark.is THEN '${referralId}'::uuid
                              ELSE md5((n / 10)::text)::uuid END AS referral) own;
          COMMIT;
          first := first + ${TRANSACTION};
        END LOOP;
      END $$`);
  } finally {
    await client.end();
  }
}
