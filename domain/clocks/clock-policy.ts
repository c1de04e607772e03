/** Clock policies and their validation. The amounts are data (`targets.json`). */

import { z } from 'zod';
import { CLOCK_UNITS, EXPIRY_ACTIONS, type ExpiryAction, PAUSE_REASONS } from '../events.ts';
import { faultMessage } from '../input-messages.ts';
import { CLOCK_NAMES, type ClockName, URGENCIES } from '../vocabulary.ts';
import { LANGUAGES, type Language } from '../words/languages.ts';
import { COUNTED_UNITS, isZone } from './calendar.ts';
import targets from './targets.json' with { type: 'json' };
import { type ClockScope, isTrigger, scopeOf, type Trigger } from './triggers.ts';

const PARTIES = ['sender', 'coordinator', 'recipient'] as const;
const SCOPES = ['referral', 'recipient', 'question'] as const satisfies ClockScope[];

const amount = z.int().min(1).max(10_000);

const unit = z.enum(CLOCK_UNITS).refine((name) => COUNTED_UNITS.includes(name), {
  error: ({ input }) => `${String(input)} are not yet supported: count in ${COUNTED_UNITS.join(' or ')}`,
});

/** The duration and the action on expiry. An extension has the same unit; without `extension`, none is possible. */
const termsSchema = z.strictObject({
  amount,
  unit,
  onExpiry: z.enum(EXPIRY_ACTIONS),
  extension: z.strictObject({ max: amount, count: z.int().min(1), reasonRequired: z.boolean() }).optional(),
});

const triggers = z.array(z.custom<Trigger>(isTrigger, 'is not an event that can move a clock')).min(1);

/** In every language; policy files of earlier versions have one text, in a language of their choice. */
const basisText = z.union([z.string().min(1), z.record(z.enum(LANGUAGES), z.string().min(1))]);

const policySchema = z
  .strictObject({
    id: z.enum(CLOCK_NAMES),
    basis: z.strictObject({ level: z.enum(['STATUTORY', 'TARGET']), text: basisText }),
    scope: z.enum(SCOPES),
    debtor: z.enum(PARTIES),
    starts: triggers,
    stops: triggers,
    terms: z.record(z.enum(URGENCIES), termsSchema),
    /** The time zone in which days are counted: that of a party, or an IANA time zone. */
    zone: z.string().refine((zone) => isParty(zone) || isZone(zone), 'is neither a party nor an IANA time zone'),
    pauseOn: z.array(z.enum(PAUSE_REASONS)),
    /** Fractions of the running time at which a warning is sent. */
    warnAt: z.array(z.number().gt(0).lt(1)).refine(isAscending, 'must be ascending'),
  })
  .superRefine((policy, context) => {
    for (const { path, message } of contradictions(policy)) context.addIssue({ code: 'custom', path, message });
  });

/** The policy of a clock: start, end, amounts, warnings and expiry action. */
export type ClockPolicy = z.infer<typeof policySchema>;

/** The basis of a policy in a language, or in the only language that its file has. */
export function basisIn({ text }: ClockPolicy['basis'], language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

/** The names are checked even if a policy has other faults, so that one error lists all faults. */
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

/** One policy for each clock. Every clock records the version with which it started. */
export type ClockPolicies = z.infer<typeof policiesSchema>;

/**
 * Validates clock policies.
 *
 * @throws Error that lists every fault with its path.
 */
export function parsePolicies(data: unknown): ClockPolicies {
  const parsed = policiesSchema.safeParse(data, { error: faultMessage });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`);
  throw new Error(`The clock policies are invalid:\n${faults.join('\n')}`);
}

interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** Faults that concern several fields: starts, stops, pauses and expiry actions that the engine cannot apply. */
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
    if (stops.includes(trigger)) return [{ path, message: `${trigger} also stops the clock` }];
    if (scopeOf(trigger) === scope) return [];
    return [{ path, message: `${trigger} is about a ${scopeOf(trigger)}, the clock about a ${scope}` }];
  });
}

const STOPPED_BY: Record<ClockScope, readonly ClockScope[]> = {
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
  return [...foreign, { path: ['stops'], message: 'must contain closed: no clock runs on a closed referral' }];
}

/** The party that can ask a question about the subject of a clock. Nobody can ask about a question. */
const ASKING_PARTY: Partial<Record<ClockScope, ClockPolicy['debtor']>> = {
  referral: 'coordinator',
  recipient: 'recipient',
};

function partyContradictions({ scope, debtor, zone, pauseOn }: ClockPolicy): Contradiction[] {
  const found: Contradiction[] = [];
  const needsRecipient = `a clock about a ${scope} has no recipient`;
  if (debtor === 'recipient' && scope !== 'recipient') found.push({ path: ['debtor'], message: needsRecipient });
  if (zone === 'recipient' && scope !== 'recipient') found.push({ path: ['zone'], message: needsRecipient });
  if (pauseOn.includes('question') && debtor !== ASKING_PARTY[scope]) {
    found.push({ path: ['pauseOn'], message: 'a question pauses only the clocks of its asker' });
  }
  return found;
}

/** The expiry actions that are supported, with their clocks. */
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

/** The built-in policies. At the end, because they are validated when this module loads. */
export const defaultPolicies: ClockPolicies = parsePolicies(targets);
