/** Keys with ids: what is sealed today opens after tomorrow's rotation. AES-256-GCM under keys derived by purpose. */

import {
  type CipherKey,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';

/** What a key is used for; the same ring key never serves two purposes directly. */
export type Purpose = 'payload' | 'data-key' | 'session';

export interface Keyring {
  /** The key that seals from now on. */
  currentKeyId: string;
  has(keyId: string): boolean;
  seal(purpose: Purpose, plain: Uint8Array): { keyId: string; sealed: Uint8Array };
  /** @throws Error when the key is not in the ring or the bytes were changed. */
  open(purpose: Purpose, keyId: string, sealed: Uint8Array): Uint8Array;
  /** The derived keys themselves, the one that seals first: for a library that seals by itself. */
  keysFor(purpose: Purpose): Uint8Array[];
  /** A keyed digest (HMAC-SHA-256, base64url): equal texts compare equal, nothing can be read back. */
  digest(text: string): string;
}

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/** The key file: `current` seals, every other key still opens; `digest` never changes. */
const keyFileSchema = z
  .strictObject({ current: z.string().min(1), keys: z.record(z.string().min(1), key), digest: key })
  .refine((file) => Object.hasOwn(file.keys, file.current), { error: 'names no key in "keys"', path: ['current'] });

export type KeyFile = z.infer<typeof keyFileSchema>;

/** @throws Error that names the faulty fields and never their values. */
export function parseKeyring(text: string): Keyring {
  const parsed = keyFileSchema.safeParse(json(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    throw new Error(`The key file is not usable. ${faults.join('; ')}`);
  }
  return keyring(parsed.data);
}

/** A fresh file for a new installation. */
export function newKeyFile(keyId: string): KeyFile {
  const fresh = () => randomBytes(32).toString('base64');
  return { current: keyId, keys: { [keyId]: fresh() }, digest: fresh() };
}

/** Seals with a key of its own: the key of one referral's particulars. */
export function encryptWith(key: CipherKey, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

export function decryptWith(key: CipherKey, sealed: Uint8Array): Uint8Array {
  // Said outright, since a tag that was cut short would be taken otherwise, and is easier to forge.
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(12, 28));
  return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]));
}

function keyring({ current, keys, digest }: KeyFile): Keyring {
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: Purpose, keyId: string): KeyObject => {
    const name = `${purpose}/${keyId}`;
    const known = derived.get(name);
    if (known) return known;
    const secret = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
    if (secret === undefined) throw new Error(`The key ring has no key "${keyId}"; add it to the key file again.`);
    const bytes = hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `liaise/${purpose}`, 32);
    // Made once: as bare bytes it would be made anew at every use, which takes three times as long as sealing.
    const made = createSecretKey(Buffer.from(bytes));
    derived.set(name, made);
    return made;
  };
  return {
    currentKeyId: current,
    has: (keyId) => Object.hasOwn(keys, keyId),
    seal: (purpose, plain) => ({ keyId: current, sealed: encryptWith(keyFor(purpose, current), plain) }),
    open: (purpose, keyId, sealed) => decryptWith(keyFor(purpose, keyId), sealed),
    keysFor: (purpose) =>
      [current, ...Object.keys(keys).filter((keyId) => keyId !== current)].map(
        (keyId) => new Uint8Array(keyFor(purpose, keyId).export()),
      ),
    digest: (text) => createHmac('sha256', Buffer.from(digest, 'base64')).update(text).digest('base64url'),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The key file is not usable: it is not JSON.');
  }
}
