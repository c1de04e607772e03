/** Session keys: each derives one key for each purpose. The first encrypts; the older ones only decrypt. */

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { decryptUnplaced, decryptWith, encryptWith, type Place } from '../../../domain/keys/sealing.ts';

/** Encryption of cookies and saved forms, and keyed digests for form tokens. */
export interface SessionKeys {
  /** The keys of the cookie with this name, the first for encryption. */
  cookieKeys(name: string): Buffer[];
  seal(plain: string, place: Place): Uint8Array;
  /** Undefined if no key decrypts it at this place. */
  open(sealed: Uint8Array, place: Place): string | undefined;
  /** Opens data of the previous version, which has no place. */
  openUnplaced(sealed: Uint8Array): string | undefined;
  tag(text: string): string;
  isTag(text: string, tag: string): boolean;
}

/** @throws Error if there is no key, or one is not 32 bytes in base64 or hex. */
export function sessionKeys(given: readonly string[]): SessionKeys {
  if (given.length === 0) throw new Error('At least one session key is needed.');
  const roots = given.map(decodeKey);
  const derived = (purpose: string) =>
    roots.map((root) => Buffer.from(hkdfSync('sha256', root, '', `liaise/${purpose}`, 32)));
  const [forms, tags] = [derived('kept-form'), derived('form-token')];
  const tagBy = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  return {
    cookieKeys: (name) => derived(`cookie/${name}`),
    seal: (plain, place) => encryptWith(first(forms), Buffer.from(plain), place),
    open: (sealed, place) => firstOpened(forms, (key) => decryptWith(key, sealed, place)),
    openUnplaced: (sealed) => firstOpened(forms, (key) => decryptUnplaced(key, sealed)),
    tag: (text) => tagBy(first(tags), text).toString('base64url'),
    isTag: (text, tag) => {
      const given = Buffer.from(tag, 'base64url');
      return tags.some((key) => given.length === 32 && timingSafeEqual(given, tagBy(key, text)));
    },
  };
}

function decodeKey(text: string): Buffer {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length === 32) return bytes;
  throw new Error('A session key must be 32 bytes in base64 or hex.');
}

function first(keys: readonly Buffer[]): Buffer {
  const [key] = keys;
  if (key === undefined) throw new Error('There is no key.');
  return key;
}

function firstOpened(keys: readonly Buffer[], open: (key: Buffer) => Uint8Array): string | undefined {
  for (const key of keys) {
    try {
      return Buffer.from(open(key)).toString();
    } catch {
      // Another key may have encrypted it.
    }
  }
  return undefined;
}
