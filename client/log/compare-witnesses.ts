/** Compares the log with what its witnesses have seen: the last checkpoint that each of them countersigned. */

import { isEqual } from '../../domain/audit/bytes.ts';
import { openCheckpoint } from '../../domain/audit/checkpoint.ts';
import { keysOf, type LogPolicy } from '../../domain/audit/log-policy.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import type { LogDifference } from './log-difference.ts';

const ANSWER_MS = 5_000;

/** Differences between the roots of the log, by size, and the last checkpoint that each witness countersigned. */
export async function compareWitnesses(
  policy: LogPolicy,
  size: number,
  roots: ReadonlyMap<number, Hash>,
): Promise<LogDifference[]> {
  const differences: LogDifference[] = [];
  for (const { key, url } of policy.witnesses) {
    if (url === undefined) continue;
    const address = `${url}/checkpoint?origin=${encodeURIComponent(policy.origin)}`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
    const opened = answer?.ok
      ? await openCheckpoint(await answer.text(), keysOf(policy)).catch(() => undefined)
      : undefined;
    if (opened === undefined) {
      if (answer?.status !== 404)
        differences.push({ fault: 'witness-silent', detail: `witness ${key.name} does not answer` });
      continue;
    }
    const { checkpoint } = opened;
    const root = roots.get(checkpoint.size);
    if (checkpoint.size > size) {
      differences.push({
        fault: 'log-rolled-back',
        detail: `witness ${key.name} has seen ${checkpoint.size} leaves, the log has ${size}`,
      });
    } else if (root && !isEqual(root, checkpoint.root)) {
      differences.push({
        fault: 'log-forked',
        detail: `witness ${key.name} has seen another log with ${checkpoint.size} leaves`,
      });
    }
  }
  return differences;
}
