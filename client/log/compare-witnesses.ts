/** Compares the log with what its witnesses have seen: the last checkpoint that each of them countersigned. */

import { isEqual } from '../../domain/audit/bytes.ts';
import { openCheckpoint } from '../../domain/audit/checkpoint.ts';
import { keysOf, type LogPolicy, type WitnessPolicy } from '../../domain/audit/log-policy.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import type { KnownCheckpoint } from './known-checkpoints.ts';
import type { LogDifference } from './log-difference.ts';

const ANSWER_MS = 5_000;

/** The last checkpoint that a witness countersigned for this log. */
export interface WitnessedCheckpoint {
  witness: string;
  size: number;
  root: Hash;
  /** When the witness countersigned it, in milliseconds since 1970. */
  at: number;
}

/** What the witnesses answered. */
export interface WitnessAnswers {
  witnessed: WitnessedCheckpoint[];
  /** Witnesses that do not answer, or whose answer contradicts what they countersigned. */
  differences: LogDifference[];
}

/**
 * Queries each witness of the policy. Read the stored checkpoints before, and the size of the log afterwards. A witness then
 * has at least what it countersigned there, and the log has at least what the witness has.
 */
export async function askWitnesses(policy: LogPolicy, stored: readonly KnownCheckpoint[]): Promise<WitnessAnswers> {
  const answers: WitnessAnswers = { witnessed: [], differences: [] };
  for (const witness of policy.witnesses) {
    if (witness.url === undefined) continue;
    const answer = await lastSeenBy(witness, policy);
    const { name } = witness.key;
    if (typeof answer === 'string') {
      answers.differences.push({ fault: 'witness-silent', detail: `witness ${name} ${answer}` });
      continue;
    }
    const countersigned = Math.max(
      0,
      ...stored.filter((each) => each.witnesses.includes(name)).map(({ size }) => size),
    );
    if (countersigned > (answer?.size ?? 0)) {
      const detail = `witness ${name} has forgotten the ${countersigned} leaves that it countersigned`;
      answers.differences.push({ fault: 'witness-silent', detail });
    }
    if (answer) answers.witnessed.push(answer);
  }
  return answers;
}

/** The last checkpoint of the witness. Undefined if it has seen nothing; a text if its answer cannot be used. */
export async function lastSeenBy(
  { key, url }: WitnessPolicy,
  policy: LogPolicy,
): Promise<WitnessedCheckpoint | string | undefined> {
  const address = `${url}/checkpoint?origin=${encodeURIComponent(policy.origin)}`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
  if (answer?.status === 404) return undefined;
  if (!answer?.ok) return 'does not answer';
  const opened = await answer
    .text()
    .then((note) => openCheckpoint(note, keysOf(policy)))
    .catch(() => undefined);
  const own = opened?.witnesses.find((each) => each.key === key);
  if (!opened || !own || opened.signedBy.length === 0 || opened.checkpoint.origin !== policy.origin) {
    return 'answers with a checkpoint that it has not countersigned';
  }
  const { size, root } = opened.checkpoint;
  return { witness: key.name, size, root, at: own.time * 1000 };
}

/** Compares the answers with the log. @param roots of the log, at the sizes of the answers */
export function compareWitnessed(
  witnessed: readonly WitnessedCheckpoint[],
  size: number,
  roots: ReadonlyMap<number, Hash>,
): LogDifference[] {
  return witnessed.flatMap(({ witness, ...seen }): LogDifference[] => {
    if (seen.size > size) {
      const detail = `witness ${witness} has seen ${seen.size} leaves, the log has ${size}`;
      return [{ fault: 'log-rolled-back', detail }];
    }
    const root = roots.get(seen.size);
    if (root && isEqual(root, seen.root)) return [];
    return [{ fault: 'log-forked', detail: `witness ${witness} has seen another log with ${seen.size} leaves` }];
  });
}
