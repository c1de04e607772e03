/** Faults of a clock policy that concern several fields: what the engine cannot apply, and what would leave a case without a clock. */

import type { ExpiryAction } from '../events.ts';
import { URGENCIES } from '../vocabulary.ts';
import { CLOCK_NAMES, type ClockName } from './clock-names.ts';
import type { ClockPolicy, PolicyCase, PolicyFault, Terms } from './policy-schema.ts';
import { caseSourceFaults, sourceFaults } from './policy-sources.ts';
import { type ClockScope, scopeOf, type Trigger } from './triggers.ts';

/** All faults of the policy. */
export function policyFaults(policy: ClockPolicy): PolicyFault[] {
  return [
    ...startFaults(policy.starts, policy, ['starts']),
    ...stopFaults(policy.stops, policy, ['stops']),
    ...warningFaults(policy),
    ...partyFaults(policy),
    ...sourceFaults(policy, []),
    ...indispensableFaults(policy),
    ...URGENCIES.flatMap((urgency) => termsFaults(policy, policy.terms[urgency], policy.pauseOn, ['terms', urgency])),
    ...(policy.cases ?? []).flatMap((each, index) => caseFaults(policy, each, ['cases', index])),
  ];
}

/** Every event is about the referral, so each can start a clock about it. */
function startFaults(
  starts: readonly Trigger[],
  { scope, stops }: Pick<ClockPolicy, 'scope' | 'stops'>,
  of: PolicyFault['path'],
): PolicyFault[] {
  return starts.flatMap((trigger, index) => {
    const path = [...of, index];
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

function caseFaults(policy: ClockPolicy, ofCase: PolicyCase, path: PolicyFault['path']): PolicyFault[] {
  const { terms, pauseOn, starts, stops } = ofCase;
  const faults = URGENCIES.flatMap((urgency) => {
    const some = terms[urgency];
    return some === undefined || some === 'none'
      ? []
      : termsFaults(policy, some, pauseOn ?? policy.pauseOn, [...path, 'terms', urgency]);
  });
  return [
    ...faults,
    ...caseSourceFaults(policy, ofCase, path),
    ...(pauseOn ? pauseFaults(pauseOn, policy, [...path, 'pauseOn']) : []),
    ...(starts ? startFaults(starts, { ...policy, ...(stops && { stops }) }, [...path, 'starts']) : []),
    ...(stops ? stopFaults(stops, policy, [...path, 'stops']) : []),
  ];
}

/** A clock that nothing may leave out: the events that start it, and, if only some may end it, those. */
interface Indispensable extends Pick<ClockPolicy, 'starts'> {
  stops?: ClockPolicy['stops'];
  reason: string;
}

const INDISPENSABLE: Partial<Record<ClockName, Indispensable>> = {
  // The events after which a recipient can be missing. When one is found, the clock ends without an event.
  'find-recipient': {
    starts: ['held', 'referred', 'routed', 'replacement-awaits-supervisor'],
    stops: ['triage-reopened', 'closure-proposed', 'closed'],
    reason: 'a referral without a recipient must have a deadline',
  },
  'consent-onward': { starts: ['onward-consent-asked'], reason: 'a request for consent must have a deadline' },
};

function indispensableFaults({ id, starts, stops, only, cases }: ClockPolicy): PolicyFault[] {
  const clock = INDISPENSABLE[id];
  if (clock === undefined) return [];
  const { reason } = clock;
  const missing = clock.starts.filter((each) => !starts.includes(each));
  const ends = stops.filter((each) => clock.stops?.includes(each) === false);
  return [
    ...(missing.length > 0 ? [{ path: ['starts'], message: `must contain ${missing.join(', ')}: ${reason}` }] : []),
    ...(ends.length > 0 ? [{ path: ['stops'], message: `must not contain ${ends.join(', ')}: ${reason}` }] : []),
    ...(only ? [{ path: ['only'], message: `is not possible for this clock: ${reason}` }] : []),
    ...(cases ?? []).flatMap((each, index) => {
      const isOther = each.starts || each.stops || Object.values(each.terms).includes('none');
      return isOther ? [{ path: ['cases', index], message: `can change only the amounts: ${reason}` }] : [];
    }),
  ];
}
