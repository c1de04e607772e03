/** Fills a migrated database with years of simulated referrals, written as the rows that the engine writes. */

import { chmod } from 'node:fs/promises';
import { Client } from 'pg';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { knownReferrals } from '../../prisma/store/rebuild.ts';
import { mergeStatistics } from '../../prisma/store/statistics.ts';
import { countryShares } from './countries.ts';
import { loadDirectory } from './directory.ts';
import { copyFiles, saveCounters, type TableFiles, writeFiles } from './row-files.ts';
import { TABLE_NAMES } from './row-template.ts';
import { seededRandom } from './seeded-random.ts';
import { type SimulatedCopy, simulatedCopies } from './simulated-copies.ts';

export interface Load {
  databaseUrl: string;
  referrals: number;
  /** How many of them wait for triage; default: 2%. */
  waiting?: number;
  /** Referrals that are written to files, and then copied in one transaction. Memory and disk space depend on it. */
  batch?: number;
  progress(line: string): void;
}

const BATCH = 10_000;
const WAITING_SHARE = 0.02;

/**
 * Adds simulated referrals, in batches. An interrupted load leaves complete referrals. PostgreSQL reads the rows from files, so
 * it must run on this machine, and the login must be that of its administrator.
 */
export async function load({
  databaseUrl,
  referrals,
  waiting = Math.floor(referrals * WAITING_SHARE),
  batch = BATCH,
  progress,
}: Load): Promise<void> {
  const folder = await temporaryFolder('load');
  // PostgreSQL may run as another user.
  await chmod(folder.path, 0o755);
  const client = new Client({ connectionString: databaseUrl });
  const db = connectDatabase({ databaseUrl, connections: 1 });
  await client.connect();
  try {
    await loadDirectory(client, countryShares());
    progress('simulating referrals');
    const counters = await readCounters(client);
    // The seed determines the ids, so a second load of the same database has another one.
    const seed = 1 + [...counters.values()].reduce((sum, last) => sum + last, 0);
    const copies = simulatedCopies(seededRandom(seed), { referrals, waiting }, counters);
    await loadBatches({ client, db, folder: folder.path, copies, referrals, batch, counters, progress });
    progress('analysing tables');
    for (const table of [...TABLE_NAMES, ...OTHER_TABLES]) await client.query(`VACUUM ANALYZE ${table}`);
    await checkAgainstJournals(db);
  } finally {
    await db.$disconnect();
    await client.end();
    await folder.remove();
  }
}

/** Tables of changes that acts note for the statistics. */
const CHANGES = ['recipient_change', 'party_change', 'request_change'];
const OTHER_TABLES = ['agency', 'contact_point', 'statistic', 'request_statistic', 'open_deadline', ...CHANGES];

interface Batches {
  client: Client;
  db: Database;
  folder: string;
  copies: Iterator<SimulatedCopy>;
  referrals: number;
  batch: number;
  counters: Map<number, number>;
  progress(line: string): void;
}

/** Writes the files of each batch while PostgreSQL reads those of the one before. */
async function loadBatches({
  client,
  db,
  folder,
  copies,
  referrals,
  batch,
  counters,
  progress,
}: Batches): Promise<void> {
  const began = performance.now();
  let loading = Promise.resolve();
  const loadOne = async (files: TableFiles, numbers: ReadonlyMap<number, number>, done: number) => {
    await client.query('BEGIN');
    await copyFiles(client, files);
    await saveCounters(client, numbers);
    await client.query('COMMIT');
    await mergeStatistics(db);
    await client.query(`VACUUM ${CHANGES.join()}`);
    progress(progressLine(done, referrals, (performance.now() - began) / 1000));
  };
  try {
    for (let done = 0; done < referrals; ) {
      const count = Math.min(batch, referrals - done);
      const files = await writeFiles(folder, copies, count);
      await loading;
      done += count;
      loading = loadOne(files, new Map(counters), done);
      // A failure is reported when it is awaited.
      loading.catch(() => {});
    }
  } finally {
    await loading;
  }
}

function progressLine(done: number, all: number, seconds: number): string {
  const shown = (number: number) => Math.round(number).toLocaleString('en');
  const left = (seconds / done) * (all - done);
  return `${shown(done)} of ${shown(all)} referrals, ${shown(done / seconds)} a second, ${shown(left / 60)} minutes left`;
}

/** The last reference number of each year. */
async function readCounters(client: Client): Promise<Map<number, number>> {
  const { rows } = await client.query<{ year: number; last: number }>('SELECT year, last FROM reference_counter');
  return new Map(rows.map(({ year, last }) => [year, last]));
}

const SAMPLE = 100;

/** @throws Error if the rows of a sampled referral differ from its journal. */
async function checkAgainstJournals(db: Database): Promise<void> {
  for (const id of await knownReferrals(db, undefined, SAMPLE)) {
    const { differs } = await compareWithJournal(db, id);
    if (differs.length > 0) throw new Error(`Rows of ${id} differ from its journal: ${differs.join()}.`);
  }
}
