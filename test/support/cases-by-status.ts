/** Referrals in every combination of statuses, created by the acts that lead to them. */

import type { ActOf } from '../../domain/acts.ts';
import type { Choice } from '../../domain/routing/route.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { Facts } from '../../domain/submission.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { Case } from './case.ts';
import { CAST, choice, officerAt } from './factories.ts';

/** A referral whose recipient r1, at fi-1, has that status. Other recipients exist only if the status implies them. */
export const RECIPIENT_IN: Record<RecipientStatus, (facts?: Partial<Facts>) => Case> = {
  sent: (facts) => {
    const it = aTriagedCase(facts);
    it.mail = 'waits';
    it.settle();
    return it;
  },
  delivered: (facts) => aReferredCase(facts),
  'delivery-failed': (facts) => {
    const it = aTriagedCase(facts);
    it.mail = 'bounces';
    it.settle();
    it.mail = 'arrives';
    return it;
  },
  unresponsive: (facts) => {
    const it = aReferredCase(facts);
    it.pass(4 * 24);
    return it;
  },
  acknowledged: (facts) => answered(aReferredCase(facts), 'acknowledge'),
  accepted: (facts) => answered(aReferredCase(facts), 'accept'),
  'outcome-reported': (facts) => {
    const it = answered(aReferredCase(facts), 'accept');
    const report = { type: 'report-outcome', recipientId: 'r1', outcome: 'case-opened', final: true } as const;
    it.act(report, officerAt('fi-1'));
    it.settle();
    return it;
  },
  declined: (facts) => {
    const it = aReferredCase(facts);
    it.act({ type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' }, officerAt('fi-1'));
    it.settle();
    return it;
  },
  'referred-onward': (facts) => {
    const it = answered(aReferredCase(facts), 'accept');
    it.act({ type: 'refer-onward', recipientId: 'r1', choice: choice('nl-1'), text: 'text-on' }, officerAt('fi-1'));
    it.settle();
    return it;
  },
  recalled: (facts) => {
    const it = aReferredCase(facts);
    it.act({ type: 'recall', recipientId: 'r1', text: 'text-back' }, CAST.sender);
    it.settle();
    return it;
  },
};

/** A referral in that status, created with the fewest acts. */
export const REFERRAL_IN: Record<ReferralStatus, (facts?: Partial<Facts>) => Case> = {
  received: (facts) => aReceivedCase(facts),
  'awaiting-information': (facts) => withOpenQuestion(aReceivedCase(facts)),
  triaged: (facts) => aTriagedCase(facts),
  referred: (facts) => aReferredCase(facts),
  held: (facts) => {
    const it = aTriagedCase(facts, ['DK']);
    it.settle();
    return it;
  },
  'closure-proposed': (facts) => proposed(RECIPIENT_IN['outcome-reported'](facts)),
  closed: (facts) => closed(RECIPIENT_IN['outcome-reported'](facts)),
  erased: (facts) => erased(closed(RECIPIENT_IN['outcome-reported'](facts))),
};

export function aReceivedCase(facts?: Partial<Facts>): Case {
  const it = new Case(facts);
  it.settle();
  return it;
}

/** A referral that the coordinator's officer has triaged, and that is not yet routed. */
export function aTriagedCase(facts?: Partial<Facts>, countries: Country[] = ['FI'], wanted: Choice[] = []): Case {
  const it = aReceivedCase(facts);
  triage(it, countries, wanted);
  return it;
}

/** A referral with one recipient for each country, and delivered letters. */
export function aReferredCase(facts?: Partial<Facts>, countries?: Country[], wanted?: Choice[]): Case {
  const it = aTriagedCase(facts, countries, wanted);
  it.settle();
  return it;
}

/** Completes the triage with the proposed urgency and the given countries. */
export function triage(it: Case, countries: Country[], wanted: Choice[] = []): void {
  const { triage, urgency } = it.referral;
  const act: ActOf<'complete-triage'> = {
    type: 'complete-triage',
    urgency: triage.state === 'proposed' ? triage.proposal.urgency : urgency,
    urgencyGrounds: [],
    countries,
    capability: 'investigation',
    wanted,
  };
  it.act(act, CAST.coordinator);
}

/** Supplements the referral and reopens its triage. Recipients stay. */
export function retriaged(it: Case): Case {
  it.act({ type: 'supplement', text: 'text-more', indicators: [], origins: [], materialCount: 0 }, CAST.sender);
  it.act({ type: 'reopen-triage' }, CAST.coordinator);
  it.settle();
  return it;
}

export function proposed(it: Case): Case {
  it.act({ type: 'propose-closure' }, CAST.coordinator);
  it.settle();
  return it;
}

export function closed(it: Case): Case {
  proposed(it).act({ type: 'approve-closure' }, CAST.supervisor);
  it.settle();
  return it;
}

export function reopened(it: Case): Case {
  it.act({ type: 'reopen', text: 'text-again' }, CAST.supervisor);
  it.settle();
  return it;
}

/** Every combination of statuses that can be reached, for example `referred / r1 accepted`. `make` creates a new case. */
export function everyReachableCase(facts?: Partial<Facts>): [name: string, make: () => Case][] {
  const recipients = Object.values(RECIPIENT_IN);
  const isConsentAsked = facts?.handlingCode === 'H2';
  const endedWithoutOutcome = [
    ...[RECIPIENT_IN.declined, RECIPIENT_IN.recalled],
    ...(isConsentAsked ? [] : [declinedAfterOnward]),
  ];
  const makers: ((facts?: Partial<Facts>) => Case)[] = [
    ...Object.values(REFERRAL_IN),
    ...recipients,
    ...recipients.map((make) => () => retriaged(make(facts))),
    ...recipients.map((make) => () => withOpenQuestion(retriaged(make(facts)))),
    ...recipients.map((make) => () => triagedTo(['FI'], retriaged(make(facts)))),
    ...endedWithoutOutcome.map((make) => () => proposed(make(facts))),
    ...endedWithoutOutcome.map((make) => () => closed(make(facts))),
    ...endedWithoutOutcome.map((make) => () => erased(closed(make(facts)))),
    ...endedWithoutOutcome.map((make) => () => reopened(closed(make(facts)))),
    recalledBesideAnother,
    ...(isConsentAsked ? [] : [declinedAfterOnward]),
  ];
  return makers.map((make) => [nameOf(make(facts)), () => make(facts)]);
}

/** Held: r1 referred it onward, and r2 declined. */
function declinedAfterOnward(facts?: Partial<Facts>): Case {
  const it = RECIPIENT_IN['referred-onward'](facts);
  it.act({ type: 'decline', recipientId: 'r2', ground: 'minor-or-no-offence' }, officerAt('nl-1'));
  it.settle();
  return it;
}

/** Adds a question of the coordinator, before triage. */
export function withOpenQuestion(it: Case): Case {
  it.act({ type: 'ask-information', text: 'text-ask' }, CAST.coordinator);
  it.settle();
  return it;
}

function triagedTo(countries: Country[], it: Case): Case {
  triage(it, countries);
  return it;
}

function erased(it: Case): Case {
  it.act({ type: 'erase' }, CAST.supervisor);
  return it;
}

/** r1 is recalled. The referral stays referred, because r2 has it. */
function recalledBesideAnother(facts?: Partial<Facts>): Case {
  const it = aReferredCase(facts, ['FI', 'NL']);
  it.act({ type: 'recall', recipientId: 'r1', text: 'text-back' }, CAST.sender);
  it.settle();
  return it;
}

function nameOf({ referral }: Case): string {
  const recipients = referral.recipients.map(({ id, status }) => `${id} ${status}`);
  return [referral.status, ...recipients].join(' / ');
}

function answered(it: Case, type: 'acknowledge' | 'accept'): Case {
  it.act({ type, recipientId: 'r1' }, officerAt('fi-1'));
  it.settle();
  return it;
}
