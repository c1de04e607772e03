/** Reads text as one large number of base 36, 58 or 62. Only its first bytes are computed: a file is recognised by them. */

import { codesOf, fold, table } from './digits.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';

interface Alphabet {
  base: number;
  values: Uint8Array;
}

const BASE36: Alphabet = { base: 36, values: table(`${DIGITS}${UPPER}`, fold(UPPER, 10)) };
const BASE58 = [
  '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', // Bitcoin
  '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ', // Flickr
  'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz', // Ripple
].map((alphabet): Alphabet => ({ base: 58, values: table(alphabet) }));
const BASE62 = [`${DIGITS}${UPPER}${LOWER}`, `${DIGITS}${LOWER}${UPPER}`, `${UPPER}${LOWER}${DIGITS}`].map(
  (alphabet): Alphabet => ({ base: 62, values: table(alphabet) }),
);

/** The first digits, which are worth 400 bytes and more. More of them take time, and the header of a file is shorter. */
const DIGITS_READ = 640;
/** The last bytes of an approximation can be wrong. */
const BYTES_READ = 400;
/** Fewer digits hold no file worth the name. */
const FEWEST_DIGITS = 60;

/** What the letters and digits of the text can be as bytes. Other characters are skipped. */
export function* wholeNumberReadings(text: string): Generator<Uint8Array> {
  const plain = text.replace(/[^0-9A-Za-z]+/g, '');
  if (plain.length < FEWEST_DIGITS) return;
  const isOneCase = !/[a-z]/.test(plain) || !/[A-Z]/.test(plain);
  const isBase58 = !/[0OIl]/.test(plain);
  const codes = codesOf(plain);
  for (const alphabet of [...(isOneCase ? [BASE36] : []), ...(isBase58 ? BASE58 : []), ...BASE62]) {
    yield firstBytes(codes, alphabet);
  }
}

/** Four zeros come first, because a number has no leading zeros and a file may. */
const LEADING_ZEROS = 4;

function firstBytes(codes: Uint8Array, { base, values }: Alphabet): Uint8Array {
  const head = numberOf(codes.subarray(0, DIGITS_READ), { base, values });
  const { mantissa, exponent } = power(base, Math.max(0, codes.length - DIGITS_READ));
  // Shifted so that the bytes of the whole number stay whole.
  const hex = ((head * mantissa) >> BigInt((8 - (exponent % 8)) % 8)).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const bytes = new Uint8Array(LEADING_ZEROS + Math.min(BYTES_READ, even.length / 2));
  for (let at = LEADING_ZEROS; at < bytes.length; at += 1) {
    const place = (at - LEADING_ZEROS) * 2;
    bytes[at] = Number.parseInt(even.slice(place, place + 2), 16);
  }
  return bytes;
}

/** As many digits as a number of double precision holds exactly in any of the bases. */
const CHUNK = 8;

function numberOf(codes: Uint8Array, { base, values }: Alphabet): bigint {
  const unit = BigInt(base ** CHUNK);
  let value = 0n;
  for (let at = 0; at < codes.length; at += CHUNK) {
    const end = Math.min(codes.length, at + CHUNK);
    let low = 0;
    for (let index = at; index < end; index += 1) low = low * base + (values[codes[index] ?? 0] ?? 0);
    value = value * (end - at === CHUNK ? unit : BigInt(base ** (end - at))) + BigInt(low);
  }
  return value;
}

/** Bits of a power that are computed: more than those of the bytes that are read. */
const MANTISSA_BITS = 4_096;

/** `base` to the power of `count`, as `mantissa` times 2 to the power of `exponent`. */
function power(base: number, count: number): { mantissa: bigint; exponent: number } {
  let mantissa = 1n;
  let exponent = 0;
  for (const bit of count.toString(2)) {
    mantissa *= mantissa;
    exponent *= 2;
    if (bit === '1') mantissa *= BigInt(base);
    const excess = mantissa.toString(16).length * 4 - MANTISSA_BITS;
    if (excess <= 0) continue;
    mantissa >>= BigInt(excess);
    exponent += excess;
  }
  return { mantissa, exponent };
}
