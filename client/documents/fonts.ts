/** The font of PDF documents, in two weights. It has all Latin, Greek and Cyrillic letters of the languages of the EU. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';

/** The font files. They are read once. */
export interface DocumentFonts {
  regular: Buffer;
  bold: Buffer;
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
  const [regular, bold] = [fileOf('DejaVuSansCondensed'), fileOf('DejaVuSansCondensed-Bold')];
  const sets = [regular, bold].map(charactersOf);
  return { regular, bold, covers: (codePoint) => sets.every((set) => set.has(codePoint)) };
}

function fileOf(name: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
}

function charactersOf(file: Buffer): Set<number> {
  const font = create(file);
  return new Set('characterSet' in font ? font.characterSet : []);
}

/**
 * The text as the font can show it. A character that the font lacks is written as its code, `[U+4E2D]`, so that nothing is
 * lost without a sign. Control characters become spaces; line ends stay.
 */
export function printable(text: string): string {
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
