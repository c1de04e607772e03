/** The lifecycle of acts that their authors take back. The author had to have the same role for the act. */

import { anyParty, coordinator, coordinatorSupervisor, open, type Row, routing } from './row.ts';

/** The rows of `take-back`. */
export const TAKE_BACK: readonly Row[] = [
  {
    act: 'take-back',
    who: anyParty,
    from: open,
    events: ['assignment-taken-back', 'triage-taken-back', 'recalled', 'closure-proposal-taken-back'],
    effect: 'by the author within five minutes, if nobody has acted since: the referral is as it was before the act',
  },
  {
    act: 'take-back',
    who: [coordinatorSupervisor],
    from: routing,
    events: ['triage-taken-back', 'recalled'],
    effect: 'triage is open again; recipients that have not acknowledged are recalled',
  },
  {
    act: 'take-back',
    who: [coordinator],
    from: ['closed'],
    events: ['duplicate-taken-back'],
    effect: 'no longer a duplicate: the referral is open again, and has its own case numbers',
  },
];
