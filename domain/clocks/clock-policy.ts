/** What a clock policy is, and when a set of them is sound. The amounts themselves are data: `targets.json`. */

import { z } from 'zod';
import { CLOCK_UNITS, EXPIRY_ACTIONS, type ExpiryAction, PAUSE_REASONS } from '../events.ts';
import { CLOCK_NAMES, type ClockName, URGENCIES } from '../vocabulary.ts';
import { COUNTED_UNITS, isZone } from './calendar.ts';
import targets from './targets.json' with { type: 'json' };
import { isTrigger, type Scope, scopeOf, type Trigger } from './triggers.ts';

const PARTIES = ['sender', 'coordinator', 'recipient'] as const;
const SCOPES = ['referral', 'recipient', 'question'] as const satisfies Scope[];

const amount = z.int().min(1).max(10_000);

const unit = z.enum(CLOCK_UNITS).refine((name) => COUNTED_UNITS.includes(name), {
  error: ({ input }) => `${String(input)} are not yet supported: count in ${COUNTED_UNITS.join(' or ')}`,
});

/** How long, and what then. An extension counts in the same unit; without `extension` there is none. */
const termsSchema = z.strictObject({
  amount,
  unit,
  onExpiry: z.enum(EXPIRY_ACTIONS),
  extension: z.strictObject({ max: amount, count: z.int().min(1), reasonRequired: z.boolean() }).optional(),
});

const triggers = z.array(z.custom<Trigger>(isTrigger, 'is no event that can move a clock')).min(1);

const policySchema = z
  .strictObject({
    id: z.enum(CLOCK_NAMES),
    basis: z.strictObject({ level: z.enum(['STATUTORY', 'TARGET']), text: z.string().min(1) }),
    scope: z.enum(SCOPES),
    debtor: z.enum(PARTIES),
    starts: triggers,
    stops: triggers,
    terms: z.record(z.enum(URGENCIES), termsSchema),
    /** Whose day is counted: that of a party, or of an IANA time zone by its name. */
    zone: z.string().refine((zone) => isParty(zone) || isZone(zone), 'is neither a party nor an IANA time zone'),
    pauseOn: z.array(z.enum(PAUSE_REASONS)),
    /** Fractions of the running time, at each of which somebody is warned. */
    warnAt: z.array(z.number().gt(0).lt(1)).refine(isAscending, 'must be ascending'),
  })
  .superRefine((policy, context) => {
    for (const { path, message } of contradictions(policy)) context.addIssue({ code: 'custom', path, message });
  });

export type ClockPolicy = z.infer<typeof policySchema>;

/** The names of the clocks are checked even where a policy has other faults, so that all are named at once. */
const policiesSchema = z.strictObject({
  version: z.string().min(1).max(100),
  clocks: z
    .array(policySchema)
    .refine((policies) => missingClocks(policies).length === 0, {
      when: ({ value }) => Array.isArray(value),
      error: ({ input }) => `no policy for ${missingClocks(input).join(', ')}`,
    })
    .refine((policies) => duplicateClocks(policies).length === 0, {
      when: ({ value }) => Array.isArray(value),
      error: ({ input }) => `more than one policy for ${duplicateClocks(input).join(', ')}`,
    }),
});

/** One policy for each clock, under one version that every clock started by it carries. */
export type ClockPolicies = z.infer<typeof policiesSchema>;

/**
 * Sound policies out of `data` of any shape.
 *
 * @throws Error that names every fault at once, each with its path.
 */
export function parsePolicies(data: unknown): ClockPolicies {
  const parsed = policiesSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`);
  throw new Error(`The clock policies are not usable:\n${faults.join('\n')}`);
}

interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** What no field says alone: that a clock starts, stops, pauses and ends in ways that the engine can follow. */
function contradictions(policy: ClockPolicy): Contradiction[] {
  return [
    ...startContradictions(policy),
    ...stopContradictions(policy),
    ...partyContradictions(policy),
    ...expiryContradictions(policy),
  ];
}

function startContradictions({ scope, starts, stops }: ClockPolicy): Contradiction[] {
  return starts.flatMap((trigger, index) => {
    const path = ['starts', index];
    if (stops.includes(trigger)) return [{ path, message: `${trigger} would stop it as well` }];
    if (scopeOf(trigger) === scope) return [];
    return [{ path, message: `${trigger} is about a ${scopeOf(trigger)}, the clock about a ${scope}` }];
  });
}

const STOPPED_BY: Record<Scope, readonly Scope[]> = {
  referral: ['referral'],
  recipient: ['recipient', 'referral'],
  question: ['question', 'recipient', 'referral'],
};

function stopContradictions({ scope, stops }: ClockPolicy): Contradiction[] {
  const foreign = stops.flatMap((trigger, index): Contradiction[] => {
    if (STOPPED_BY[scope].includes(scopeOf(trigger))) return [];
    const message = `${trigger} is about one ${scopeOf(trigger)} and cannot stop a clock about a ${scope}`;
    return [{ path: ['stops', index], message }];
  });
  if (stops.includes('closed')) return foreign;
  return [...foreign, { path: ['stops'], message: 'must contain closed: nothing runs on a closed referral' }];
}

/** Who can ask about the subject of a clock, and so wait for an answer. Nobody asks about a question. */
const ASKING_PARTY: Partial<Record<Scope, ClockPolicy['debtor']>> = { referral: 'coordinator', recipient: 'recipient' };

function partyContradictions({ scope, debtor, zone, pauseOn }: ClockPolicy): Contradiction[] {
  const found: Contradiction[] = [];
  const needsRecipient = `a clock about a ${scope} has no recipient`;
  if (debtor === 'recipient' && scope !== 'recipient') found.push({ path: ['debtor'], message: needsRecipient });
  if (zone === 'recipient' && scope !== 'recipient') found.push({ path: ['zone'], message: needsRecipient });
  if (pauseOn.includes('question') && debtor !== ASKING_PARTY[scope]) {
    found.push({ path: ['pauseOn'], message: 'a question pauses only the clocks that its asker owes' });
  }
  return found;
}

/** Expiry actions that are carried out so far, and for which clocks. */
const SUPPORTED_EXPIRY: Partial<Record<ExpiryAction, readonly ClockName[]>> = {
  breach: CLOCK_NAMES,
  escalate: CLOCK_NAMES,
  'proceed-by-rule': ['triage', 'acknowledge'],
};

function expiryContradictions({ id, terms }: ClockPolicy): Contradiction[] {
  return URGENCIES.filter((urgency) => !SUPPORTED_EXPIRY[terms[urgency].onExpiry]?.includes(id)).map((urgency) => ({
    path: ['terms', urgency, 'onExpiry'],
    message: `${terms[urgency].onExpiry} is not yet supported for this clock`,
  }));
}

function isParty(zone: string): boolean {
  return PARTIES.some((party) => party === zone);
}

function isAscending(fractions: readonly number[]): boolean {
  return fractions.every((fraction, index) => index === 0 || fraction > (fractions[index - 1] ?? 0));
}

function missingClocks(policies: unknown): ClockName[] {
  return CLOCK_NAMES.filter((name) => countOf(policies, name) === 0);
}

function duplicateClocks(policies: unknown): ClockName[] {
  return CLOCK_NAMES.filter((name) => countOf(policies, name) > 1);
}

function countOf(policies: unknown, name: ClockName): number {
  return Array.isArray(policies) ? policies.filter((policy) => Object(policy).id === name).length : 0;
}

/** The table of `domain.md`; last, since it is checked as this module loads. */
export const defaultPolicies: ClockPolicies = parsePolicies(targets);
