/** The fold of retention: reviews, legal holds, orders to erase, and confirmations. */

import type { EventOf, JournalEntry } from '../events.ts';
import type { Recipient, Referral } from '../referral.ts';
import type { RetentionEvent } from '../retention.ts';
import { withItemChanged } from './list-items.ts';

/** The referral after an event of retention. */
export function afterRetentionEvent(referral: Referral, entry: JournalEntry, event: RetentionEvent): Referral {
  const { at, by } = entry;
  switch (event.type) {
    case 'erasure-ordered':
      return { ...referral, erasureOrder: { at, by } };
    case 'retention-review-asked':
      return { ...referral, retention: { ...referral.retention, review: { askedAt: at, dueAt: event.dueAt } } };
    case 'retained':
      return { ...withoutOrder(referral), retention: { until: event.until } };
    case 'legal-hold-placed':
      return { ...referral, legalHold: { at, by } };
    case 'legal-hold-lifted':
      return withoutLegalHold(referral);
    case 'erased':
      return withoutOrder((event.toConfirm ?? []).reduce((asked, id) => withErasure(asked, id, 'asked'), referral));
    case 'erasure-confirmed':
      return withErasure(referral, event.recipientId, 'confirmed');
  }
}

/**
 * A review ends when its clock is due. Reviews of earlier versions have no clock, and end at the date with which they
 * started.
 */
export function withReviewDue(referral: Referral, { name, dueAt }: EventOf<'clock-started'>): Referral {
  const { retention } = referral;
  if (name !== 'retention-review' || retention?.review === undefined) return referral;
  return { ...referral, retention: { ...retention, review: { ...retention.review, dueAt } } };
}

/** The next round. What was decided about retention belongs to one closure: a reopened referral has none of it. */
export function afterReopening(referral: Referral): Referral {
  const { retention: _, ...rest } = withoutOrder(referral);
  return { ...rest, round: rest.round + 1, ending: { state: 'none' }, triage: { state: 'open' }, unrouted: [] };
}

function withErasure(referral: Referral, recipientId: string, erasure: NonNullable<Recipient['erasure']>): Referral {
  return { ...referral, recipients: withItemChanged(referral.recipients, recipientId, { erasure }) };
}

function withoutOrder({ erasureOrder: _, ...rest }: Referral): Referral {
  return rest;
}

function withoutLegalHold({ legalHold: _, ...rest }: Referral): Referral {
  return rest;
}
