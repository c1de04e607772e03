/** Sends checkpoints to witnesses and takes their countersignatures (C2SP tlog-witness). */

import type { WitnessPolicy } from '../../domain/audit/log-policy.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { checkSignatures, formatSignature, parseNote, parseSignatures } from '../../domain/audit/note.ts';
import { LogFault } from './seal.ts';
import { formatAddCheckpoint } from './witness.ts';

/** The consistency proof from a smaller size of the log. */
export type ProofFrom = (oldSize: number) => Promise<Hash[]>;

const ANSWER_MS = 5_000;

/**
 * Requests a countersignature. If the last size of the witness is not `oldSize`, the witness returns it.
 *
 * @returns the signature line; undefined if the witness cannot be reached or answers nonsense.
 * @throws LogFault if the witness has seen a log that this one does not continue.
 */
export async function requestCosignature(
  { key, url }: WitnessPolicy,
  checkpoint: { size: number; note: string },
  oldSize: number,
  proofFrom: ProofFrom,
): Promise<string | undefined> {
  if (url === undefined) return undefined;
  const ask = async (from: number) => {
    const proof = from === 0 ? [] : await proofFrom(from);
    const body = formatAddCheckpoint({ oldSize: from, proof, note: checkpoint.note });
    return fetch(`${url}/add-checkpoint`, { method: 'POST', body, signal: AbortSignal.timeout(ANSWER_MS) });
  };
  const first = await ask(oldSize);
  let answer = { status: first.status, body: await first.text() };
  if (answer.status === 409) {
    const known = Number(answer.body);
    if (!Number.isSafeInteger(known)) return undefined;
    if (known > checkpoint.size) {
      throw new LogFault(
        'rolled-back',
        `Witness ${key.name} has seen ${known} leaves; the log has ${checkpoint.size}.`,
      );
    }
    if (known === oldSize) {
      throw new LogFault('forked', `Witness ${key.name} has seen another log with ${known} leaves.`);
    }
    const second = await ask(known);
    answer = { status: second.status, body: await second.text() };
    if (answer.status === 409 && known === checkpoint.size) {
      throw new LogFault('forked', `Witness ${key.name} has seen another log with ${known} leaves.`);
    }
  }
  if (answer.status === 422) {
    throw new LogFault('forked', `Witness ${key.name} has seen a log that this one does not continue.`);
  }
  if (answer.status === 403 || answer.status === 404) {
    throw new LogFault('witness-refused', `Witness ${key.name} does not know this log or its key (${answer.status}).`);
  }
  return answer.status === 200 ? validLine(checkpoint.note, answer.body, key) : undefined;
}

async function validLine(note: string, lines: string, key: WitnessPolicy['key']): Promise<string | undefined> {
  const { text } = parseNote(note);
  for (const signature of parseSignatures(lines)) {
    const [checked] = await checkSignatures({ text, signatures: [signature] }, [key]);
    if (checked?.isValid) return formatSignature(signature);
  }
  return undefined;
}
