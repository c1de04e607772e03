/** To whom it goes: what the rules found, or what a supervisor chose instead. */

import type { ActOf } from '../acts.ts';
import type { Situation } from '../decide.ts';
import { ReferralError } from '../errors.ts';
import type { HeldCause, OpenedBy, ReferralEvent } from '../events.ts';
import { hasHope, type Recipient, type Referral } from '../referral.ts';
import type { Choice } from '../routing/route.ts';

export function route(act: ActOf<'route'>, { referral }: Situation): ReferralEvent[] {
  const { decision, replaces } = act;
  const known = new Set(referral.recipients.map(({ contactPointId }) => contactPointId));
  const wanted = referral.status === 'triaged' ? wantedIn(referral) : [];
  const choices = [...wanted, ...decision.taken].filter(({ contactPointId }) => !known.has(contactPointId));
  const opened = choices.map((choice, index) =>
    open(referral, choice, replaces ? 'replacement' : 'route', index, replaces ? { parentId: replaces } : {}),
  );
  const routed: ReferralEvent = { type: 'routed', decision, ...(replaces && { replaces }) };
  return [routed, ...opened, ...standing(referral, opened.length > 0, replaces)];
}

export function assignRecipient(act: ActOf<'assign-recipient'>, { referral }: Situation): ReferralEvent[] {
  const { choice, text, replaces } = act;
  if (replaces && !referral.recipients.some(({ id }) => id === replaces)) {
    throw new ReferralError('UNKNOWN_RECIPIENT', 'This referral has no such recipient to replace.', 'replaces');
  }
  if (referral.recipients.some((each) => each.contactPointId === choice.contactPointId && hasHope(each))) {
    throw new ReferralError('ALREADY_RECIPIENT', 'That contact point has the referral already.', 'contactPoint');
  }
  if (choice.agencyId === referral.senderAgencyId) {
    throw new ReferralError('ONWARD_LOOP', 'The referral would go back to its sender.', 'contactPoint');
  }
  return [
    { type: 'recipient-assigned', choice, text, ...(replaces && { replaces }) },
    open(referral, choice, 'override'),
    ...standing(referral, true),
  ];
}

export function addCountry(act: ActOf<'add-country'>): ReferralEvent[] {
  return [{ type: 'country-added', country: act.country, text: act.text }];
}

/** The event that opens the recipient after those there are; `index` counts several opened at once. */
export function open(
  referral: Referral,
  choice: Choice,
  opened: OpenedBy,
  index = 0,
  onward: { hop?: number; parentId?: string } = {},
): ReferralEvent & { type: 'recipient-opened' } {
  const recipientId = `r${referral.recipients.length + index + 1}`;
  return { type: 'recipient-opened', recipientId, choice: choiceOf(choice), hop: 0, ...onward, opened };
}

/** Held once nobody has it and nobody is left; `finished` are recipients that these same events make final. */
export function heldIfHopeless(referral: Referral, finished: readonly Recipient[]): ReferralEvent[] {
  const others = referral.recipients.filter((recipient) => !finished.includes(recipient));
  const stands = others.some(hasHope) || referral.unrouted.length > 0;
  return stands || referral.status !== 'referred' ? [] : [{ type: 'held', cause: 'no-recipient-left' }];
}

/** Where the referral stands after routing: with somebody, or held. Says nothing where nothing changes. */
function standing(referral: Referral, opened: boolean, replaces?: string): ReferralEvent[] {
  // The one being replaced counts only if it may still answer, not for the replacement it was waiting for.
  const hope = referral.recipients.some((each) =>
    each.id === replaces ? hasHope({ ...each, replacement: { state: 'done' } }) : hasHope(each),
  );
  if (opened || hope) return referral.status === 'referred' ? [] : [{ type: 'referred' }];
  const cause: HeldCause = referral.recipients.length === 0 ? 'no-recipient-found' : 'no-recipient-left';
  return referral.status === 'held' ? [] : [{ type: 'held', cause }];
}

function wantedIn({ triage }: Referral): Choice[] {
  return triage.state === 'decided' ? triage.decision.wanted : [];
}

function choiceOf({ contactPointId, agencyId, country, type }: Choice): Choice {
  return { contactPointId, agencyId, country, type };
}
