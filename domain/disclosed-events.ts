/** Events that only one agency sees. */

import type { EventType } from './events.ts';

/** What an agency records for itself: not even the coordinator sees that it did. */
export const OF_ONE_AGENCY: readonly EventType[] = ['own-reference-set', 'note-added'];
