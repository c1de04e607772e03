/** The options of acts that end a referral, link it, or decide how long it is kept. */

import { GIVEN_LINK_KINDS } from '../../domain/vocabulary.ts';
import type { ActRequest } from '../contract/acts.ts';
import type { ActCommand } from './act-command.ts';
import { oneOfFlag, optionalText, required, requiredText } from './flag.ts';

/** The commands of these acts. */
export const CLOSURE_COMMANDS = {
  withdraw: {
    flags: [requiredText('why')],
    example: '--text "The report was a mistake." --as quinn.quartz',
    warning: 'All recipients lose access to the referral.',
  },
  'propose-closure': {
    flags: [
      optionalText(
        'for the supervisor who approves; required if a country has no recipient. Without an outcome, the ground is no-recipient',
      ),
    ],
    example: '--as noor.rowan',
  },
  'approve-closure': { flags: [], example: '--as ines.rowan', warning: 'The referral is closed for everyone.' },
  'return-closure': {
    flags: [requiredText('what is missing')],
    example: '--text "The second outcome is not in yet." --as ines.rowan',
  },
  reopen: { flags: [requiredText('why')], example: '--text "New material was found." --as ines.rowan' },
  link: {
    flags: [
      required('other', '--with <reference>', 'the other referral'),
      oneOfFlag('kind', GIVEN_LINK_KINDS, 'how they relate'),
    ],
    example: '--with XR-2026-000101 --kind same-series --as noor.rowan',
  },
  'order-erasure': {
    flags: [requiredText('why')],
    example: '--text "The suspect was identified by mistake." --as quinn.quartz',
    warning: 'If a supervisor follows the order, nobody can read the particulars again.',
  },
  retain: {
    flags: [
      required('until', '--until <instant>', 'the next review, for example 2029-12-01T12:00:00+02:00'),
      requiredText('why the referral is still needed'),
    ],
    example: '--until 2029-12-01T12:00:00+02:00 --text "A trial is pending." --as ines.rowan',
  },
  'place-legal-hold': { flags: [requiredText('why')], example: '--text "A court asked for it." --as ines.rowan' },
  'lift-legal-hold': { flags: [requiredText('why')], example: '--text "The trial has ended." --as ines.rowan' },
  erase: {
    flags: [],
    example: '--as ines.rowan',
    warning: 'The key of its particulars is destroyed. They cannot be read again.',
  },
} satisfies Partial<Record<ActRequest['type'], ActCommand>>;
