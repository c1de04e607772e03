/** CRC checksums. They show which part of a file was changed by accident. They do not detect forgeries. */

const CRC32 = tableOf(0xedb88320);
/** The polynomial of CRC-8, reflected. */
const CRC8 = tableOf(0xe0);

function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
    return rest;
  });
}

/** CRC-32 as in gzip (RFC 1952, section 8). */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (CRC32[(rest ^ byte) & 255] ?? 0);
  return (rest ^ 0xffffffff) >>> 0;
}

/** One byte. Every change within eight neighbouring bits changes it. */
export function crc8(bytes: Uint8Array): number {
  let rest = 0xff;
  for (const byte of bytes) rest = CRC8[(rest ^ byte) & 255] ?? 0;
  return rest;
}
