/** Ways to write bytes as text: the usual alphabets, and common obfuscations of them. */

export type Encode = (bytes: Buffer) => string;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ASCII85 = characters(33, 85);
const Z85 = `0123456789${LETTERS.toLowerCase()}${LETTERS}.-:+=^!/*?&<>()[]{}@%$#`;
const RFC1924 = `0123456789${LETTERS}${LETTERS.toLowerCase()}!#$%&()*+-;<=>?@^_\`{|}~`;
const BASE45 = `0123456789${LETTERS} $%*+-./:`;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE91 = `${LETTERS}${LETTERS.toLowerCase()}0123456789!#$%&()*+,./:;<=>?@[]^_\`{|}~"`;

/** Alphabets with more than two bits for each character. */
export const ALPHABETS: Record<string, Encode> = {
  base64: (bytes) => bytes.toString('base64'),
  base64url: (bytes) => bytes.toString('base64url'),
  'base64 of IMAP': (bytes) => bytes.toString('base64').replaceAll('/', ','),
  xxencode: (bytes) => digits(bytes, 6, `+-0123456789${LETTERS}${LETTERS.toLowerCase()}`),
  bcrypt: (bytes) => digits(bytes, 6, `./${LETTERS}${LETTERS.toLowerCase()}0123456789`),
  base32: (bytes) => digits(bytes, 5, `${LETTERS}234567`),
  'base32, small': (bytes) => digits(bytes, 5, `${LETTERS}234567`).toLowerCase(),
  base32hex: (bytes) => digits(bytes, 5, '0123456789ABCDEFGHIJKLMNOPQRSTUV'),
  'base32 of Crockford': (bytes) => digits(bytes, 5, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  'z-base-32': (bytes) => digits(bytes, 5, 'ybndrfg8ejkmcpqxot1uwisza345h769'),
  ascii85: (bytes) => base85(bytes, ASCII85),
  'ascii85 with marks': (bytes) => `<~${base85(bytes, ASCII85)}~>`,
  z85: (bytes) => base85(bytes, Z85),
  'base85 of RFC 1924': (bytes) => base85(bytes, RFC1924),
  base45: (bytes) => base45(bytes),
  base91: (bytes) => base91(bytes),
  'base58 of Bitcoin': (bytes) => wholeNumber(bytes, BASE58),
  'base58 of Flickr': (bytes) => wholeNumber(bytes, BASE58.replace(/^(\d+)([A-Z]+)([a-z]+)$/, '$1$3$2')),
  'base58 of Ripple': (bytes) => wholeNumber(bytes, 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'),
  base62: (bytes) => wholeNumber(bytes, `0123456789${LETTERS}${LETTERS.toLowerCase()}`),
  'base62, small letters first': (bytes) => wholeNumber(bytes, `0123456789${LETTERS.toLowerCase()}${LETTERS}`),
  'base62, digits last': (bytes) => wholeNumber(bytes, `${LETTERS}${LETTERS.toLowerCase()}0123456789`),
  base36: (bytes) => BigInt(`0x${bytes.toString('hex')}`).toString(36),
  'base36, capitals': (bytes) =>
    BigInt(`0x${bytes.toString('hex')}`)
      .toString(36)
      .toUpperCase(),
  yEnc: (bytes) => yenc(bytes).toString('latin1'),
  'yEnc as Windows-1252': (bytes) => new TextDecoder('windows-1252').decode(yenc(bytes)),
  hexadecimal: (bytes) => bytes.toString('hex'),
  'hexadecimal, capitals': (bytes) => bytes.toString('hex').toUpperCase(),
};

/** The same, written so that each byte or piece stands apart, or so that it looks like something else. */
export const DISGUISES: Record<string, Encode> = {
  ...separated([
    '.',
    ',',
    ' | ',
    '" "',
    "' '",
    ' + ',
    '" + "',
    '" +\n  "',
    '<br>',
    '\n> ',
    '\n| ',
    '-',
    '_',
    ';',
    '\t',
    '\r\n',
  ]),
  ...separated(['\u200b', '\u200c', '\u2060', '\u00ad', '\ufeff'], 40),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 8, 12, 16, 20, 32, 190].map((size) => [`base64 in pieces of ${size}`, pieces(size, ' ')]),
  ),
  'base64 with line numbers': (bytes) => numbered(wrapped(bytes.toString('base64'), 60)),
  'base64 after words': (bytes) =>
    `Please look at this picture:\n${wrapped(bytes.toString('base64'), 76).join('\n')}\nthank you`,
  'base64 in an address': (bytes) => `https://pictures.example/p/${bytes.toString('base64url').slice(0, 1_800)}?size=1`,
  'base64 in a data URI': (bytes) => `data:image/x;base64,${bytes.toString('base64')}`,
  'base64, full width': (bytes) => bytes.toString('base64').replace(/[!-~]/g, (each) => shifted(each, 0xfee0)),
  'base64, bold': (bytes) => bytes.toString('base64').replace(/[A-Z]/g, (each) => shifted(each, 0x1d400 - 65)),
  'base64, Cyrillic look-alikes': (bytes) =>
    bytes.toString('base64').replace(/[ABCEHKMOPTXaceopxy]/g, (each) => CYRILLIC[each] ?? each),
  'base64 as entities': (bytes) => bytes.toString('base64').replace(/./g, (each) => `&#${each.charCodeAt(0)};`),
  'base64 as hexadecimal entities': (bytes) =>
    bytes.toString('base64').replace(/./g, (each) => `&#x${hex(each.charCodeAt(0))};`),
  'base64 as escapes': (bytes) => bytes.toString('base64').replace(/./g, (each) => `\\u00${hex(each.charCodeAt(0))}`),
  'base64, capitals as carets': (bytes) =>
    bytes.toString('base64').replace(/[A-Z]/g, (each) => `^${each.toLowerCase()}`),
  'base32 in groups': (bytes) => wrapped(digits(bytes, 5, `${LETTERS}234567`), 4).join(' '),
  'hexadecimal with colons': (bytes) => wrapped(bytes.toString('hex'), 2).join(':'),
  'hexadecimal with spaces': (bytes) => wrapped(bytes.toString('hex'), 2).join(' '),
  'hexadecimal in fours': (bytes) => wrapped(bytes.toString('hex'), 4).join(' '),
  'hexadecimal as MAC addresses': (bytes) =>
    wrapped(bytes.toString('hex'), 12)
      .map((each) => wrapped(each, 2).join(':'))
      .join('\n'),
  'hexadecimal as UUIDs': (bytes) => wrapped(bytes.toString('hex'), 32).map(asUuid).join('\n'),
  'C bytes': (bytes) => mapped(bytes, (byte) => `0x${hex(byte)}`, ', '),
  'string escapes': (bytes) => mapped(bytes, (byte) => `\\x${hex(byte)}`, ''),
  'octal escapes': (bytes) => mapped(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`, ''),
  'octal numbers': (bytes) => mapped(bytes, (byte) => byte.toString(8).padStart(3, '0'), ' '),
  'percent signs': (bytes) => mapped(bytes, (byte) => `%${hex(byte)}`, ''),
  'quoted-printable': quotedPrintable,
  uuencode: uu,
  'uuencode with its first line': (bytes) => `begin 644 a.jpg\n${uu(bytes)}\`\nend`,
  'hexdump -C': (bytes) => hexdump(bytes, true),
  hexdump: (bytes) => hexdump(bytes, false),
  od,
  'numbers with commas': (bytes) => bytes.join(','),
  'numbers with bars': (bytes) => bytes.join(' | '),
  'numbers in brackets': (bytes) => mapped(bytes, (byte) => `[${byte}]`, ''),
  'numbers with invisible spaces': (bytes) => bytes.join('\u200b \u200b'),
  'signed numbers': (bytes) => mapped(bytes, (byte) => String(byte > 127 ? byte - 256 : byte), ' '),
  'IP addresses': (bytes) =>
    Array.from({ length: Math.ceil(bytes.length / 4) }, (_, row) =>
      bytes.subarray(row * 4, row * 4 + 4).join('.'),
    ).join('\n'),
  'JSON numbers': (bytes) => JSON.stringify([...bytes]),
  'zeros and ones': (bytes) => mapped(bytes, (byte) => byte.toString(2).padStart(8, '0'), ''),
  'zeros and ones in eights': (bytes) => mapped(bytes, (byte) => byte.toString(2).padStart(8, '0'), ' '),
};

export function wrapped(text: string, columns: number): string[] {
  return text.match(new RegExp(`.{1,${columns}}`, 'gsu')) ?? [];
}

function separated(separators: readonly string[], columns = 60): Record<string, Encode> {
  return Object.fromEntries(separators.map((each) => [`base64 with ${JSON.stringify(each)}`, pieces(columns, each)]));
}

function pieces(size: number, separator: string): Encode {
  return (bytes) => wrapped(bytes.toString('base64'), size).join(separator);
}

function digits(bytes: Buffer, bits: number, alphabet: string): string {
  const all = mapped(bytes, (byte) => byte.toString(2).padStart(8, '0'), '');
  return wrapped(all, bits)
    .map((each) => alphabet[Number.parseInt(each.padEnd(bits, '0'), 2)])
    .join('');
}

function base85(bytes: Buffer, alphabet: string): string {
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let value = bytes.readUInt32BE(at);
    let group = '';
    for (let place = 0; place < 5; place += 1) {
      group = `${alphabet[value % 85]}${group}`;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
}

/** All bytes as one number. */
function wholeNumber(bytes: Buffer, alphabet: string): string {
  const base = BigInt(alphabet.length);
  // Halves, because a division by each digit takes time quadratic in the length.
  const write = (value: bigint, count: number): string => {
    if (count === 1) return alphabet[Number(value)] ?? '';
    const low = Math.floor(count / 2);
    const unit = base ** BigInt(low);
    return write(value / unit, count - low) + write(value % unit, low);
  };
  const count = Math.ceil((bytes.length * 8) / Math.log2(alphabet.length)) + 1;
  const text = write(BigInt(`0x${bytes.toString('hex')}`), count);
  return text.slice([...text].findIndex((each) => each !== alphabet[0]));
}

function yenc(bytes: Buffer): Buffer {
  const encoded = Array.from(bytes, (byte) => (byte + 42) & 255);
  const escaped = encoded.flatMap((byte) => ([0, 10, 13, 61].includes(byte) ? [61, (byte + 64) & 255] : [byte]));
  return Buffer.from(escaped);
}

function base45(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const value = bytes.readUInt16BE(at);
    text += `${BASE45[value % 45]}${BASE45[Math.floor(value / 45) % 45]}${BASE45[Math.floor(value / 2_025)]}`;
  }
  return text;
}

function base91(bytes: Buffer): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer |= byte << held;
    held += 8;
    if (held <= 13) continue;
    const width = (buffer & 8_191) > 88 ? 13 : 14;
    const value = buffer & (2 ** width - 1);
    buffer >>= width;
    held -= width;
    text += `${BASE91[value % 91]}${BASE91[Math.floor(value / 91)]}`;
  }
  return text;
}

function uu(bytes: Buffer): string {
  const lines = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, row) =>
    bytes.subarray(row * 45, row * 45 + 45),
  );
  const alphabet = `\`${characters(33, 63)}`;
  return lines
    .map(
      (line) =>
        `${alphabet[line.length]}${digits(Buffer.concat([line, Buffer.alloc((3 - (line.length % 3)) % 3)]), 6, alphabet)}\n`,
    )
    .join('');
}

function quotedPrintable(bytes: Buffer): string {
  const all = mapped(
    bytes,
    (byte) => (byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${hex(byte).toUpperCase()}`),
    '\0',
  );
  let line = '';
  let text = '';
  for (const each of all.split('\0')) {
    if (line.length + each.length > 75) {
      text += `${line}=\n`;
      line = '';
    }
    line += each;
  }
  return text + line;
}

function hexdump(bytes: Buffer, withText: boolean): string {
  const rows = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) =>
    bytes.subarray(row * 16, row * 16 + 16),
  );
  return rows
    .map((row, index) => {
      const text = Array.from(row, (byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
      return `${(index * 16).toString(16).padStart(8, '0')}  ${mapped(row, hex, ' ')}${withText ? `  |${text}|` : ''}`;
    })
    .join('\n');
}

function od(bytes: Buffer): string {
  const words = Array.from({ length: Math.floor(bytes.length / 2) }, (_, word) =>
    bytes
      .readUInt16LE(word * 2)
      .toString(8)
      .padStart(6, '0'),
  );
  const rows = Array.from({ length: Math.ceil(words.length / 8) }, (_, row) =>
    words.slice(row * 8, row * 8 + 8).join(' '),
  );
  return rows.map((row, index) => `${(index * 16).toString(8).padStart(7, '0')} ${row}`).join('\n');
}

const CYRILLIC: Record<string, string> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х' },
  ...{ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' },
};

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}: ${line}`).join('\n');
}

function asUuid(digitsOf32: string): string {
  return digitsOf32.replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5');
}

export function mapped(bytes: Iterable<number>, write: (byte: number) => string, separator: string): string {
  return Array.from(bytes, write).join(separator);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function shifted(character: string, by: number): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + by);
}

function characters(from: number, count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, index) => from + index));
}
