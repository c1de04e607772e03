/** The commands of questions, translations and oral requests. */

import type { ActRequest } from '../contract/acts.ts';
import { type ActCommand, recipient } from './act-command.ts';
import { openQuestion, openTranslation, possibleRecipient } from './fill-in.ts';
import { oneOfFlag, optionalFlag, optionalText, repeatable, required, requiredText } from './flag.ts';

type ClarificationAct = Extract<
  ActRequest['type'],
  | 'ask-information'
  | 'answer-information'
  | 'ask-translation'
  | 'deliver-translation'
  | 'record-oral-request'
  | 'confirm-oral-request'
>;

/** The command of each act about a clarification. */
export const CLARIFICATION_COMMANDS: Readonly<Record<ClarificationAct, ActCommand>> = {
  'ask-information': {
    flags: [
      recipient,
      requiredText('the question to the sender'),
      optionalFlag('language', '--answer-language <code>', 'in which the answer is needed, for example fi'),
    ],
    fillIn: possibleRecipient,
    example: '--text "Which time zone are the log entries in?" --as lotta.birch',
  },
  'answer-information': {
    flags: [
      optionalFlag('questionId', '--question <q>', 'for example q1 (default: the only open one)'),
      optionalFlag(
        'language',
        '--language <code>',
        'of the answer; if another one is needed, you must translate it later',
      ),
      requiredText('the answer'),
    ],
    fillIn: openQuestion,
    example: '--text "They are in UTC." --as quinn.quartz',
  },
  'ask-translation': {
    flags: [
      optionalFlag('recipientId', '--recipient <r>', 'the recipient that asks; or that is asked, with --of recipient'),
      oneOfFlag('of', ['sender', 'coordinator', 'recipient'], 'who must translate'),
      repeatable('languages', '--language <code>', 'required, for example fi; one of them is enough'),
      optionalText('what is to be translated'),
    ],
    example: '--recipient r1 --of sender --language fi --as lotta.birch',
  },
  'deliver-translation': {
    flags: [
      optionalFlag('translationId', '--translation <t>', 'for example t1 (default: the only open one)'),
      required('language', '--language <code>', 'the language of the translation'),
      requiredText('the translation'),
    ],
    fillIn: openTranslation,
    example: '--language fi --text "Tili on kaksi." --as quinn.quartz',
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
