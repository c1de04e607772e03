/** Decides what an agency records for itself: its own number of the case, and notes. No other agency sees them. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import type { Actor } from '../people.ts';
import type { TextId } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';

export function setOwnReference({ text }: ActOf<'set-own-reference'>, { actor }: DecisionContext): ReferralEvent[] {
  return ownReferenceSet(text, actor);
}

export function addNote({ text }: ActOf<'add-note'>, { actor }: DecisionContext): ReferralEvent[] {
  return [{ type: 'note-added', agencyId: agencyOf(actor), text }];
}

/** The event that sets the number of the actor's agency, if the act contains one. */
export function ownReferenceSet(text: TextId | undefined, actor: Actor): ReferralEvent[] {
  return text === undefined ? [] : [{ type: 'own-reference-set', agencyId: agencyOf(actor), text }];
}

/** The lifecycle table does not permit these acts to the engine. */
function agencyOf(actor: Actor): string {
  if (actor.kind === 'person') return actor.agencyId;
  throw new ReferralError('ROLE_REQUIRED', 'Only a person can record something for an agency.');
}
