/** The texts of the directory: how long each may be, and the check that none carries a file. */

import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { ReferralError } from '../../domain/errors.ts';
import { LONGEST_HOURS } from '../../domain/routing/opening-hours.ts';
import { WEBHOOK_URL_LENGTH } from '../../domain/webhooks.ts';
import { directGuard, type Guard } from '../platform/guard/guard.ts';

/** Longest texts, in characters. */
export const DIRECTORY_TEXT_LIMITS = {
  id: 100,
  name: 200,
  email: 200,
  dutyEmail: 200,
  zone: 60,
  hours: LONGEST_HOURS,
  issuer: 300,
  subject: 255,
  url: WEBHOOK_URL_LENGTH,
} as const;

type TextField = keyof typeof DIRECTORY_TEXT_LIMITS;

export interface GuardDeps {
  /** Default: in this thread, for a process that carries out one command. */
  guard?: Guard;
}

/**
 * Checks the texts of an entry before it is stored. Other fields of `entry` hold codes, which their schemas bound.
 *
 * @throws ReferralError INVALID_INPUT if a text is too long; MATERIAL_REFUSED, with the field, as `guardMaterial`.
 */
export async function guardTexts(
  { guard = directGuard }: GuardDeps,
  entry: Partial<Record<TextField, string | undefined>>,
): Promise<void> {
  const texts = FIELDS.flatMap((field): [TextField, string][] => {
    const text = entry[field];
    return text === undefined ? [] : [[field, text]];
  });
  for (const [field, text] of texts) {
    const max = DIRECTORY_TEXT_LIMITS[field];
    if (text.length > max) throw new ReferralError('INVALID_INPUT', `must have at most ${max} characters`, field);
  }
  await guard.material(Object.fromEntries(texts));
}

/** Checks the texts of clock policies: they are shown on pages. @throws ReferralError MATERIAL_REFUSED */
export async function guardPolicies({ guard = directGuard }: GuardDeps, policies: ClockPolicies): Promise<void> {
  const bases = policies.clocks.flatMap(({ basis, cases = [] }) => [
    basis,
    ...cases.flatMap((each) => each.basis ?? []),
  ]);
  const texts = bases.flatMap(({ text }) => (typeof text === 'string' ? [text] : Object.values(text)));
  await guard.material({ policies: [policies.version, ...texts].join('\n') });
}

const FIELDS: readonly TextField[] = ['id', 'name', 'email', 'dutyEmail', 'zone', 'hours', 'issuer', 'subject', 'url'];
