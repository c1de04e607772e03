/** Reads clock policies: the built-in ones, and those of a file. */

import { z } from 'zod';
import { faultMessage } from '../input-messages.ts';
import type { Language } from '../words/languages.ts';
import { CLOCK_NAMES, type ClockName } from './clock-names.ts';
import { policyFaults } from './policy-faults.ts';
import { type ClockPolicies, type ClockPolicy, policyShape } from './policy-schema.ts';
import targets from './targets.json' with { type: 'json' };

/** Files of earlier versions lack these clocks, which then do not run. */
const ADDED_CLOCKS: readonly ClockName[] = [
  'first-answer',
  'removal',
  'measure',
  'written-confirmation',
  'translation',
  'retention-review',
  'preservation',
];

/** Versions that were adopted before this clock was required may lack it. */
const ADDED_AND_ADOPTED: readonly ClockName[] = [...ADDED_CLOCKS, 'find-recipient'];
const policySchema = policyShape.superRefine((policy, context) => {
  for (const { path, message } of policyFaults(policy)) context.addIssue({ code: 'custom', path, message });
});

/** The names are checked even if a policy has other faults, so that one error lists all faults. */
const policiesSchema = schemaOf(policySchema, ADDED_CLOCKS);
const storedSchema = schemaOf(policyShape, ADDED_AND_ADOPTED);

/** @param optional the clocks that may be absent */
function schemaOf(policy: typeof policyShape, optional: readonly ClockName[]) {
  return z.strictObject({
    version: z.string().min(1).max(100),
    clocks: z
      .array(policy)
      .refine((policies) => missingClocks(policies, optional).length === 0, {
        when: ({ value }) => Array.isArray(value),
        error: ({ input }) => `no policy for ${missingClocks(input, optional).join(', ')}`,
      })
      .refine((policies) => duplicateClocks(policies).length === 0, {
        when: ({ value }) => Array.isArray(value),
        error: ({ input }) => `more than one policy for ${duplicateClocks(input).join(', ')}`,
      }),
    onwardLimit: z.int().min(1).max(20).exactOptional(),
  });
}

/**
 * Validates clock policies.
 *
 * @throws Error that lists every fault with its path.
 */
export function parsePolicies(data: unknown): ClockPolicies {
  const read = readPolicies(data);
  if ('policies' in read) return read.policies;
  throw new Error(`The clock policies are invalid:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
}

/**
 * Policies that were checked when they were adopted. Rules that were added later do not make them invalid.
 *
 * @throws ZodError if they have another shape.
 */
export function parseAdoptedPolicies(data: unknown): ClockPolicies {
  return storedSchema.parse(data);
}

/** The valid policies, or every fault with its path: `clocks.1.warnAt: must be ascending`. */
export function readPolicies(data: unknown): { policies: ClockPolicies } | { faults: string[] } {
  const parsed = policiesSchema.safeParse(data, { error: faultMessage });
  if (parsed.success) return { policies: parsed.data };
  return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`) };
}

/** The basis of a policy in a language, or in the only language that its file has. */
export function basisIn({ text }: Pick<ClockPolicy['basis'], 'text'>, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

function missingClocks(policies: unknown, optional: readonly ClockName[]): ClockName[] {
  return CLOCK_NAMES.filter((name) => !optional.includes(name) && countOf(policies, name) === 0);
}

function duplicateClocks(policies: unknown): ClockName[] {
  return CLOCK_NAMES.filter((name) => countOf(policies, name) > 1);
}

function countOf(policies: unknown, name: ClockName): number {
  return Array.isArray(policies) ? policies.filter((policy) => Object(policy).id === name).length : 0;
}

/** The built-in policies. At the end, because they are validated when this module loads. */
export const defaultPolicies: ClockPolicies = parsePolicies(targets);
