/** The clock policies in force: the last version that two administrators agreed to, or those of the configuration. */

import { parseAdoptedPolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import type { Prisma } from '../generated/client.ts';
import type { Database, Queries } from './connect.ts';

/** Every process uses a new version within this time. */
const MAX_AGE_MS = 5_000;

interface Known {
  checkedAt: number;
  id: number;
  policies: ClockPolicies | undefined;
}

const cache = new WeakMap<Database, Known>();

/** The policies in force, at most a few seconds old. Without an adopted version, `configured`. */
export async function policiesInForce(db: Database, configured: ClockPolicies): Promise<ClockPolicies> {
  const known = cache.get(db);
  if (known && performance.now() - known.checkedAt < MAX_AGE_MS) return known.policies ?? configured;
  const checkedAt = performance.now();
  const id = (await db.clockPolicyVersion.aggregate({ _max: { id: true } }))._max.id ?? 0;
  const policies = known?.id === id ? known.policies : (await adoptedPolicies(db)).at(-1);
  cache.set(db, { checkedAt, id, policies });
  return policies ?? configured;
}

/** All versions that were adopted, the last one in force. */
export async function adoptedPolicies(db: Queries): Promise<ClockPolicies[]> {
  const rows = await db.clockPolicyVersion.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ policies }) => parseAdoptedPolicies(policies));
}

/** Adds a version, which is then in force. */
export async function adoptPolicies(db: Queries, policies: ClockPolicies): Promise<void> {
  const { version } = policies;
  await db.clockPolicyVersion.createMany({ data: { version, policies: policies as unknown as Prisma.InputJsonValue } });
}
