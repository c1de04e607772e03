/** Decides closure, withdrawal, reopening and links. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { Closure, ReferralEvent } from '../events.ts';
import { isSamePerson } from '../people.ts';
import { haveAllFinished } from '../recipient-search.ts';
import { isFinal, mayStillSucceed, type Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { heldCause } from './routing.ts';
import { reversible } from './take-back.ts';

/** Decides rejection, filing and closure as a duplicate before routing. */
export function closeAtIntake(
  act: ActOf<'reject-at-intake' | 'mark-duplicate' | 'file-informational'>,
  { referral, now }: DecisionContext,
): ReferralEvent[] {
  switch (act.type) {
    case 'reject-at-intake':
      return close(
        referral,
        { kind: 'rejected-at-intake' },
        { ground: act.ground, ...(act.text && { text: act.text }) },
      );
    case 'mark-duplicate':
      if (act.otherId === referral.id) {
        throw new ReferralError(
          'DUPLICATE_OF_ITSELF',
          'A referral cannot be a duplicate of itself. Enter another reference number.',
          'other',
        );
      }
      return closeAsDuplicate(referral, act.otherId, now);
    case 'file-informational':
      return close(referral, { kind: 'informational' }, act.text ? { text: act.text } : {});
  }
}

/** Until the referral is referred, the sender decides alone. After that, a supervisor of the coordinator must agree. */
export function withdraw({ text }: ActOf<'withdraw'>, { referral, actor, rows }: DecisionContext): ReferralEvent[] {
  const { withdrawal } = referral;
  const isSenderAlone = rows.some(({ from }) => from.includes('received'));
  if (isSenderAlone) return close(referral, { kind: 'withdrawn' }, { text });
  const mayAsk = rows.some(({ events }) => events.includes('withdrawal-requested'));
  const mayGrant = rows.some(({ events }) => events.includes('closed'));
  if (withdrawal.state === 'none') {
    if (mayAsk) return [{ type: 'withdrawal-requested', text }];
    throw new ReferralError('WITHDRAWAL_NOT_ASKED', 'The sender has not asked to withdraw the referral.');
  }
  if (!mayGrant)
    throw new ReferralError(
      'SUPERVISOR_REQUIRED',
      'The withdrawal was requested already. A supervisor of the coordinator must decide.',
    );
  if (isSamePerson(withdrawal.by, actor)) {
    throw new ReferralError(
      'SAME_PERSON',
      'The person who requested the withdrawal cannot approve it. Another supervisor must.',
    );
  }
  return close(referral, { kind: 'withdrawn' }, { text });
}

export function proposeClosure(act: ActOf<'propose-closure'>, { referral, now }: DecisionContext): ReferralEvent[] {
  if (!haveAllFinished(referral)) {
    throw new ReferralError(
      'RECIPIENTS_STILL_OPEN',
      'A recipient has not finished. Recall it, or wait for its outcome.',
    );
  }
  const succeeded = referral.recipients.some((recipient) => mayStillSucceed(recipient, referral));
  const kind = succeeded ? 'completed' : 'no-recipient';
  if (succeeded && referral.unserved && !act.text) {
    const countries = referral.unserved.join(', ');
    throw new ReferralError(
      'TEXT_REQUIRED',
      `There is no recipient in ${countries}. Enter the reason to close the referral without one.`,
      'text',
    );
  }
  const ofRound = referral.recipients.filter(({ round }) => round === referral.round);
  const lead = ofRound.find((each) => each.lead && each.status !== 'outcome-reported');
  if (succeeded && lead && !act.text) {
    throw new ReferralError(
      'TEXT_REQUIRED',
      `The lead (${lead.id}) reported no final outcome. Enter the reason to close the referral without it.`,
      'text',
    );
  }
  return [{ type: 'closure-proposed', kind, ...(act.text && { text: act.text }), ...reversible(now) }];
}

export function approveClosure(_act: ActOf<'approve-closure'>, { referral, actor }: DecisionContext): ReferralEvent[] {
  const { ending } = referral;
  if (ending.state !== 'proposed') throw new ReferralError('WRONG_STATUS', 'No closure is proposed.');
  if (isSamePerson(ending.by, actor)) {
    throw new ReferralError(
      'SAME_PERSON',
      'The person who proposed the closure cannot approve it. Another supervisor must.',
    );
  }
  return close(referral, { kind: ending.kind });
}

export function returnClosure(act: ActOf<'return-closure'>, { referral }: DecisionContext): ReferralEvent[] {
  const back: ReferralEvent = referral.recipients.some((recipient) => mayStillSucceed(recipient, referral))
    ? { type: 'referred' }
    : { type: 'held', cause: heldCause(referral) };
  return [{ type: 'closure-returned', text: act.text }, back];
}

export function reopen(act: ActOf<'reopen'>): ReferralEvent[] {
  return [{ type: 'reopened', text: act.text }];
}

export function link(act: ActOf<'link'>, { referral }: DecisionContext): ReferralEvent[] {
  if (act.otherId === referral.id) {
    throw new ReferralError(
      'DUPLICATE_OF_ITSELF',
      'A referral cannot be linked to itself. Enter another reference number.',
      'other',
    );
  }
  return [{ type: 'linked', otherId: act.otherId, kind: act.kind }];
}

/**
 * Closes the referral and recalls every recipient that is not final. A withdrawal also recalls those that referred it
 * onward, because they still hold the case.
 */
function close(
  referral: Referral,
  closure: Closure,
  details: Omit<ReferralEvent & { type: 'closed' }, 'type' | 'closure'> = {},
): ReferralEvent[] {
  const isWithdrawn = closure.kind === 'withdrawn';
  const recalled = referral.recipients
    .filter((each) => !isFinal(each) || (isWithdrawn && each.status === 'referred-onward'))
    .map(({ id }): ReferralEvent => ({ type: 'recalled', recipientId: id }));
  return [...recalled, { type: 'closed', closure, ...details }];
}

/** The closure comes first: if it is taken back, the recipients that it recalls are again as they were. */
function closeAsDuplicate(referral: Referral, of: string, now: Instant): ReferralEvent[] {
  const events = close(referral, { kind: 'duplicate', of }, reversible(now));
  return events.toSorted((one, other) => Number(other.type === 'closed') - Number(one.type === 'closed'));
}
