/** The embedded PostgreSQL as it is found, left, lost and found again. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { runUntilStopped } from '../../dev/long-running-stack.ts';
import { ownPort } from '../../dev/own-ports.ts';
import { type Postgres, startPostgres } from '../../dev/postgres.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';

async function start(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, throwaway: true });
  atEnd(postgres.stop);
  return postgres;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function newFolder(): Promise<string> {
  return join(await testFolder(), 'postgres');
}

/** The one sentence that a start ends with. */
async function fault(dataDir: string, port?: number): Promise<string> {
  const refused = await startPostgres({ dataDir, port, throwaway: true }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StackFault);
  const { message } = refused as StackFault;
  expect(message.split('\n')).toHaveLength(1);
  return message;
}

/** What a start that is to empty the folder first is refused with. */
async function freshStartFault(folder: string, port?: number): Promise<string> {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    said.mockRestore();
    process.exitCode = undefined;
  });
  await runUntilStopped({
    folder,
    flags: { fresh: true, yes: true },
    usualPorts: { postgres: port ?? (await ownPort()) },
    start: () => Promise.reject(new Error('It was emptied.')),
    addresses: () => ({}),
  });
  return String(said.mock.lastCall?.[0]);
}

/** Made once for all, which takes longest; its first start was interrupted. */
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await testFolder();
  dataDir = join(folder, 'cluster', 'postgres');
  await mkdir(join(folder, 'cluster'));
  await mkdir(`${dataDir}.unfinished`);
  await writeFile(join(`${dataDir}.unfinished`, 'half'), '');
  const { stop } = await startPostgres({ dataDir, throwaway: true });
  await stop();
});

describe('from one start to the next', () => {
  test('a first start that was interrupted is begun again', async () => {
    expect(await readdir(join(folder, 'cluster'))).toEqual(['postgres']);
  });

  test('it is PostgreSQL 18, and its data is there again', async () => {
    const first = await start(dataDir);
    expect(await ask(first.url, 'SHOW server_version')).toMatchObject([
      { server_version: expect.stringMatching(/^18/) },
    ]);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  });

  test('stopping ends the sessions that are open, and stopping twice is once', async () => {
    const postgres = await start(dataDir);
    const client = new Client({ connectionString: postgres.url });
    const errors: Error[] = [];
    client.on('error', (error) => errors.push(error));
    await client.connect();
    await postgres.stop();
    await postgres.stop();
    await expect.poll(() => errors).not.toEqual([]);
  });

  test('a server that was killed leaves a lock, which the next start does not mind', async () => {
    const first = await start(dataDir);
    await ask(first.url, 'CREATE TABLE left_behind AS SELECT 7 AS number');
    const lock = await readFile(join(dataDir, 'postmaster.pid'));
    await first.stop();
    // The number in it now belongs to somebody else, as after a restart of the machine: here, to this test.
    await writeFile(join(dataDir, 'postmaster.pid'), lock.toString().replace(/^\d+/, String(process.pid)));
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT number FROM left_behind')).toEqual([{ number: 7 }]);
  });
});

describe('what stands in the way is one sentence with the remedy', () => {
  test('a busy port', async () => {
    const port = Number(new URL(inject('templateUrl')).port);
    expect(await fault(await newFolder(), port)).toMatch(`PostgreSQL needs port ${port}, which is busy: stop what`);
  });

  test('a folder in use by another server', async () => {
    await start(dataDir);
    const inUse = /^Another Liaise uses .* \(process \d+\): stop that one first, with Ctrl-C where it was started\.$/;
    expect(await fault(dataDir)).toMatch(inUse);
    // Nor is it emptied, by itself or with all that is in `.liaise`.
    expect(await freshStartFault(join(folder, 'cluster'))).toMatch(inUse);
    expect(await freshStartFault(folder)).toMatch(inUse);
    expect(await readdir(dataDir)).toContain('PG_VERSION');
  });

  test('a busy port, before anything is emptied', async () => {
    const folder = await testFolder();
    await writeFile(join(folder, 'kept'), '');
    const port = Number(new URL(inject('templateUrl')).port);
    expect(await freshStartFault(folder, port)).toMatch(`This stack needs port ${port}, which is busy: stop what`);
    expect(await readdir(folder)).toEqual(['kept']);
  });

  test('a folder with something else in it', async () => {
    const dataDir = await newFolder();
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'diary.txt'), 'dear');
    expect(await fault(dataDir)).toMatch(/is not a data folder of PostgreSQL: move it away or start with --fresh/);
    expect(await readFile(join(dataDir, 'diary.txt'), 'utf8')).toBe('dear');
  });

  test('a folder of another version', async () => {
    const dataDir = await newFolder();
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'PG_VERSION'), '14\n');
    expect(await fault(dataDir)).toMatch(/was made by another PostgreSQL than 18: move it away/);
  });

  test('a folder whose files are damaged', async () => {
    await writeFile(join(dataDir, 'global/pg_control'), 'x');
    expect(await fault(dataDir)).toMatch(
      /^PostgreSQL cannot start from .* \(.+\): move that folder away or start with/,
    );
  });
});
