/** Keys with ids, so that data stays readable after a rotation. AES-256-GCM with keys derived for each purpose. */

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
import { faultMessage } from './input-messages.ts';

/** The purpose of a derived key. No key of the key file is used directly. */
export type Purpose = 'payload' | 'data-key' | 'session';

/**
 * Where sealed data belongs: what it is, and ids. The place is authenticated, but not stored: data that was copied to
 * another place cannot be opened there.
 */
export type Place = readonly [
  kind: 'payload' | 'data-key' | 'particulars' | 'draft' | 'form' | 'proposal',
  ...ids: string[],
];

/** Keys for encryption and for keyed digests, by purpose. */
export interface Keyring {
  /** The key that encrypts new data. */
  currentKeyId: string;
  has(keyId: string): boolean;
  /** Encrypts with the current key. */
  seal(purpose: Purpose, plain: Uint8Array, place: Place): { keyId: string; sealed: Uint8Array };
  /** @throws Error if the key file lacks the key, if the bytes were changed, or if they belong to another place. */
  open(purpose: Purpose, keyId: string, sealed: Uint8Array, place: Place): Uint8Array;
  /** Opens data of the previous version, which has no place. @throws Error as `open` */
  openUnplaced(purpose: Purpose, keyId: string, sealed: Uint8Array): Uint8Array;
  /** The derived keys, the current one first, for a library that encrypts by itself. */
  keysFor(purpose: Purpose): Uint8Array[];
  /** A keyed digest (HMAC-SHA-256, base64url): equal texts have equal digests, and a digest reveals no text. */
  digest(text: string): string;
}

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/** The key file: `current` encrypts, every key decrypts, and `digest` never changes. */
const keyFileSchema = z
  .strictObject({ current: z.string().min(1), keys: z.record(z.string().min(1), key), digest: key })
  .refine((file) => Object.hasOwn(file.keys, file.current), {
    error: 'must be the id of a key in "keys"',
    path: ['current'],
  });

/** The content of a key file. */
export type KeyFile = z.infer<typeof keyFileSchema>;

/** @throws Error that names the faulty fields, but never their values. */
export function parseKeyring(text: string): Keyring {
  const parsed = keyFileSchema.safeParse(json(text), { error: faultMessage });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    throw new Error(`The key file is invalid. ${faults.join('; ')}`);
  }
  return keyring(parsed.data);
}

/** A key file with new keys, for a new installation. */
export function newKeyFile(keyId: string): KeyFile {
  const fresh = () => randomBytes(32).toString('base64');
  return { current: keyId, keys: { [keyId]: fresh() }, digest: fresh() };
}

/** The first byte of an envelope: version, nonce (12 bytes), tag (16 bytes), body. The previous version had no such byte. */
const ENVELOPE_VERSION = 2;

/** Encrypts with the given key, for example the data key of one referral. */
export function encryptWith(key: CipherKey, plain: Uint8Array, place: Place): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additionalData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(ENVELOPE_VERSION), nonce, cipher.getAuthTag(), body]));
}

/** Decrypts bytes that `encryptWith` encrypted for this place. @throws Error if they are changed or of another place */
export function decryptWith(key: CipherKey, sealed: Uint8Array, place: Place): Uint8Array {
  if (sealed[0] !== ENVELOPE_VERSION) throw new Error('The sealed data has another version.');
  return decrypt(key, sealed.subarray(1), additionalData(place));
}

/** Decrypts data of the previous version, which belongs to no place. */
export function decryptUnplaced(key: CipherKey, sealed: Uint8Array): Uint8Array {
  return decrypt(key, sealed);
}

function decrypt(key: CipherKey, sealed: Uint8Array, additional?: Buffer): Uint8Array {
  // Without `authTagLength`, a shortened tag would be accepted, which is easier to forge.
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  if (additional) decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(12, 28));
  return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]));
}

function additionalData(place: Place): Buffer {
  return Buffer.from(place.join('\0'));
}

function keyring({ current, keys, digest }: KeyFile): Keyring {
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: Purpose, keyId: string): KeyObject => {
    const name = `${purpose}/${keyId}`;
    const known = derived.get(name);
    if (known) return known;
    const secret = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
    if (secret === undefined) throw new Error(`The key file has no key "${keyId}". Add it to the key file again.`);
    const bytes = hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `liaise/${purpose}`, 32);
    // Cached, because creating the key object takes three times as long as encrypting.
    const made = createSecretKey(Buffer.from(bytes));
    derived.set(name, made);
    return made;
  };
  return {
    currentKeyId: current,
    has: (keyId) => Object.hasOwn(keys, keyId),
    seal: (purpose, plain, place) => ({ keyId: current, sealed: encryptWith(keyFor(purpose, current), plain, place) }),
    open: (purpose, keyId, sealed, place) => decryptWith(keyFor(purpose, keyId), sealed, place),
    openUnplaced: (purpose, keyId, sealed) => decryptUnplaced(keyFor(purpose, keyId), sealed),
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
    throw new Error('The key file is invalid: it is not JSON.');
  }
}
