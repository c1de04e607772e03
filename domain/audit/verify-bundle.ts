/** Verifies a proof bundle with nothing but the file and the keys that the reader trusts. For Node and browsers alike. */

import { isEqual } from './bytes.ts';
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { committedBytes } from './leaf-commitment.ts';
import { keysOf, type LogPolicy } from './log-policy.ts';
import { leafHash } from './merkle-tree.ts';
import { rootFromMultiProof } from './multi-proof.ts';
import { NoteFault } from './note.ts';
import { type BundleFault, type ProofBundle, parseBundle } from './proof-bundle.ts';

/** Why a bundle proves nothing. */
export type VerificationFault =
  /** A part of the file does not match its checksum. */
  | { kind: 'damaged'; part: BundleFault }
  | { kind: 'checkpoint-malformed'; reason: string }
  /** The checkpoint is of another log than the keys. */
  | { kind: 'other-log'; origin: string }
  /** No key of the log that the reader trusts has signed the checkpoint. */
  | { kind: 'not-signed' }
  /** A signature of this known key is not valid: the checkpoint or the signature was changed. */
  | { kind: 'invalid-signature'; key: string }
  | { kind: 'too-few-witnesses'; found: number; quorum: number }
  /** A bundle without events would be proved for every referral that its file may name. */
  | { kind: 'no-events' }
  /** The events are not in ascending order, or not in the log. Number from 1. */
  | { kind: 'order'; number: number }
  /** The hashes and events do not lead to the root of the checkpoint. */
  | { kind: 'not-in-log' };

/** The result of verifying a file. */
export interface Verification {
  /** True if every event of the bundle is in the log that the checkpoint states. */
  isProved: boolean;
  faults: VerificationFault[];
  /** Absent if the file cannot be read. */
  bundle?: ProofBundle;
  /** Absent if the checkpoint cannot be read. */
  checkpoint?: OpenedCheckpoint;
}

/** Verifies the file. Never throws for any content of the file. */
export async function verifyBundle(file: Uint8Array, policy: LogPolicy): Promise<Verification> {
  const { bundle, faults: parts } = parseBundle(file);
  const damaged = parts.map((part): VerificationFault => ({ kind: 'damaged', part }));
  if (bundle === undefined) return { isProved: false, faults: damaged };
  const opened = await opening(bundle.checkpoint, policy);
  if (!('checkpoint' in opened)) return { isProved: false, faults: [opened], bundle };
  const faults = [...signatureFaults(opened, policy), ...treeFaults(bundle, opened)];
  return { isProved: faults.length === 0, faults, bundle, checkpoint: opened };
}

async function opening(note: string, policy: LogPolicy): Promise<OpenedCheckpoint | VerificationFault> {
  try {
    return await openCheckpoint(note, keysOf(policy));
  } catch (error) {
    if (error instanceof NoteFault) return { kind: 'checkpoint-malformed', reason: error.message };
    throw error;
  }
}

function signatureFaults({ checkpoint, signedBy, witnesses, invalid }: OpenedCheckpoint, policy: LogPolicy) {
  const faults: VerificationFault[] = invalid.map(({ name }) => ({ kind: 'invalid-signature', key: name }));
  if (checkpoint.origin !== policy.origin) faults.push({ kind: 'other-log', origin: checkpoint.origin });
  else if (signedBy.length === 0 && invalid.length === 0) faults.push({ kind: 'not-signed' });
  const found = new Set(witnesses.map(({ key }) => key.name)).size;
  if (found < policy.quorum) faults.push({ kind: 'too-few-witnesses', found, quorum: policy.quorum });
  return faults;
}

function treeFaults({ events, hashes }: ProofBundle, { checkpoint }: OpenedCheckpoint): VerificationFault[] {
  if (events.length === 0) return [{ kind: 'no-events' }];
  const { size, root } = checkpoint;
  const disordered = events.findIndex(({ index }, at) => index >= size || index <= (events[at - 1]?.index ?? -1));
  if (disordered >= 0) return [{ kind: 'order', number: disordered + 1 }];
  const leaves = events.map(({ index, commitment }) => ({ index, hash: leafHash(committedBytes(commitment)) }));
  const computed = rootFromMultiProof(leaves, size, hashes);
  return computed && isEqual(computed, root) ? [] : [{ kind: 'not-in-log' }];
}
