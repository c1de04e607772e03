/** Each process has the keys that it needs and no others, in clear or wrapped by a key service. */

import { describe, expect, test } from 'vitest';
import { newKeyFile, parseKeyring, parseKeys } from '../../../domain/keyring.ts';
import type { KeyService } from '../../../domain/keys/key-provider.ts';
import {
  keysOfProcess,
  PROCESS_KEYS,
  PROCESSES,
  type ProcessName,
  PURPOSES,
  plainFile,
  wrappedFile,
} from '../../../domain/keys/process-keys.ts';
import type { Place } from '../../../domain/keys/sealing.ts';

const installation = newKeyFile('k1');
const text = JSON.stringify(installation);
const whole = parseKeyring(text);
const plain = new Uint8Array([1, 2, 3]);
const HERE: Place = ['data-key', 'referral-1', 'k1'];
const ringOf = async (process: ProcessName) =>
  parseKeyring(JSON.stringify(await plainFile(keysOfProcess(parseKeys(text), process))));

describe.each(PROCESSES)('the key file of %s', (process) => {
  const needed: readonly string[] = PROCESS_KEYS[process];

  test('opens what the installation sealed for its purposes, and nothing else', async () => {
    const ring = await ringOf(process);
    for (const purpose of PURPOSES) {
      const { keyId, sealed } = whole.seal(purpose, plain, HERE);
      if (needed.includes(purpose)) expect(ring.open(purpose, keyId, sealed, HERE)).toEqual(plain);
      else expect(() => ring.open(purpose, keyId, sealed, HERE)).toThrow(`no key for the purpose "${purpose}"`);
    }
  });

  test('has the digest key only if it makes digests', async () => {
    const ring = await ringOf(process);
    if (needed.includes('digest')) expect(ring.digest('a')).toBe(whole.digest('a'));
    else expect(() => ring.digest('a')).toThrow('has no digest key');
  });

  test('has no key of the installation, from which all others follow', async () => {
    const file = JSON.stringify(await plainFile(keysOfProcess(parseKeys(text), process)));
    expect(file).not.toContain(installation.keys['k1']);
    expect(JSON.parse(file)).toMatchObject({ process, wrapped: false });
  });
});

test('workers read no particulars and no cookies', () => {
  expect(PROCESS_KEYS.worker).toEqual(['payload', 'proposal', 'token']);
});

test('links of earlier letters, which the digest key made, stay valid where the digest key is', async () => {
  expect(whole.tokens('a')).toEqual([expect.any(String), whole.digest('a')]);
  expect((await ringOf('worker')).tokens('a')).toEqual(whole.tokens('a').slice(0, 1));
});

describe('a file whose keys are wrapped', () => {
  const holder = parseKeyring(JSON.stringify(newKeyFile('kms:1'))).dataKeys;
  let connections = 0;
  const service: KeyService = {
    ...holder,
    connect: async () => {
      connections += 1;
    },
  };
  const file = async (process: ProcessName = 'web') =>
    JSON.stringify(
      await wrappedFile(keysOfProcess(parseKeys(text), process), async (key, place) => ({
        keyId: service.currentKeyId,
        wrapped: await service.wrap(service.currentKeyId, key, place),
      })),
    );

  test('needs the service, and can be used as soon as the service has unwrapped the keys', async () => {
    expect(() => parseKeyring('{"wrapped":true,"current":"k1","purposes":{},"digests":[]}')).toThrow(
      'Set LIAISE_KEY_SERVICE too',
    );
    const ring = parseKeyring(await file(), service);
    expect(() => ring.digest('a')).toThrow('has not unwrapped the keys yet');
    await Promise.all([ring.ready(), ring.ready()]);
    expect(connections).toBe(1);
    expect(ring.digest('a')).toBe(whole.digest('a'));
    const { keyId, sealed } = whole.seal('payload', plain, HERE);
    expect(ring.open('payload', keyId, sealed, HERE)).toEqual(plain);
  });

  test('has no usable key without the service', async () => {
    const wrapped = await file();
    for (const keys of Object.values(parseKeys(text).purposes)) {
      for (const key of Object.values(keys)) expect(wrapped).not.toContain(Buffer.from(key).toString('base64'));
    }
  });

  test('is refused if a key was moved to another purpose', async () => {
    const moved = JSON.parse(await file());
    moved.purposes.session = moved.purposes.payload;
    await expect(parseKeyring(JSON.stringify(moved), service).ready()).rejects.toThrow();
  });

  test('tries again after the service did not answer', async () => {
    let isAway = true;
    const away: KeyService = {
      ...service,
      connect: async () => {
        if (isAway) throw new Error('away');
      },
    };
    const ring = parseKeyring(await file(), away);
    await expect(ring.ready()).rejects.toThrow('away');
    isAway = false;
    await ring.ready();
    expect(ring.digest('a')).toBe(whole.digest('a'));
  });

  test('wraps the keys of referrals with the service, and opens what the key file wrapped before', async () => {
    const ring = parseKeyring(await file(), service);
    await ring.ready();
    const { dataKeys } = ring;
    expect([dataKeys.isRemote, dataKeys.currentKeyId]).toEqual([true, 'kms:1']);
    const before = whole.seal('data-key', plain, HERE).sealed;
    expect(await dataKeys.unwrap('k1', before, HERE)).toEqual(plain);
    const wrapped = await dataKeys.wrap('kms:1', plain, HERE);
    expect(await holder.unwrap('kms:1', wrapped, HERE)).toEqual(plain);
    expect(await dataKeys.has('k2')).toBe(false);
  });
});

describe('a key file of a process that is not usable', () => {
  test.each<[string, object, RegExp]>([
    ['lacks its parts', { wrapped: false }, /current: .*purposes: .*digests: /],
    [
      'has a key of a wrong length',
      { wrapped: false, current: 'k1', purposes: { payload: { k1: 'AAAA' } }, digests: [] },
      /purposes\.payload\.k1: must be 32 bytes/,
    ],
    ['has an unknown purpose', { wrapped: false, current: 'k1', purposes: { all: {} }, digests: [] }, /purposes/],
  ])('%s', (_, content, fault) => {
    expect(() => parseKeyring(JSON.stringify(content))).toThrow(fault);
  });
});
