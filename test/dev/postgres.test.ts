/** The embedded PostgreSQL: starts, restarts, crashes, and the errors of a start. */

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

/** The error message of a start that fails. It is one line. */
async function fault(dataDir: string, port?: number): Promise<string> {
  const refused = await startPostgres({ dataDir, port, throwaway: true }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StackFault);
  const { message } = refused as StackFault;
  expect(message.split('\n')).toHaveLength(1);
  return message;
}

/** The error message of a start with --fresh, which would delete the folder. */
async function freshStartFault(folder: string, port?: number): Promise<string> {
  const output = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    output.mockRestore();
    process.exitCode = undefined;
  });
  await runUntilStopped({
    folder,
    flags: { fresh: true, yes: true },
    usualPorts: { postgres: port ?? (await ownPort()) },
    start: () => Promise.reject(new Error('The folder was emptied.')),
    addresses: () => ({}),
  });
  return String(output.mock.lastCall?.[0]);
}

/** Created once for all tests, because this takes longest. Its first start was interrupted. */
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

describe('a restart', () => {
  test('repeats a first start that was interrupted', async () => {
    expect(await readdir(join(folder, 'cluster'))).toEqual(['postgres']);
  });

  test('is of PostgreSQL 18, and keeps the data', async () => {
    const first = await start(dataDir);
    expect(await ask(first.url, 'SHOW server_version')).toMatchObject([
      { server_version: expect.stringMatching(/^18/) },
    ]);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  });

  test('is possible after a stop, which ends open sessions and can be repeated', async () => {
    const postgres = await start(dataDir);
    const client = new Client({ connectionString: postgres.url });
    const errors: Error[] = [];
    client.on('error', (error) => errors.push(error));
    await client.connect();
    await postgres.stop();
    await postgres.stop();
    await expect.poll(() => errors).not.toEqual([]);
  });

  test('succeeds although a killed server has left its lock file', async () => {
    const first = await start(dataDir);
    await ask(first.url, 'CREATE TABLE left_behind AS SELECT 7 AS number');
    const lock = await readFile(join(dataDir, 'postmaster.pid'));
    await first.stop();
    // The process id in the file now belongs to another process, as after a restart of the machine.
    await writeFile(join(dataDir, 'postmaster.pid'), lock.toString().replace(/^\d+/, String(process.pid)));
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT number FROM left_behind')).toEqual([{ number: 7 }]);
  });
});

describe('the error is one sentence with the remedy for', () => {
  test('a busy port', async () => {
    const port = Number(new URL(inject('templateUrl')).port);
    expect(await fault(await newFolder(), port)).toMatch(`PostgreSQL needs port ${port}, which is busy: stop what`);
  });

  test('a folder in use by another server', async () => {
    await start(dataDir);
    const inUse = /^Another Liaise uses .* \(process \d+\): stop that one first, with Ctrl-C where it was started\.$/;
    expect(await fault(dataDir)).toMatch(inUse);
    // A start with --fresh does not empty it either, alone or as a part of `.liaise`.
    expect(await freshStartFault(join(folder, 'cluster'))).toMatch(inUse);
    expect(await freshStartFault(folder)).toMatch(inUse);
    expect(await readdir(dataDir)).toContain('PG_VERSION');
  });

  test('a busy port, before a folder is emptied', async () => {
    const folder = await testFolder();
    await writeFile(join(folder, 'kept'), '');
    const port = Number(new URL(inject('templateUrl')).port);
    expect(await freshStartFault(folder, port)).toMatch(`This stack needs port ${port}, which is busy: stop what`);
    expect(await readdir(folder)).toEqual(['kept']);
  });

  test('a folder with other files', async () => {
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
    expect(await fault(dataDir)).toMatch(/was created by another version of PostgreSQL than 18: move it away/);
  });

  test('a folder whose files are damaged', async () => {
    await writeFile(join(dataDir, 'global/pg_control'), 'x');
    expect(await fault(dataDir)).toMatch(
      /^PostgreSQL cannot start from .* \(.+\): move that folder away or start with/,
    );
  });
});
