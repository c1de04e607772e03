/** Base64 in a text, whole or broken by white space: words that begin as a file does, or that no language writes. */

import { fileKindOf } from './file-signatures.ts';

/** Base64 digits from which a file's beginning is taken for a file. */
const SIGNED_RUN = 48;
/** Digits from which mixed letters and figures are code: longer than the tokens that devices and accounts have. */
const LONG_RUN = 200;

/** The kind of file, or `base64 data`; null where the text is words. */
export function findBase64(text: string): string | null {
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-][A-Za-z0-9+/=_\s-]{47,}/g)) {
    const words = run.trim().split(/\s+/);
    const found = signedBase64(words) ?? (hasEncodedData(words) ? 'base64 data' : null);
    if (found) return found;
  }
  return null;
}

/** The kind of file that begins at one of the words, read on over the white space. */
export function signedBase64(words: readonly string[]): string | null {
  for (const index of words.keys()) {
    const digits = takeFrom(words, index, SIGNED_RUN).join('').replaceAll('=', '');
    const kind = digits.length >= SIGNED_RUN ? fileKindOf(base64Bytes(digits)) : null;
    if (kind) return kind;
  }
  return null;
}

/** How many characters of an address are code. */
export function encodedLength(url: string): number {
  const parts = url.split(/[^A-Za-z0-9_-]+/).filter((part) => part.length >= 40 && kindChangeRate(part) > 0.2);
  return parts.join('').length;
}

function hasEncodedData(words: readonly string[]): boolean {
  if (words.some((word) => word.length >= LONG_RUN && kindChangeRate(word) > 0.2)) return true;
  for (let index = 0; index < words.length; index += 1) {
    const stretch = takeFrom(words, index, LONG_RUN);
    const joined = stretch.join('');
    if (joined.length < LONG_RUN) return false;
    const isSpelled = stretch.length > joined.length / 2;
    if (isSpelled || isBrokenCode(stretch)) return true;
  }
  return false;
}

/** Words from `start` on, until they have `length` characters together. */
function takeFrom(words: readonly string[], start: number, length: number): string[] {
  const taken: string[] = [];
  for (let index = start, sum = 0; index < words.length && sum < length; index += 1) {
    const word = words[index] ?? '';
    taken.push(word);
    sum += word.length;
  }
  return taken;
}

/** Code broken by white space still changes between capitals, small letters and figures within its words. */
function isBrokenCode(words: readonly string[]): boolean {
  const joined = words.join('');
  const share = (kind: RegExp) => (joined.match(kind)?.length ?? 0) / joined.length;
  const isEven = share(/[A-Z]/g) > 0.2 && share(/[a-z]/g) > 0.2 && share(/[0-9]/g) > 0.05;
  return isEven && kindChangeRate(words.join(' ')) > 0.28;
}

/** How often a neighbour is of another kind (capital, small, figure), of all neighbours; `Ab` is how words begin. */
function kindChangeRate(text: string): number {
  let pairs = 0;
  let changes = 0;
  for (let index = 1; index < text.length; index += 1) {
    const before = kindOf(text.charCodeAt(index - 1));
    const after = kindOf(text.charCodeAt(index));
    if (!before || !after) continue;
    pairs += 1;
    if (before !== after && before + after !== 'Aa') changes += 1;
  }
  return pairs === 0 ? 0 : changes / pairs;
}

function kindOf(code: number): 'A' | 'a' | '0' | '' {
  if (code >= 0x41 && code <= 0x5a) return 'A';
  if (code >= 0x61 && code <= 0x7a) return 'a';
  return code >= 0x30 && code <= 0x39 ? '0' : '';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of base64 digits of either alphabet, without padding. */
export function base64Bytes(digits: string): number[] {
  const bytes: number[] = [];
  for (let index = 0; index + 1 < digits.length; index += 4) {
    const quartet = digits
      .slice(index, index + 4)
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    const bits = [...quartet.padEnd(4, 'A')].reduce((sum, digit) => sum * 64 + Math.max(0, ALPHABET.indexOf(digit)), 0);
    bytes.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, quartet.length - 1));
  }
  return bytes;
}
