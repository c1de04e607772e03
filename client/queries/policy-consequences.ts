/** What a proposed version of the clock policies changes: the differences, and last month as it would have been. */

import type { Proposal } from '../../domain/administration/proposal.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { adoptedPolicies } from '../../prisma/store/clock-policies.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { type ChangedClock, type PolicySimulation, simulatePolicies } from './policy-simulation.ts';

/**
 * Both administrators see the same: everything is as it was when the version was proposed. They may see no referrals, so
 * changed clocks are only counted.
 */
export interface PolicyConsequences {
  before: ClockPolicies;
  after: ClockPolicies;
  simulation: Omit<PolicySimulation, 'changed'>;
  /** In the order of their number. */
  shifts: ClockShift[];
}

/** Clocks of one name that would have changed in the same way. */
export interface ClockShift {
  name: ClockName;
  /** `shifted`: by `minutes`. `added` and `removed`: only the new or only the recorded version starts the clock. */
  change: 'shifted' | 'added' | 'removed';
  /** Of `shifted`: how much later the clock would have been due; negative if earlier. */
  minutes: number;
  clocks: number;
  recordedBreaches: number;
  simulatedBreaches: number;
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
  const { changed, ...simulation } = await simulatePolicies(db, edit.policies, period, { limitMs: LIMIT_MS });
  return { before, after: edit.policies, simulation, shifts: shiftsOf(changed) };
}

function shiftsOf(clocks: readonly ChangedClock[]): ClockShift[] {
  const groups = Map.groupBy(clocks, (clock) => `${clock.name} ${changeOf(clock)} ${minutesOf(clock)}`);
  return [...groups.values()]
    .flatMap((group): ClockShift[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          ...{ name: first.name, change: changeOf(first), minutes: minutesOf(first), clocks: group.length },
          recordedBreaches: group.filter(({ recorded }) => recorded?.breached).length,
          simulatedBreaches: group.filter(({ simulated }) => simulated?.breached).length,
        },
      ];
    })
    .sort((one, other) => other.clocks - one.clocks);
}

function changeOf({ recorded, simulated }: ChangedClock): ClockShift['change'] {
  if (recorded === undefined) return 'added';
  return simulated === undefined ? 'removed' : 'shifted';
}

function minutesOf({ recorded, simulated }: ChangedClock): number {
  if (recorded === undefined || simulated === undefined) return 0;
  return Math.round((Date.parse(simulated.dueAt) - Date.parse(recorded.dueAt)) / 60_000);
}
