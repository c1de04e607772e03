/** The lifecycle of a referral: the acts about retention, legal holds and erasure. */

import { coordinatorGuardian, coordinatorSupervisor, notErased, type Row, sender } from './row.ts';

/** The rows of acts on a referral that is closed, or that must not be erased. */
export const RETENTION_ACTS: readonly Row[] = [
  {
    act: 'order-erasure',
    who: [sender],
    from: ['closed'],
    events: ['erasure-ordered'],
    effect: 'waits for a supervisor of the coordinator, who erases or retains',
  },
  {
    act: 'ask-retention-review',
    who: ['engine'],
    from: ['closed'],
    events: ['retention-review-asked'],
    effect: 'a supervisor is asked whether the referral is kept; without a decision it is erased',
  },
  {
    act: 'retain',
    who: [coordinatorSupervisor],
    from: ['closed'],
    events: ['retained'],
    effect: 'kept until the next review',
  },
  {
    act: 'place-legal-hold',
    who: [coordinatorGuardian],
    from: notErased,
    events: ['legal-hold-placed'],
    effect: 'nothing of the referral is erased while the hold stands',
  },
  {
    act: 'lift-legal-hold',
    who: [coordinatorGuardian],
    from: notErased,
    events: ['legal-hold-lifted'],
    effect: 'the referral can be erased again',
  },
  {
    act: 'erase',
    who: [coordinatorSupervisor, 'engine'],
    from: ['closed'],
    events: ['clock-expired', 'erased'],
    effect: 'key, texts and digests are destroyed; recipients are asked to confirm, unless retention has ended',
  },
];
