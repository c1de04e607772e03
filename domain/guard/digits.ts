/** Reads the digits of an alphabet as bytes, at every alignment. Alignments in which no file begins are left out. */

import { hasMagic, isMagicPair } from './containers.ts';

/** The codes of the characters of a text; `OTHER` for those above 127, which are in no alphabet. */
type Codes = Uint8Array;

/** The values of the characters with these codes; `NONE` for those that are not in the alphabet. */
type Table = Uint8Array;

const OTHER = 128;
const NONE = 255;

export function codesOf(text: string): Codes {
  const codes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = Math.min(text.charCodeAt(index), OTHER);
  return codes;
}

export function table(alphabet: string, more: Record<string, number> = {}): Table {
  const values = new Uint8Array(OTHER + 1).fill(NONE);
  for (const [index, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = index;
  for (const [character, value] of Object.entries(more)) values[character.charCodeAt(0)] = value;
  return values;
}

/** The small letters of an alphabet, with the values of the capitals. */
export function fold(alphabet: string, from = 0): Record<string, number> {
  return Object.fromEntries([...alphabet.toLowerCase()].map((character, index) => [character, index + from]));
}

/** Characters of `bits` bits each, read from each of the first ones on, so that every alignment of bytes occurs. */
export function* aligned(codes: Codes, values: Table, bits: 1 | 4 | 5 | 6): Generator<Uint8Array> {
  const digits = digitsOf(codes, values);
  const places = placesOfFiles(digits, bits);
  if (places === 0) return;
  const alignments = bits === 6 ? 4 : bits === 4 ? 2 : 8;
  for (let start = 0; start < alignments; start += 1) {
    if (places & (1 << ((start * bits) % 8))) yield packed(digits, start, bits);
  }
}

/** The greatest common divisor of 8 and the bits of a digit: a byte begins at a multiple of it. */
const STEPS = { 1: 1, 4: 4, 5: 1, 6: 2 };

/** Where files may begin: numbers of bits modulo 8, as a bit mask. */
function placesOfFiles(digits: Uint8Array, bits: 1 | 4 | 5 | 6): number {
  const step = STEPS[bits];
  let places = 0;
  let buffer = 0;
  for (let index = 0; index < digits.length; index += 1) {
    buffer = (buffer << bits) | (digits[index] ?? 0);
    // The pairs of bytes that end within this digit.
    for (let after = 0; after < bits; after += step) {
      const pair = (buffer >>> after) & 0xffff;
      if (isMagicPair(pair)) places |= placeOfFile(digits, bits, pair, (index + 1) * bits - after - 16);
    }
  }
  return places;
}

/** A function of its own, because a closure in the loop would be allocated for each digit. */
function placeOfFile(digits: Uint8Array, bits: number, pair: number, first: number): number {
  return hasMagic(pair, (place) => byteAt(digits, bits, first + place * 8)) ? 1 << (first & 7) : 0;
}

/** The byte that begins with a bit. */
function byteAt(digits: Uint8Array, bits: number, first: number): number | undefined {
  if (first < 0) return undefined;
  let index = Math.floor(first / bits);
  let held = bits - (first % bits);
  let byte = digits[index] ?? 0;
  while (held < 8) {
    index += 1;
    byte = (byte << bits) | (digits[index] ?? 0);
    held += bits;
  }
  return (byte >>> (held - 8)) & 255;
}

function packed(digits: Uint8Array, start: number, bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.floor(((digits.length - start) * bits) / 8)));
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (let index = start; index < digits.length; index += 1) {
    buffer = ((buffer << bits) | (digits[index] ?? 0)) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (buffer >> held) & 255;
    at += 1;
  }
  return bytes;
}

/** Groups of `size` digits of a base that is no power of two, each of `width` bytes. */
interface Grouping {
  base: number;
  size: number;
  width: number;
  /** The first digit of a group has the lowest value. Default: the highest. */
  isLowestFirst?: boolean;
}

/** Digits in groups, read from each of the first ones on. */
export function* inGroups(codes: Codes, values: Table, grouping: Grouping): Generator<Uint8Array> {
  const { size, width } = grouping;
  const groups = groupsFrom(digitsOf(codes, values), grouping);
  const starts = startsOfFiles(groups, grouping);
  if (starts === 0) return;
  for (let start = 0; start < size; start += 1) {
    if (starts & (1 << start)) yield bytesOfGroups(groups, start, { size, width });
  }
}

/** The value of the group that begins at each digit; of one that is too large, the lower 32 bits. */
function groupsFrom(digits: Uint8Array, { base, size, isLowestFirst = false }: Grouping): Uint32Array {
  const groups = new Uint32Array(Math.max(0, digits.length - size + 1));
  for (let index = 0; index < groups.length; index += 1) {
    let value = 0;
    for (let place = 0; place < size; place += 1) {
      value = value * base + (digits[index + (isLowestFirst ? size - 1 - place : place)] ?? 0);
    }
    groups[index] = value;
  }
  return groups;
}

/** The first digits, as a bit mask, from which the groups hold a file. */
function startsOfFiles(groups: Uint32Array, { size, width }: Grouping): number {
  const last = (width - 1) * 8;
  let starts = 0;
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index] ?? 0;
    for (let shift = last; shift >= 0; shift -= 8) {
      const next = shift > 0 ? group >>> (shift - 8) : (groups[index + size] ?? 0) >>> last;
      const pair = (((group >>> shift) & 255) << 8) | (next & 255);
      if (isMagicPair(pair)) starts |= startOfFile(groups, index, (last - shift) / 8, { pair, size, width });
    }
  }
  return starts;
}

function startOfFile(groups: Uint32Array, index: number, first: number, found: Shape & { pair: number }): number {
  const isFile = hasMagic(found.pair, (place) => byteOfGroups(groups, index, first + place, found));
  return isFile ? 1 << (index % found.size) : 0;
}

type Shape = Pick<Grouping, 'size' | 'width'>;

/** A byte of the groups that begin at a digit, and after and before it. */
function byteOfGroups(groups: Uint32Array, index: number, place: number, { size, width }: Shape): number {
  const steps = Math.floor(place / width);
  const group = groups[index + steps * size] ?? 0;
  return (group >>> ((width - 1 - (place - steps * width)) * 8)) & 255;
}

function bytesOfGroups(
  groups: Uint32Array,
  start: number,
  { size, width }: Pick<Grouping, 'size' | 'width'>,
): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(Math.max(0, groups.length - start) / size) * width);
  let at = 0;
  for (let index = start; index < groups.length; index += size) {
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      bytes[at] = ((groups[index] ?? 0) >>> shift) & 255;
      at += 1;
    }
  }
  return bytes;
}

/** basE91: two digits are worth 13 bits, or 14 if the lower 13 bits are below 89. */
export function base91(codes: Codes, values: Table): Uint8Array {
  const digits = digitsOf(codes, values);
  // Two digits are at most 14 bits.
  const bytes = new Uint8Array(digits.length);
  let at = 0;
  let buffer = 0;
  let held = 0;
  for (let index = 0; index + 1 < digits.length; index += 2) {
    const value = (digits[index] ?? 0) + (digits[index + 1] ?? 0) * 91;
    const width = (value & 8191) > 88 ? 13 : 14;
    buffer |= value << held;
    held += width;
    while (held > 7) {
      bytes[at] = buffer & 255;
      at += 1;
      buffer >>>= 8;
      held -= 8;
    }
  }
  return bytes.subarray(0, at);
}

function digitsOf(codes: Codes, values: Table): Uint8Array {
  const digits = new Uint8Array(codes.length);
  let count = 0;
  for (let index = 0; index < codes.length; index += 1) {
    const value = values[codes[index] ?? OTHER] ?? NONE;
    if (value === NONE) continue;
    digits[count] = value;
    count += 1;
  }
  return digits.subarray(0, count);
}
