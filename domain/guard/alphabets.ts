/** Reads text as bytes by every usual alphabet, at every alignment, since a file may begin anywhere in it. */

import { aligned, base91, codesOf, fold, inGroups, table } from './digits.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** Characters of 64, each worth 6 bits; several characters may have one value. */
const BASE64 = [
  table(`${UPPER}${LOWER}${DIGITS}+/`, { '-': 62, _: 63 }), // RFC 4648, both alphabets
  table(`${UPPER}${LOWER}${DIGITS}+,`), // IMAP (RFC 3501)
  table(ASCII.slice(0, 64), { '`': 0 }), // uuencode
  table(`+-${DIGITS}${UPPER}${LOWER}`), // xxencode
  table(`./${DIGITS}${UPPER}${LOWER}`), // crypt
  table(`./${UPPER}${LOWER}${DIGITS}`), // bcrypt
] as const;
const [MIME, , UUENCODE] = BASE64;
const STRICT_MIME = table(`${UPPER}${LOWER}${DIGITS}+/`);

/** Characters of 32, each worth 5 bits, in either case. */
const BASE32 = [
  `${UPPER}234567`, // RFC 4648
  `${DIGITS}${UPPER.slice(0, 22)}`, // base32hex
  `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ`, // Crockford
  'YBNDRFG8EJKMCPQXOT1UWISZA345H769', // z-base-32
].map((alphabet) => table(alphabet, fold(alphabet)));

const ASCII85 = table(ASCII.slice(1, 86));
const BASE85 = [
  table(`${DIGITS}${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`), // Z85
  table(`${DIGITS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`), // RFC 1924
];

const BASE45 = table(`${DIGITS}${UPPER} $%*+-./:`);
const BASE91 = table(`${UPPER}${LOWER}${DIGITS}!#$%&()*+,./:;<=>?@[]^_\`{|}~"`);
const HEXADECIMAL = table(`${DIGITS}ABCDEF`, fold('ABCDEF', 10));
const BINARY = table('01');

const GROUPS_OF_85 = { base: 85, size: 5, width: 4 };
const GROUPS_OF_45 = { base: 45, size: 3, width: 2, isLowestFirst: true };

/**
 * What the text can be as bytes, one reading after another. Characters outside an alphabet are skipped, and readings
 * without a file left out.
 */
export function* readings(text: string): Generator<Uint8Array> {
  const codes = codesOf(text);
  yield* aligned(codes, HEXADECIMAL, 4);
  if (/^[0-9a-f]*$/i.test(text)) return yield* aligned(codes, BINARY, 1);
  for (const alphabet of BASE64) yield* aligned(codes, alphabet, 6);
  // A hyphen or low line beside digits of the other alphabet of RFC 4648 separates them.
  if (/[+/]/.test(text) && /[-_]/.test(text)) yield* aligned(codes, STRICT_MIME, 6);
  for (const alphabet of BASE32) yield* aligned(codes, alphabet, 5);
  yield* aligned(codes, BINARY, 1);
  yield* inGroups(text.includes('z') ? codesOf(text.replaceAll('z', '!!!!!')) : codes, ASCII85, GROUPS_OF_85);
  for (const alphabet of BASE85) yield* inGroups(codes, alphabet, GROUPS_OF_85);
  yield* inGroups(codes, BASE45, GROUPS_OF_45);
  yield base91(codes, BASE91);
  if (text.includes('^')) yield* aligned(codesOf(raised(text)), MIME, 6);
}

/** Alphabets in which a space is a digit, so that white space must not be skipped. */
export function* spacedReadings(text: string): Generator<Uint8Array> {
  const codes = codesOf(text);
  yield* inGroups(codes, BASE45, GROUPS_OF_45);
  yield* aligned(codes, UUENCODE, 6);
}

/** Numbers between 0 and 255 (or -128 and 127), with any separator: decimal, hexadecimal, octal or binary. */
export function* numberReadings(tokens: readonly string[]): Generator<Uint8Array> {
  const text = tokens.join(' ');
  yield bytesOf(text.match(/-?\d+/g) ?? [], 10);
  yield bytesOf(text.match(/\d+/g) ?? [], 10);
  yield bytesOf(text.match(/\b0?[0-3]?[0-7]{1,2}\b/g) ?? [], 8);
  yield bytesOf(text.match(/\b(?:0x)?[0-9a-f]{1,2}\b/gi)?.map((each) => each.replace(/^0x/i, '')) ?? [], 16);
}

/** Text in which some bytes are escaped (`%41`, `=41`, `\x41`, `\101`) and the others are unchanged. */
export function* escapedReadings(text: string): Generator<Uint8Array> {
  for (const [pattern, radix] of ESCAPES) {
    const found = text.match(pattern);
    if (found === null || found.length < 8) continue;
    const plain = text.replace(pattern, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, radix) & 255),
    );
    yield latin1Bytes(
      radix === 8 || pattern.source.startsWith('\\\\x')
        ? plain.replace(/\\[nrtfvab0]/g, (all) => CONTROLS[all] ?? all)
        : plain,
    );
  }
}

const ESCAPES: [RegExp, number][] = [
  [/%([0-9a-f]{2})/gi, 16],
  [/=([0-9a-f]{2})/gi, 16],
  [/\\x([0-9a-f]{1,2})/gi, 16],
  [/\\([0-3]?[0-7]{1,2})/g, 8],
];

const CONTROLS: Record<string, string> = {
  ...{ '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\f': '\f', '\\v': '\v', '\\a': '\x07', '\\b': '\b', '\\0': '\0' },
};

/** Lines of a dump (`hexdump`, `xxd`, `od`): an offset, groups of digits, and perhaps the characters at the end. */
export function* dumpReadings(text: string): Generator<Uint8Array> {
  const lines = text.match(/^[ \t]*[0-9a-f]{4,16}:?[ \t]+[0-9a-f][0-9a-f \t]*/gim) ?? [];
  if (lines.length < 2) return;
  const groups = lines.flatMap((line) =>
    line
      .trim()
      .split(/[ \t]+/)
      .slice(1),
  );
  const hexadecimal = groups.filter((group) => group.length % 2 === 0);
  yield bytesOf(
    hexadecimal.flatMap((group) => group.match(/../g) ?? []),
    16,
  );
  yield bytesOf(
    hexadecimal.flatMap((group) => (group.match(/../g) ?? []).reverse()),
    16,
  );
  yield bytesOf(groups, 8);
  yield Uint8Array.from(groups.flatMap((group) => [Number.parseInt(group, 8) & 255, Number.parseInt(group, 8) >> 8]));
}

/** Lines of uuencode: the first character gives the number of bytes. */
export function* uuReadings(text: string): Generator<Uint8Array> {
  const lines = text.split(/\r?\n/).filter((line) => {
    const length = (line.charCodeAt(0) - 32) & 63;
    return length > 0 && Math.abs(line.length - 1 - Math.ceil(length / 3) * 4) <= 4;
  });
  if (lines.length < 2) return;
  const joined = lines.map((line) => line.slice(1)).join('');
  yield* aligned(codesOf(joined), UUENCODE, 6);
}

/** The characters of Windows-1252 beside those of Latin-1, from 128 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LAST_CHARACTER = '™'.charCodeAt(0);
/** The byte of each character of Latin-1 and Windows-1252, and -1 for others. */
const BYTE_OF = new Int16Array(LAST_CHARACTER + 1).map((_, code) => {
  const place = WINDOWS_1252.indexOf(String.fromCharCode(code));
  return place >= 0 ? 128 + place : code < 256 ? code : -1;
});

/** Half of the bytes of a compressed file are above 127. Text of a Latin script has fewer such characters. */
const LEAST_HIGH = 0.2;

/** yEnc: each byte plus 42, and after an equals sign plus 106. The bytes were read as Latin-1 or Windows-1252. */
export function* yencReadings(text: string): Generator<Uint8Array> {
  if (!hasHighBytes(text)) return;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let isEscaped = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = BYTE_OF[code] ?? -1;
    if (byte < 0 || byte === 10 || byte === 13) continue;
    if (byte === 61 && !isEscaped) {
      isEscaped = true;
      continue;
    }
    bytes[length] = (byte - (isEscaped ? 106 : 42)) & 255;
    length += 1;
    isEscaped = false;
  }
  yield bytes.subarray(0, length);
}

/** Counts without a list of matches: most texts are long, and of other scripts. */
function hasHighBytes(text: string): boolean {
  let high = 0;
  let others = 0;
  for (let index = 0; index < text.length; index += 1) {
    const byte = BYTE_OF[text.charCodeAt(index)] ?? -1;
    if (byte < 0) others += 1;
    else if (byte > 127) high += 1;
  }
  return high >= (text.length - others) * LEAST_HIGH && high > 0;
}

/** Small letters in which a caret marks a capital. */
function raised(text: string): string {
  return text.replace(/\^([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Numbers as bytes, negative ones as two's complement; those that are no byte are left out. */
function bytesOf(numbers: readonly string[], radix: number): Uint8Array {
  const bytes = new Uint8Array(numbers.length);
  let length = 0;
  for (const number of numbers) {
    const value = Number.parseInt(number, radix);
    if (!(value >= -128 && value < 256)) continue;
    bytes[length] = value & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** The characters of a text as bytes: the lower eight bits of each. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index) & 255;
  return bytes;
}
