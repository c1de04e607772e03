/** To whom it goes: what the rules found, or what a supervisor chose instead. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { HeldCause, OpenedBy, ReferralEvent } from '../events.ts';
import { isFinal, mayStillSucceed, type Recipient, type Referral } from '../referral.ts';
import type { Choice } from '../routing/route.ts';
import type { Country, Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';

export function route(act: ActOf<'route'>, { referral, now }: DecisionContext): ReferralEvent[] {
  const { decision, replaces } = act;
  const parent = replaces === undefined ? undefined : recipientToReplace(referral, replaces);
  const isOwed = parent ? isReplacementDue(parent, now) : isRouteDue(decision.countries, referral);
  // Found for a referral that people have changed meanwhile: what is owed now has to be asked anew.
  if (!isOwed) throw new ReferralError('WRONG_STATUS', 'No such route is owed any more.');
  const opened = choicesToOpen(referral, decision.taken).map((choice, index) =>
    openRecipient(referral, choice, parent ? 'replacement' : 'route', { index, ...(parent && { parent }) }),
  );
  const nobodyNext: ReferralEvent[] =
    parent && !isFinal(parent) && opened.length === 0
      ? [{ type: 'replacement-awaits-supervisor', recipientId: parent.id }]
      : [];
  const routed: ReferralEvent = { type: 'routed', decision, ...(replaces && { replaces }) };
  return [routed, ...opened, ...nobodyNext, ...statusAfterRouting(referral, opened.length > 0, parent)];
}

export function assignRecipient(act: ActOf<'assign-recipient'>, { referral }: DecisionContext): ReferralEvent[] {
  const { choice, text, replaces } = act;
  const parent = replaces === undefined ? undefined : recipientToReplace(referral, replaces);
  if (parent && WORKING_STATUSES.includes(parent.status)) {
    throw new ReferralError('RECIPIENT_WRONG_STATUS', `A recipient that is ${parent.status} needs no replacement.`);
  }
  refuseSender(referral, choice);
  if (isCurrentRecipient(referral, choice)) {
    throw new ReferralError('ALREADY_RECIPIENT', 'That contact point has the referral already.', 'contactPoint');
  }
  const assigned: ReferralEvent = { type: 'recipient-assigned', choice, text, ...(replaces && { replaces }) };
  // From `triaged` the route that is owed still follows; it is then that the referral is `referred`.
  const back: ReferralEvent[] = referral.status === 'held' ? [{ type: 'referred' }] : [];
  return [assigned, openRecipient(referral, choice, 'override', parent && { parent }), ...back];
}

export function addCountry(act: ActOf<'add-country'>): ReferralEvent[] {
  return [{ type: 'country-added', country: act.country, text: act.text }];
}

/** The event that opens the recipient after those there are; `index` counts several opened at once. */
export function openRecipient(
  { recipients }: Referral,
  choice: Choice,
  opened: OpenedBy,
  { index = 0, parent }: { index?: number; parent?: Recipient } = {},
): ReferralEvent & { type: 'recipient-opened' } {
  const recipientId = `r${recipients.length + index + 1}`;
  const hop = parent === undefined ? 0 : opened === 'onward' ? parent.hop + 1 : parent.hop;
  const { contactPointId, agencyId, country, type } = choice;
  return {
    type: 'recipient-opened',
    recipientId,
    choice: { contactPointId, agencyId, country, type },
    hop,
    ...(parent && { parentId: parent.id }),
    opened,
  };
}

export function refuseSender({ senderAgencyId }: Referral, { agencyId }: Choice): void {
  if (agencyId !== senderAgencyId) return;
  throw new ReferralError('ONWARD_LOOP', 'The referral would go back to its sender.', 'contactPoint');
}

export function isCurrentRecipient({ recipients }: Referral, { contactPointId }: Choice): boolean {
  return recipients.some((recipient) => recipient.contactPointId === contactPointId && !isFinal(recipient));
}

/** Held once nobody has it and nobody is left; `finished` is a recipient that these same events make final. */
export function holdIfNoRecipientLeft(referral: Referral, finished: Recipient): ReferralEvent[] {
  const others = referral.recipients.filter((recipient) => recipient !== finished);
  const stands = others.some((recipient) => mayStillSucceed(recipient, referral)) || referral.unrouted.length > 0;
  return stands || referral.status !== 'referred' ? [] : [{ type: 'held', cause: 'no-recipient-left' }];
}

/** Why nobody has it. */
export function heldCause({ recipients }: Referral): HeldCause {
  return recipients.length === 0 ? 'no-recipient-found' : 'no-recipient-left';
}

/** Who stands so works on it, or has done its part: there is nothing to stand in for. */
const WORKING_STATUSES: readonly Recipient['status'][] = ['acknowledged', 'accepted', 'outcome-reported'];

function recipientToReplace({ recipients }: Referral, recipientId: string): Recipient {
  const recipient = recipients.find(({ id }) => id === recipientId);
  if (recipient) return recipient;
  throw new ReferralError('UNKNOWN_RECIPIENT', 'This referral has no such recipient to replace.', 'replaces');
}

function isReplacementDue({ replacement }: Recipient, now: Instant): boolean {
  return replacement.state === 'due' && replacement.at <= now;
}

/** What was just triaged is routed once, even where triage named no country. */
function isRouteDue(countries: readonly Country[], { status, unrouted }: Referral): boolean {
  const isSame = countries.length === unrouted.length && countries.every((country) => unrouted.includes(country));
  return isSame && (status === 'triaged' || unrouted.length > 0);
}

/** First whom triage wanted, then whom the rules found; nobody twice, and nobody who has it. */
function choicesToOpen(referral: Referral, found: readonly Choice[]): Choice[] {
  const { status, triage } = referral;
  const wanted = status === 'triaged' && triage.state === 'decided' ? triage.decision.wanted : [];
  const choices = [...wanted, ...found].filter((choice) => !isCurrentRecipient(referral, choice));
  return [...new Map(choices.map((choice) => [choice.contactPointId, choice])).values()];
}

/** Where the referral stands after routing: with somebody, or held. Says nothing where nothing changes. */
function statusAfterRouting(referral: Referral, isOpened: boolean, parent?: Recipient): ReferralEvent[] {
  // The one being replaced counts only if it may still answer, not for the replacement it was waiting for.
  const hope = referral.recipients.some((each) =>
    mayStillSucceed(each === parent ? { ...each, replacement: { state: 'done' } } : each, referral),
  );
  if (isOpened || hope) return referral.status === 'referred' ? [] : [{ type: 'referred' }];
  return referral.status === 'held' ? [] : [{ type: 'held', cause: heldCause(referral) }];
}
