/** Backs a large database up and restores it, as docs/operations.md describes. */

import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { urlAs } from '../../dev/postgres.ts';
import type { Measurement } from '../measurements.ts';
import { measureProgram } from './commands.ts';

const RESTORED = 'liaise_restored';

/**
 * Needs `pg_dump` and `pg_restore` in the path, of the version of the server or a later one. With earlier ones, nothing is
 * measured.
 *
 * @param databaseUrl of the administrator
 */
export async function measureBackup(
  databaseUrl: string,
  folder: string,
  referrals: number,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    const [needed, found] = [Number.parseInt(rows[0]?.server_version ?? '', 10), await versionOfProgram()];
    if (found < needed) {
      progress(`backup: not measured, because pg_dump of PostgreSQL ${needed} or later is not in the path`);
      return [];
    }
    const file = join(folder, 'liaise.dump');
    const dumped = await measureProgram(
      {
        ...{ name: 'backup', label: 'backup (pg_dump)', command: 'pg_dump' },
        args: ['--enable-row-security', '--format=custom', `--file=${file}`, urlAs(databaseUrl, 'liaise_reader')],
      },
      referrals,
    );
    const { size } = await stat(file);
    await client.query(`CREATE DATABASE ${RESTORED}`);
    const target = new URL(databaseUrl);
    target.pathname = RESTORED;
    const restored = await measureProgram(
      {
        ...{ name: 'restore', label: 'restore (pg_restore)', command: 'pg_restore' },
        args: ['--no-owner', '--exit-on-error', `--dbname=${target.href}`, file],
      },
      referrals,
    );
    await client.query(`DROP DATABASE ${RESTORED}`);
    const label = 'backup, file, MB';
    return [...dumped, { of: 'liaise', name: `scale-backup-file-${referrals}`, label, value: size / 1e6 }, ...restored];
  } finally {
    await client.end();
  }
}

/** The major version of `pg_dump`; 0 if there is none. */
async function versionOfProgram(): Promise<number> {
  const { stdout } = await promisify(execFile)('pg_dump', ['--version']).catch(() => ({ stdout: '' }));
  return Number.parseInt(/ (\d+)/.exec(stdout)?.[1] ?? '0', 10);
}
