/** Plans edits of webhooks: only administrators of the agency make them, and another administrator confirms each. */

import { ReferralError } from '../errors.ts';
import { isWebhookUrl, MAX_WEBHOOKS, WEBHOOK_KINDS } from '../webhooks.ts';
import type { EditFacts, EditOf, EntryFields, WebhookDetails } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import { changedMeanwhile, type Editor } from './editor.ts';

/**
 * Plans the edit.
 *
 * @throws ReferralError UNKNOWN_AGENCY unless the editor administers that agency; INVALID_INPUT with the field;
 * CHANGED_MEANWHILE if the webhook to remove does not exist any more.
 */
export function planWebhookEdit(
  { webhooks = [] }: EditFacts,
  { person }: Editor,
  edit: EditOf<'add-webhook'> | EditOf<'remove-webhook'>,
): EditPlan {
  const { id, agencyId } = edit.webhook;
  if (!person.roles.includes('administrator') || person.agencyId !== agencyId) {
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
  }
  const plan = { part: 'webhook', id, agencies: [agencyId], agreement: 'second-administrator' } as const;
  if (edit.type === 'remove-webhook') {
    const known = webhooks.find((each) => each.id === id);
    if (known === undefined) throw changedMeanwhile();
    return { ...plan, change: 'removed', before: fieldsOf(known), after: {} };
  }
  const { url, kinds } = edit.webhook;
  if (!isWebhookUrl(url)) throw new ReferralError('INVALID_INPUT', 'must be a public https address', 'url');
  if (kinds.length === 0 || kinds.some((kind) => !WEBHOOK_KINDS.includes(kind))) {
    throw new ReferralError('INVALID_INPUT', 'must be one or more of the events that webhooks report', 'events');
  }
  if (webhooks.length >= MAX_WEBHOOKS) {
    throw new ReferralError('INVALID_INPUT', `the agency has ${MAX_WEBHOOKS} webhooks already`, 'url');
  }
  return { ...plan, change: 'added', before: {}, after: fieldsOf(edit.webhook) };
}

function fieldsOf({ url, kinds }: WebhookDetails): EntryFields {
  return { url, events: [...kinds] };
}
