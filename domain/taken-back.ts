/** Events of acts that their author may take back, and of acts that were taken back. */

import type { Instant } from './vocabulary.ts';

/** Until then, the author may take the act back. Absent if it cannot be taken back, and in journals of earlier versions. */
export interface Reversible {
  takeBackUntil?: Instant;
}

/** The referral is again as it was before the act. */
export type TakenBackEvent =
  | { type: 'assignment-taken-back'; agencyId: string }
  | { type: 'triage-taken-back' }
  | { type: 'closure-proposal-taken-back' }
  | { type: 'duplicate-taken-back' };
