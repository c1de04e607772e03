/** Reads text as bytes by every usual alphabet, at every alignment, since a file may begin anywhere in it. */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** Characters of 64, each worth 6 bits; several characters may have one value. */
const BASE64 = [
  [`${UPPER}${LOWER}${DIGITS}+/`, { '-': 62, _: 63 }], // RFC 4648, both alphabets
  [`${UPPER}${LOWER}${DIGITS}+,`, {}], // IMAP (RFC 3501)
  [ASCII.slice(0, 64), { '`': 0 }], // uuencode
  [`+-${DIGITS}${UPPER}${LOWER}`, {}], // xxencode
  [`./${DIGITS}${UPPER}${LOWER}`, {}], // crypt
  [`./${UPPER}${LOWER}${DIGITS}`, {}], // bcrypt
] as const;

/** Characters of 32, each worth 5 bits, in either case. */
const BASE32 = [
  `${UPPER}234567`, // RFC 4648
  `${DIGITS}${UPPER.slice(0, 22)}`, // base32hex
  `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ`, // Crockford
  'YBNDRFG8EJKMCPQXOT1UWISZA345H769', // z-base-32
];

const BASE85 = [
  ASCII.slice(1, 86), // Ascii85
  `${DIGITS}${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`, // Z85
  `${DIGITS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`, // RFC 1924
];

const BASE45 = `${DIGITS}${UPPER} $%*+-./:`;
const BASE91 = `${UPPER}${LOWER}${DIGITS}!#$%&()*+,./:;<=>?@[]^_\`{|}~"`;

/** What the text can be as bytes, one reading after another. Characters outside an alphabet are skipped. */
export function* readings(text: string): Generator<Uint8Array> {
  yield* aligned(text, HEXADECIMAL, 4);
  if (/^[0-9a-f]*$/i.test(text)) return yield* aligned(text, table('01'), 1);
  for (const [alphabet, more] of BASE64) yield* aligned(text, table(alphabet, more), 6);
  for (const alphabet of BASE32) yield* aligned(text, table(alphabet, fold(alphabet)), 5);
  yield* aligned(text, table('01'), 1);
  for (const alphabet of BASE85)
    yield* inGroups(text.replaceAll('z', alphabet === BASE85[0] ? '!!!!!' : 'z'), table(alphabet), 85, 5, 4);
  yield* inGroups(text, table(BASE45), 45, 3, 2);
  yield base91(text);
  if (text.includes('^')) yield* aligned(raised(text), table(...BASE64[0]), 6);
}

/** Alphabets in which a space is a digit, so that white space must not be skipped. */
export function* spacedReadings(text: string): Generator<Uint8Array> {
  yield* inGroups(text, table(BASE45), 45, 3, 2);
  yield* aligned(text, table(ASCII.slice(0, 64), { '`': 0 }), 6);
}

/** Numbers between 0 and 255 (or -128 and 127), whatever separates them: decimal, hexadecimal, octal or binary. */
export function* numberReadings(tokens: readonly string[]): Generator<Uint8Array> {
  const text = tokens.join(' ');
  yield bytesOf(text.match(/-?\d+/g) ?? [], 10);
  yield bytesOf(text.match(/\d+/g) ?? [], 10);
  yield bytesOf(text.match(/\b0?[0-3]?[0-7]{1,2}\b/g) ?? [], 8);
  yield bytesOf(text.match(/\b(?:0x)?[0-9a-f]{1,2}\b/gi)?.map((each) => each.replace(/^0x/i, '')) ?? [], 16);
}

/** Text in which some bytes are escaped (`%41`, `=41`, `\x41`, `\101`) and the others stand for themselves. */
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
  yield* aligned(joined, table(ASCII.slice(0, 64), { '`': 0 }), 6);
}

/** Values of characters below 128; 255 for those that are not in the alphabet. */
type Table = Uint8Array;

function table(alphabet: string, more: Record<string, number> = {}): Table {
  const values = new Uint8Array(128).fill(255);
  for (const [index, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = index;
  for (const [character, value] of Object.entries(more)) values[character.charCodeAt(0)] = value;
  return values;
}

const HEXADECIMAL = table(`${DIGITS}ABCDEF`, fold('ABCDEF', 10));

function fold(alphabet: string, from = 0): Record<string, number> {
  return Object.fromEntries([...alphabet.toLowerCase()].map((character, index) => [character, index + from]));
}

/** Characters of `bits` bits each, read from each of the first ones on, so that every alignment of bytes occurs. */
function* aligned(text: string, values: Table, bits: number): Generator<Uint8Array> {
  const digits = digitsOf(text, values);
  const alignments = bits === 6 ? 4 : bits === 4 ? 2 : 8;
  for (let start = 0; start < alignments; start += 1) yield packed(digits, start, bits);
}

function packed(digits: Uint8Array, start: number, bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.floor(((digits.length - start) * bits) / 8)));
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (let index = start; index < digits.length; index += 1) {
    buffer = ((buffer << bits) | (digits[index] ?? 0)) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (buffer >> held) & 255;
    at += 1;
  }
  return bytes;
}

/** Groups of `size` digits of a base that is no power of two, each `width` bytes; those of base 45 have the lowest first. */
function* inGroups(text: string, values: Table, base: number, size: number, width: number): Generator<Uint8Array> {
  const digits = digitsOf(text, values);
  for (let start = 0; start < size; start += 1) {
    const bytes = new Uint8Array(Math.floor(digits.length / size) * width);
    let at = 0;
    for (let index = start; index + size <= digits.length; index += size) {
      let value = 0;
      for (let place = 0; place < size; place += 1) {
        value = value * base + (digits[index + (base === 45 ? size - 1 - place : place)] ?? 0);
      }
      // Of a group that is too large for its bytes, the lower 32 bits are read.
      for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        bytes[at] = (value >>> shift) & 255;
        at += 1;
      }
    }
    yield bytes;
  }
}

/** basE91: two digits are worth 13 bits, or 14 if the lower 13 bits are below 89. */
function base91(text: string): Uint8Array {
  const digits = digitsOf(text, table(BASE91));
  const bytes: number[] = [];
  let buffer = 0;
  let held = 0;
  for (let index = 0; index + 1 < digits.length; index += 2) {
    const value = (digits[index] ?? 0) + (digits[index + 1] ?? 0) * 91;
    const width = (value & 8191) > 88 ? 13 : 14;
    buffer |= value << held;
    held += width;
    while (held > 7) {
      bytes.push(buffer & 255);
      buffer >>>= 8;
      held -= 8;
    }
  }
  return Uint8Array.from(bytes);
}

/** Small letters in which a caret marks a capital. */
function raised(text: string): string {
  return text.replace(/\^([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function digitsOf(text: string, values: Table): Uint8Array {
  const digits = new Uint8Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index)] ?? 255;
    if (value === 255) continue;
    digits[count] = value;
    count += 1;
  }
  return digits.subarray(0, count);
}

/** Numbers as bytes, negative ones as two's complement; those that are no byte are left out. */
function bytesOf(numbers: readonly string[], radix: number): Uint8Array {
  const values = numbers
    .map((number) => Number.parseInt(number, radix))
    .filter((value) => value >= -128 && value < 256);
  return Uint8Array.from(values, (value) => value & 255);
}

/** The characters of a text as bytes: the lower eight bits of each. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index) & 255;
  return bytes;
}
