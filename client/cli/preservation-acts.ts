/** The commands of preserved data. */

import type { ActRequest } from '../contract/acts.ts';
import { type ActCommand, recipient } from './act-command.ts';
import { requiredRecipient } from './fill-in.ts';
import { requiredText } from './flag.ts';

type PreservationAct = Extract<ActRequest['type'], 'report-preservation' | 'confirm-production'>;

/** The command of each act about preserved data. */
export const PRESERVATION_COMMANDS: Readonly<Record<PreservationAct, ActCommand>> = {
  'report-preservation': {
    flags: [recipient, requiredText('which data is preserved, and where')],
    fillIn: requiredRecipient,
    example: '--text "Account 4711, at the provider." --as lotta.birch',
  },
  'confirm-production': {
    flags: [recipient, requiredText('date and number of the production request')],
    fillIn: requiredRecipient,
    example: '--text "Order 12/2026 of 1 December." --as quinn.quartz',
  },
};
