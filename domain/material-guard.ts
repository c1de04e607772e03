/** Refuses anything that could carry abuse material: we hold references and short text, never a file in any disguise. */

import { ReferralError } from './errors.ts';
import { encodedFile, findEncodedMaterial } from './material/encoded-material.ts';
import { fileKindOf } from './material/file-signatures.ts';
import { isHashValue } from './material/hash-value.ts';
import { HASH_ALGORITHMS } from './vocabulary.ts';

/** Lengths of one text in characters and of the whole in bytes of UTF-8; how deep lists and objects may nest. */
export const GUARD_LIMITS = { text: 20_000, document: 1024 * 1024, depth: 32, numbers: 100 } as const;

/**
 * Walks plain data (as JSON gives it) and throws `MATERIAL_REFUSED` at the first field that carries, or could carry, a
 * file: base64, data URIs, binary, images, video, archives, too much text. The error names the field (`materials.2.value`)
 * and what it seems to carry, never what it says. Hash values of the right form pass as such in material references.
 */
export function guardMaterial(value: unknown): void {
  walk(value, '', { bytes: 0 }, 0);
}

/** The same for one text that stands at `field`. */
export function guardText(text: string, field: string): void {
  if (text.length > GUARD_LIMITS.text) refuse(field, `it is longer than ${GUARD_LIMITS.text} characters`);
  const found = findEncodedMaterial(text);
  if (found) refuse(field, looksLike(found));
}

/** The same for a file as it came, before anything reads it: text has no zero bytes, and begins as no other file does. */
export function guardFile(bytes: Uint8Array): void {
  const kind = fileKindOf(bytes) ?? (bytes.includes(0) ? 'binary data' : null);
  if (kind) refuse('file', looksLike(kind));
}

interface SizeCount {
  bytes: number;
}

function walk(value: unknown, field: string, tally: SizeCount, depth: number): void {
  if (depth > GUARD_LIMITS.depth) refuse(field, `it is nested more than ${GUARD_LIMITS.depth} deep`);
  if (typeof value === 'string') {
    count(value, field, tally);
    guardText(value, field);
  } else if (Array.isArray(value)) walkList(value, field, tally, depth);
  else if (typeof value === 'object' && value !== null) walkObject(value, field, tally, depth);
  else if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    refuse(field, 'it is not plain data');
  } else count(' ', field, tally);
}

function walkList(list: readonly unknown[], field: string, tally: SizeCount, depth: number): void {
  const numbers = list.filter((item) => typeof item === 'number').length;
  if (numbers >= GUARD_LIMITS.numbers) refuse(field, looksLike('a list of byte values'));
  for (const [index, item] of list.entries()) walk(item, within(field, String(index)), tally, depth + 1);
  const texts = list.filter((item) => typeof item === 'string');
  const together = texts.length > 1 ? findEncodedMaterial(texts.join('\n')) : null;
  if (together) refuse(field, looksLike(together));
}

function walkObject(object: object, field: string, tally: SizeCount, depth: number): void {
  if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) refuse(field, looksLike('bytes'));
  for (const [key, item] of Object.entries(object)) {
    count(key, field, tally);
    const inside = within(field, shownKey(key));
    guardText(key, inside);
    if (key === 'value' && typeof item === 'string' && isHash(object, item)) count(item, inside, tally);
    else walk(item, inside, tally, depth + 1);
  }
}

/** A hash in a material reference may look like code. PhotoDNA is as long as a small picture: it must not begin as one. */
function isHash(reference: object, value: string): boolean {
  const algorithm = 'algorithm' in reference && HASH_ALGORITHMS.find((known) => known === reference.algorithm);
  if (!algorithm || !isHashValue(algorithm, value)) return false;
  return algorithm !== 'photodna' || encodedFile(value) === null;
}

/** The bytes that `text` takes in UTF-8, at most three for each UTF-16 unit. */
function count(text: string, field: string, tally: SizeCount): void {
  tally.bytes += 1 + text.length + 2 * (text.match(/[^\0-\x7f]/g)?.length ?? 0);
  if (tally.bytes > GUARD_LIMITS.document) refuse(field, 'all texts together are more than 1 MiB');
}

function within(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}

/** Names of fields are ours, or harmless: any other is not repeated. */
function shownKey(key: string): string {
  return /^[A-Za-z_][\w-]{0,39}$/.test(key) ? key : '*';
}

function looksLike(what: string): string {
  return `it looks like ${what}`;
}

function refuse(field: string, reason: string): never {
  const message = `${field || 'The document'} was refused: ${reason}. No file is taken here, in any form`;
  throw new ReferralError(
    'MATERIAL_REFUSED',
    `${message}: say it in short words, or give the hash of the file.`,
    field,
  );
}
