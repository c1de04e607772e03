/** What a proposed version of the clock policies changes: the differences, and last month as it would have been. */

import type { Proposal } from '../../domain/administration/proposal.ts';
import { diffPolicies, type PolicyChange } from '../../domain/clocks/policy-diff.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { adoptedPolicies } from '../../prisma/store/clock-policies.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { type PolicySimulation, simulatePolicies } from './policy-simulation.ts';

/** Both administrators see the same: everything is as it was when the version was proposed. */
export interface PolicyConsequences {
  changes: PolicyChange[];
  simulation: PolicySimulation;
}

const DAYS = 30;
/** So that a page answers in time. `policy simulate` has no limit. */
const LIMIT_MS = 4_000;

/** The consequences of a proposal; undefined if it is not about policies. `configured` are in force without an adopted version. */
export async function policyConsequences(
  db: Database,
  { edit, plan, proposedAt }: Proposal,
  configured: ClockPolicies,
): Promise<PolicyConsequences | undefined> {
  if (edit.type !== 'adopt-policies') return undefined;
  const adopted = await adoptedPolicies(db);
  const before = adopted.find(({ version }) => version === plan.before['version']) ?? configured;
  const from = new Date(Date.parse(proposedAt) - DAYS * 24 * 3_600_000).toISOString();
  const period = { from, to: proposedAt, now: proposedAt };
  return {
    changes: diffPolicies(before, edit.policies),
    simulation: await simulatePolicies(db, edit.policies, period, { limitMs: LIMIT_MS }),
  };
}
