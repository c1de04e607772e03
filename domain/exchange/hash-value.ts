/** Whether a text is a fingerprint that an algorithm can give: by its length and alphabet. */

import type { HashAlgorithm } from '../vocabulary.ts';

/** Bytes that each algorithm gives. A PhotoDNA hash is 144 numbers of one byte. */
const BYTES = { md5: 16, sha1: 20, sha256: 32, sha512: 64, pdq: 32, photodna: 144 } as const;

/** The longest digest in use is 64 bytes: what claims more, under a name unknown to us, could be anything. */
const LONGEST_OTHER = 64;

/** Hexadecimal or base64 of the right length; PhotoDNA also as 144 numbers separated by commas. */
export function isHashValue(algorithm: HashAlgorithm, value: string): boolean {
  const bytes = bytesOf(value);
  if (algorithm === 'other') return bytes !== null && bytes > 0 && bytes <= LONGEST_OTHER;
  return bytes === BYTES[algorithm] || (algorithm === 'photodna' && isNumbers(value, BYTES.photodna));
}

/** Our name for an algorithm, from whichever spelling: `SHA-1`, `PhotoDNA`, `Md5 `. */
export function algorithmOf(name: string): HashAlgorithm {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = Object.keys(BYTES).find((algorithm): algorithm is keyof typeof BYTES => algorithm === bare);
  return known ?? 'other';
}

function bytesOf(value: string): number | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(value)) return value.length / 2;
  const [, digits = ''] = /^([A-Za-z0-9+/_-]+)={0,2}$/.exec(value) ?? [];
  return digits.length % 4 === 1 || digits === '' ? null : Math.floor((digits.length * 3) / 4);
}

function isNumbers(value: string, count: number): boolean {
  const numbers = value.split(',').map((number) => number.trim());
  return numbers.length === count && numbers.every((number) => /^[0-9]{1,3}$/.test(number) && Number(number) < 256);
}
