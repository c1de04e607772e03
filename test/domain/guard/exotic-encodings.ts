/** Ways of writing bytes as letters, marks and white space that look like text. */

import { type Encode, mapped, wrapped } from './encodings.ts';

/** Alphabets that are not decoded: the bound of opaque text limits them. */
export const EXOTIC: Record<string, Encode> = {
  Braille: (bytes) => mapped(bytes, (byte) => String.fromCodePoint(0x2800 + byte), ''),
  Hangul: (bytes) => mapped(bytes, (byte) => String.fromCodePoint(0xac00 + byte * 40), ''),
  Han: (bytes) => mapped(bytes, (byte) => String.fromCodePoint(0x4e00 + byte * 80), ''),
  'emoji without spaces': (bytes) => mapped(bytes, (byte) => String.fromCodePoint(0x1f300 + byte), ''),
  'box drawing': (bytes) =>
    mapped(bytes, (byte) => String.fromCodePoint(0x2500 + (byte >> 4), 0x2500 + (byte & 15)), ''),
  'letters a to p': (bytes) => lettersFrom(97, bytes),
  'letters a to p with dots': (bytes) => [...lettersFrom(97, bytes)].join('.'),
  'letters a to p with dots, four in a word': (bytes) =>
    wrapped(lettersFrom(97, bytes), 4)
      .map((each) => [...each].join('.'))
      .join(' '),
  'letters and digits in turn': (bytes) =>
    mapped(bytes, (byte) => `${String.fromCharCode(97 + (byte >> 4))}${byte & 7}`, ''),
  'Braille on both sides of letters': (bytes) =>
    wrapped(
      mapped(bytes, (byte) => String.fromCodePoint(0x2800 + byte), ''),
      12,
    )
      .map((each) => `${each.slice(0, 6)}a${each.slice(6)}`)
      .join(' '),
  'symbols after words': (bytes) =>
    wrapped(
      mapped(bytes, (byte) => String.fromCodePoint(0x1f300 + byte), ''),
      6,
    )
      .map((each) => `hello${each}`)
      .join(' '),
  'marks above letters': (bytes) =>
    wrapped(
      mapped(bytes, (byte) => String.fromCodePoint(0x300 + (byte >> 4), 0x310 + (byte & 15)), ''),
      60,
    )
      .map((each) => `a${each}`)
      .join(' '),
  'white space of four kinds': (bytes) =>
    `a${mapped(bytes, (byte) => [6, 4, 2, 0].map((shift) => ' \t\n\u2003'[(byte >> shift) & 3]).join(''), '')}a`,
  'spaces of 16 kinds between words': (bytes) =>
    mapped(bytes, (byte) => `${SPACES[byte >> 4]}and${SPACES[byte & 15]}the`, ''),
  'invisible characters in words': (bytes) =>
    mapped(bytes, (byte) => `gar${byte & 1 ? '\u200b' : ''}den${byte & 2 ? '\u2060' : ''}`, ' '),
  'Cyrillic letters': (bytes) => inWords(lettersFrom(0x430, bytes)),
  'Greek letters': (bytes) => inWords(lettersFrom(0x3b1, bytes)),
  'Arabic letters': (bytes) => inWords(lettersFrom(0x627, bytes)),
  'Devanagari letters': (bytes) => inWords(lettersFrom(0x915, bytes)),
  'Odia letters': (bytes) => inWords(lettersFrom(0xb15, bytes)),
  'Ethiopic syllables': (bytes) => inWords(mapped(bytes, (byte) => String.fromCodePoint(0x1200 + byte), '')),
};

/** One of sixteen letters from `first` on for each half of a byte. */
function lettersFrom(first: number, bytes: Buffer): string {
  return bytes.toString('hex').replace(/./g, (digit) => String.fromCharCode(first + Number.parseInt(digit, 16)));
}

function inWords(letters: string): string {
  return wrapped(letters, 9).join(' ');
}

/** Spaces that are not those of a keyboard. */
const SPACES = Array.from({ length: 16 }, (_, index) => String.fromCharCode(index < 11 ? 0x2000 + index : 0x3000)).map(
  (space, index) =>
    index === 12 ? '\u00a0' : index === 13 ? '\u202f' : index === 14 ? '\u205f' : index === 15 ? '\u1680' : space,
);
