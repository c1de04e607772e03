/** Files with the rows of each table in the text format of COPY: written for one batch, copied and deleted. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { TABLE_NAMES, TABLES, type TableTemplate } from './row-template.ts';
import type { SimulatedCopy } from './simulated-copies.ts';

/** The path of the file of each table. */
export type TableFiles = ReadonlyMap<TableTemplate, string>;

let batches = 0;

/** Writes the rows of the next referrals, at most `count`. */
export async function writeFiles(folder: string, copies: Iterator<SimulatedCopy>, count: number): Promise<TableFiles> {
  batches += 1;
  const paths = new Map(TABLE_NAMES.map((table) => [table, join(folder, `${table}-${batches}.tsv`)]));
  const files = new Map([...paths].map(([table, path]) => [table, createWriteStream(path)]));
  for (let n = 0; n < count; n += 1) {
    const { done, value: copy } = copies.next();
    if (done) break;
    for (const [table, file] of files) {
      const text = copy.pattern[table](copy.filling);
      if (text !== '' && !file.write(text)) await once(file, 'drain');
    }
  }
  for (const file of files.values()) await new Promise((done) => file.end(done));
  return paths;
}

/** Copies each file into its table, and deletes it. */
export async function copyFiles(client: Client, files: TableFiles): Promise<void> {
  for (const [table, path] of files) {
    await client.query(`COPY ${table} (${TABLES[table]}) FROM '${path}'`);
    await rm(path);
  }
}

/** Saves the last reference number of each year. */
export async function saveCounters(client: Client, counters: ReadonlyMap<number, number>): Promise<void> {
  await client.query(
    `INSERT INTO reference_counter (year, last) SELECT * FROM unnest($1::int[], $2::int[])
     ON CONFLICT (year) DO UPDATE SET last = greatest(reference_counter.last, EXCLUDED.last)`,
    [[...counters.keys()], [...counters.values()]],
  );
}
