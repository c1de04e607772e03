/** Finds a file inside bytes by the structure of its format, at any offset: a few matching bytes alone prove nothing. */

export type FileKind = 'an image' | 'a video' | 'an audio file' | 'an archive' | 'a document' | 'a program';

/** Whether the format begins at `at`. Each check requires at least 44 bits, so random bytes practically never match. */
type Check = (bytes: Uint8Array, at: number) => boolean;

interface Format {
  kind: FileKind;
  /** Bytes at the beginning, as Latin-1. `?` means any byte. */
  magic: string;
  check?: Check;
}

const FORMATS: Format[] = [
  { kind: 'an image', magic: '\xff\xd8\xff', check: isJpeg },
  { kind: 'an image', magic: '\x89PNG\r\n\x1a\n' },
  { kind: 'an image', magic: 'GIF87a', check: isGif },
  { kind: 'an image', magic: 'GIF89a', check: isGif },
  { kind: 'an image', magic: 'RIFF????WEBPVP8' },
  { kind: 'an image', magic: 'BM????\0\0\0\0', check: isBmp },
  { kind: 'an image', magic: 'II*\0', check: isTiff },
  { kind: 'an image', magic: 'II+\0\b\0\0\0' },
  { kind: 'an image', magic: 'MM\0*', check: isTiff },
  { kind: 'an image', magic: 'MM\0+\0\b\0\0' },
  { kind: 'an image', magic: '\0\0\0\fjP  \r\n\x87\n' },
  { kind: 'an image', magic: '\0\0\0\fJXL \r\n\x87\n' },
  { kind: 'an image', magic: '\0\0\x01\0', check: isIcon },
  { kind: 'an image', magic: '8BPS\0', check: (bytes, at) => isZero(bytes, at + 6, 6) },
  { kind: 'a video', magic: '\0\0\0?ftyp', check: isBrand },
  { kind: 'a video', magic: '\0\0\0?moov????mvhd' },
  { kind: 'a video', magic: '\x1aE\xdf\xa3', check: isEbml },
  { kind: 'a video', magic: 'RIFF????AVI LIST' },
  {
    kind: 'a video',
    magic: '\0\0\x01\xba',
    check: (bytes, at) => isStartCode(bytes, at + 12) || isStartCode(bytes, at + 14),
  },
  { kind: 'a video', magic: 'FLV\x01?\0\0\0\t' },
  { kind: 'a video', magic: '0&\xb2u\x8ef\xcf\x11' },
  { kind: 'an audio file', magic: 'OggS\0\x02' },
  { kind: 'an audio file', magic: 'fLaC\0\0\0"' },
  { kind: 'an audio file', magic: 'ID3', check: isId3 },
  { kind: 'an audio file', magic: 'RIFF????WAVEfmt ' },
  { kind: 'an archive', magic: 'PK\x03\x04', check: isZip },
  { kind: 'an archive', magic: 'Rar!\x1a\x07' },
  { kind: 'an archive', magic: "7z\xbc\xaf'\x1c" },
  { kind: 'an archive', magic: '\x1f\x8b\b', check: isGzip },
  { kind: 'an archive', magic: 'BZh?1AY&SY' },
  { kind: 'an archive', magic: '\xfd7zXZ\0' },
  { kind: 'a document', magic: '%PDF-', check: isPdf },
  { kind: 'a document', magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  {
    kind: 'a program',
    magic: '\x7fELF',
    check: (bytes, at) => isOneOf(bytes, at + 4, 1, 2) && isOneOf(bytes, at + 5, 1, 2) && bytes[at + 6] === 1,
  },
];

const ANY = 0x3f;
/** The formats by two neighbouring bytes of their magic; at most positions of a text, none has them. */
const byPair = groupByPair();
const isKnown = Uint8Array.from({ length: 65_536 }, (_, pair) => (byPair.has(pair) ? 1 : 0));

/** Whether two neighbouring bytes, the first one times 256, may belong to the magic of a format. */
export function isMagicPair(pair: number): boolean {
  return isKnown[pair] === 1;
}

/**
 * Whether a magic is complete around such a pair. `byteAt(0)` and `byteAt(1)` are the pair, and earlier bytes have negative
 * places.
 */
export function hasMagic(pair: number, byteAt: (place: number) => number | undefined): boolean {
  return byPair.get(pair)?.some((format) => hasMagicOf(format, byteAt)) ?? false;
}

/** The kind of the first file found in `bytes`, at any offset; null if there is none. */
export function fileIn(bytes: Uint8Array): FileKind | null {
  let pair = bytes[0] ?? 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    pair = ((pair << 8) | (bytes[at + 1] ?? 0)) & 0xffff;
    if (isKnown[pair] === 0) continue;
    const kind = fileAround(bytes, at, pair);
    if (kind !== null) return kind;
  }
  return null;
}

/** A function of its own, because a closure in the loop would be allocated for each byte. */
function fileAround(bytes: Uint8Array, at: number, pair: number): FileKind | null {
  const found = byPair
    .get(pair)
    ?.find(
      (prepared) =>
        hasMagicOf(prepared, (place) => bytes[at + place]) &&
        (prepared.format.check?.(bytes, at - prepared.pairAt) ?? true),
    );
  return found?.format.kind ?? null;
}

interface Prepared {
  magic: Uint8Array;
  /** The place in the magic of the pair by which the format is found. */
  pairAt: number;
  format: Format;
}

function hasMagicOf({ magic, pairAt }: Prepared, byteAt: (place: number) => number | undefined): boolean {
  return magic.every((byte, index) => byte === ANY || byte === byteAt(index - pairAt));
}

function groupByPair(): Map<number, Prepared[]> {
  const prepared = FORMATS.map((format): Prepared => {
    const magic = Uint8Array.from(format.magic, (character) => character.charCodeAt(0));
    // Zeros are frequent, as are the spaces of an alphabet in which a space is zero.
    const pairAt = magic.findIndex((byte, index) => {
      const next = magic[index + 1] ?? ANY;
      return byte !== ANY && next !== ANY && byte + next > 0;
    });
    return { magic, pairAt, format };
  });
  return Map.groupBy(prepared, ({ magic, pairAt }) => ((magic[pairAt] ?? 0) << 8) | (magic[pairAt + 1] ?? 0));
}

/** JPEG (ITU-T T.81, B.1): a chain of segments, each a marker and a length that leads to the next marker. */
function isJpeg(bytes: Uint8Array, at: number): boolean {
  let next = at + 2;
  for (let segments = 0; segments < 3; segments += 1) {
    if (next + 4 > bytes.length) return segments > 1;
    if (bytes[next] !== 0xff || !isJpegMarker(bytes[next + 1] ?? 0)) return false;
    const identifier = latin(bytes, next + 4, 5);
    if (/^(JFIF\0|Exif\0|Adobe|ICC_P|http:|Photo)/.test(identifier)) return true;
    const length = big(bytes, next + 2, 2);
    if (length < 2) return false;
    next += 2 + length;
  }
  return true;
}

function isJpegMarker(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xef) || marker === 0xfe;
}

/** GIF (GIF89a specification): a screen size, and after the colour table an extension or an image with its code size. */
function isGif(bytes: Uint8Array, at: number): boolean {
  const flags = bytes[at + 10] ?? 0;
  const table = flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  if (small(bytes, at + 6, 2) === 0 || small(bytes, at + 8, 2) === 0) return false;
  const block = at + 13 + table;
  if (block >= bytes.length) return bytes.length - at > 40;
  if (bytes[block] === 0x21) return isOneOf(bytes, block + 1, 0x01, 0xf9, 0xfe, 0xff);
  if (bytes[block] !== 0x2c) return false;
  const codeSize =
    bytes[block + 10 + ((bytes[block + 9] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[block + 9] ?? 0) & 7) + 1) : 0)];
  return codeSize === undefined || (codeSize >= 2 && codeSize <= 11);
}

/** BMP: reserved bytes of zero (in its magic), and one of the known sizes of the second header. */
function isBmp(bytes: Uint8Array, at: number): boolean {
  const isHeader = [12, 40, 52, 56, 64, 108, 124].includes(small(bytes, at + 14, 4));
  return isHeader && small(bytes, at + 10, 4) >= 26;
}

/** TIFF 6.0: the first directory is reached by its offset, and its entries have known types in ascending order of tags. */
function isTiff(bytes: Uint8Array, at: number): boolean {
  const read = bytes[at] === 0x49 ? small : big;
  const directory = at + read(bytes, at + 4, 4);
  if (directory - at < 8 || directory + 26 > bytes.length) return false;
  const entries = read(bytes, directory, 2);
  const tags = [read(bytes, directory + 2, 2), read(bytes, directory + 14, 2)];
  const types = [read(bytes, directory + 4, 2), read(bytes, directory + 16, 2)];
  return (
    entries > 1 && entries < 200 && (tags[0] ?? 0) < (tags[1] ?? 0) && types.every((type) => type > 0 && type < 14)
  );
}

/** ICO: the first image follows the directory immediately. */
function isIcon(bytes: Uint8Array, at: number): boolean {
  const images = small(bytes, at + 4, 2);
  const isFirst = small(bytes, at + 18, 4) === 6 + 16 * images && bytes[at + 9] === 0;
  return images > 0 && images < 64 && isFirst;
}

/** ISO base media files (MP4, HEIF, AVIF): the size of the box, and a brand of printable characters. */
function isBrand(bytes: Uint8Array, at: number): boolean {
  const size = bytes[at + 3] ?? 0;
  return size >= 8 && size % 4 === 0 && /^[A-Za-z0-9 _-]{4}$/.test(latin(bytes, at + 8, 4));
}

/** EBML (RFC 8794): the document type follows within the header. */
function isEbml(bytes: Uint8Array, at: number): boolean {
  return /webm|matroska/.test(latin(bytes, at, 64));
}

/** ID3v2: version, and a length of four bytes below 128. */
function isId3(bytes: Uint8Array, at: number): boolean {
  const isLength = [6, 7, 8, 9].every((offset) => (bytes[at + offset] ?? 255) < 128);
  return isLength && isOneOf(bytes, at + 3, 2, 3, 4) && bytes[at + 4] === 0 && ((bytes[at + 5] ?? 1) & 0x1f) === 0;
}

/** ZIP (APPNOTE 4.3.7): a known version and method, and a name of sensible length. */
function isZip(bytes: Uint8Array, at: number): boolean {
  const method = small(bytes, at + 8, 2);
  const name = small(bytes, at + 26, 2);
  const isMethod = [0, 8, 9, 12, 14, 93, 95, 97, 98, 99].includes(method);
  return isMethod && small(bytes, at + 4, 2) <= 63 && name > 0 && name < 1_024;
}

/** gzip (RFC 1952): known flags, compression level and operating system. */
function isGzip(bytes: Uint8Array, at: number): boolean {
  const system = bytes[at + 9] ?? 99;
  return ((bytes[at + 3] ?? 255) & 0xe0) === 0 && isOneOf(bytes, at + 8, 0, 2, 4) && (system < 14 || system === 255);
}

/** PDF (ISO 32000): a version, and the first object or comment after it. */
function isPdf(bytes: Uint8Array, at: number): boolean {
  return /^%PDF-[12]\.\d[\r\n]{1,2}[\s\S]{0,80}?(%[\x80-\xff]|\d+ \d+ obj)/.test(latin(bytes, at, 120));
}

function isStartCode(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 1 && (bytes[at + 3] ?? 0) >= 0xb9;
}

function isOneOf(bytes: Uint8Array, at: number, ...values: number[]): boolean {
  return values.includes(bytes[at] ?? -1);
}

function isZero(bytes: Uint8Array, at: number, length: number): boolean {
  for (let index = at; index < at + length; index += 1) if (bytes[index] !== 0) return false;
  return true;
}

function big(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function small(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
