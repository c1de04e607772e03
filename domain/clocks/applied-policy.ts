/** Which terms of a clock policy apply to a referral: by urgency, kind, legal instrument and access to the information. */

import type { Referral } from '../referral.ts';
import type { ClockPolicy, PolicyCase, Terms } from './policy-schema.ts';

/** The fields that a case can replace, beside the terms. */
type Overridable = 'basis' | 'pauseOn' | 'starts' | 'stops';

/** A policy with the terms of one referral. */
export interface AppliedPolicy extends Pick<ClockPolicy, Overridable> {
  policy: ClockPolicy;
  terms: Terms;
}

/** The terms of the first case that fits, or those of the policy; undefined if the referral has no such clock. */
export function applyPolicy(
  policy: ClockPolicy,
  { urgency, facts }: Pick<Referral, 'urgency' | 'facts'>,
): AppliedPolicy | undefined {
  if (!fits(policy.only, facts)) return undefined;
  const found = policy.cases?.find(({ when, terms }) => terms[urgency] !== undefined && fits(when, facts));
  const terms = found?.terms[urgency] ?? (found ? undefined : policy.terms[urgency]);
  if (terms === undefined || terms === 'none') return undefined;
  const { basis, pauseOn, starts, stops } = { ...policy, ...overridesOf(found) };
  return { policy, terms, basis, pauseOn, starts, stops };
}

/** Whether a condition is met. A list that is absent admits everything. */
function fits(condition: PolicyCase['when'] | undefined, facts: Referral['facts']): boolean {
  const { kinds, instruments, access } = condition ?? {};
  return (
    (kinds?.includes(facts.kind) ?? true) &&
    (instruments?.includes(facts.legalInstrument) ?? true) &&
    (access === undefined || access === (facts.informationAccess ?? 'indirect'))
  );
}

function overridesOf(found: PolicyCase | undefined): Partial<Pick<ClockPolicy, Overridable>> {
  const { basis, pauseOn, starts, stops } = found ?? {};
  return {
    ...(basis && { basis }),
    ...(pauseOn && { pauseOn }),
    ...(starts && { starts }),
    ...(stops && { stops }),
  };
}

/** The act and the article of a basis: `Directive 2014/41/EU art. 12(3)`; undefined if it names none. */
export function sourceOf({ source }: Pick<ClockPolicy['basis'], 'source'>): string | undefined {
  return source && `${source.act} art. ${source.article}`;
}
