/** Digits that encode bytes: a file is found at every alignment, and nothing without the magic bytes of a file. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileIn } from '../../../domain/guard/containers.ts';
import { aligned, codesOf, inGroups, table } from '../../../domain/guard/digits.ts';
import { examples } from '../../support/seeds.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const MP4 = Buffer.from('000000186674797069736f6d', 'hex');

const before = fc.uint8Array({ maxLength: 40 });
const file = fc.constantFrom(PNG, MP4);
const after = fc.uint8Array({ minLength: 8, maxLength: 40 });

function found(readings: Iterable<Uint8Array>): boolean {
  return [...readings].some((bytes) => fileIn(bytes) !== null);
}

describe.each([
  [1, '01'],
  [4, '0123456789abcdef'],
  [5, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  [6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'],
] as const)('digits of %d bits', (bits, alphabet) => {
  const encode = (bytes: Uint8Array) => {
    const binary = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    return (binary.match(new RegExp(`.{${bits}}`, 'g')) ?? [])
      .map((digit) => alphabet[Number.parseInt(digit, 2)])
      .join('');
  };

  test('a file is found wherever it begins', () => {
    fc.assert(
      fc.property(before, file, after, fc.nat(7), (head, body, tail, lost) => {
        const digits = encode(Buffer.concat([head, Buffer.alloc(8, 7), body, tail])).slice(lost);
        expect(found(aligned(codesOf(digits), table(alphabet), bits))).toBe(true);
      }),
      { numRuns: examples(100) },
    );
  });

  test('without the magic bytes of a file, nothing is found', () => {
    const digits = encode(Buffer.alloc(500, 7));
    expect([...aligned(codesOf(digits), table(alphabet), bits)]).toEqual([]);
  });
});

describe('digits of base 85', () => {
  const alphabet = Array.from({ length: 85 }, (_, index) => String.fromCharCode(33 + index)).join('');
  const GROUPS = { base: 85, size: 5, width: 4 };
  const encode = (bytes: Buffer) => {
    const groups = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32BE(index * 4));
    const digitsOf = (group: number) =>
      [4, 3, 2, 1, 0].map((power) => alphabet[Math.floor(group / 85 ** power) % 85]).join('');
    return groups.map(digitsOf).join('');
  };

  test('a file is found wherever it begins', () => {
    fc.assert(
      fc.property(before, file, after, fc.nat(4), (head, body, tail, lost) => {
        const digits = encode(Buffer.concat([head, Buffer.alloc(8, 7), body, tail, Buffer.alloc(8, 7)])).slice(lost);
        expect(found(inGroups(codesOf(digits), table(alphabet), GROUPS))).toBe(true);
      }),
      { numRuns: examples(100) },
    );
  });

  test('without the magic bytes of a file, nothing is found', () => {
    expect([...inGroups(codesOf(encode(Buffer.alloc(500, 7))), table(alphabet), GROUPS)]).toEqual([]);
  });
});
