/** The guard finds files in every usual encoding and place, counts what it cannot explain, and lets ordinary texts pass. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessLeaves, type TextLeaf } from '../../../domain/guard/assess.ts';
import { defaultGuardPolicy } from '../../../domain/guard/policy.ts';
import { examples } from '../../support/seeds.ts';
import { ALPHABETS, DISGUISES, type Encode, wrapped } from './encodings.ts';
import { EXOTIC } from './exotic-encodings.ts';
import { FILES, jpegOf, noise } from './files.ts';
import { IDENTIFIERS, prose, RECORDS } from './good-texts.ts';

const WORDS = 'The account holder wrote to the child on three evenings and asked for pictures.';
const JPEG = jpegOf();

/** Where a text can be placed in a referral. */
const PLACES: Record<string, (text: string) => TextLeaf[]> = {
  'in one field': (text) => [{ path: 'summary', text }],
  'between words': (text) => [{ path: 'summary', text: `${WORDS}\n${text}\n${WORDS}` }],
  'in the last of many fields': (text) => [
    ...Array.from({ length: 20 }, (_, index) => ({ path: `particulars.${index}.value`, text: WORDS })),
    { path: 'particulars.20.label', text },
  ],
  'in pieces over equal fields': (text) => spread(text, 180, (index) => `particulars.${index}.value`),
  'in pieces with labels between': (text) =>
    spread(text, 180, (index) => `particulars.${index}.value`).flatMap((leaf, index) => [
      { path: `particulars.${index}.label`, text: `part ${index}` },
      leaf,
    ]),
  'in pieces over different fields': (text) =>
    spread(text, 300, (index) => `${['summary', 'note', 'reference', 'source'][index % 4]}${index}`),
};

/** Without those that leave out a part of the bytes. */
const { 'base64 in an address': _, ...WHOLE_DISGUISES } = DISGUISES;

describe('the corpus has at least 400', () => {
  test('bad texts: every encoding in every place', () => {
    const encodings = Object.keys({ ...ALPHABETS, ...DISGUISES });
    expect(encodings.length * Object.keys(PLACES).length).toBeGreaterThanOrEqual(400);
  });

  test('good texts, in 20 languages and more', () => {
    const texts = [...prose(), ...Object.entries({ ...IDENTIFIERS, ...RECORDS })];
    expect(new Set(texts.map(([, text]) => text)).size).toBeGreaterThanOrEqual(400);
    expect(new Set(prose().map(([name]) => name.replace(/ \d+$/, ''))).size).toBeGreaterThanOrEqual(20);
  });
});

describe('a picture is refused', () => {
  for (const [encoding, encode] of Object.entries({ ...ALPHABETS, ...DISGUISES })) {
    test.each(Object.entries(PLACES))(`as ${encoding} %s`, (place, leavesOf) => {
      // An address holds 1,800 characters at most, and a data URI is announced: neither survives being cut.
      const leaves = leavesOf(encode(JPEG));
      expect(verdict(leaves), place).not.toBe('accepted');
    });
  }

  test.each(Object.entries(EXOTIC))('as %s, by the bound of opaque text', (_, encode) => {
    expect(verdict([{ path: 'summary', text: encode(noise(20_000)) }])).toBe('too much');
  });

  test.each([64, 100, 128, 288])('in hash values of %i digits', (columns) => {
    const hashes = wrapped(JPEG.toString('hex'), columns).map(
      (text, index): TextLeaf => ({ path: `materials.${index}.value`, text, isHash: true }),
    );
    expect(verdict(hashes)).toBe('file');
  });

  test('in PhotoDNA values that are shifted by one byte', () => {
    const values = wrapped(Buffer.concat([Buffer.of(0), JPEG]).toString('hex'), 288);
    expect(verdict(values.map((text, index) => ({ path: `materials.${index}.value`, text, isHash: true })))).toBe(
      'file',
    );
  });
});

describe('files of every format are found', () => {
  const encodings: Record<string, Encode> = { ...ALPHABETS };
  for (const [encoding, encode] of Object.entries(encodings)) {
    test.each(Object.entries(FILES))(`as ${encoding}: %s`, (_, bytes) => {
      expect(verdict([{ path: 'summary', text: encode(bytes) }])).toBe('file');
    });
  }

  test('at any offset, in any alphabet', () => {
    const offset = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FILES)),
        fc.constantFrom(...Object.values({ ...ALPHABETS, ...WHOLE_DISGUISES })),
        offset,
        (file, encode, before) => {
          const text = encode(Buffer.concat([noise(before), file]));
          expect(verdict([{ path: 'summary', text }])).not.toBe('accepted');
        },
      ),
    );
  });

  // Found by the property above: pieces that look like words, and marks that are digits of the alphabet.
  test.each([
    ['base64 with " + "', 'gif87', 0],
    ['base64 with "-"', 'jpeg', 133],
    ['base64 in pieces of 3', 'bmp', 0],
    ['base64 in pieces of 8', 'bmp', 3],
    ['base32 in groups', 'png', 0],
    ['uuencode', 'avi', 133],
  ])('as %s: %s after %i bytes', (encoding, format, before) => {
    const bytes = Buffer.concat([noise(before), FILES[format] ?? Buffer.alloc(0)]);
    expect(verdict([{ path: 'summary', text: DISGUISES[encoding]?.(bytes) ?? '' }])).toBe('file');
  });

  test('an SVG drawing, with and without its end', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L9 9"/>';
    expect(verdict([{ path: 'summary', text: svg }])).toBe('file');
    expect(verdict([{ path: 'summary', text: `${WORDS} ${svg}</svg>` }])).toBe('file');
  });
});

describe('what is accepted stays within the bound', () => {
  test('random bytes in any alphabet, spread over any fields', () => {
    const size = fc.integer({ min: 100, max: 60_000 });
    const pieces = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        size,
        fc.constantFrom(...Object.values({ ...ALPHABETS, ...WHOLE_DISGUISES, ...EXOTIC })),
        pieces,
        (length, encode, count) => {
          const text = encode(noise(length));
          const columns = Math.max(1, Math.ceil(text.length / count));
          const leaves = spread(text, columns, (index) => `particulars.${index}.value`);
          if (verdict(leaves) === 'accepted')
            expect(length).toBeLessThanOrEqual(defaultGuardPolicy.opaque + defaultGuardPolicy.identifiers);
        },
      ),
      { numRuns: examples(90) },
    );
  });

  test('random bytes hidden between words by invisible characters', () => {
    const bits = Array.from(noise(4_000), (byte) => byte.toString(2).padStart(8, '0')).join('');
    const text = WORDS.replaceAll(
      ' ',
      ` ${bits.replace(/./g, (bit) => (bit === '0' ? '\u200b' : '\u200c')).slice(0, 2_000)}`,
    );
    expect(verdict([{ path: 'summary', text }])).toBe('too much');
  });
});

describe('ordinary texts pass', () => {
  test.each(prose())('%s', (_, text) => {
    expect(verdict([{ path: 'summary', text }])).toBe('accepted');
  });

  test.each(Object.entries({ ...IDENTIFIERS, ...RECORDS }))('%s', (_, text) => {
    expect(verdict([{ path: 'summary', text }])).toBe('accepted');
    expect(verdict([{ path: 'summary', text: `${WORDS}\n${text}` }])).toBe('accepted');
  });

  test('prose of any language costs less than a hundredth of the bounds for each kilobyte', () => {
    for (const [, text] of prose(40)) {
      const { opaque } = assessLeaves([{ path: 'summary', text }]);
      expect(opaque).toBeLessThanOrEqual(Buffer.byteLength(text) / 20);
    }
  });

  test('500 random hash values of each algorithm', () => {
    const bytes = fc.constantFrom(16, 20, 32, 64, 144);
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 1_000_000 }), (length, start) => {
        const hashes = Array.from(
          { length: 500 },
          (_, index): TextLeaf => ({
            path: `materials.${index}.value`,
            text: noise(start + index + length)
              .subarray(0, length)
              .toString('hex'),
            isHash: true,
          }),
        );
        expect(verdict(hashes)).toBe('accepted');
      }),
      { numRuns: examples(3) },
    );
  });
});

function spread(text: string, columns: number, pathOf: (index: number) => string): TextLeaf[] {
  return wrapped(text, columns).map((piece, index) => ({ path: pathOf(index), text: piece }));
}

function verdict(leaves: readonly TextLeaf[]): 'file' | 'too much' | 'accepted' {
  const { files, opaque, identifier } = assessLeaves(leaves);
  if (files.length > 0) return 'file';
  return opaque > defaultGuardPolicy.opaque || identifier > defaultGuardPolicy.identifiers ? 'too much' : 'accepted';
}
