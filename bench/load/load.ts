/** Fills a migrated database with years of simulated referrals, written as the rows that the engine writes. */

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { compareWithJournal, knownReferrals } from '../../prisma/store/rebuild.ts';
import { mergeStatistics } from '../../prisma/store/statistics.ts';
import { countryShares } from './countries.ts';
import { loadDirectory, SENDERS } from './directory.ts';
import { type Pattern, patternOf, TABLE_NAMES, TABLES, type TableTemplate } from './row-template.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { simulateReferral } from './simulated-referrals.ts';

export interface Load {
  databaseUrl: string;
  referrals: number;
  progress(line: string): void;
}

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;

/** The retention period of referrals. */
const WEEKS = 156;

/** The share of recent referrals, which may have any status. */
const OPEN_SHARE = 0.08;
const OPEN_DAYS = 45;

/**
 * Adds simulated referrals. PostgreSQL reads the rows from files, so it must run on this machine, and the login must be that
 * of its administrator.
 */
export async function load({ databaseUrl, referrals, progress }: Load): Promise<void> {
  const chance = seededRandom(1);
  const folder = await temporaryFolder('load');
  // PostgreSQL may run as another user.
  await chmod(folder.path, 0o755);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ last: number | null }>('SELECT max(last) AS last FROM reference_counter');
    progress('simulating referrals');
    const patterns = patternsUntil(chance, Date.now());
    progress('writing rows');
    const paths = await writeRows(chance, patterns, referrals, rows[0]?.last ?? 0, folder.path);
    await loadDirectory(client, countryShares());
    for (const [table, path] of paths) {
      progress(`loading ${table} (${Math.round((await stat(path)).size / 1e6).toLocaleString('en')} MB)`);
      await client.query(`COPY ${table} (${TABLES[table]}) FROM '${path}'`);
    }
    await client.query(COUNTED);
    progress('counting for statistics');
    await countForStatistics(databaseUrl);
    progress('analysing tables');
    for (const table of [
      ...paths.keys(),
      'agency',
      'contact_point',
      'statistic',
      'recipient_change',
      'party_change',
      'request_statistic',
      'request_change',
    ])
      await client.query(`VACUUM ANALYZE ${table}`);
    await checkAgainstJournals(databaseUrl);
  } finally {
    await client.end();
    await folder.remove();
  }
}

async function countForStatistics(databaseUrl: string): Promise<void> {
  const db = connectDatabase({ databaseUrl, connections: 1 });
  try {
    await mergeStatistics(db);
  } finally {
    await db.$disconnect();
  }
}

const SAMPLE = 100;

/** @throws Error if the rows of a sampled referral differ from its journal. */
async function checkAgainstJournals(databaseUrl: string): Promise<void> {
  const db = connectDatabase({ databaseUrl, connections: 1 });
  try {
    for (const id of await knownReferrals(db, undefined, SAMPLE)) {
      const { differs } = await compareWithJournal(db, id);
      if (differs.length > 0) throw new Error(`Rows of ${id} differ from its journal: ${differs.join()}.`);
    }
  } finally {
    await db.$disconnect();
  }
}

const COUNTED = `INSERT INTO reference_counter (year, last)
  SELECT split_part(reference, '-', 2)::int, max(split_part(reference, '-', 3)::int) FROM referral GROUP BY 1
  ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`;

interface Patterns {
  over: Pattern[];
  open: Pattern[];
}

/** Closed referrals are shifted by whole weeks, so that days keep their limits. Open referrals end now. */
function patternsUntil(chance: SeededRandom, now: number): Patterns {
  const instant = (milliseconds: number) => new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
  const longAgo = now - (WEEKS + 26) * WEEK;
  const over = Array.from({ length: 300 }, () =>
    patternOf(simulateReferral(chance, instant(longAgo + chance.next() * WEEK), instant(now), true)),
  );
  const open = Array.from({ length: 300 }, () =>
    patternOf(simulateReferral(chance, instant(now - chance.next() ** 2 * OPEN_DAYS * DAY), instant(now), false)),
  );
  return { over, open };
}

async function writeRows(
  chance: SeededRandom,
  { over, open }: Patterns,
  referrals: number,
  last: number,
  folder: string,
): Promise<Map<TableTemplate, string>> {
  const files = new Map(TABLE_NAMES.map((table) => [table, createWriteStream(join(folder, `${table}.tsv`))]));
  const country = chance.weighted(countryShares(), ({ reports }) => reports);
  const sender = chance.weighted(SENDERS, ({ share }) => share);
  // In chronological order, as in a real database.
  const overs = Math.floor(referrals * (1 - OPEN_SHARE));
  for (let n = 1; n <= referrals; n += 1) {
    const isOpen = n > overs;
    const pattern = chance.pick(isOpen ? open : over);
    const filling = {
      id: chance.uuid(),
      reference: `XR-2026-${String(last + n).padStart(6, '0')}`,
      sender: sender().id,
      countries: fiveRandom(() => country().country),
      later: isOpen ? 0 : Math.floor((n / overs) * WEEKS) * WEEK,
    };
    for (const [table, file] of files) await copyRows(file, pattern[table](filling));
  }
  for (const file of files.values()) await new Promise((done) => file.end(done));
  return new Map([...files].map(([table, { path }]) => [table, String(path)]));
}

async function copyRows(file: WriteStream, text: string): Promise<void> {
  if (text !== '' && !file.write(text)) await once(file, 'drain');
}

function fiveRandom(next: () => string): [string, string, string, string, string] {
  const all = new Set<string>();
  while (all.size < 4) all.add(next());
  const [one = '', two = '', three = '', four = ''] = all;
  // Antarctica has no desk, so referrals to it are held.
  return [one, two, three, four, 'AQ'];
}
