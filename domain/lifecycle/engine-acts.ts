/** The lifecycle of a referral: the acts of the engine about clocks and letters. */

import { notErased, notFinal, open, type Row } from './row.ts';

/** The rows of acts that follow from time and from the results of letters. */
export const ENGINE_ACTS: readonly Row[] = [
  { act: 'warn-clock', who: ['engine'], from: open, events: ['clock-warned'], effect: 'reminder or escalation' },
  {
    act: 'expire-clock',
    who: ['engine'],
    from: open,
    events: [
      'clock-expired',
      'triaged',
      'question-expired',
      'translation-expired',
      'preservation-ended',
      'intake-resumed',
      'went-unresponsive',
      'replacement-due',
      'replacement-awaits-supervisor',
      'onward-consented',
      'onward-lapsed',
      'referred-onward',
      'recipient-opened',
      'closed',
    ],
    effect: 'the action that the policy of the clock names',
  },
  {
    act: 'resume-clock',
    who: ['engine'],
    from: open,
    events: ['clock-resumed'],
    effect: 'the pauses of the clock have reached their longest time',
  },
  {
    act: 'release-recipient',
    who: ['engine'],
    from: open,
    recipient: notFinal,
    events: ['recalled', 'replacement-due', 'replacement-awaits-supervisor', 'held'],
    effect: 'its agency or contact point was disabled: the next contact point gets the referral',
  },
  {
    act: 'set-sender-status',
    who: ['engine'],
    from: open,
    events: ['sender-disabled', 'sender-enabled'],
    effect: 'the sending agency was disabled: the coordinating agency acts in its place until it is enabled',
  },
  {
    act: 'settle-letters',
    who: ['engine'],
    from: [...notErased, 'erased'],
    events: ['letters-settled', 'delivered', 'delivery-failed'],
    effect: 'letters sent or given up; recipients delivered or not',
  },
];
