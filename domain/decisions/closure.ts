/** How it ends: at intake, withdrawn, or proposed by one and approved by another; and how it begins again. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { Closure, ReferralEvent } from '../events.ts';
import { isSamePerson } from '../people.ts';
import { isFinal, mayStillSucceed, type Referral } from '../referral.ts';
import type { DecisionContext } from './decision-context.ts';
import { heldCause } from './routing.ts';

export function closeAtIntake(
  act: ActOf<'reject-at-intake' | 'mark-duplicate' | 'file-informational'>,
  { referral }: DecisionContext,
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
        throw new ReferralError('DUPLICATE_OF_ITSELF', 'A referral is no duplicate of itself.', 'other');
      }
      return close(referral, { kind: 'duplicate', of: act.otherId });
    case 'file-informational':
      return close(referral, { kind: 'informational' }, act.text ? { text: act.text } : {});
  }
}

/** Before it is referred the sender alone; after that the sender asks, and a supervisor of the coordinator grants. */
export function withdraw({ text }: ActOf<'withdraw'>, { referral, actor, rows }: DecisionContext): ReferralEvent[] {
  const { withdrawal } = referral;
  const isAlone = rows.some(({ from }) => from.includes('received'));
  if (isAlone) return close(referral, { kind: 'withdrawn' }, { text });
  const mayAsk = rows.some(({ events }) => events.includes('withdrawal-requested'));
  const mayGrant = rows.some(({ events }) => events.includes('closed'));
  if (withdrawal.state === 'none') {
    if (mayAsk) return [{ type: 'withdrawal-requested', text }];
    throw new ReferralError('WITHDRAWAL_NOT_ASKED', 'The sender has not asked to withdraw it.');
  }
  if (!mayGrant) throw new ReferralError('SUPERVISOR_REQUIRED', 'Asked for already; a supervisor has to grant it.');
  if (isSamePerson(withdrawal.by, actor)) {
    throw new ReferralError('SAME_PERSON', 'Who asked for the withdrawal cannot grant it.');
  }
  return close(referral, { kind: 'withdrawn' }, { text });
}

export function proposeClosure(act: ActOf<'propose-closure'>, { referral }: DecisionContext): ReferralEvent[] {
  const waiting = referral.recipients.filter((each) => !isFinal(each) || each.replacement.state === 'due');
  if (waiting.length > 0 || referral.unrouted.length > 0) {
    throw new ReferralError(
      'RECIPIENTS_STILL_OPEN',
      'A recipient has not finished; recall it or wait for its outcome.',
    );
  }
  const succeeded = referral.recipients.some((recipient) => mayStillSucceed(recipient, referral));
  const kind = succeeded ? 'completed' : 'no-recipient';
  if (succeeded && referral.unserved && !act.text) {
    const countries = referral.unserved.join(', ');
    throw new ReferralError('TEXT_REQUIRED', `Nobody has it in ${countries}: say why that is to stay so.`, 'text');
  }
  return [{ type: 'closure-proposed', kind, ...(act.text && { text: act.text }) }];
}

export function approveClosure(_act: ActOf<'approve-closure'>, { referral, actor }: DecisionContext): ReferralEvent[] {
  const { ending } = referral;
  if (ending.state !== 'proposed') throw new ReferralError('WRONG_STATUS', 'No closure is proposed.');
  if (isSamePerson(ending.by, actor)) {
    throw new ReferralError('SAME_PERSON', 'Who proposed the closure cannot approve it; another supervisor must.');
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
    throw new ReferralError('DUPLICATE_OF_ITSELF', 'A referral is not linked to itself.', 'other');
  }
  return [{ type: 'linked', otherId: act.otherId, kind: act.kind }];
}

export function erase(): ReferralEvent[] {
  return [{ type: 'erased' }];
}

/** Closing takes the case back from everyone who still has it. */
function close(
  referral: Referral,
  closure: Closure,
  said: Omit<ReferralEvent & { type: 'closed' }, 'type' | 'closure'> = {},
): ReferralEvent[] {
  const recalled = referral.recipients
    .filter((recipient) => !isFinal(recipient))
    .map(({ id }): ReferralEvent => ({ type: 'recalled', recipientId: id }));
  return [...recalled, { type: 'closed', closure, ...said }];
}
