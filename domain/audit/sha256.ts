/** SHA-256 of Node. The build of the standalone page replaces this file by client/verifier/sha256.ts. */

import { hash } from 'node:crypto';

/** The SHA-256 digest of the bytes: 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const digest = new Uint8Array(LENGTH);
  sha256Into(data, digest, 0);
  return digest;
}

const LENGTH = 32;

/** Writes the digest of the bytes into `target` at `offset`. */
export function sha256Into(data: Uint8Array, target: Uint8Array, offset: number): void {
  // A text, because Node takes four times as long to make a buffer as to hash a leaf.
  const digest = hash('sha256', data, 'binary');
  for (let at = 0; at < LENGTH; at += 1) target[offset + at] = digest.charCodeAt(at);
}

/** The same digest in hexadecimal. */
export function sha256Hex(data: Uint8Array): string {
  return hash('sha256', data, 'hex');
}
