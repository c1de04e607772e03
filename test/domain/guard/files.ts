/** Files of every format that the guard knows, drawn or assembled here. No real picture is part of the project. */

import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { encode } from 'jpeg-js';

/** A photograph-like JPEG. The default size gives about 2 KB. */
export function jpegOf(width = 64, height = 48, quality = 35): Buffer {
  return Buffer.from(encode({ width, height, data: pixels(width, height) }, quality).data);
}

/** Noise on a gradient, the same at each call. */
function pixels(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  let random = 7;
  for (let index = 0; index < width * height; index += 1) {
    random = (random * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    data[index * 4] = (index * 3 + (random >> 16)) & 255;
    data[index * 4 + 1] = (Math.floor(index / width) * 5) & 255;
    data[index * 4 + 2] = (random >> 20) & 255;
  }
  return data;
}

function png(): Buffer {
  const size = 32;
  const rows = pixels(size, size);
  const raw = Buffer.concat(
    Array.from({ length: size }, (_, row) =>
      Buffer.concat([Buffer.of(0), rows.subarray(row * size * 4, (row + 1) * size * 4)]),
    ),
  );
  const header = Buffer.concat([u32(size), u32(size), Buffer.of(8, 6, 0, 0, 0)]);
  const chunk = (type: string, data: Buffer) => Buffer.concat([u32(data.length), Buffer.from(type), data, u32(0)]);
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function gif(version: string): Buffer {
  const table = Buffer.alloc(3 * 256, 90);
  const image = Buffer.concat([
    Buffer.of(0x2c, 0, 0, 0, 0, 16, 0, 16, 0, 0, 8),
    Buffer.of(254),
    noise(254),
    Buffer.of(0, 0x3b),
  ]);
  return Buffer.concat([Buffer.from(version), Buffer.of(16, 0, 16, 0, 0xf7, 0, 0), table, image]);
}

function bmp(): Buffer {
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54 + 1_024, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeUInt32LE(16, 18);
  return Buffer.concat([header, noise(1_024)]);
}

function tiff(order: 'II' | 'MM'): Buffer {
  const buffer = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  const u16 = (value: number, at: number) =>
    order === 'II' ? buffer.writeUInt16LE(value, at) : buffer.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? buffer.writeUInt32LE(value, at) : buffer.writeUInt32BE(value, at);
  buffer.write(order);
  u16(42, 2);
  long(8, 4);
  u16(3, 8);
  for (const [index, tag] of [256, 257, 259].entries()) {
    u16(tag, 10 + index * 12);
    u16(3, 12 + index * 12);
    long(1, 14 + index * 12);
  }
  return Buffer.concat([buffer, noise(600)]);
}

function webp(): Buffer {
  return Buffer.concat([latin('RIFF'), Buffer.of(0, 4, 0, 0), latin('WEBPVP8L'), noise(900)]);
}

function icon(): Buffer {
  const entry = Buffer.of(16, 16, 0, 0, 1, 0, 32, 0, 0, 4, 0, 0, 22, 0, 0, 0);
  return Buffer.concat([Buffer.of(0, 0, 1, 0, 1, 0), entry, noise(800)]);
}

function box(brand: string): Buffer {
  return Buffer.concat([u32(24), latin(`ftyp${brand}\0\0\0\0mif1miaf`), u32(700), latin('mdat'), noise(692)]);
}

function webm(): Buffer {
  return Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'), noise(700)]);
}

function pdf(): Buffer {
  return Buffer.concat([
    latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length 600 >>\nstream\n'),
    noise(600),
    latin('\nendstream'),
  ]);
}

function zip(): Buffer {
  const data = deflateRawSync(noise(600));
  const header = Buffer.alloc(30);
  header.writeUInt32BE(0x50_4b_03_04);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(7, 26);
  return Buffer.concat([header, latin('pic.jpg'), data]);
}

/** Format → a file of it, of 700 bytes to 3 KB. */
export const FILES: Record<string, Buffer> = {
  ...{ jpeg: jpegOf(), png: png(), gif87: gif('GIF87a'), gif89: gif('GIF89a'), bmp: bmp() },
  ...{ 'tiff, little-endian': tiff('II'), 'tiff, big-endian': tiff('MM'), webp: webp(), icon: icon() },
  ...{ avif: box('avif'), heif: box('heic'), mp4: box('isom'), webm: webm(), pdf: pdf(), zip: zip() },
  gzip: gzipSync(noise(900)),
  '7z': Buffer.concat([latin("7z\xbc\xaf'\x1c\0\x04"), noise(800)]),
  rar: Buffer.concat([latin('Rar!\x1a\x07\x01\0'), noise(800)]),
  flv: Buffer.concat([latin('FLV\x01\x05\0\0\0\t'), noise(800)]),
  avi: Buffer.concat([latin('RIFF\x10\x20\0\0AVI LIST'), noise(800)]),
  'jpeg 2000': Buffer.concat([latin('\0\0\0\fjP  \r\n\x87\n'), noise(800)]),
  photoshop: Buffer.concat([latin('8BPS\0\x01\0\0\0\0\0\0\0\x03'), noise(800)]),
};

/** Bytes without any structure, the same at each call. */
export function noise(length: number, seed = length): Buffer {
  const bytes = Buffer.alloc(length);
  let random = seed;
  for (let index = 0; index < length; index += 1) {
    random = (random * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    bytes[index] = (random >> 16) & 255;
  }
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
