/** What a file begins with, by which an image, a video or an archive is known whatever it is called. */

export type FileKind = 'an image' | 'a video' | 'an audio file' | 'an archive' | 'a document' | 'a program';

/** Leading bytes as hexadecimal; a dot stands for any half byte. Signatures of one or two bytes prove nothing. */
const SIGNATURES: [FileKind, RegExp][] = [
  ['an image', /^89504e470d0a1a0a/], // PNG
  ['an image', /^ffd8ff/], // JPEG
  ['an image', /^47494638(37|39)61/], // GIF
  ['an image', /^52494646.{8}57454250/], // WebP
  ['an image', /^424d.{8}00000000/], // BMP
  ['an image', /^(49492a00|4d4d002a|49492b00|4d4d002b)/], // TIFF
  ['an image', /^0000000c(6a502020|4a584c20)0d0a870a/], // JPEG 2000, JPEG XL
  ['an image', /^.{8}66747970(61766966|61766973|68656963|68656978|68657663|6d696631|6d736631)/], // AVIF, HEIC
  // ICO: the first directory entry must be possible, because PhotoDNA hash values can begin with the same six bytes.
  ['an image', /^000001000([1-9a-f])00.{6}00(0000|0100)(00|01|04|08|10|18|20)00.{8}\1[6]000000/],
  ['an image', /^38425053000[12]/], // PSD
  ['a video', /^.{8}66747970/], // MP4, MOV, 3GP
  ['a video', /^.{8}6d6f6f76/], // MOV
  ['a video', /^1a45dfa3/], // Matroska, WebM
  ['a video', /^52494646.{8}41564920/], // AVI
  // MPEG: a pack header (MPEG-2, MPEG-1) or a sequence header, with its marker bits; hash values can begin with 000001ba.
  ['a video', /^000001ba[4-7][4-7c-f]...[4-7c-f]...[4-7c-f].[13579bdf]/],
  ['a video', /^000001ba2[13579bdf]...[13579bdf]...[13579bdf][89a-f]/],
  ['a video', /^000001b3.{6}[1-9a-e][1-8].{4}[2367abef]/],
  ['a video', /^464c5601/], // FLV
  ['a video', /^3026b2758e66cf11/], // ASF, WMV
  ['an audio file', /^(4f676753|664c6143|49443302|49443303|49443304|52494646.{8}57415645)/], // Ogg, FLAC, ID3, WAV
  ['an archive', /^504b(0304|0506|0708)/], // ZIP
  ['an archive', /^526172211a07/], // RAR
  ['an archive', /^377abcaf271c/], // 7z
  ['an archive', /^1f8b08/], // gzip
  ['an archive', /^425a683[1-9]314159/], // bzip2
  ['an archive', /^fd377a585a00/], // xz
  ['an archive', /^28b52ffd/], // Zstandard
  ['an archive', /^.{514}7573746172/], // tar
  ['a document', /^255044462d/], // PDF
  ['a document', /^d0cf11e0a1b11ae1/], // OLE: Word, Excel, Outlook
  ['a program', /^(7f454c46|4d5a.{4}0000)/], // ELF, Windows
];

/** How much of the beginning is enough to know a file; tar says its name last. */
const SIGNATURE_BYTES = 264;

/** The kind of file that begins with these bytes, where it is one of the known. */
export function fileKindOf(bytes: Iterable<number>): FileKind | null {
  const leading = hexOf(bytes);
  return SIGNATURES.find(([, signature]) => signature.test(leading))?.[0] ?? null;
}

function hexOf(bytes: Iterable<number>): string {
  let hex = '';
  for (const byte of bytes) {
    if (hex.length >= SIGNATURE_BYTES * 2) break;
    hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
}
