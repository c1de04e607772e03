/** The commands of questions and of oral requests. */

import type { ActRequest } from '../contract/acts.ts';
import { type ActCommand, recipient } from './act-command.ts';
import { openQuestion, possibleRecipient } from './fill-in.ts';
import { optionalFlag, required, requiredText } from './flag.ts';

type ClarificationAct = Extract<
  ActRequest['type'],
  'ask-information' | 'answer-information' | 'record-oral-request' | 'confirm-oral-request'
>;

/** The command of each act about a clarification. */
export const CLARIFICATION_COMMANDS: Readonly<Record<ClarificationAct, ActCommand>> = {
  'ask-information': {
    flags: [recipient, requiredText('the question to the sender')],
    fillIn: possibleRecipient,
    example: '--text "Which time zone are the log entries in?" --as lotta.birch',
  },
  'answer-information': {
    flags: [
      optionalFlag('questionId', '--question <q>', 'for example q1 (default: the only open one)'),
      requiredText('the answer'),
    ],
    fillIn: openQuestion,
    example: '--text "They are in UTC." --as quinn.quartz',
  },
  'record-oral-request': {
    flags: [
      required('requestedBy', '--requested-by <text>', 'who asked: name, function and agency'),
      required('requestedOf', '--requested-of <text>', 'who was asked: name, function and agency'),
      required('requestedAt', '--requested-at <instant>', 'when, for example 2026-12-01T03:20:00+02:00'),
      requiredText('what was asked for'),
    ],
    example:
      '--requested-by "Q. Quartz, duty officer" --requested-of "N. Rowan, desk" --requested-at 2026-12-01T03:20:00+02:00 --text "Preserve the account now." --as noor.rowan',
  },
  'confirm-oral-request': {
    flags: [requiredText('the request in writing')],
    example: '--text "Please preserve the account, as requested by telephone." --as quinn.quartz',
  },
};
