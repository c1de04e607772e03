/** Decides recipients: those that routing found, and those that a supervisor selects instead. */

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
  const isDue = parent ? isReplacementDue(parent, now) : isRouteDue(decision.countries, referral);
  // A person changed the referral while the route was computed: the next duty is computed again.
  if (!isDue) throw new ReferralError('WRONG_STATUS', 'This route is no longer due.');
  const opened = choicesToOpen(referral, decision.taken).map((choice, index) =>
    openRecipient(referral, choice, parent ? 'replacement' : 'route', { index, ...(parent && { parent }) }),
  );
  const routed: ReferralEvent = { type: 'routed', decision, ...(replaces && { replaces }) };
  const status = statusAfterRouting(referral, opened.length > 0, parent);
  const isHeld = status.some(({ type }) => type === 'held');
  const unreplaced =
    parent ?? lastOfUnresponsive(referral.recipients.filter((each) => mayStillSucceed(each, referral)));
  const noneFound: ReferralEvent[] =
    unreplaced && opened.length === 0 && !isHeld
      ? [{ type: 'replacement-awaits-supervisor', recipientId: unreplaced.id }]
      : [];
  return [routed, ...opened, ...noneFound, ...status];
}

export function assignRecipient(act: ActOf<'assign-recipient'>, { referral }: DecisionContext): ReferralEvent[] {
  const { choice, text, replaces } = act;
  const parent = replaces === undefined ? undefined : recipientToReplace(referral, replaces);
  if (parent && WORKING_STATUSES.includes(parent.status)) {
    throw new ReferralError('RECIPIENT_WRONG_STATUS', `A recipient that is ${parent.status} cannot be replaced.`);
  }
  refuseSender(referral, choice);
  if (isCurrentRecipient(referral, choice)) {
    throw new ReferralError(
      'ALREADY_RECIPIENT',
      'That contact point already has the referral. Select another.',
      'contactPoint',
    );
  }
  const assigned: ReferralEvent = { type: 'recipient-assigned', choice, text, ...(replaces && { replaces }) };
  // If the status is `triaged`, routing is still due and will set `referred`.
  const back: ReferralEvent[] = referral.status === 'held' ? [{ type: 'referred' }] : [];
  return [assigned, openRecipient(referral, choice, 'override', parent && { parent }), ...back];
}

export function addCountry(act: ActOf<'add-country'>): ReferralEvent[] {
  return [{ type: 'country-added', country: act.country, text: act.text }];
}

export function setLead(_act: ActOf<'set-lead'>, context: DecisionContext): ReferralEvent[] {
  const { id, lead } = context.recipient();
  if (lead) throw new ReferralError('INVALID_INPUT', `${id} is the lead already.`, 'recipientId');
  return [{ type: 'lead-set', recipientId: id }];
}

/**
 * People of a disabled agency cannot act, and a disabled contact point gets nothing. The referral is recalled, and
 * the rules find the next one of the fallback chain.
 */
export function releaseRecipient(
  _act: ActOf<'release-recipient'>,
  { referral, recipient, now }: DecisionContext,
): ReferralEvent[] {
  const released = recipient();
  const { id: recipientId, replacement } = released;
  const recalled: ReferralEvent = { type: 'recalled', recipientId };
  if (replacement.state === 'done') return [recalled, ...searchIfNoRecipientLeft(referral, released)];
  return [recalled, { type: 'replacement-due', recipientId, dueAt: now }];
}

/** The event that opens the next recipient; `index` numbers recipients that are opened together. */
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

/** @throws ReferralError if the chosen contact point belongs to the sender. */
export function refuseSender({ senderAgencyId }: Referral, { agencyId }: Choice): void {
  if (agencyId !== senderAgencyId) return;
  throw new ReferralError(
    'ONWARD_LOOP',
    'The sending agency cannot be a recipient. Select another contact point.',
    'contactPoint',
  );
}

/** Whether the contact point already has the referral. */
export function isCurrentRecipient({ recipients }: Referral, { contactPointId }: Choice): boolean {
  return recipients.some((recipient) => recipient.contactPointId === contactPointId && !isFinal(recipient));
}

/**
 * `held` if no recipient is left; `finished` are recipients that become final in the same act. If all remaining recipients
 * did not acknowledge, a supervisor must replace the last of them.
 */
export function searchIfNoRecipientLeft(referral: Referral, ...finished: Recipient[]): ReferralEvent[] {
  if (referral.status !== 'referred' || referral.unrouted.length > 0) return [];
  const left = referral.recipients.filter((each) => !finished.includes(each) && mayStillSucceed(each, referral));
  if (left.length === 0) return [{ type: 'held', cause: 'no-recipient-left' }];
  const last = lastOfUnresponsive(left);
  return last ? [{ type: 'replacement-awaits-supervisor', recipientId: last.id }] : [];
}

/** The last of the recipients, if none of them acknowledged in time and each was replaced. */
function lastOfUnresponsive(recipients: readonly Recipient[]): Recipient | undefined {
  const isReplaced = ({ status, replacement }: Recipient) => status === 'unresponsive' && replacement.state === 'done';
  return recipients.every(isReplaced) ? recipients.at(-1) : undefined;
}

/** Why the referral has no recipient. */
export function heldCause({ recipients }: Referral): HeldCause {
  return recipients.length === 0 ? 'no-recipient-found' : 'no-recipient-left';
}

/** A recipient in these statuses works on the referral or has finished, so it is not replaced. */
const WORKING_STATUSES: readonly Recipient['status'][] = ['acknowledged', 'accepted', 'outcome-reported'];

function recipientToReplace({ recipients }: Referral, recipientId: string): Recipient {
  const recipient = recipients.find(({ id }) => id === recipientId);
  if (recipient) return recipient;
  throw new ReferralError('UNKNOWN_RECIPIENT', 'This referral has no such recipient to replace.', 'replaces');
}

function isReplacementDue({ replacement }: Recipient, now: Instant): boolean {
  return replacement.state === 'due' && replacement.at <= now;
}

/** After triage, routing is due once, even if triage named no country. */
function isRouteDue(countries: readonly Country[], { status, unrouted }: Referral): boolean {
  const isSame = countries.length === unrouted.length && countries.every((country) => unrouted.includes(country));
  return isSame && (status === 'triaged' || unrouted.length > 0);
}

/** The contact points that triage selected, then those that routing found; without current recipients. */
function choicesToOpen(referral: Referral, found: readonly Choice[]): Choice[] {
  const { status, triage } = referral;
  const wanted = status === 'triaged' && triage.state === 'decided' ? triage.decision.wanted : [];
  const choices = [...wanted, ...found].filter((choice) => !isCurrentRecipient(referral, choice));
  return [...new Map(choices.map((choice) => [choice.contactPointId, choice])).values()];
}

/** The change of status after routing; empty if the status does not change. */
function statusAfterRouting(referral: Referral, isOpened: boolean, parent?: Recipient): ReferralEvent[] {
  // The recipient that is being replaced counts only if it can still answer.
  const isPossible = referral.recipients.some((each) =>
    mayStillSucceed(each === parent ? { ...each, replacement: { state: 'done' } } : each, referral),
  );
  if (isOpened || isPossible) return referral.status === 'referred' ? [] : [{ type: 'referred' }];
  return referral.status === 'held' ? [] : [{ type: 'held', cause: heldCause(referral) }];
}
