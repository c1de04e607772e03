/** The version of an entry as it was read. A change is refused if the entry has another version by then. */

import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** A digest of the entry, 16 hexadecimal digits. */
export function versionOf(entry: unknown): string {
  return digestOf(entry).slice(0, 16);
}

/** SHA-256 of the entry in canonical JSON, in hexadecimal. */
export function digestOf(entry: unknown): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}
