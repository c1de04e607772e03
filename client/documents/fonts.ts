/** The font of PDF documents, in two weights. It has all Latin, Greek and Cyrillic letters of the languages of the EU. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** The fonts. They are opened once, and all documents share their tables. */
export interface DocumentFonts {
  regular: Font;
  bold: Font;
  /** Whether both weights have the character. */
  covers(codePoint: number): boolean;
}

let fonts: DocumentFonts | undefined;

/** Reads the fonts at the first call. */
export function documentFonts(): DocumentFonts {
  fonts ??= readFonts();
  return fonts;
}

function readFonts(): DocumentFonts {
  const [regular, bold] = [fontOf('DejaVuSansCondensed'), fontOf('DejaVuSansCondensed-Bold')];
  const sets = [regular, bold].map(({ characterSet }) => new Set(characterSet));
  return { regular, bold, covers: (codePoint) => sets.every((set) => set.has(codePoint)) };
}

function fontOf(name: string): Font {
  const font = create(readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))));
  if ('fonts' in font) throw new Error(`${name} is a collection of fonts.`);
  return withPairs(font);
}

/** Letters without marks of their own: each is one glyph, whose place depends on the next letter only. */
const SIMPLE =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u203a\u20ac]*$/;

/** A search finds no ligatures in many readers. */
const NO_LIGATURES = { liga: false };

/**
 * The font with a faster layout: kerning is computed once for each pair of letters. It keeps no words, because they may be
 * particulars of a case.
 */
function withPairs(font: Font): Font {
  const pairs = new Map<string, number>();
  const advanceOf = (pair: string) => {
    const advance = pairs.get(pair) ?? font.layout(pair, NO_LIGATURES).positions[0]?.xAdvance ?? 0;
    pairs.set(pair, advance);
    return advance;
  };
  const layout = (text: string) => {
    if (!SIMPLE.test(text)) return font.layout(text, NO_LIGATURES);
    const positions = Array.from(text, (_, n) => ({
      ...{ xAdvance: advanceOf(text.slice(n, n + 2)), yAdvance: 0, xOffset: 0, yOffset: 0 },
    }));
    let width: number | undefined;
    return {
      glyphs: font.glyphsForString(text),
      positions,
      // pdfkit scales the positions before it reads this.
      get advanceWidth() {
        width ??= positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        return width;
      },
    };
  };
  return Object.create(font, { layout: { value: layout } });
}

const ASCII = /^[\n\x20-\x7e]*$/;

/**
 * The text as the font can show it. A character that the font lacks is written as its code, `[U+4E2D]`, so that nothing is
 * lost without a sign. Control characters become spaces; line ends stay.
 */
export function printable(text: string): string {
  if (ASCII.test(text)) return text;
  const { covers } = documentFonts();
  let shown = '';
  for (const character of text.replaceAll(/\r\n?/g, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n') shown += character;
    else if (code < 32 || (code >= 127 && code < 160)) shown += ' ';
    else shown += covers(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return shown;
}
