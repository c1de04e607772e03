/** The erasure register: a list of erasures outside the database. Each line is signed and holds the digest of the line before. */

import { z } from 'zod';
import { bytesOf, fromBase64, isEqual, toBase64, toHex } from './audit/bytes.ts';
import { canonicalJson } from './audit/canonical-json.ts';
import { isSignedBy } from './audit/ed25519.ts';
import type { NoteSigner } from './audit/note-signer.ts';
import { sha256 } from './audit/sha256.ts';
import { ERASURE_GROUNDS } from './retention.ts';

const erasureShape = {
  referralId: z.uuid(),
  erasedAt: z.iso.datetime(),
  ground: z.enum(ERASURE_GROUNDS).exactOptional(),
  /** Ids of the keys in the key file that encrypted the key of the referral. */
  keyIds: z.array(z.string()),
  /** Ids of the recipients that must confirm, for example r1. */
  toConfirm: z.array(z.string()).exactOptional(),
};

/** An erasure as the register holds it: ids and codes, no particulars. */
export type RegisteredErasure = z.infer<z.ZodObject<typeof erasureShape>>;

const headerSchema = z.strictObject({
  register: z.uuid(),
  /** Ed25519, in base64. */
  publicKey: z.base64(),
  createdAt: z.iso.datetime(),
  /** Ids of earlier registers that this one continues. */
  replaces: z.array(z.uuid()),
  signature: z.base64(),
});

const lineSchema = z.strictObject({
  ...erasureShape,
  /** From 1. */
  number: z.int().min(1),
  /** SHA-256 of the line before, in hexadecimal. */
  previous: z.string(),
  signature: z.base64(),
});

/** A register whose lines are complete, in order and signed. */
export interface ErasureRegister {
  id: string;
  publicKey: Uint8Array;
  replaces: string[];
  erasures: RegisteredErasure[];
  /** The digest of each line; the first is that of the header. */
  digests: string[];
}

/** The end of a register: what the next line continues. */
export interface RegisterEnd {
  id: string;
  /** The number of erasures. */
  entries: number;
  /** The digest of the last line. */
  digest: string;
}

/** The register was changed, or is none. The message names the line. */
export class RegisterFault extends Error {
  override readonly name = 'RegisterFault';
}

/** The first line of a new register, with its line break. */
export async function registerHeader(
  signer: NoteSigner,
  { id, replaces, now }: { id: string; replaces: string[]; now: Date },
): Promise<string> {
  const publicKey = toBase64(signer.key.publicKey);
  return signed(signer, { register: id, publicKey, createdAt: now.toISOString(), replaces });
}

/** The line of an erasure, with its line break. */
export function registerLine(signer: NoteSigner, end: RegisterEnd, erasure: RegisteredErasure): Promise<string> {
  return signed(signer, { ...erasure, number: end.entries + 1, previous: end.digest });
}

/** The end of the register after this line. */
export function endAfter({ id, entries }: RegisterEnd, line: string): RegisterEnd {
  return { id, entries: entries + 1, digest: digestOf(line.trimEnd()) };
}

/** The end of a whole register. */
export function endOf({ id, erasures, digests }: ErasureRegister): RegisterEnd {
  return { id, entries: erasures.length, digest: digests.at(-1) ?? '' };
}

/**
 * Reads a register. An incomplete last line is ignored: a process was killed while it wrote, and confirmed nothing. Each line
 * holds the digest of the line before, so that the last signature covers all lines.
 *
 * @throws RegisterFault that names the first line that is wrong
 */
export async function parseRegister(text: string): Promise<ErasureRegister> {
  const [first = '', ...rest] = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
  const header = headerSchema.safeParse(json(first)).data;
  const publicKey = header && fromBase64(header.publicKey);
  if (!header || !publicKey) throw new RegisterFault('The first line is not that of an erasure register.');
  const digests = [digestOf(first)];
  const erasures = rest.map((line, index) => {
    const parsed = lineSchema.safeParse(json(line)).data;
    const isNext = parsed?.number === index + 1 && parsed.previous === digests[index];
    if (!isNext) throw new RegisterFault(`Line ${index + 2} was changed, or the line before it is missing.`);
    digests.push(digestOf(line));
    const { number: _, previous: __, signature: ___, ...erasure } = parsed;
    return erasure;
  });
  const last = rest.at(-1);
  const isSigned = (await isValid(publicKey, first)) && (last === undefined || (await isValid(publicKey, last)));
  if (!isSigned) throw new RegisterFault('A signature is not valid: the register was changed.');
  return { id: header.register, publicKey, replaces: header.replaces, erasures, digests };
}

/** Whether the line is the one with this digest. The digest of the last line covers all lines. */
export function isLineWith(digest: string, line: string): boolean {
  return digestOf(line) === digest;
}

/** The referral of a line; undefined for the header. */
export function referralOfLine(line: string): string | undefined {
  return lineSchema.safeParse(json(line)).data?.referralId;
}

/** Whether the register was made with this key. */
export function isRegisterOf({ publicKey }: ErasureRegister, { key }: NoteSigner): boolean {
  return isEqual(publicKey, key.publicKey);
}

async function signed(signer: NoteSigner, content: object): Promise<string> {
  const signature = toBase64(await signer.sign(signedBytes(content)));
  return `${canonicalJson({ ...content, signature })}\n`;
}

async function isValid(publicKey: Uint8Array, line: string): Promise<boolean> {
  const { signature, ...content } = z.looseObject({ signature: z.base64() }).parse(json(line));
  return isSignedBy(publicKey, signedBytes(content), fromBase64(signature) ?? new Uint8Array());
}

/** The prefix prevents that a signature for another purpose is valid here. */
function signedBytes(content: object): Uint8Array {
  return bytesOf(`liaise erasure register v1\n${canonicalJson(content)}`);
}

function digestOf(line: string): string {
  return toHex(sha256(bytesOf(line)));
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
