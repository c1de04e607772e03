/** The checkpoints that the database holds, each checked against the keys of the policy. */

import { openCheckpoint } from '../../domain/audit/checkpoint.ts';
import { keysOf, type LogPolicy } from '../../domain/audit/log-policy.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { everyCheckpoint } from '../../prisma/store/log-comparison.ts';

/** A stored checkpoint. */
export interface KnownCheckpoint {
  id: bigint;
  size: number;
  /** Undefined if the note cannot be read. */
  root: Hash | undefined;
  /** When it was signed, by the clock of a witness if there is one. */
  at: number;
  /** Names of the witnesses of the policy that countersigned it for the log of the policy. */
  witnesses: string[];
  fault: string | undefined;
}

/** Every stored checkpoint, smallest first. Without a policy, signatures are not checked. */
export async function knownCheckpoints(db: Queries, policy: LogPolicy | undefined): Promise<KnownCheckpoint[]> {
  const keys = policy ? [...keysOf(policy), ...(policy.formerKeys ?? [])] : [];
  const known: KnownCheckpoint[] = [];
  for (const { id, size, note, signedAt } of await everyCheckpoint(db)) {
    const opened = await openCheckpoint(note, keys).catch(() => undefined);
    const times = opened?.witnesses.map(({ time }) => time * 1000) ?? [];
    const isOfPolicy = opened?.checkpoint.origin === policy?.origin;
    known.push({
      ...{ id, size, root: opened?.checkpoint.root, at: Math.min(signedAt.getTime(), ...times) },
      witnesses: isOfPolicy ? (opened?.witnesses.map(({ key }) => key.name) ?? []) : [],
      fault: faultOf(opened, size, policy),
    });
  }
  return known;
}

function faultOf(
  opened: Awaited<ReturnType<typeof openCheckpoint>> | undefined,
  size: number,
  policy: LogPolicy | undefined,
): string | undefined {
  if (opened === undefined || opened.checkpoint.size !== size) return 'cannot be read';
  if (policy === undefined || (opened.invalid.length === 0 && opened.signedBy.length > 0)) return undefined;
  const { origin } = opened.checkpoint;
  // Anyone can write another name into a note. Only a key shows that the log once had that name.
  const isUnknown = ![policy.origin, ...(policy.formerKeys ?? []).map(({ name }) => name)].includes(origin);
  return isUnknown ? `names another log, ${origin}, that no key of the policy signs for` : 'has an invalid signature';
}
