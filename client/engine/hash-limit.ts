/** Leaves out the hash values beyond the limit of a referral, so that the rest of a request is kept. */

import type { HashesLeftOut } from '../../domain/events.ts';
import type { GuardPolicy } from '../../domain/guard/policy.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { hashesSpent } from '../../prisma/store/particulars.ts';
import type { ActRequest } from '../contract/acts.ts';

/** The bounds of a referral. A supervisor may have raised the number of hash values. */
export function policyFor({ hashLimit = 0 }: Referral, policy: GuardPolicy): GuardPolicy {
  return { ...policy, hashes: Math.max(policy.hashes, hashLimit) };
}

/** The first `limit` references to material are kept. With a limit of 0, all stay, and the budget refuses them. */
export function withinHashLimit<T extends { materials: readonly unknown[] }>(
  content: T,
  limit: number,
): HashesLeftOut & { kept: T } {
  const excess = content.materials.length - limit;
  if (excess <= 0 || limit <= 0) return { kept: content };
  return { kept: { ...content, materials: content.materials.slice(0, limit) }, hashesLeftOut: excess };
}

/** The same for a supplement, whose limit is what the earlier texts of its referral left. Other requests stay as they are. */
export async function requestWithinHashLimit(
  db: Queries,
  request: ActRequest,
  { policy, referralId, textId }: { policy: GuardPolicy; referralId: string; textId: string },
): Promise<HashesLeftOut & { kept: ActRequest }> {
  if (request.type !== 'supplement' || request.addition.materials.length === 0) return { kept: request };
  const limit = policy.hashes - (await hashesSpent(db, referralId, textId));
  const { kept: addition, ...leftOut } = withinHashLimit(request.addition, limit);
  return { kept: { ...request, addition }, ...leftOut };
}
