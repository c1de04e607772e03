/** The codes with which the rules can refuse each act: those of the lifecycle table, and those of its decision. */

import type { ActType } from '../acts.ts';
import type { ErrorCode } from '../errors.ts';
import { LIFECYCLE } from '../lifecycle.ts';
import type { Row } from './row.ts';

/** The code for an agency that lacks the relation which a row of the table requires. */
export const RELATION_CODES = {
  sender: 'NOT_SENDER',
  coordinator: 'NOT_COORDINATOR',
  recipient: 'NOT_RECIPIENT',
  none: 'ROLE_REQUIRED',
} as const satisfies Record<string, ErrorCode>;

/** The codes of decisions, beside those of the table. */
const DECISION_CODES: Partial<Record<ActType, readonly ErrorCode[]>> = {
  submit: ['ALREADY_SUBMITTED'],
  'take-back': ['ACTED_SINCE', 'NOT_AUTHOR', 'TAKE_BACK_EXPIRED'],
  'ask-information': ['QUESTION_OPEN', 'QUESTION_CAP'],
  'answer-information': ['UNKNOWN_QUESTION', 'QUESTION_CLOSED'],
  'ask-translation': ['TRANSLATION_OPEN', 'TRANSLATION_CAP', 'UNKNOWN_RECIPIENT', 'INVALID_INPUT'],
  'deliver-translation': [
    ...(['UNKNOWN_TRANSLATION', 'TRANSLATION_CLOSED', 'INVALID_INPUT'] as const),
    ...(['NOT_SENDER', 'NOT_COORDINATOR', 'NOT_RECIPIENT'] as const),
  ],
  'record-oral-request': ['NOT_EMERGENCY', 'INVALID_INPUT'],
  'confirm-oral-request': ['ORAL_REQUEST_NOT_OPEN'],
  'mark-duplicate': ['DUPLICATE_OF_ITSELF'],
  'complete-triage': ['NO_COUNTRY', 'SUPERVISOR_REQUIRED', 'ONWARD_LOOP'],
  'reopen-triage': ['NOTHING_SUPPLEMENTED'],
  'assign-recipient': ['ONWARD_LOOP', 'RECIPIENT_WRONG_STATUS', 'ALREADY_RECIPIENT', 'UNKNOWN_RECIPIENT'],
  'set-lead': ['INVALID_INPUT'],
  decline: ['TEXT_REQUIRED'],
  extend: ['UNKNOWN_CLOCK', 'EXTENSION_EXHAUSTED', 'EXTENSION_REASON', 'INVALID_INPUT', 'TEXT_REQUIRED'],
  'report-preservation': ['PRESERVATION_REPORTED'],
  'confirm-production': ['PRESERVATION_NOT_OPEN'],
  'refer-onward': ['CONSENT_PENDING', 'ONWARD_LOOP', 'ALREADY_RECIPIENT'],
  'consent-onward': ['CONSENT_NOT_ASKED', 'ONWARD_LOOP', 'ALREADY_RECIPIENT'],
  'refuse-onward': ['CONSENT_NOT_ASKED'],
  'report-outcome': ['SUPERVISOR_REQUIRED', 'INVALID_INPUT'],
  'correct-outcome': ['SUPERVISOR_REQUIRED', 'INVALID_INPUT'],
  withdraw: ['WITHDRAWAL_NOT_ASKED', 'SUPERVISOR_REQUIRED', 'SAME_PERSON'],
  'propose-closure': ['RECIPIENTS_STILL_OPEN', 'TEXT_REQUIRED'],
  'approve-closure': ['SAME_PERSON'],
  link: ['DUPLICATE_OF_ITSELF'],
  'raise-hash-limit': ['INVALID_INPUT'],
  retain: ['INVALID_INPUT'],
  'place-legal-hold': ['LEGAL_HOLD'],
  'lift-legal-hold': ['NO_LEGAL_HOLD'],
  erase: ['LEGAL_HOLD'],
  'warn-clock': ['UNKNOWN_CLOCK'],
  'expire-clock': ['UNKNOWN_CLOCK'],
  'resume-clock': ['UNKNOWN_CLOCK'],
};

/** Every code with which `decide` can refuse the act on a referral, sorted. */
export function refusalCodes(act: ActType): ErrorCode[] {
  const rows = LIFECYCLE.filter((row) => row.act === act);
  const codes = [...rows.flatMap(partyCodes), ...statusCodes(rows), ...(DECISION_CODES[act] ?? [])];
  return [...new Set(codes)].sort();
}

function partyCodes({ who }: Row): ErrorCode[] {
  const parties = who.filter((party) => party !== 'engine');
  return [
    'ROLE_REQUIRED',
    ...parties.map(({ relation }) => RELATION_CODES[relation]),
    ...(parties.some(({ roles }) => roles.every((role) => role === 'supervisor'))
      ? ['SUPERVISOR_REQUIRED' as const]
      : []),
  ];
}

function statusCodes(rows: readonly Row[]): ErrorCode[] {
  const isIn = (status: string) => rows.every(({ from }) => from.some((each) => each === status));
  return [
    'WRONG_STATUS',
    ...(isIn('erased') ? [] : ['ALREADY_ERASED' as const]),
    ...(isIn('closed') ? [] : ['ALREADY_CLOSED' as const]),
    ...(rows.every(({ from }) => from.every((each) => each === 'closed')) ? ['NOT_CLOSED' as const] : []),
    ...(rows.some(({ recipient }) => recipient !== undefined)
      ? (['UNKNOWN_RECIPIENT', 'RECIPIENT_FINAL', 'RECIPIENT_WRONG_STATUS'] as const)
      : []),
  ];
}
