/** Configuration of an entry point: all errors are reported at once, and no value is repeated. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ConfigFault, readClientConfig, readDatabaseUrls, readTriageWeights } from '../../../client/platform/config.ts';
import { temporaryFolder } from '../../../dev/temporary-folder.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { defaultGuardPolicy } from '../../../domain/guard/policy.ts';
import { newKeyFile } from '../../../domain/keyring.ts';
import builtInWeights from '../../../domain/routing/weights.json' with { type: 'json' };
import { DEFAULT_WEIGHTS } from '../../../domain/routing/weights.ts';
import { atEnd } from '../../support/at-end.ts';

let folder: string;
let enough: Record<string, string>;

beforeAll(async () => {
  const temporary = await temporaryFolder('config');
  atEnd(temporary.remove);
  folder = temporary.path;
  enough = {
    LIAISE_DATABASE_URL: 'postgresql://liaise:s3cret@db.example:5432/liaise',
    LIAISE_TEMPORAL_ADDRESS: 'temporal.example:7233',
    LIAISE_KEY_FILE: await file('keys.json', newKeyFile('2026-11')),
    LIAISE_ERASURE_REGISTER_FILE: '/erasures/erasures.jsonl',
  };
});

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What the process would say, and stop. */
function faultOf(environment: Record<string, string>): string {
  try {
    readClientConfig(environment);
  } catch (error) {
    if (error instanceof ConfigFault) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('the configuration', () => {
  test('needs four variables; the other defaults are secure', () => {
    const config = readClientConfig(enough);
    expect(config).toMatchObject({
      temporal: { address: 'temporal.example:7233', namespace: 'default' },
      policies: defaultPolicies,
      localIdentity: false,
    });
    expect(config.keyring.currentKeyId).toBe('2026-11');
  });

  test('names every fault at once', () => {
    expect(faultOf({}).split('\n')).toEqual([
      'The configuration is not usable:',
      expect.stringMatching(/^ {2}LIAISE_DATABASE_URL: /),
      expect.stringMatching(/^ {2}LIAISE_TEMPORAL_ADDRESS: /),
      expect.stringMatching(/^ {2}LIAISE_KEY_FILE: /),
      expect.stringMatching(/^ {2}LIAISE_ERASURE_REGISTER_FILE: /),
    ]);
  });

  test('reads the password of each role of the database from a file', async () => {
    const at = (role: string) => `postgresql://liaise_${role}@db.example:5432/liaise`;
    const urls = readDatabaseUrls({
      LIAISE_DATABASE_URL: at('pages'),
      LIAISE_DATABASE_PASSWORD_FILE: await file('pages-password', 'p@ss/1\n'),
      LIAISE_READER_DATABASE_URL: at('reader'),
      LIAISE_READER_DATABASE_PASSWORD_FILE: await file('reader-password', 'two'),
    });
    const own = 'postgresql://liaise_pages:p%40ss%2F1@db.example:5432/liaise';
    expect(urls).toEqual({
      databaseUrl: own,
      engineDatabaseUrl: own,
      readerDatabaseUrl: 'postgresql://liaise_reader:two@db.example:5432/liaise',
    });
  });

  test('never repeats a value', () => {
    const wrong = {
      LIAISE_DATABASE_URL: 'mysql://liaise:s3cret@db.example/x',
      LIAISE_TEMPORAL_ADDRESS: 's3cret host',
      LIAISE_TEMPORAL_NAMESPACE: '',
      LIAISE_LOCAL_IDENTITY: 's3cret',
    };
    const said = faultOf({ ...enough, ...wrong });
    for (const name of Object.keys(wrong)) expect(said).toContain(name);
    expect(said).not.toContain('s3cret');
  });

  test('lets the command line act as a named person if the setting permits it', () => {
    expect(readClientConfig({ ...enough, LIAISE_LOCAL_IDENTITY: 'allow' }).localIdentity).toBe(true);
  });
});

describe('the key file', () => {
  const withKeys = (path: string) => faultOf({ ...enough, LIAISE_KEY_FILE: path });

  test('that is not there is named', () => {
    const path = join(folder, 'nowhere.json');
    expect(withKeys(path)).toBe(`LIAISE_KEY_FILE: there is no readable file at ${path}.`);
  });

  test('that is invalid is refused, naming fields and never keys', async () => {
    const keys = newKeyFile('2026-11');
    const broken = { current: '2026-12', keys: { ...keys.keys, '2026-12': 'c2hvcnQ=' }, digest: keys.digest };
    const said = withKeys(await file('short.json', broken));
    expect(said).toContain('keys.2026-12: must be 32 bytes in base64');
    expect(said).not.toContain('c2hvcnQ=');
    expect(withKeys(await file('absent.json', { ...keys, current: '2026-12' }))).toContain(
      'current: must be the id of a key',
    );
    expect(withKeys(await file('text.json', `{"current": ${keys.digest}`))).not.toContain(keys.digest.slice(0, 8));
  });
});

describe('the file of weights', () => {
  test('replaces the built-in weights, also for commands without an installation', async () => {
    const LIAISE_TRIAGE_WEIGHTS_FILE = await file('weights.json', { ...builtInWeights, version: 'ours-1' });
    const { triageWeights } = readClientConfig({ ...enough, LIAISE_TRIAGE_WEIGHTS_FILE });
    expect(triageWeights.data.version).toBe('ours-1 data');
    expect(readTriageWeights({ LIAISE_TRIAGE_WEIGHTS_FILE })).toEqual(triageWeights);
    expect(readTriageWeights({})).toEqual(DEFAULT_WEIGHTS);
  });

  test('is refused with the names of the wrong fields', async () => {
    const LIAISE_TRIAGE_WEIGHTS_FILE = await file('wrong.json', { ...builtInWeights, margin: 2, points: {} });
    expect(faultOf({ ...enough, LIAISE_TRIAGE_WEIGHTS_FILE })).toMatch(
      /^LIAISE_TRIAGE_WEIGHTS_FILE: .*points.*margin/s,
    );
  });
});

describe('the guard policy file', () => {
  test('replaces the built-in bounds', async () => {
    const bounds = { opaque: 512, identifiers: 4096, hashes: 50 };
    const LIAISE_GUARD_POLICY_FILE = await file('guard.json', bounds);
    expect(readClientConfig({ ...enough, LIAISE_GUARD_POLICY_FILE }).guardPolicy).toEqual(bounds);
    expect(readClientConfig(enough).guardPolicy).toEqual(defaultGuardPolicy);
  });

  test('is refused with the names of the wrong fields', async () => {
    const LIAISE_GUARD_POLICY_FILE = await file('wrong.json', { opaque: -1, identifiers: 4096 });
    expect(faultOf({ ...enough, LIAISE_GUARD_POLICY_FILE })).toMatch(/^LIAISE_GUARD_POLICY_FILE: .*opaque.*hashes/s);
  });
});

describe('the clock policy file', () => {
  test('takes the place of the built-in policy', async () => {
    const LIAISE_CLOCK_POLICY_FILE = await file('policy.json', { ...defaultPolicies, version: 'ours-1' });
    expect(readClientConfig({ ...enough, LIAISE_CLOCK_POLICY_FILE }).policies.version).toBe('ours-1');
  });

  test('with an error is refused as a whole', async () => {
    const unsound = { ...defaultPolicies, clocks: defaultPolicies.clocks.slice(1) };
    const said = faultOf({ ...enough, LIAISE_CLOCK_POLICY_FILE: await file('unsound.json', unsound) });
    expect(said).toMatch(/^LIAISE_CLOCK_POLICY_FILE: .*triage/s);
    const text = faultOf({ ...enough, LIAISE_CLOCK_POLICY_FILE: await file('no.json', 'clocks: none') });
    expect(text).toBe('LIAISE_CLOCK_POLICY_FILE: is not JSON.');
  });
});
