/** The id of the particulars that hold the free text of an event. */

import type { ReferralEvent } from './events.ts';
import type { TextId } from './vocabulary.ts';

/** The id of the encrypted text that belongs to an event. */
export function textIdOf(event: ReferralEvent): TextId | undefined {
  if ('particulars' in event) return event.particulars;
  if (event.type === 'triaged') return event.decision.text;
  return 'text' in event ? event.text : undefined;
}
