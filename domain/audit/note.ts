/** Signed notes (C2SP signed-note): a text and the signatures of named keys below it. */

import { bytesOf, concat, fromBase64, fromBigEndian, isEqual, toBase64, toHex } from './bytes.ts';
import { isSignedBy, PUBLIC_KEY_LENGTH } from './ed25519.ts';
import { sha256 } from './sha256.ts';

/** The signature types in use: signatures of the log, and cosignatures of witnesses with their time. */
export const SIGNATURE_TYPES = { note: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

/** The public part of a key: its name, type and 32 bytes. */
export interface VerifierKey {
  name: string;
  type: SignatureType;
  publicKey: Uint8Array;
}

/** One signature line: the name of the key, its id of 4 bytes, and what follows the id. */
export interface NoteSignature {
  name: string;
  keyId: Uint8Array;
  signature: Uint8Array;
}

/** A note: `text` ends in a newline. */
export interface SignedNote {
  text: string;
  signatures: NoteSignature[];
}

/** A note or key that does not have the form of its standard. The message states what is wrong. */
export class NoteFault extends Error {
  override readonly name = 'NoteFault';
}

/** SHA-256(name || 0x0A || type || public key), the first 4 bytes. */
export function keyIdOf({ name, type, publicKey }: VerifierKey): Uint8Array {
  return sha256(concat(bytesOf(`${name}\n`), Uint8Array.of(SIGNATURE_TYPES[type]), publicKey)).slice(0, 4);
}

/** The verifier key as text: `name+id+base64(type || public key)`. */
export function formatVerifierKey(key: VerifierKey): string {
  const material = concat(Uint8Array.of(SIGNATURE_TYPES[key.type]), key.publicKey);
  return `${key.name}+${toHex(keyIdOf(key))}+${toBase64(material)}`;
}

/** Reads a verifier key. @throws NoteFault if it is none, or if its id does not match its key. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const material = fromBase64(encoded ?? '');
  if (name === undefined || material === undefined || material.length !== 1 + PUBLIC_KEY_LENGTH) {
    throw new NoteFault('A public key of the log has the form name+12345678+base64.');
  }
  const type = material[0] === SIGNATURE_TYPES.note ? 'note' : 'cosignature';
  const key: VerifierKey = { name, type, publicKey: material.slice(1) };
  if (material[0] !== SIGNATURE_TYPES[type]) throw new NoteFault('The key is of another type than Ed25519.');
  if (toHex(keyIdOf(key)) !== id)
    throw new NoteFault('The number of the key does not match the key: a character was changed.');
  return key;
}

/** A key name: not empty, without spaces and `+`. */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{C}]{1,200}$/u.test(name);
}

const DASH = '\u2014';
/** Verifiers must accept at least 16 signatures. */
const MAX_SIGNATURES = 64;

/** One signature line, with its newline. */
export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `${DASH} ${name} ${toBase64(concat(keyId, signature))}\n`;
}

/** The note with its signatures. */
export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** Reads signature lines. @throws NoteFault if one is malformed. */
export function parseSignatures(lines: string): NoteSignature[] {
  if (lines === '') return [];
  if (!lines.endsWith('\n')) throw new NoteFault('The last signature line does not end.');
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature);
  if (signatures.length > MAX_SIGNATURES) throw new NoteFault(`There are more than ${MAX_SIGNATURES} signatures.`);
  return signatures;
}

function parseSignature(line: string, index: number): NoteSignature {
  const [, name, encoded] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || bytes === undefined || bytes.length < 5) {
    throw new NoteFault(`Signature line ${index + 1} is malformed.`);
  }
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** Reads a note. @throws NoteFault if it has not the form of a signed note. */
export function parseNote(note: string): SignedNote {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new NoteFault('A note is a text, an empty line and signatures.');
  const text = note.slice(0, end + 1);
  if ([...note].some((character) => character < ' ' && character !== '\n'))
    throw new NoteFault('The note has control characters.');
  return { text, signatures: parseSignatures(note.slice(end + 2)) };
}

/** The state of one signature of a note, for a key of the verifier. */
export interface CheckedSignature {
  key: VerifierKey;
  isValid: boolean;
  /** Of a cosignature: seconds since 1970 at which the witness signed. */
  time?: number;
}

/** Checks the signatures of known keys. Signatures of other keys are ignored, as the standard requires. */
export async function checkSignatures(
  { text, signatures }: SignedNote,
  keys: readonly VerifierKey[],
): Promise<CheckedSignature[]> {
  const checked: CheckedSignature[] = [];
  for (const signature of signatures) {
    const key = keys.find((known) => known.name === signature.name && isEqual(keyIdOf(known), signature.keyId));
    if (key) checked.push(await checkSignature(text, key, signature.signature));
  }
  return checked;
}

async function checkSignature(text: string, key: VerifierKey, signature: Uint8Array): Promise<CheckedSignature> {
  if (key.type === 'note') return { key, isValid: await isSignedBy(key.publicKey, bytesOf(text), signature) };
  const time = timeOf(signature);
  if (time === undefined) return { key, isValid: false };
  const message = bytesOf(cosignedText(time, text));
  return { key, time, isValid: await isSignedBy(key.publicKey, message, signature.slice(8)) };
}

function timeOf(signature: Uint8Array): number | undefined {
  if (signature.length < 8 || signature.slice(0, 2).some((byte) => byte > 0)) return undefined;
  return fromBigEndian(signature.slice(0, 8));
}

/** What a witness signs: the header, its time in seconds, and the text of the checkpoint (C2SP tlog-cosignature). */
export function cosignedText(time: number, text: string): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}
