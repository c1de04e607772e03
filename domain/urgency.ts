/** What an urgency requires. */

import type { Urgency } from './vocabulary.ts';

/** Whether somebody must be reached now, also while a desk is closed. */
export function isUrgentOrHigher(urgency: Urgency): boolean {
  return urgency === 'emergency' || urgency === 'urgent';
}
