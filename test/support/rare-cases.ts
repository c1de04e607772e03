/** Referrals with events that random acts rarely reach, so that tests of all events and letters do not depend on luck. */

import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { ENGINE } from '../../domain/people.ts';
import { EXAMPLES } from './acts.ts';
import type { Case } from './case.ts';
import { aReceivedCase, aReferredCase, aTriagedCase, RECIPIENT_IN, withOpenQuestion } from './cases-by-status.ts';
import { CAST, choice, officerAt } from './factories.ts';

const partner = officerAt('fi-1');

/** Every contact point of the country has as many referrals as it can handle. */
function routedOverCapacity(): Case {
  const it = aTriagedCase();
  it.act({ type: 'route', decision: it.route(['FI'], { full: ['fi-1'] }) }, ENGINE);
  return it;
}

/** The first translation is delivered, and the second is not delivered in time. */
function translationExpired(): Case {
  const it = aReferredCase();
  it.act(EXAMPLES['ask-translation'], partner);
  it.act(EXAMPLES['deliver-translation'], CAST.sender);
  it.act(EXAMPLES['ask-translation'], partner);
  it.pass(14 * 24);
  return it;
}

/** A production request follows the first report. After the second, at another recipient, none comes in time. */
function preservationEnded(): Case {
  const it = aReferredCase({ legalInstrument: 'e-evidence-regulation-2023-1543' }, ['FI', 'NL']);
  for (const [recipientId, officer] of [
    ['r1', partner],
    ['r2', officerAt('nl-1')],
  ] as const) {
    it.act({ type: 'accept', recipientId }, officer);
    it.act({ ...EXAMPLES['report-preservation'], recipientId }, officer);
  }
  it.act(EXAMPLES['confirm-production'], CAST.sender);
  it.pass(70 * 24);
  return it;
}

/** The sending agency is disabled, and later enabled again. */
function senderDisabledForATime(): Case {
  const it = aReferredCase();
  it.act({ type: 'set-sender-status', disabled: true }, ENGINE);
  it.act({ type: 'set-sender-status', disabled: false }, ENGINE);
  return it;
}

/** Silence counts as consent, but the contact point got the referral meanwhile. */
function onwardLapsed(): Case {
  const it = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
  const clocks = structuredClone(defaultPolicies.clocks);
  for (const { id, terms } of clocks) if (id === 'consent-onward') terms.standard.onExpiry = 'tacit-clearance';
  it.policies = { version: 'tacit', clocks };
  it.act(EXAMPLES['refer-onward'], partner);
  it.act({ ...EXAMPLES['assign-recipient'], choice: choice('nl-2') }, CAST.supervisor);
  it.pass(14 * 24);
  return it;
}

/** The coordinator asks the sender when the triage is overdue. */
function questionAfterDeadline(): Case {
  const it = aReceivedCase({ urgency: 'standard' });
  it.pass(20 * 24);
  return withOpenQuestion(it);
}

/** One referral of each kind. */
export function rareCases(): Case[] {
  return [
    ...[routedOverCapacity(), translationExpired(), preservationEnded(), senderDisabledForATime()],
    ...[onwardLapsed(), questionAfterDeadline()],
  ];
}
