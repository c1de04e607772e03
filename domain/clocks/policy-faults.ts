/** Faults of a clock policy that concern several fields: what the engine cannot apply, and numbers without a source. */

import type { ExpiryAction } from '../events.ts';
import { URGENCIES } from '../vocabulary.ts';
import { CLOCK_NAMES, type ClockName } from './clock-names.ts';
import type { ClockPolicy, Terms } from './policy-schema.ts';
import { type ClockScope, scopeOf, type Trigger } from './triggers.ts';

/** A fault, and where it is. */
export interface PolicyFault {
  path: (string | number)[];
  message: string;
}

/** All faults of the policy. */
export function policyFaults(policy: ClockPolicy): PolicyFault[] {
  return [
    ...startFaults(policy),
    ...stopFaults(policy.stops, policy, ['stops']),
    ...warningFaults(policy),
    ...partyFaults(policy),
    ...basisFaults(policy.basis, ['basis']),
    ...URGENCIES.flatMap((urgency) => termsFaults(policy, policy.terms[urgency], policy.pauseOn, ['terms', urgency])),
    ...(policy.cases ?? []).flatMap((each, index) => caseFaults(policy, each, ['cases', index])),
  ];
}

/** Every event is about the referral, so each can start a clock about it. */
function startFaults({ scope, starts, stops }: ClockPolicy): PolicyFault[] {
  return starts.flatMap((trigger, index) => {
    const path = ['starts', index];
    if (stops.includes(trigger)) return [{ path, message: `${trigger} also stops the clock` }];
    if (scope === 'referral' || scopeOf(trigger) === scope) return [];
    return [{ path, message: `${trigger} is about a ${scopeOf(trigger)}, the clock about a ${scope}` }];
  });
}

const STOPPED_BY: Record<ClockScope, readonly ClockScope[]> = {
  referral: ['referral'],
  recipient: ['recipient', 'referral'],
  question: ['question', 'recipient', 'referral'],
  translation: ['translation', 'referral'],
};

/** It runs on a closed referral, so the nightly review ends it, and nothing can warn of it. */
const AFTER_CLOSURE: ClockName = 'retention-review';

function warningFaults({ id, warnAt, warnBefore, repeats }: ClockPolicy): PolicyFault[] {
  if (id !== AFTER_CLOSURE) return [];
  return Object.entries({ warnAt, warnBefore, repeats }).flatMap(([field, value]) =>
    value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [{ path: [field], message: 'is not possible for a clock of closed referrals' }],
  );
}

function stopFaults(stops: readonly Trigger[], { id, scope }: ClockPolicy, path: PolicyFault['path']): PolicyFault[] {
  const foreign = stops.flatMap((trigger, index): PolicyFault[] => {
    if (STOPPED_BY[scope].includes(scopeOf(trigger))) return [];
    const message = `${trigger} is about one ${scopeOf(trigger)} and cannot stop a clock about a ${scope}`;
    return [{ path: [...path, index], message }];
  });
  if (id === AFTER_CLOSURE) {
    const missing = ENDS_OF_REVIEW.filter((each) => !stops.includes(each));
    return missing.length === 0 ? foreign : [...foreign, { path, message: `must contain ${missing.join(', ')}` }];
  }
  if (stops.includes('closed')) return foreign;
  return [...foreign, { path, message: 'must contain closed: no clock runs on a closed referral' }];
}

/** Under a legal hold nothing is erased; a referral that is open again is reviewed after its next closure. */
const ENDS_OF_REVIEW: readonly Trigger[] = ['retained', 'legal-hold-placed', 'reopened', 'erased'];

/** The party that can ask a question, or for a translation, about the subject of a clock. */
const ASKING_PARTY: Partial<Record<ClockScope, ClockPolicy['debtor']>> = {
  referral: 'coordinator',
  recipient: 'recipient',
};

function partyFaults(policy: ClockPolicy): PolicyFault[] {
  const { scope, debtor, zone, calendarOf, pauseOn } = policy;
  const fields = { debtor, zone, calendarOf };
  const ofRecipient = Object.entries(fields).flatMap(([field, party]): PolicyFault[] =>
    party === 'recipient' && scope !== 'recipient'
      ? [{ path: [field], message: `a clock about a ${scope} has no recipient` }]
      : [],
  );
  const ofTranslation = Object.entries({ debtor, zone }).flatMap(([field, party]): PolicyFault[] => {
    if ((party === 'asked') === (scope === 'translation')) return [];
    const isMisplaced = party === 'asked' || field === 'debtor';
    return isMisplaced ? [{ path: [field], message: 'asked is the debtor of a clock about a translation' }] : [];
  });
  return [...ofRecipient, ...ofTranslation, ...pauseFaults(pauseOn, policy, ['pauseOn'])];
}

function pauseFaults(
  pauseOn: ClockPolicy['pauseOn'],
  { scope, debtor }: ClockPolicy,
  path: PolicyFault['path'],
): PolicyFault[] {
  if (debtor === ASKING_PARTY[scope]) return [];
  return pauseOn.map((reason) => ({ path, message: `a ${reason} pauses only the clocks of its asker` }));
}

/** A number without a source is not statutory. */
function basisFaults({ level, source }: ClockPolicy['basis'], path: PolicyFault['path']): PolicyFault[] {
  if (level === 'TARGET' || source) return [];
  return [{ path: [...path, 'source'], message: 'a statutory clock needs the act and the article' }];
}

/** The article of the clock is the source of its own amounts only. */
function inheritedBasisFaults(
  { basis, terms }: ClockPolicy,
  ofCase: CaseTerms,
  path: PolicyFault['path'],
): PolicyFault[] {
  const isOther = URGENCIES.some((urgency) => {
    const some = ofCase[urgency];
    return some && some !== 'none' && (some.amount !== terms[urgency].amount || some.unit !== terms[urgency].unit);
  });
  if (basis.level === 'TARGET' || !isOther) return [];
  return [
    { path: [...path, 'basis'], message: 'is missing: the article of the clock is not the source of other amounts' },
  ];
}

type CaseTerms = NonNullable<ClockPolicy['cases']>[number]['terms'];

/** The expiry actions that are supported, with their clocks. */
const SUPPORTED_EXPIRY: Record<ExpiryAction, readonly ClockName[]> = {
  breach: CLOCK_NAMES.filter((name) => name !== AFTER_CLOSURE),
  escalate: CLOCK_NAMES.filter((name) => name !== AFTER_CLOSURE),
  'proceed-by-rule': ['triage', 'acknowledge'],
  'tacit-clearance': ['consent-onward'],
  'duty-lapses': ['clarification', 'first-answer', 'removal', 'outcome', 'preservation'],
  'auto-erase': [AFTER_CLOSURE],
};

function termsFaults(
  { id, repeats, scope, debtor }: ClockPolicy,
  { onExpiry, pauseCap, thereafter }: Terms,
  pauseOn: ClockPolicy['pauseOn'],
  path: PolicyFault['path'],
): PolicyFault[] {
  const isSupported = SUPPORTED_EXPIRY[onExpiry].includes(id);
  const isPaused = pauseOn.length > 0 && debtor === ASKING_PARTY[scope];
  const isUnrepeated = thereafter !== undefined && repeats === undefined;
  return [
    ...(isSupported ? [] : [{ path: [...path, 'onExpiry'], message: `${onExpiry} is not supported for this clock` }]),
    ...(isPaused && pauseCap === undefined
      ? [{ path: [...path, 'pauseCap'], message: 'is missing: pauses must have a longest time' }]
      : []),
    ...(isUnrepeated ? [{ path: [...path, 'thereafter'], message: 'is possible only after repeats' }] : []),
  ];
}

function caseFaults(
  policy: ClockPolicy,
  { terms, basis, pauseOn, stops }: NonNullable<ClockPolicy['cases']>[number],
  path: PolicyFault['path'],
): PolicyFault[] {
  const faults = URGENCIES.flatMap((urgency) => {
    const some = terms[urgency];
    return some === undefined || some === 'none'
      ? []
      : termsFaults(policy, some, pauseOn ?? policy.pauseOn, [...path, 'terms', urgency]);
  });
  return [
    ...faults,
    ...(basis ? basisFaults(basis, [...path, 'basis']) : inheritedBasisFaults(policy, terms, path)),
    ...(pauseOn ? pauseFaults(pauseOn, policy, [...path, 'pauseOn']) : []),
    ...(stops ? stopFaults(stops, policy, [...path, 'stops']) : []),
  ];
}
