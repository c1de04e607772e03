/** Whether a text is a hash value of an algorithm, judged by its length and alphabet. */

import type { HashAlgorithm } from '../vocabulary.ts';

/** Bytes that each algorithm gives. A PhotoDNA hash is 144 numbers of one byte. */
const BYTES = { md5: 16, sha1: 20, sha256: 32, sha512: 64, pdq: 32, photodna: 144 } as const;

/** In bytes. The longest digest in use has 64. A longer value of an unknown algorithm could be anything. */
const LONGEST_OTHER = 64;
/** Checksums such as CRC-32 have 4 bytes. */
const SHORTEST_OTHER = 4;

/** Hexadecimal or base64 of the right length; PhotoDNA also as 144 numbers separated by commas. */
export function isHashValue(algorithm: HashAlgorithm, value: string): boolean {
  return hashValue(algorithm, value) !== null;
}

/**
 * The value as it is stored, in lower-case hexadecimal digits. Nothing can be hidden in its form, and equal values are equal
 * texts. Null if it is no such hash value.
 */
export function hashValue(algorithm: HashAlgorithm, value: string): string | null {
  const hex = algorithm === 'photodna' ? (hexOfNumbers(value) ?? hexOf(value)) : hexOf(value);
  if (algorithm === 'other') return hex !== null && isOther(value, hex.length / 2) ? hex : null;
  return hex?.length === BYTES[algorithm] * 2 ? hex : null;
}

/** A word is base64 as well, but has no digit, and no capitals after its first letter. */
function isOther(value: string, bytes: number): boolean {
  const isWord = /^(?:[A-Za-z]?[a-z]*|[A-Z]*)$/.test(value);
  return bytes >= SHORTEST_OTHER && bytes <= LONGEST_OTHER && !isWord;
}

/** Our name for an algorithm, from whichever spelling: `SHA-1`, `PhotoDNA`, `Md5 `. */
export function algorithmOf(name: string): HashAlgorithm {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = Object.keys(BYTES).find((algorithm): algorithm is keyof typeof BYTES => algorithm === bare);
  return known ?? 'other';
}

function hexOf(value: string): string | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(value)) return value.toLowerCase();
  const [, digits = ''] = /^([A-Za-z0-9+/_-]+)={0,2}$/.exec(value) ?? [];
  if (digits === '' || digits.length % 4 === 1) return null;
  return hexOfBytes(base64Bytes(digits));
}

function hexOfBytes(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of 144 numbers with commas. */
function hexOfNumbers(value: string): string | null {
  const numbers = value.split(',').map((number) => number.trim());
  const areBytes = numbers.every((each) => /^[0-9]{1,3}$/.test(each) && Number(each) < 256);
  return numbers.length === BYTES.photodna && areBytes ? hexOfBytes(numbers.map(Number)) : null;
}

/** Digests are also written as `d4:1d:8c:…`. */
export function withoutColons(text: string): string {
  return /^(?:[0-9a-f]{2}[: -])+[0-9a-f]{2}$/i.test(text) ? text.replace(/[: -]/g, '') : text;
}

/** The bytes of base64 digits of either alphabet of RFC 4648, without padding. */
function base64Bytes(digits: string): Uint8Array {
  const standard = digits.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
}
