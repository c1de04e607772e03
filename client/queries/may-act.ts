/** What a person may do with a referral at this moment: the lifecycle table and its decisions are asked, nobody else knows. */

import type { Act, PersonAct } from '../../domain/acts.ts';
import { decide } from '../../domain/decide.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';

export interface PossibleAct {
  type: Exclude<PersonAct['type'], 'submit'>;
  recipientId?: string;
  questionId?: string;
}

/** In the order in which a case goes on; `referral` as the person may see it. */
export function possibleActs(referral: Referral, person: Person, now: Instant): PossibleAct[] {
  const possible = trialsOf(referral).filter((act) => isPossible(referral, act, person, now));
  const named = possible.map(({ type, ...about }) => ({
    type,
    ...('recipientId' in about && about.recipientId !== undefined && { recipientId: about.recipientId }),
    ...('questionId' in about && { questionId: about.questionId }),
  }));
  // Tried once for each clock.
  return [...new Map(named.map((act) => [JSON.stringify(act), act])).values()];
}

/** The clocks of a recipient that it may still extend. */
export function extensibleClocks(referral: Referral, recipientId: string, person: Person, now: Instant): Clock[] {
  return referral.clocks.filter(
    ({ name, subject, state }) =>
      (name === 'decide' || name === 'outcome') &&
      subject.of === 'recipient' &&
      subject.recipientId === recipientId &&
      state.status !== 'stopped' &&
      isPossible(referral, { type: 'extend', recipientId, clock: name, amount: 1, text: TEXT }, person, now),
  );
}

function isPossible(referral: Referral, act: Act, person: Person, now: Instant): boolean {
  try {
    return decide(referral, act, person, now).length > 0;
  } catch (error) {
    if (error instanceof ReferralError) return false;
    throw error;
  }
}

type Trial = Exclude<PersonAct, { type: 'submit' }>;

/** What has to be filled in is filled in so that nothing but the case itself stands against it. */
function trialsOf(referral: Referral): Trial[] {
  const { recipients, questions } = referral;
  const open = questions.filter(({ state }) => state === 'open' || state === 'expired');
  return [
    ...ofIntake(),
    ...recipients.flatMap(({ id }) => ofRecipient(id)),
    ...open.map(({ id }): Trial => ({ type: 'answer-information', questionId: id, text: TEXT })),
    ...ofReferral(),
  ];
}

const TEXT = 'text';
const NOBODY = { contactPointId: '', agencyId: '', country: '', type: 'spoc' } as const;
const OTHER = 'other';

function ofIntake(): Trial[] {
  const countries = ['XX'];
  return [
    {
      ...{ type: 'complete-triage', urgency: 'emergency', urgencyGrounds: [], capability: 'investigation' },
      ...{ countries, wanted: [] },
    },
    { type: 'ask-information', text: TEXT },
    { type: 'mark-duplicate', otherId: OTHER },
    { type: 'file-informational' },
    { type: 'reject-at-intake', ground: 'out-of-scope' },
  ];
}

function ofRecipient(recipientId: string): Trial[] {
  return [
    { type: 'acknowledge', recipientId },
    { type: 'accept', recipientId },
    { type: 'decline', recipientId, ground: 'other', text: TEXT },
    { type: 'ask-information', recipientId, text: TEXT },
    { type: 'report-outcome', recipientId, outcome: 'no-further-action', final: true },
    { type: 'refer-onward', recipientId, choice: NOBODY, text: TEXT },
    { type: 'extend', recipientId, clock: 'decide', amount: 1, text: TEXT },
    { type: 'extend', recipientId, clock: 'outcome', amount: 1, text: TEXT },
    { type: 'consent-onward', recipientId },
    { type: 'refuse-onward', recipientId, text: TEXT },
    { type: 'recall', recipientId, text: TEXT },
    { type: 'confirm-recall', recipientId },
  ];
}

function ofReferral(): Trial[] {
  return [
    { type: 'supplement', text: TEXT, indicators: [], origins: [], materialCount: 0 },
    { type: 'take' },
    { type: 'assign', personId: OTHER },
    { type: 'assign-recipient', choice: NOBODY, text: TEXT },
    { type: 'add-country', country: 'XX', text: TEXT },
    { type: 'reopen-triage' },
    { type: 'propose-closure', text: TEXT },
    { type: 'approve-closure' },
    { type: 'return-closure', text: TEXT },
    { type: 'withdraw', text: TEXT },
    { type: 'link', otherId: OTHER, kind: 'related' },
    { type: 'reopen', text: TEXT },
    { type: 'erase' },
  ];
}
