/** Brings a text to one plain form, so that a disguise (look-alikes, invisible characters, escapes) hides nothing. */

/** Latin letters that Cyrillic and Greek letters look like (Unicode Technical Standard 39, confusables). */
const LOOKALIKES = new Map(
  Object.entries({
    ...letters('АВЕЅІЈКМНОРСТУХЗаеѕіјорсухкһԁԛԝѵ', 'ABESIJKMHOPCTYX3aesijopcyxkhdqwv'),
    ...letters('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ', 'ABEZHIKMNOPTYXaiknoptux'),
  }),
);

export interface NormalisedText {
  text: string;
  /** What invisible characters and unusual white space can carry, in bytes. */
  hidden: number;
}

const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** The text without markup, escapes, quoting and invisible characters. Runs in time linear in the length of `text`. */
export function normalise(text: string): NormalisedText {
  // Most text is plain ASCII without an escape: it is returned as it is.
  if (!/[^\t\n\r\x20-\x7e]|&[#a-z]|\\u|=\r?\n|<[a-z/]|^[>|]|["'`]\s*\+/im.test(text)) {
    return { text, hidden: bytesOfSpaces(text) };
  }
  const unescaped = withoutMarkup(text);
  const hidden = bytesOfSpaces(unescaped) + bytesOfInvisible(unescaped);
  return { text: unescaped.normalize('NFKC').replace(INVISIBLE, ''), hidden };
}

/** Joiners between letters of scripts that need them, and what follows a symbol in an emoji. */
const ORDINARY =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}])[\u200c\u200d]|(?<=[\p{So}\p{Sk}])(?:\ufe0f?\u200d|\ufe0f)/gu;

/** Half a byte for each invisible character, of which there are a few kinds; one byte for those of large blocks. */
function bytesOfInvisible(text: string): number {
  const others = text.replace(ORDINARY, '').match(INVISIBLE) ?? [];
  return Math.round(others.reduce((sum, each) => sum + (each.length > 1 || /[\ufe00-\ufe0f]/.test(each) ? 1 : 0.5), 0));
}

/** White space that separates words or lines: spaces or tabs alone, or line ends with an indentation. */
const PLAIN_SPACE = /^(?: +|\t+|[\u00a0\u202f\u3000]|[ \t]?(?:\r?\n[ \t]?){1,4}(?: *|\t*))$/;

/** Half a byte for each character of white space of several kinds: there are some twenty kinds. */
function bytesOfSpaces(text: string): number {
  let characters = 0;
  for (const [space] of text.matchAll(/\s{2,}|[^\S \t\r\n]/g)) if (!PLAIN_SPACE.test(space)) characters += space.length;
  return Math.round(characters / 2);
}

/** Look-alike letters as the Latin letters that they resemble. For decoding only: it damages Cyrillic and Greek words. */
export function foldLookalikes(text: string): string {
  return text.replace(/[\u0370-\u052f]/g, (letter) => LOOKALIKES.get(letter) ?? letter);
}

/** Undoes what mail programs, web pages and source code add to a text: entities, escapes, soft breaks, quotes, tags. */
function withoutMarkup(text: string): string {
  return text
    .replace(/&#(\d{1,7});|&#x([0-9a-f]{1,6});/gi, (all, decimal, hexadecimal) => character(all, decimal, hexadecimal))
    .replace(/&(amp|lt|gt|quot|apos|nbsp|plus|equals|sol);/gi, (all, name) => ENTITIES[name.toLowerCase()] ?? all)
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (all, hexadecimal) => character(all, undefined, hexadecimal))
    .replace(/=\r?\n/g, '')
    .replace(/<(?:\/?[a-z][a-z0-9]{0,10}|br ?\/)>/gi, ' ')
    .replace(/["'`]\s{0,8}\+\s{0,8}["'`]/g, '')
    .replace(/^(?:[ \t]{0,8}[>|]){1,8}[ \t]?/gm, '');
}

const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', plus: '+', equals: '=', sol: '/' },
};

function character(all: string, decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
}

function letters(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, to[index] ?? letter]));
}
