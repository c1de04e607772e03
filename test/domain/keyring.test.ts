/** Encryption with key ids: data can be decrypted after a rotation, and never after a change. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyFile, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Purpose } from '../../domain/keys/process-keys.ts';
import { decryptUnplaced, decryptWith, encryptWith, type Place } from '../../domain/keys/sealing.ts';

const plain = new TextEncoder().encode('Words that nobody else may read.');
const ringOf = (file: KeyFile) => parseKeyring(JSON.stringify(file));

/** The file after a rotation: a new key seals, the old one still opens. */
function rotated(file: KeyFile, keyId: string): KeyFile {
  const fresh = newKeyFile(keyId);
  return { current: keyId, keys: { ...file.keys, ...fresh.keys }, digest: file.digest };
}

const file = newKeyFile('k1');
const ring = ringOf(file);
/** A place to seal for. */
const HERE: Place = ['data-key', 'referral-1', 'k1'];
const purposes: Purpose[] = ['payload', 'data-key'];

describe('sealing', () => {
  test('is reversed by opening, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom(...purposes), (bytes, purpose) => {
        const { keyId, sealed } = ring.seal(purpose, bytes, HERE);
        expect(keyId).toBe('k1');
        expect(ring.open(purpose, keyId, sealed, HERE)).toEqual(bytes);
      }),
    );
  });

  test('the same value twice gives different ciphertexts without the plain bytes', () => {
    const [one, other] = [ring.seal('payload', plain, HERE).sealed, ring.seal('payload', plain, HERE).sealed];
    expect(Buffer.from(one).equals(other)).toBe(false);
    expect(Buffer.from(one).includes(Buffer.from(plain))).toBe(false);
  });

  test('for one purpose does not open for another', () => {
    const { keyId, sealed } = ring.seal('payload', plain, HERE);
    expect(() => ring.open('data-key', keyId, sealed, HERE)).toThrow();
  });

  test('is not opened when a single bit was changed, or a part is missing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(7), (place, bit) => {
        const { keyId, sealed } = ring.seal('payload', plain, HERE);
        const at = place % sealed.length;
        const changed = sealed.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        expect(() => ring.open('payload', keyId, changed, HERE)).toThrow();
        expect(() => ring.open('payload', keyId, sealed.subarray(0, at), HERE)).toThrow();
      }),
    );
  });

  test('is not opened with a shortened tag', () => {
    const { keyId, sealed } = ring.seal('payload', new Uint8Array(), HERE);
    expect(sealed).toHaveLength(1 + 12 + 16);
    for (const length of [4, 8, 12, 13, 14, 15]) {
      expect(() => ring.open('payload', keyId, sealed.subarray(0, 1 + 12 + length), HERE), String(length)).toThrow();
    }
  });

  test.each<[string, Place]>([
    ['of another kind', ['particulars', 'referral-1', 'k1']],
    ['of another referral', ['data-key', 'referral-2', 'k1']],
    ['under another key', ['data-key', 'referral-1', 'k2']],
    ['of fewer parts', ['data-key', 'referral-1']],
    ['of more parts', ['data-key', 'referral-1', 'k1', '']],
    ['with another boundary', ['data-key', 'referral-', '1k1']],
  ])('is not opened at a place %s', (_, elsewhere) => {
    const { keyId, sealed } = ring.seal('data-key', plain, HERE);
    expect(ring.open('data-key', keyId, sealed, HERE)).toEqual(plain);
    expect(() => ring.open('data-key', keyId, sealed, elsewhere)).toThrow();
    expect(() => ring.openUnplaced('data-key', keyId, sealed)).toThrow();
    expect(() => ring.openUnplaced('data-key', keyId, sealed.subarray(1))).toThrow();
  });

  test('of the previous version opens as such only', () => {
    // nonce, tag and body without additional data, as the previous version wrote them
    const sealed = Buffer.from('FgSDoZ1OZPrvRQFi3JcSEwlVGmZAF63oZ0+87Uct', 'base64');
    const key = new Uint8Array(32).fill(7);
    expect(Buffer.from(decryptUnplaced(key, sealed)).toString()).toBe('42');
    expect(() => decryptWith(key, sealed, HERE)).toThrow();
  });

  test('with the key of one referral opens with that key alone', () => {
    const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(decryptWith(key, encryptWith(key, plain, HERE), HERE)).toEqual(plain);
    expect(() => decryptWith(other, encryptWith(key, plain, HERE), HERE)).toThrow();
  });
});

describe('rotation', () => {
  test('seals with the new key and still opens what the old one sealed', () => {
    const { keyId, sealed } = ring.seal('payload', plain, HERE);
    const next = ringOf(rotated(file, 'k2'));
    expect(next.seal('payload', plain, HERE).keyId).toBe('k2');
    expect(next.open('payload', keyId, sealed, HERE)).toEqual(plain);
  });

  test('leaves digests unchanged, so that stored values are still found', () => {
    const next = ringOf(rotated(file, 'k2'));
    expect(next.digest('register/k-1')).toBe(ring.digest('register/k-1'));
    expect(ringOf(newKeyFile('k1')).digest('register/k-1')).not.toBe(ring.digest('register/k-1'));
  });

  test('that dropped a key says which one is missing', () => {
    const { keyId, sealed } = ring.seal('payload', plain, HERE);
    const next = ringOf(newKeyFile('k2'));
    expect(() => next.open('payload', keyId, sealed, HERE)).toThrow('has no key "k1"');
    expect(() => next.open('payload', 'constructor', sealed, HERE)).toThrow('has no key "constructor"');
  });
});

describe('a key file that is not usable', () => {
  const secret = Buffer.alloc(31, 7).toString('base64');
  test.each<[string, unknown, RegExp]>([
    ['is no JSON', '{', /it is not JSON/],
    ['is no object', '[]', /file: /],
    ['lacks its parts', '{}', /current: .*keys: .*digest: /],
    ['has a key of a wrong length', { ...file, keys: { k1: secret } }, /keys\.k1: must be 32 bytes in base64/],
    ['has a digest key that is no base64', { ...file, digest: 'not base64 at all' }, /digest: /],
    ['names a current key that it has not', { ...file, current: 'k9' }, /current: must be the id of a key in "keys"/],
    ['has something else in it', { ...file, comment: 'x' }, /comment/],
  ])('%s', (_, content, fault) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(() => parseKeyring(text)).toThrow(fault);
  });

  test('is refused without naming its keys', () => {
    const bad = JSON.stringify({ ...file, keys: { k1: secret }, digest: secret });
    expect(() => parseKeyring(bad)).toThrow(/keys\.k1: .*digest: /);
    expect(() => parseKeyring(bad)).not.toThrow(secret);
    expect(() => parseKeyring(`${secret}!`)).not.toThrow(secret);
  });
});
