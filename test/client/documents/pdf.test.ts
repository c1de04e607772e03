/** Lines of text in documents: no line is too wide, no text is lost, and words are set as the font defines. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { documentFonts, printable } from '../../../client/documents/fonts.ts';
import { openPdf, widthOf, wrapped } from '../../../client/documents/pdf.ts';

const doc = openPdf({
  ...{ title: 'Lines', author: 'Quartz', language: 'en', madeAt: new Date('2026-06-01T08:00:00.000Z') },
  ...{ size: [595, 842], margins: { top: 0, bottom: 0, left: 0, right: 0 } },
});
const STYLE = { size: 8, width: 90 };

const word = fc.oneof(
  fc.constantFrom(
    'Ermittlungsverfahren',
    'r1',
    'National',
    'AV',
    'Οργανισμός',
    'Справка',
    '中文',
    'e\u0301te\u0301',
    'x',
  ),
  fc.string({ minLength: 1, maxLength: 60 }),
);

test('no line is wider than the column, and the lines together are the text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.boolean(), (words, bold) => {
      const text = words.join(' ');
      const lines = wrapped(doc, text, { ...STYLE, bold });
      for (const line of lines) expect(widthOf(doc, line.trimEnd(), STYLE.size, bold)).toBeLessThan(STYLE.width + 1);
      expect(lines.join('')).toBe(printable(text).replaceAll('\n', ''));
    }),
  );
});

test('a line ends where its text has a line end, after a hyphen, or within a word that is too wide', () => {
  const lines = (text: string) => wrapped(doc, text, STYLE).map((line) => line.trimEnd());
  expect(lines('one\n\ntwo')).toEqual(['one', '', 'two']);
  expect(lines('of the Strafverfolgungs-Behörde')).toEqual(['of the Strafverfolgungs-', 'Behörde']);
  expect(lines('since 2026-06-01 in the XR-2026-000123')).toEqual(['since 2026-06-01 in the', 'XR-2026-000123']);
  expect(lines('a'.repeat(60)).length).toBe(3);
});

test.each(['regular', 'bold'] as const)('the %s words have the glyphs and the kerning of the font', (weight) => {
  const name = weight === 'bold' ? 'DejaVuSansCondensed-Bold' : 'DejaVuSansCondensed';
  const own = create(readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))));
  if ('fonts' in own) throw new Error('This is a collection of fonts.');
  for (const text of [
    'AVATAR ',
    'Tyre, Yew.',
    'office',
    'Žižkov',
    'Ταΰγετος',
    'Українська',
    'e\u0301te\u0301',
    '10–12 %',
  ]) {
    const [ours, theirs] = [documentFonts()[weight].layout(text), own.layout(text, { liga: false })];
    expect(ours.glyphs.map(({ id }) => id)).toEqual(theirs.glyphs.map(({ id }) => id));
    expect(ours.positions).toEqual(theirs.positions.map((position) => expect.objectContaining({ ...position })));
    expect(ours.advanceWidth).toBe(theirs.advanceWidth);
  }
});
