/** The part of CBOR (RFC 8949) that proof bundles use, in its deterministic form only (section 4.2.1). */

import { bigEndian, bytesOf, concat, fromBigEndian, textOf } from './bytes.ts';

/** Unsigned integers below 2^53, bytes, texts, arrays, booleans and null. */
export type CborValue = number | Uint8Array | string | boolean | null | readonly CborValue[];

/** The bytes are not the one encoding of a value. */
export class CborFault extends Error {
  override readonly name = 'CborFault';
}

export function encodeCbor(value: CborValue): Uint8Array {
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') {
    const text = bytesOf(value);
    return concat(head(3, text.length), text);
  }
  if (value instanceof Uint8Array) return concat(head(2, value.length), value);
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xf5 : 0xf4);
  return concat(head(4, value.length), ...value.map(encodeCbor));
}

function head(major: number, argument: number): Uint8Array {
  const type = major << 5;
  if (argument < 24) return Uint8Array.of(type | argument);
  const [code = 27, length = 8] = SIZES.find(([, bytes]) => argument < 256 ** bytes) ?? [];
  return concat(Uint8Array.of(type | code), bigEndian(argument, length));
}

const SIZES = [
  [24, 1],
  [25, 2],
  [26, 4],
  [27, 8],
] as const;

/** Reads one value. @throws CborFault unless the bytes are exactly what `encodeCbor` writes for it. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (reader.offset !== bytes.length) throw new CborFault('There are bytes after the value.');
  return value;
}

const MAX_DEPTH = 8;

class Reader {
  offset = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  value(depth: number): CborValue {
    if (depth > MAX_DEPTH) throw new CborFault('The value is nested too deeply.');
    const [first = 0] = this.#take(1);
    if (first === 0xf4 || first === 0xf5) return first === 0xf5;
    if (first === 0xf6) return null;
    const [major, argument] = [first >> 5, this.#argument(first & 31)];
    switch (major) {
      case 0:
        return argument;
      case 2:
        return this.#take(argument);
      case 3:
        return this.#text(argument);
      case 4:
        return this.#array(argument, depth);
      default:
        throw new CborFault('The value has an unknown type.');
    }
  }

  #argument(code: number): number {
    if (code < 24) return code;
    const at = SIZES.findIndex(([each]) => each === code);
    const size = SIZES[at];
    if (size === undefined) throw new CborFault('A length is malformed.');
    const value = safely(() => fromBigEndian(this.#take(size[1])));
    const smallest = at === 0 ? 24 : 256 ** (SIZES[at - 1]?.[1] ?? 0);
    if (value < smallest) throw new CborFault('A number is longer than necessary.');
    return value;
  }

  #text(length: number): string {
    const bytes = this.#take(length);
    return safely(() => textOf(bytes));
  }

  #array(length: number, depth: number): CborValue[] {
    if (length > this.#bytes.length - this.offset) throw new CborFault('An array is longer than the file.');
    return Array.from({ length }, () => this.value(depth + 1));
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.offset) throw new CborFault('The value ends too early.');
    this.offset += length;
    return this.#bytes.slice(this.offset - length, this.offset);
  }
}

function safely<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new CborFault('A value is malformed.');
  }
}
