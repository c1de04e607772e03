/** The file of a consistency proof: two signed checkpoints of one log, and the hashes that lead from one to the other. */

import { bytesOf, fromBase64, textOf, toBase64 } from './bytes.ts';
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { keysOf, type LogPolicy } from './log-policy.ts';
import { isConsistent } from './merkle-proofs.ts';
import { HASH_LENGTH, type Hash } from './merkle-tree.ts';
import { NoteFault } from './note.ts';

/** What the file holds. */
export interface ConsistencyFile {
  /** The signed note of the smaller checkpoint. */
  first: string;
  second: string;
  /** PROOF(m, D_n) of RFC 9162, section 2.1.4.1. Empty if both have the same size. */
  hashes: Hash[];
}

const MAGIC = 'liaise-consistency/1';

/** Whether the bytes begin as such a file does. */
export function isConsistencyFile(file: Uint8Array): boolean {
  const magic = bytesOf(MAGIC);
  return magic.every((byte, at) => file[at] === byte);
}

/** Text: a first line, the hashes in base64, and the two notes, each with the number of its lines before it. */
export function formatConsistencyFile({ first, second, hashes }: ConsistencyFile): Uint8Array {
  const part = (name: string, lines: readonly string[]) => [`${name} ${lines.length}`, ...lines];
  const lines = [
    MAGIC,
    ...part('hashes', hashes.map(toBase64)),
    ...part('first', first.replace(/\n$/, '').split('\n')),
    ...part('second', second.replace(/\n$/, '').split('\n')),
  ];
  return bytesOf(`${lines.join('\n')}\n`);
}

/** Reads a file. @throws NoteFault that names the line where it is malformed. */
function parseConsistencyFile(file: Uint8Array): ConsistencyFile {
  const lines = linesOf(file);
  let next = 1;
  const part = (name: string): string[] => {
    const [, count] = new RegExp(`^${name} (0|[1-9]\\d{0,3})$`).exec(lines[next] ?? '') ?? [];
    if (count === undefined)
      throw new NoteFault(`Line ${next + 1} of the file must be "${name}" and a number of lines.`);
    const taken = lines.slice(next + 1, next + 1 + Number(count));
    if (taken.length < Number(count)) throw new NoteFault('The file ends too early.');
    next += 1 + taken.length;
    return taken;
  };
  const hashes = part('hashes').map((line, index) => {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_LENGTH)
      throw new NoteFault(`Hash ${index + 1} of the file is no SHA-256 digest in base64.`);
    return hash;
  });
  const [first, second] = [part('first'), part('second')].map((note) => `${note.join('\n')}\n`);
  if (next !== lines.length) throw new NoteFault(`There is something after the last part, from line ${next + 1} on.`);
  return { first: first ?? '', second: second ?? '', hashes };
}

function linesOf(file: Uint8Array): string[] {
  try {
    const text = textOf(file);
    if (text.startsWith(`${MAGIC}\n`) && text.endsWith('\n')) return text.slice(0, -1).split('\n');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new NoteFault('The file is no consistency proof, or its first line or its end was changed.');
}

/** Which checkpoint of the file a fault is about. */
export type WhichCheckpoint = 'first' | 'second';

/** Why the file proves nothing. */
export type ConsistencyFault =
  | { kind: 'malformed'; reason: string }
  | { kind: 'checkpoint-malformed'; which: WhichCheckpoint; reason: string }
  | { kind: 'other-log'; which: WhichCheckpoint; origin: string }
  | { kind: 'not-signed'; which: WhichCheckpoint }
  | { kind: 'invalid-signature'; which: WhichCheckpoint; key: string }
  | { kind: 'too-few-witnesses'; which: WhichCheckpoint; found: number; quorum: number }
  /** The first checkpoint has more leaves than the second. */
  | { kind: 'wrong-order'; first: number; second: number }
  /** The hashes do not lead from one root to the other: the log was forked, or a hash was changed. */
  | { kind: 'not-consistent'; first: number; second: number };

/** The result of verifying a file. */
export interface ConsistencyVerification {
  faults: ConsistencyFault[];
  /** Absent if they cannot be read. */
  first?: OpenedCheckpoint;
  second?: OpenedCheckpoint;
}

/** Verifies the file with nothing but the keys that the reader trusts. Never throws for any content of the file. */
export async function verifyConsistency(file: Uint8Array, policy: LogPolicy): Promise<ConsistencyVerification> {
  try {
    return await verified(parseConsistencyFile(file), policy);
  } catch (error) {
    if (error instanceof NoteFault) return { faults: [{ kind: 'malformed', reason: error.message }] };
    throw error;
  }
}

async function verified(file: ConsistencyFile, policy: LogPolicy): Promise<ConsistencyVerification> {
  const [first, second] = [await opened('first', file.first, policy), await opened('second', file.second, policy)];
  const faults = [...first.faults, ...second.faults];
  if (first.opened === undefined || second.opened === undefined) return { faults };
  const { size: firstSize, root: firstRoot } = first.opened.checkpoint;
  const { size, root } = second.opened.checkpoint;
  const sizes = { first: firstSize, second: size };
  if (firstSize > size) faults.push({ kind: 'wrong-order', ...sizes });
  else if (!isConsistent({ first: firstSize, size, firstRoot, root }, file.hashes)) {
    faults.push({ kind: 'not-consistent', ...sizes });
  }
  return { faults, first: first.opened, second: second.opened };
}

async function opened(
  which: WhichCheckpoint,
  note: string,
  policy: LogPolicy,
): Promise<{ opened?: OpenedCheckpoint; faults: ConsistencyFault[] }> {
  try {
    const checkpoint = await openCheckpoint(note, keysOf(policy));
    return { opened: checkpoint, faults: signatureFaults(which, checkpoint, policy) };
  } catch (error) {
    if (error instanceof NoteFault) return { faults: [{ kind: 'checkpoint-malformed', which, reason: error.message }] };
    throw error;
  }
}

function signatureFaults(
  which: WhichCheckpoint,
  { checkpoint, signedBy, witnesses, invalid }: OpenedCheckpoint,
  policy: LogPolicy,
): ConsistencyFault[] {
  const faults: ConsistencyFault[] = invalid.map(({ name }) => ({ kind: 'invalid-signature', which, key: name }));
  if (checkpoint.origin !== policy.origin) faults.push({ kind: 'other-log', which, origin: checkpoint.origin });
  else if (signedBy.length === 0 && invalid.length === 0) faults.push({ kind: 'not-signed', which });
  const found = new Set(witnesses.map(({ key }) => key.name)).size;
  if (found < policy.quorum) faults.push({ kind: 'too-few-witnesses', which, found, quorum: policy.quorum });
  return faults;
}
