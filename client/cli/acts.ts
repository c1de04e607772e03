/** The options of every act and an example. The lifecycle table says who may perform it and when. */

import { REVERSIBLE_ACTS } from '../../domain/acts.ts';
import { EXTENSIBLE_CLOCKS } from '../../domain/clocks/clock-names.ts';
import {
  CAPABILITIES,
  DECLINE_GROUNDS,
  EXTENSION_REASONS,
  NOT_ACTIONABLE_REASONS,
  OUTCOMES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../domain/vocabulary.ts';
import type { ActRequest } from '../contract/acts.ts';
import { HASH_LIST_COLUMNS } from '../contract/hash-list.ts';
import { type ActCommand, ofRecipient, recipient } from './act-command.ts';
import { CLARIFICATION_COMMANDS } from './clarification-acts.ts';
import { CLOSURE_COMMANDS } from './closure-acts.ts';
import { proposedTriage, requiredRecipient, supplementAddition } from './fill-in.ts';
import {
  additionFiles,
  flag,
  hashList,
  integer,
  oneOfFlag,
  optionalFlag,
  optionalOneOf,
  optionalText,
  repeatable,
  required,
  requiredText,
} from './flag.ts';
import { PRESERVATION_COMMANDS } from './preservation-acts.ts';

const ownReference = optionalFlag(
  'ownReference',
  '--own-reference <number>',
  "your agency's own number of the case; no other agency sees it",
);

/** The command of each act. */
export const ACT_COMMANDS: Readonly<Record<ActRequest['type'], ActCommand>> = {
  supplement: {
    flags: [
      optionalText('the addition as text; required unless --file has "summary", or is XML'),
      additionFiles('JSON as in "liaise schema acts", or a CyberTipline report and the details of its files (XML)'),
      hashList(`hash values as CSV; the first line names the columns: ${HASH_LIST_COLUMNS.join(',')}`),
      flag('skipInvalid', '--skip-invalid', 'leave out the faulty lines of --hashes, and print them', true),
    ],
    fillIn: supplementAddition,
    example: '--text "A second account was found." --as quinn.quartz',
  },
  take: { flags: [], example: '--as noor.rowan' },
  assign: {
    flags: [required('personId', '--to <person>', 'a colleague at the same agency')],
    example: '--to emil.rowan --as noor.rowan',
  },
  'set-own-reference': {
    flags: [
      required('ownReference', '--number <number>', "your agency's own number of the case; no other agency sees it"),
    ],
    example: '--number FI-2026-4711 --as lotta.birch',
  },
  'add-note': {
    flags: [requiredText('the note; no other agency sees it')],
    example: '--text "The provider answers on Monday." --as lotta.birch',
  },
  'take-back': {
    flags: [oneOfFlag('act', REVERSIBLE_ACTS, 'your last act on the referral, at most five minutes ago')],
    example: '--act complete-triage --as noor.rowan',
  },
  ...CLARIFICATION_COMMANDS,
  'reject-at-intake': {
    flags: [oneOfFlag('ground', NOT_ACTIONABLE_REASONS, 'why nothing can be done'), optionalText('for the sender')],
    example: '--ground no-identifier --as noor.rowan',
  },
  'mark-duplicate': {
    flags: [required('other', '--of <reference>', 'the referral that it duplicates')],
    example: '--of XR-2026-000101 --as noor.rowan',
  },
  'file-informational': { flags: [optionalText('for the file')], example: '--as noor.rowan' },
  'complete-triage': {
    flags: [
      flag(
        'acceptProposal',
        '--accept-proposal',
        'use the proposal of the rules for every option that is not given',
        true,
      ),
      optionalOneOf('urgency', URGENCIES, 'how urgent it is; required without --accept-proposal'),
      repeatable('urgencyGrounds', '--urgency-ground <value>', `why: ${URGENCY_GROUNDS.join(', ')}`),
      repeatable(
        'countries',
        '--country <code>',
        'where it goes, for example FI; required without --accept-proposal and --contact-point',
      ),
      optionalOneOf('capability', CAPABILITIES, 'what is needed there; required without --accept-proposal'),
      repeatable(
        'contactPoints',
        '--contact-point <id>',
        'a contact point that receives it before those that the rules choose',
      ),
      optionalText('why'),
    ],
    fillIn: proposedTriage,
    example: '--urgency urgent --country FI --capability investigation --as noor.rowan',
  },
  'reopen-triage': { flags: [optionalText('why')], example: '--as noor.rowan' },
  'assign-recipient': {
    flags: [
      required('contactPoint', '--to <contact-point>', 'id of a contact point, as in "liaise directory"'),
      optionalFlag('replaces', '--replaces <r>', 'the recipient that it replaces'),
      requiredText('why this one'),
    ],
    example: '--to fi-birch-spoc --replaces r1 --text "On duty tonight." --as ines.rowan',
  },
  'add-country': {
    flags: [required('country', '--country <code>', 'for example SE'), requiredText('why there as well')],
    example: '--country SE --text "A second victim lives there." --as ines.rowan',
  },
  'raise-hash-limit': {
    flags: [integer('max', '--max <number>', 'hash values in total, up to 5000'), requiredText('why they are needed')],
    example: '--max 2000 --text "The list has all files of the account." --as ines.rowan',
  },
  'set-lead': { ...ofRecipient, example: '--recipient r1 --as noor.rowan' },
  acknowledge: { ...ofRecipient, example: '--as lotta.birch' },
  accept: {
    flags: [recipient, ownReference],
    fillIn: requiredRecipient,
    example: '--own-reference FI-2026-4711 --as lotta.birch',
  },
  decline: {
    flags: [
      recipient,
      oneOfFlag('ground', DECLINE_GROUNDS, 'why the recipient declines'),
      optionalText('for the sender; required with --ground other'),
    ],
    fillIn: requiredRecipient,
    example: '--ground no-jurisdiction --text "The account is used from Sweden." --as lotta.birch',
  },
  extend: {
    flags: [
      recipient,
      oneOfFlag('clock', EXTENSIBLE_CLOCKS, 'which clock'),
      integer('amount', '--amount <n>', 'by how much, in the unit of the clock'),
      optionalOneOf('reason', EXTENSION_REASONS, 'why it takes longer; some deadlines accept only some reasons'),
      optionalFlag('estimateAt', '--estimate <instant>', 'when it will be done, for example 2026-12-01T12:00:00+02:00'),
      optionalText('why it takes longer; required if the policy of the clock says so'),
    ],
    fillIn: requiredRecipient,
    example: '--clock decide --amount 2 --text "Waiting for the provider." --as lotta.birch',
  },
  ...PRESERVATION_COMMANDS,
  'refer-onward': {
    flags: [
      recipient,
      required('contactPoint', '--to <contact-point>', 'id of a contact point, as in "liaise directory"'),
      requiredText('why there'),
    ],
    fillIn: requiredRecipient,
    example: '--to se-juniper-ncp --text "The suspect lives in Sweden." --as lotta.birch',
  },
  'consent-onward': { ...ofRecipient, example: '--as quinn.quartz' },
  'refuse-onward': {
    flags: [recipient, requiredText('why consent is refused')],
    fillIn: requiredRecipient,
    example: '--text "The source may not be disclosed." --as quinn.quartz',
  },
  'report-outcome': {
    flags: [
      recipient,
      oneOfFlag('outcome', OUTCOMES, 'the result'),
      flag('final', '--interim', 'a later outcome will follow (default: the outcome is final)', false),
      optionalOneOf('because', NOT_ACTIONABLE_REASONS, 'why; required with --outcome not-actionable'),
      optionalText('for the sender'),
      ownReference,
    ],
    fillIn: requiredRecipient,
    example: '--outcome victim-safeguarded --as lotta.birch',
  },
  'correct-outcome': {
    flags: [
      recipient,
      oneOfFlag('outcome', OUTCOMES, 'the correct result'),
      optionalOneOf('because', NOT_ACTIONABLE_REASONS, 'why; required with --outcome not-actionable'),
      requiredText('why it is corrected'),
    ],
    fillIn: requiredRecipient,
    example: '--outcome arrest --text "The first report named another case." --as lotta.birch',
  },
  recall: {
    flags: [recipient, requiredText('why')],
    fillIn: requiredRecipient,
    example: '--recipient r1 --text "Sent in error." --as quinn.quartz',
    warning: 'The recipient loses access to the referral and is asked to erase its copies.',
  },
  'confirm-recall': { ...ofRecipient, example: '--as lotta.birch' },
  'confirm-erasure': { ...ofRecipient, example: '--as lotta.birch' },
  ...CLOSURE_COMMANDS,
};
