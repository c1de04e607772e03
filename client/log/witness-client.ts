/** Sends checkpoints to witnesses and takes their countersignatures (C2SP tlog-witness). */

import type { LogPolicy, WitnessPolicy } from '../../domain/audit/log-policy.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { checkSignatures, formatSignature, parseNote, parseSignatures } from '../../domain/audit/note.ts';
import { lastSeenBy, type WitnessedCheckpoint } from './compare-witnesses.ts';
import { formatAddCheckpoint } from './witness.ts';

/** How a witness answered. */
export type WitnessReply =
  | { type: 'countersigned'; line: string }
  /** It has a later checkpoint of this log, which another sealer has sent. */
  | { type: 'ahead' }
  /** It does not countersign, and shows no checkpoint that contradicts the log. */
  | { type: 'refused'; detail: string };

/** The log in the database, with which the answer of a witness is compared. */
interface StoredLog {
  /** The consistency proof from a smaller size of the log. */
  proofFrom(oldSize: number): Promise<Hash[]>;
  /** @throws LogFault unless the log begins with the leaves that the witness has seen. */
  assertBeginsWith(seen: WitnessedCheckpoint): Promise<void>;
}

/** A witness with an address. */
export type ReachableWitness = WitnessPolicy & { url: string };

const ANSWER_MS = 5_000;

const REFUSALS = [400, 403, 404, 409, 422];

/**
 * Requests a countersignature. If the last size of the witness is not `oldSize`, the witness returns it.
 *
 * @throws LogFault if the witness shows a signed checkpoint that the log does not continue; Error if it does not answer.
 */
export async function requestCosignature(
  witness: ReachableWitness,
  policy: LogPolicy,
  checkpoint: { size: number; note: string },
  oldSize: number,
  log: StoredLog,
): Promise<WitnessReply> {
  const { key, url } = witness;
  const ask = async (from: number) => {
    const proof = from === 0 ? [] : await log.proofFrom(from);
    const body = formatAddCheckpoint({ oldSize: from, proof, note: checkpoint.note });
    const answer = await fetch(`${url}/add-checkpoint`, {
      ...{ method: 'POST', body, signal: AbortSignal.timeout(ANSWER_MS) },
    });
    return { status: answer.status, body: await answer.text() };
  };
  let answer = await ask(oldSize);
  const known = answer.status === 409 && /^\d{1,15}\n?$/.test(answer.body) ? Number(answer.body) : oldSize;
  if (known !== oldSize && known <= checkpoint.size) answer = await ask(known);
  if (answer.status === 200) {
    const line = await validLine(checkpoint.note, answer.body, key);
    return line ? { type: 'countersigned', line } : refused('answers with a signature that is not valid');
  }
  if (!REFUSALS.includes(answer.status)) throw new Error(`The witness answers ${answer.status}.`);
  // A status alone proves nothing. Otherwise one witness that is broken could stop the log.
  const seen = answer.status === 409 || answer.status === 422 ? await lastSeenBy(witness, policy) : undefined;
  if (typeof seen !== 'object') return refused(`refuses the log (${answer.status}) and shows no checkpoint against it`);
  await log.assertBeginsWith(seen);
  if (answer.status === 409) return { type: 'ahead' };
  return refused('does not accept the proof, but shows a checkpoint that the log continues');

  function refused(what: string): WitnessReply {
    return { type: 'refused', detail: `Witness ${key.name} ${what}.` };
  }
}

async function validLine(note: string, lines: string, key: WitnessPolicy['key']): Promise<string | undefined> {
  const { text } = parseNote(note);
  for (const signature of parseSignatures(lines)) {
    const [checked] = await checkSignatures({ text, signatures: [signature] }, [key]);
    if (checked?.isValid) return formatSignature(signature);
  }
  return undefined;
}
