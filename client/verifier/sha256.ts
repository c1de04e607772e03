/** SHA-256 (FIPS 180-4) for the standalone page: WebCrypto has only an asynchronous one. It replaces domain/audit/sha256.ts. */

import { toHex } from '../../domain/audit/bytes.ts';

/** The SHA-256 digest of the bytes: 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const state = Uint32Array.from(INITIAL);
  const words = new Uint32Array(64);
  const padded = padding(data);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(block + at * 4);
    for (let at = 16; at < 64; at += 1) words[at] = scheduled(words, at);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [at, word] of state.entries()) digest.setUint32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

/** Writes the digest of the bytes into `target` at `offset`. */
export function sha256Into(data: Uint8Array, target: Uint8Array, offset: number): void {
  target.set(sha256(data), offset);
}

/** The same digest in hexadecimal. */
export function sha256Hex(data: Uint8Array): string {
  return toHex(sha256(data));
}

/** The bytes, one bit, zeros, and the length in bits (section 5.1.1). */
function padding(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(data.length / 2 ** 29));
  view.setUint32(padded.length - 4, (data.length * 8) >>> 0);
  return padded;
}

function scheduled(words: Uint32Array, at: number): number {
  const word = (back: number) => words[at - back] ?? 0;
  const [early, late] = [word(15), word(2)];
  const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
  const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
  return (word(16) + small0 + word(7) + small1) >>> 0;
}

/** One block (section 6.2.2). */
function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (ROUNDS[round] ?? 0) + (words[round] ?? 0)) >>> 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) >>> 0, c, b, a, (first + big0 + majority) >>> 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) >>> 0;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first primes: the constants are the first 32 bits of the fractions of their roots (sections 4.2.2 and 5.3.3). */
const PRIMES = primes(64);
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)));
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime > 0)) found.push(number);
  }
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}
