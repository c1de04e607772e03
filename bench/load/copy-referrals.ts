/** Loads copies of simulated referrals with one COPY for each table, without an act for any of them. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { countryShares } from './countries.ts';
import { loadDirectory, SENDERS } from './directory.ts';
import { type Filling, type Pattern, TABLE_NAMES, TABLES } from './row-template.ts';

/** One referral: its pattern, its id, and by how many milliseconds its instants are later than those of the pattern. */
export interface Copy extends Pick<Filling, 'id' | 'later'> {
  pattern: Pattern;
}

/** @param databaseUrl of the administrator of a PostgreSQL on this machine, which reads the rows from files */
export async function copyReferrals(databaseUrl: string, copies: Iterable<Copy>): Promise<void> {
  const folder = await temporaryFolder('copies');
  // PostgreSQL may run as another user.
  await chmod(folder.path, 0o755);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await loadDirectory(client, countryShares());
    const { rows } = await client.query<{ last: number }>(
      'SELECT coalesce(max(last), 0) AS last FROM reference_counter',
    );
    let last = rows[0]?.last ?? 0;
    const files = new Map(TABLE_NAMES.map((table) => [table, createWriteStream(join(folder.path, `${table}.tsv`))]));
    const [one = '', two = '', three = '', four = ''] = countryShares().map(({ country }) => country);
    for (const { pattern, ...copy } of copies) {
      last += 1;
      const reference = `XR-2026-${String(last).padStart(6, '0')}`;
      const filling: Filling = { ...copy, reference, sender: SENDERS[0].id, countries: [one, two, three, four, 'AQ'] };
      for (const [table, file] of files) {
        const text = pattern[table](filling);
        if (text !== '' && !file.write(text)) await once(file, 'drain');
      }
    }
    for (const file of files.values()) await new Promise((done) => file.end(done));
    for (const [table, { path }] of files) {
      await client.query(`COPY ${table} (${TABLES[table]}) FROM '${path}'`);
    }
    await client.query(
      `INSERT INTO reference_counter (year, last) VALUES (2026, $1)
       ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`,
      [last],
    );
    for (const table of files.keys()) await client.query(`ANALYZE ${table}`);
  } finally {
    await client.end();
    await folder.remove();
  }
}
