/** SHA-256 of Node. The build of the standalone page replaces this file by client/verifier/sha256.ts. */

import { hash } from 'node:crypto';

/** The SHA-256 digest of the bytes: 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = hash('sha256', data, 'buffer');
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The same digest in hexadecimal. Node makes it in half the time. */
export function sha256Hex(data: Uint8Array): string {
  return hash('sha256', data, 'hex');
}
