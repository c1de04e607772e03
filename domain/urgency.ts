/** What an urgency requires. */

import type { Urgency } from './vocabulary.ts';

/** Whether a contact point must be reached now, also while its desk is closed. */
export function isUrgentOrHigher(urgency: Urgency): boolean {
  return urgency === 'emergency' || urgency === 'urgent';
}
