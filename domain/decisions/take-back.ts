/** Decides that an act is taken back: by its author, for five minutes, unless another act followed. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import type { Actor } from '../people.ts';
import { isFinal, type Referral, type Undo } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';

/** How long the author of an act may take it back, in milliseconds. */
const TAKE_BACK_MS = 5 * 60_000;

/** Added to the event of an act that its author may take back. */
export function reversible(now: Instant): { takeBackUntil: Instant } {
  return { takeBackUntil: new Date(Date.parse(now) + TAKE_BACK_MS).toISOString() };
}

export function takeBack({ act }: ActOf<'take-back'>, { referral, actor, now }: DecisionContext): ReferralEvent[] {
  const undo = undoFor(actor, act, referral);
  if (now > undo.until) {
    throw new ReferralError(
      'TAKE_BACK_EXPIRED',
      `"${act}" can be taken back for five minutes. It was performed earlier, so it stays.`,
    );
  }
  switch (act) {
    case 'assign':
      return [{ type: 'assignment-taken-back', agencyId: undo.agencyId }];
    case 'propose-closure':
      return [{ type: 'closure-proposal-taken-back' }];
    case 'mark-duplicate':
      return [{ type: 'duplicate-taken-back' }];
    case 'complete-triage':
      return [{ type: 'triage-taken-back' }, ...recalledSince(undo, referral)];
  }
}

/** @throws ReferralError ACTED_SINCE, also if the last act is of another agency; NOT_AUTHOR. */
function undoFor(actor: Actor, act: Undo['act'], { undo }: Referral): Undo {
  if (actor.kind === 'engine' || undo?.act !== act || undo.agencyId !== actor.agencyId) {
    throw new ReferralError(
      'ACTED_SINCE',
      `"${act}" is not the last act: another act followed, or it was taken back already.`,
    );
  }
  if (undo.by === actor.personId) return undo;
  throw new ReferralError('NOT_AUTHOR', `Only the person who performed "${act}" can take it back.`);
}

/** No act followed, so none of these recipients has acknowledged. */
function recalledSince({ recipients }: Undo, referral: Referral): ReferralEvent[] {
  const opened = referral.recipients.slice(recipients).filter((recipient) => !isFinal(recipient));
  return opened.map(({ id }) => ({ type: 'recalled', recipientId: id }));
}
