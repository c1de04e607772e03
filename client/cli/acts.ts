/** Every act as it is typed: its options and an example. Who may do it, from where, is the lifecycle table's to say. */

import {
  CAPABILITIES,
  DECLINE_GROUNDS,
  GIVEN_LINK_KINDS,
  NOT_ACTIONABLE_REASONS,
  OUTCOMES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../domain/vocabulary.ts';
import type { ActRequest } from '../contract/acts.ts';
import {
  acceptingProposal,
  additionOf,
  type CommandContext,
  type Given,
  openQuestion,
  possibleRecipient,
  theRecipient,
} from './fill-in.ts';
import { type Flag, flag, integer, jsonFile, note, oneOf, optional, reason, repeatable, required } from './flag.ts';

export interface TypedAct {
  flags: readonly Flag[];
  /** What follows `liaise`, the act and the reference. */
  example: string;
  /** Fields of the request from what was given and from the referral as it stands. */
  fillIn?: (given: Given, standing: CommandContext) => Given;
  /** Cannot be undone: what is said before the person is asked to confirm. */
  warning?: string;
}

const recipient = optional('recipientId', '--recipient <r>', 'which recipient, for example r1; else the only possible');
const ofRecipient = { flags: [recipient], fillIn: theRecipient };

export const ACTS: Readonly<Record<ActRequest['type'], TypedAct>> = {
  supplement: {
    flags: [
      note('what is to be added, in words'),
      jsonFile('file', 'JSON with indicators, materials and more, as "liaise schema acts" says'),
    ],
    fillIn: additionOf,
    example: '--text "A second account was found." --as quinn.quartz',
  },
  take: { flags: [], example: '--as noor.rowan' },
  assign: {
    flags: [required('personId', '--to <person>', 'a colleague at the same agency')],
    example: '--to emil.rowan --as noor.rowan',
  },
  'ask-information': {
    flags: [recipient, reason('the question to the sender')],
    fillIn: possibleRecipient,
    example: '--text "Which time zone are the log entries in?" --as lotta.birch',
  },
  'answer-information': {
    flags: [optional('questionId', '--question <q>', 'for example q1; else the only open one'), reason('the answer')],
    fillIn: openQuestion,
    example: '--text "They are in UTC." --as quinn.quartz',
  },
  'reject-at-intake': {
    flags: [oneOf('ground', NOT_ACTIONABLE_REASONS, 'why nothing can be done'), note('for the sender')],
    example: '--ground no-identifier --as noor.rowan',
  },
  'mark-duplicate': {
    flags: [required('other', '--of <reference>', 'the referral that it duplicates')],
    example: '--of XR-2026-000101 --as noor.rowan',
  },
  'file-informational': { flags: [note('for the file')], example: '--as noor.rowan' },
  'complete-triage': {
    flags: [
      flag('acceptProposal', '--accept-proposal', "what is not given is as the rules' proposal has it", true),
      oneOf('urgency', URGENCIES, 'how urgent it is'),
      repeatable('urgencyGrounds', '--urgency-ground <word>', `why: ${URGENCY_GROUNDS.join(', ')}`),
      repeatable('countries', '--country <code>', 'where it goes, for example FI'),
      oneOf('capability', CAPABILITIES, 'what is needed there'),
      repeatable('contactPoints', '--contact-point <id>', 'who is to receive it, before any that the rules would take'),
      note('why'),
    ],
    fillIn: acceptingProposal,
    example: '--urgency urgent --country FI --capability investigation --as noor.rowan',
  },
  'reopen-triage': { flags: [note('why')], example: '--as noor.rowan' },
  'assign-recipient': {
    flags: [
      required('contactPoint', '--to <contact-point>', 'as "liaise directory" shows it'),
      optional('replaces', '--replaces <r>', 'the recipient whose place it takes'),
      reason('why this one'),
    ],
    example: '--to fi-birch-spoc --replaces r1 --text "On duty tonight." --as ines.rowan',
  },
  'add-country': {
    flags: [required('country', '--country <code>', 'for example SE'), reason('why there as well')],
    example: '--country SE --text "A second victim lives there." --as ines.rowan',
  },
  acknowledge: { ...ofRecipient, example: '--as lotta.birch' },
  accept: { ...ofRecipient, example: '--as lotta.birch' },
  decline: {
    flags: [recipient, oneOf('ground', DECLINE_GROUNDS, 'why it is not theirs'), note('for the sender')],
    fillIn: theRecipient,
    example: '--ground no-jurisdiction --text "The account is used from Sweden." --as lotta.birch',
  },
  extend: {
    flags: [
      recipient,
      oneOf('clock', ['decide', 'outcome'], 'which clock'),
      integer('amount', '--amount <n>', "by how much, in the clock's own unit"),
      optional('estimateAt', '--estimate <instant>', 'when it will be done, as 2026-12-01T12:00:00+02:00'),
      note('why it takes longer'),
    ],
    fillIn: theRecipient,
    example: '--clock decide --amount 2 --text "Waiting for the provider." --as lotta.birch',
  },
  'refer-onward': {
    flags: [
      recipient,
      required('contactPoint', '--to <contact-point>', 'as "liaise directory" shows it'),
      reason('why there'),
    ],
    fillIn: theRecipient,
    example: '--to se-juniper-ncp --text "The suspect lives in Sweden." --as lotta.birch',
  },
  'consent-onward': { ...ofRecipient, example: '--as quinn.quartz' },
  'refuse-onward': {
    flags: [recipient, reason('why it stays')],
    fillIn: theRecipient,
    example: '--text "The source may not be disclosed." --as quinn.quartz',
  },
  'report-outcome': {
    flags: [
      recipient,
      oneOf('outcome', OUTCOMES, 'what became of it'),
      flag('final', '--interim', 'more is to come; else it is final', false),
      oneOf('because', NOT_ACTIONABLE_REASONS, 'with not-actionable: why'),
      note('for the sender'),
    ],
    fillIn: theRecipient,
    example: '--outcome victim-safeguarded --as lotta.birch',
  },
  recall: {
    flags: [recipient, reason('why')],
    fillIn: theRecipient,
    example: '--recipient r1 --text "Sent in error." --as quinn.quartz',
    warning: 'The recipient loses the referral and is asked to erase what it has.',
  },
  'confirm-recall': { ...ofRecipient, example: '--as lotta.birch' },
  withdraw: {
    flags: [reason('why')],
    example: '--text "The report was a mistake." --as quinn.quartz',
    warning: 'Everyone who has the referral loses it.',
  },
  'propose-closure': { flags: [note('for whoever approves')], example: '--as noor.rowan' },
  'approve-closure': { flags: [], example: '--as ines.rowan', warning: 'The referral is closed for everyone.' },
  'return-closure': {
    flags: [reason('what is missing')],
    example: '--text "The second outcome is not in yet." --as ines.rowan',
  },
  reopen: { flags: [reason('why')], example: '--text "New material was found." --as ines.rowan' },
  link: {
    flags: [
      required('other', '--with <reference>', 'the other referral'),
      oneOf('kind', GIVEN_LINK_KINDS, 'how they relate'),
    ],
    example: '--with XR-2026-000101 --kind same-series --as noor.rowan',
  },
  erase: {
    flags: [],
    example: '--as ines.rowan',
    warning: 'The key of its particulars is destroyed: nobody can ever read them again.',
  },
};
