/** The session keys: from each a key of its own for every use. The first seals; older ones still open. */

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { decryptWith, encryptWith } from '../../../domain/keyring.ts';

export interface SessionKeys {
  /** For the cookies of one name: the first seals. */
  ofCookie(name: string): Buffer[];
  seal(plain: string): Uint8Array;
  /** Undefined where no key opens it. */
  open(sealed: Uint8Array): string | undefined;
  tag(text: string): string;
  isTag(text: string, tag: string): boolean;
}

/** @throws Error when there is none, or one is not 32 bytes in base64 or hex. */
export function sessionKeys(given: readonly string[]): SessionKeys {
  if (given.length === 0) throw new Error('At least one session key is needed.');
  const roots = given.map(bytesOf);
  const derived = (purpose: string) =>
    roots.map((root) => Buffer.from(hkdfSync('sha256', root, '', `liaise/${purpose}`, 32)));
  const [forms, tags] = [derived('kept-form'), derived('form-token')];
  const tagBy = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  return {
    ofCookie: (name) => derived(`cookie/${name}`),
    seal: (plain) => encryptWith(first(forms), Buffer.from(plain)),
    open: (sealed) => {
      for (const key of forms) {
        const plain = opened(key, sealed);
        if (plain !== undefined) return plain;
      }
      return undefined;
    },
    tag: (text) => tagBy(first(tags), text).toString('base64url'),
    isTag: (text, tag) => {
      const given = Buffer.from(tag, 'base64url');
      return tags.some((key) => given.length === 32 && timingSafeEqual(given, tagBy(key, text)));
    },
  };
}

function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length === 32) return bytes;
  throw new Error('A session key must be 32 bytes in base64 or hex.');
}

function first(keys: readonly Buffer[]): Buffer {
  const [key] = keys;
  if (key === undefined) throw new Error('There is no key.');
  return key;
}

function opened(key: Buffer, sealed: Uint8Array): string | undefined {
  try {
    return Buffer.from(decryptWith(key, sealed)).toString();
  } catch {
    return undefined;
  }
}
