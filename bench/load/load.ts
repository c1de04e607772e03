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
  // Batches are copied on two connections, because PostgreSQL uses one processor for each.
  const clients = [client, new Client({ connectionString: databaseUrl })];
  // One for each, since a merge of statistics waits for another one longer than Prisma waits for a connection.
  const db = connectDatabase({ databaseUrl, connections: clients.length });
  for (const each of clients) await each.connect();
  try {
    await loadDirectory(client, countryShares());
    progress('simulating referrals');
    const counters = await readCounters(client);
    // The seed determines the ids, so a second load of the same database has another one.
    const seed = 1 + [...counters.values()].reduce((sum, last) => sum + last, 0);
    const copies = simulatedCopies(seededRandom(seed), { referrals, waiting }, counters);
    await loadBatches({ clients, db, folder: folder.path, copies, referrals, batch, counters, progress });
    progress('analysing tables');
    for (const table of [...TABLE_NAMES, ...OTHER_TABLES]) await client.query(`VACUUM ANALYZE ${table}`);
    await checkAgainstJournals(db);
  } finally {
    await db.$disconnect();
    for (const each of clients) await each.end();
    await folder.remove();
  }
}

/** Tables of changes that acts note for the statistics. */
const CHANGES = ['recipient_change', 'party_change', 'request_change'];
const OTHER_TABLES = ['agency', 'contact_point', 'statistic', 'request_statistic', 'open_deadline', ...CHANGES];

interface Batches {
  clients: readonly Client[];
  db: Database;
  folder: string;
  copies: Iterator<SimulatedCopy>;
  referrals: number;
  batch: number;
  counters: Map<number, number>;
  progress(line: string): void;
}

/** Writes the files of each batch while PostgreSQL reads those of the batches before, one on each connection. */
async function loadBatches({
  clients,
  db,
  folder,
  copies,
  referrals,
  batch,
  counters,
  progress,
}: Batches): Promise<void> {
  const began = performance.now();
  let loaded = 0;
  const loadOne = async (client: Client, files: TableFiles, numbers: ReadonlyMap<number, number>, count: number) => {
    await client.query('BEGIN');
    await copyFiles(client, files);
    await saveCounters(client, numbers);
    await client.query('COMMIT');
    await mergeStatistics(db);
    await client.query(`VACUUM ${CHANGES.join()}`);
    loaded += count;
    progress(progressLine(loaded, referrals, (performance.now() - began) / 1000));
  };
  const lanes = clients.map((client) => ({ client, loading: Promise.resolve() }));
  try {
    for (let done = 0; done < referrals; ) {
      for (const lane of lanes) {
        const count = Math.min(batch, referrals - done);
        if (count === 0) break;
        const files = await writeFiles(folder, copies, count);
        await lane.loading;
        done += count;
        lane.loading = loadOne(lane.client, files, new Map(counters), count);
        // A failure is reported when it is awaited.
        lane.loading.catch(() => {});
      }
    }
  } finally {
    await Promise.all(lanes.map(({ loading }) => loading));
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
