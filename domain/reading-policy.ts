/** How many referrals a person may read, and which reading is unusual. It is policy: an installation can change it. */

import { z } from 'zod';
import { parsePolicy } from './input-messages.ts';
import type { Person } from './people.ts';

const count = z.int().min(1).max(1_000_000);
const allowance = z.strictObject({ hour: count, day: count });

const policySchema = z.strictObject({
  /** Referrals whose particulars one person may read in an hour and in a day (24 hours), by role. */
  allowances: z.strictObject({
    'liaison-officer': allowance,
    'partner-officer': allowance,
    supervisor: allowance,
  }),
  /** From which numbers on a day of one person is listed as unusual. */
  unusual: z.strictObject({
    /** Referrals read in a day, if they are also `times` the person's average on days with readings. */
    cases: count,
    times: z.number().min(1).max(1000),
    /** Countries of senders whose referrals the person had not read in the 28 days before. */
    newCountries: count,
    /** Referrals read between 22:00 and 06:00, on a Saturday or on a Sunday. */
    offHours: count,
    /** Refused attempts in a day. */
    refusals: count,
  }),
});

export type ReadingPolicy = z.infer<typeof policySchema>;
/** The number of referrals whose particulars a person may read. */
export type ReadingAllowance = z.infer<typeof allowance>;

export const defaultReadingPolicy: ReadingPolicy = {
  allowances: {
    'liaison-officer': { hour: 60, day: 300 },
    'partner-officer': { hour: 40, day: 200 },
    supervisor: { hour: 60, day: 300 },
  },
  unusual: { cases: 30, times: 3, newCountries: 3, offHours: 5, refusals: 10 },
};

/** @throws Error that lists every fault of the policy with its field. */
export function parseReadingPolicy(data: unknown): ReadingPolicy {
  return parsePolicy(policySchema, 'reading policy', data);
}

/** The allowance of a person: the larger of those of several roles. */
export function allowanceOf({ roles }: Person, { allowances }: ReadingPolicy): ReadingAllowance {
  const all = roles.flatMap((role) => (isReader(role) ? allowances[role] : []));
  return { hour: Math.max(0, ...all.map(({ hour }) => hour)), day: Math.max(0, ...all.map(({ day }) => day)) };

  function isReader(role: string): role is keyof ReadingPolicy['allowances'] {
    return role in allowances;
  }
}

/** The span of an allowance. */
export type ReadingSpan = 'hour' | 'day';

/** The allowance that one more referral would exceed. @param read referrals that the person has read in each span */
export function exceeded(allowed: ReadingAllowance, read: ReadingAllowance): ReadingSpan | undefined {
  if (read.hour >= allowed.hour) return 'hour';
  return read.day >= allowed.day ? 'day' : undefined;
}
