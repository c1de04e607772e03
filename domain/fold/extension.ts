/** The extension of a deadline: a recipient that waits for a judicial authorisation is marked, since statistics count it apart. */

import type { EventOf } from '../events.ts';
import type { Referral } from '../referral.ts';
import { withItemChanged } from './list-items.ts';

/** The referral after a recipient has extended a deadline. The clock itself is moved by `clock-extended`. */
export function withExtension(referral: Referral, event: EventOf<'extension-granted'>): Referral {
  if (event.reason !== 'judicial-authorisation') return referral;
  const recipients = withItemChanged(referral.recipients, event.recipientId, { judicialAuthorisation: true });
  return { ...referral, recipients };
}
