/** AES-256-GCM with the place as additional data: sealed data opens only where it belongs. */

import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Where sealed data belongs: what it is, and ids. The place is authenticated, but not stored: data that was copied to
 * another place cannot be opened there.
 */
export type Place = readonly [
  kind: 'payload' | 'data-key' | 'process-key' | 'particulars' | 'draft' | 'form' | 'proposal' | 'webhook-secret',
  ...ids: string[],
];

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
