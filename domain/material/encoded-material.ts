/** Signs that a text is bytes in disguise: hexadecimal, base64, lists of numbers, percent signs, files as they are. */

import { encodedLength, findBase64, signedBase64 } from './base64.ts';
import { fileKindOf } from './file-signatures.ts';

/** From here on a run of byte values is no identifier; what begins as a file does is known sooner. In bytes. */
const LONG_RUN = 100;
const SIGNED_RUN = 36;

/** What a text seems to carry, as a phrase without its content; null for words, addresses, numbers and hashes. */
export function findEncodedMaterial(text: string): string | null {
  const { urls, rest } = splitUrls(text);
  return (
    brokenCharacters(text) ??
    plainFile(text) ??
    percentEncoded(text) ??
    firstFound(urls, encodedDataInUrl) ??
    byteNumbers(rest) ??
    hexadecimal(rest) ??
    findBase64(rest)
  );
}

/** The kind of file that a text encodes from its first character on, in any of the ways known here. */
export function encodedFile(text: string): string | null {
  return signedHexadecimal(text) ?? signedBase64([text]) ?? signedNumbers(text);
}

function brokenCharacters(text: string): string | null {
  if (/[^\P{Cc}\t\n\r]/u.test(text) || !text.isWellFormed()) return 'control characters';
  const replaced = text.split('\uFFFD').length - 1;
  return replaced >= 4 && replaced * 10 > text.length ? 'unreadable characters' : null;
}

function plainFile(text: string): string | null {
  if (/\bdata:(?:[a-z]+\/[a-z0-9.+-]+|;base64)[^\s,]{0,200},/i.test(text)) return 'a data URI';
  if (/<svg\b/i.test(text) && /<\/svg>|xmlns/i.test(text)) return 'an image';
  if (/\bGIF8[79]a/.test(text)) return 'an image';
  if (/^%PDF-/m.test(text)) return 'a document';
  if (/^(begin [0-7]{3,4} \S|=ybegin )/m.test(text) || /<~[!-u\s]{100,}~>/.test(text)) return 'an encoded file';
  return null;
}

/** Letters of any script in an address are percent-encoded UTF-8; bytes of a file decode to nonsense. */
function percentEncoded(text: string): string | null {
  return firstFound(text.match(/(?:[\w.~!*'()-]{0,8}%[0-9a-f]{2}){16,}/gi) ?? [], (run) => {
    const decoded = decode(run);
    // Old addresses hold other encodings than UTF-8, in short runs.
    const isNonsense = decoded === null ? run.split('%').length > 48 : brokenCharacters(decoded);
    return isNonsense ? 'percent-encoded data' : null;
  });
}

function decode(run: string): string | null {
  try {
    return decodeURIComponent(run);
  } catch {
    return null;
  }
}

/** Addresses may hold keys and signatures, which look like code: they are judged apart from the text around them. */
function splitUrls(text: string): { urls: string[]; rest: string } {
  const url = /\bhttps?:\/\/[^\s<>"]+/gi;
  return { urls: text.match(url) ?? [], rest: text.replace(url, ' | ') };
}

const LONGEST_URL = 4_000;
const CODE_IN_URL = 1_000;

function encodedDataInUrl(url: string): string | null {
  if (url.length > LONGEST_URL || encodedLength(url) > CODE_IN_URL) return 'encoded data in an address';
  const starts = Array.from(url.matchAll(/[^A-Za-z0-9_-]/g), ({ index }) => [index, index + 1]).flat();
  return firstFound(starts, (start) => encodedFile(url.slice(start, start + 2 * SIGNED_RUN)));
}

function byteNumbers(text: string): string | null {
  return firstFound(text.match(/(?:\b[0-9]{1,3}[\s,;]+){36,}/g) ?? [], (run) => {
    return signedNumbers(run) ?? (bytesIn(run).length >= LONG_RUN ? 'a list of byte values' : null);
  });
}

function signedNumbers(run: string): string | null {
  const bytes = bytesIn(run);
  return bytes.length >= SIGNED_RUN ? fileKindOf(bytes) : null;
}

/** The numbers of a run, where all of them are bytes. */
function bytesIn(run: string): number[] {
  const numbers = run.match(/[0-9]+/g)?.map(Number) ?? [];
  return numbers.every((number) => number < 256) ? numbers : [];
}

function hexadecimal(text: string): string | null {
  return firstFound(text.match(/(?:(?:0x|\\x|\\u00|=)?[0-9a-f]\s*[0-9a-f][\s,:;.-]*){36,}/gi) ?? [], (run) => {
    const pairs = hexPairs(withoutDigests(run));
    const withLetter = pairs.filter((pair) => /[a-f]/i.test(pair)).length;
    const isCode = pairs.length >= LONG_RUN && withLetter > pairs.length * 0.3;
    return signedHexadecimal(run) ?? (isCode ? 'hexadecimal data' : null);
  });
}

function signedHexadecimal(run: string): string | null {
  const pairs = hexPairs(run);
  if (pairs.length < SIGNED_RUN || isDigestOrUuid(run.trim())) return null;
  return fileKindOf(pairs.map((pair) => Number.parseInt(pair, 16)));
}

function hexPairs(run: string): string[] {
  return run.replace(/0x|\\x|\\u00|[^0-9a-f]/gi, '').match(/../g) ?? [];
}

/** A list of hashes or identifiers, one a line, is no file. */
function withoutDigests(run: string): string {
  return run.replace(/[^\s,;]+/g, (word) => (isDigestOrUuid(word) ? '' : word));
}

const DIGEST_DIGITS = [32, 40, 56, 64, 96, 128];

/** A digest in hexadecimal, or a UUID. */
function isDigestOrUuid(word: string): boolean {
  const isHex = /^[0-9a-f]+$/i.test(word) && DIGEST_DIGITS.includes(word.length);
  return isHex || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word);
}

function firstFound<T>(candidates: readonly T[], judge: (candidate: T) => string | null): string | null {
  for (const candidate of candidates) {
    const found = judge(candidate);
    if (found) return found;
  }
  return null;
}
