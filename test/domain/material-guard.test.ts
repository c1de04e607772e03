/** A referral with a file in any field is refused by the name of that field, and the refusal repeats nothing of it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReferralError } from '../../domain/errors.ts';
import { GUARD_LIMITS, guardFile, guardMaterial, guardText } from '../../domain/material-guard.ts';
import { examples } from '../support/seeds.ts';
import { ALPHABETS, wrapped } from './guard/encodings.ts';
import { FILES, jpegOf, noise } from './guard/files.ts';

const FIELDS: Record<string, (content: unknown) => unknown> = {
  summary: (content) => ({ summary: content }),
  'particulars.1.value': (value) => ({
    particulars: [
      { label: 'a', value: 'b' },
      { label: 'c', value },
    ],
  }),
  'particulars.0.label': (label) => ({ particulars: [{ label, value: 'b' }] }),
  'materials.0.value': (value) => ({ materials: [{ algorithm: 'photodna', value, source: 'x' }] }),
  'handling.text': (text) => ({ handling: { code: 'H3', text } }),
  'languages.1': (language) => ({ languages: ['en', language] }),
};

const file = fc.constantFrom(...Object.values(FILES));
const encode = fc.constantFrom(...Object.values(ALPHABETS));

describe('a file is refused', () => {
  test.each(Object.entries(FIELDS))('in %s', (field, at) => {
    fc.assert(
      fc.property(file, encode, (bytes, as) => {
        expect(refusal(at(as(bytes)))).toMatchObject({ code: 'MATERIAL_REFUSED', field });
      }),
      { numRuns: examples(60) },
    );
  });

  test('in pieces over a list, by the first piece', () => {
    const pieces = wrapped(jpegOf().toString('base64'), 20);
    expect(refusal({ lines: pieces })).toMatchObject({ field: 'lines.0' });
  });

  test('in hash values, and hash values of the right form pass', () => {
    const values = wrapped(
      jpegOf()
        .toString('hex')
        .padEnd(128 * 40, '0'),
      128,
    );
    const materials = values.map((value) => ({ algorithm: 'sha512', value, source: 'f1' }));
    expect(refusal({ materials })).toMatchObject({ field: 'materials.0.value' });
    const random = values.map((_, index) => ({
      algorithm: 'sha512',
      value: noise(64, index).toString('hex'),
      source: 'f1',
    }));
    expect(refusal({ materials: random })).toBeUndefined();
  });

  test.each<[string, string, number, (bytes: Buffer) => string]>([
    ['base64', 'sha512', 64, (bytes) => bytes.toString('base64')],
    ['base64', 'sha256', 32, (bytes) => bytes.toString('base64url')],
    ['base64', 'md5', 16, (bytes) => bytes.toString('base64')],
    ['base64', 'other', 50, (bytes) => bytes.toString('base64')],
    ['base64', 'photodna', 144, (bytes) => bytes.toString('base64')],
    ['numbers', 'photodna', 144, (bytes) => bytes.join(',')],
    ['numbers', 'photodna', 144, (bytes) => bytes.join(', ')],
  ])('in hash values as %s: %s', (_, algorithm, size, write) => {
    const materialsOf = (bytes: Buffer) =>
      Array.from({ length: Math.floor(bytes.length / size) }, (__, index) => ({
        ...{ algorithm, source: 'f1' },
        value: write(bytes.subarray(index * size, (index + 1) * size)),
      }));
    expect(refusal({ materials: materialsOf(jpegOf()) })?.message).toContain('materials.0.value');
    expect(refusal({ materials: materialsOf(Buffer.concat([noise(size - 5), jpegOf()])) })?.message).toContain(
      'an image',
    );
    expect(refusal({ materials: materialsOf(noise(size * 200)) })).toBeUndefined();
  });

  test('as bytes, as a list of numbers, and as the name of a field', () => {
    expect(refusal({ file: Buffer.alloc(8) })).toMatchObject({ field: 'file' });
    expect(refusal({ file: [...jpegOf()] })).toMatchObject({ field: 'file' });
    expect(refusal({ [jpegOf().toString('base64')]: 1 })).toMatchObject({ field: '*' });
  });

  test.each(Object.entries(FILES))('before it is parsed: %s', (_, bytes) => {
    expect(() => guardFile(bytes)).toThrow(/^The file was refused: it looks like .* Liaise holds no files/);
  });

  test('and the refusal repeats nothing of it', () => {
    fc.assert(
      fc.property(file, encode, (bytes, as) => {
        const content = as(bytes);
        expect(refusal({ summary: content })?.message).not.toContain(content.slice(0, 8));
      }),
      { numRuns: examples(60) },
    );
  });

  test('as control characters or broken UTF-8', () => {
    expect(refusal({ summary: jpegOf().toString('latin1') })).toMatchObject({ field: 'summary' });
    expect(refusal({ summary: jpegOf().toString('utf8') })).toMatchObject({ field: 'summary' });
    expect(refusal({ summary: 'a\ud800b' })).toMatchObject({ field: 'summary' });
  });
});

describe('size is limited', () => {
  const words = 'word '.repeat(GUARD_LIMITS.text / 5);

  test('of one text, of all texts together, and of nesting', () => {
    expect(refusal({ summary: words })).toBeUndefined();
    expect(refusal({ summary: `${words}x` })).toMatchObject({ field: 'summary' });
    expect(() => guardText(`${words}x`, 'note')).toThrow(/note was refused/);
    expect(refusal(Array.from({ length: 60 }, () => words))).toMatchObject({ code: 'MATERIAL_REFUSED' });
    let nested: unknown = 'deep';
    for (let depth = 0; depth < 40; depth += 1) nested = [nested];
    expect(refusal(nested)).toMatchObject({ code: 'MATERIAL_REFUSED' });
  });

  test('of encoded text, by the field that has most of it', () => {
    const half = noise(900).toString('base64');
    expect(refusal({ summary: half })).toBeUndefined();
    expect(
      refusal({ summary: half, particulars: [{ label: 'a', value: noise(1_200).toString('base64') }] }),
    ).toMatchObject({
      field: 'particulars.0.value',
    });
  });

  test('of identifiers', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => noise(20, index).toString('hex'));
    const value = (count: number) => ({
      particulars: wrapped(lines.slice(0, count).join('\n'), 16_400).map((each) => ({ label: 'ids', value: each })),
    });
    expect(refusal(value(700))).toBeUndefined();
    expect(refusal(value(900))).toMatchObject({ code: 'MATERIAL_REFUSED' });
  });
});

test('a PhotoDNA value that begins like an icon passes: found by a property test', () => {
  const value = Buffer.concat([Buffer.of(0, 0, 1, 0, 1, 0), Buffer.alloc(138)]).toString('hex');
  expect(refusal({ materials: [{ algorithm: 'photodna', value, source: 'f1' }] })).toBeUndefined();
});

function refusal(value: unknown): ReferralError | undefined {
  try {
    guardMaterial(value);
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return error;
    throw error;
  }
}
