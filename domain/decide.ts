/** Decides acts: the lifecycle table defines whether an act is permitted, and a decision returns its events. */

import type { Act, ActOf, ActType } from './acts.ts';
import { expireClock, resumeClock, warnClock } from './decisions/clocks.ts';
import {
  approveClosure,
  closeAtIntake,
  link,
  proposeClosure,
  reopen,
  returnClosure,
  withdraw,
} from './decisions/closure.ts';
import type { DecisionContext } from './decisions/decision-context.ts';
import { accept, acknowledge, confirmRecall, decline, extend, recall } from './decisions/handover.ts';
import {
  answerInformation,
  askInformation,
  assign,
  raiseHashLimit,
  setSenderStatus,
  submit,
  supplement,
  take,
} from './decisions/intake.ts';
import { settleLetters } from './decisions/letter-delivery.ts';
import { consentOnward, referOnward, refuseOnward } from './decisions/onward.ts';
import { confirmOralRequest, recordOralRequest } from './decisions/oral-request.ts';
import { correctOutcome, reportOutcome } from './decisions/outcomes.ts';
import { addNote, setOwnReference } from './decisions/own-records.ts';
import { confirmProduction, reportPreservation } from './decisions/preservation.ts';
import {
  askRetentionReview,
  confirmErasure,
  erase,
  liftLegalHold,
  orderErasure,
  placeLegalHold,
  retain,
} from './decisions/retention.ts';
import { addCountry, assignRecipient, releaseRecipient, route, setLead } from './decisions/routing.ts';
import { takeBack } from './decisions/take-back.ts';
import { askTranslation, deliverTranslation } from './decisions/translation.ts';
import { completeTriage, recordProposal, reopenTriage } from './decisions/triage.ts';
import { refuseBeyondDrill, withEndOfDrill } from './drill.ts';
import { ReferralError } from './errors.ts';
import type { ReferralEvent } from './events.ts';
import { RELATION_CODES } from './lifecycle/refusal-codes.ts';
import type { Party, Row } from './lifecycle/row.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { type Actor, relationsOf } from './people.ts';
import { isFinal, type Recipient, type Referral } from './referral.ts';
import type { Instant } from './vocabulary.ts';

type DecisionTable = {
  [T in Exclude<ActType, 'submit'>]: (act: ActOf<T>, situation: DecisionContext) => ReferralEvent[];
};

const decisions: DecisionTable = {
  supplement,
  take,
  assign,
  'set-own-reference': setOwnReference,
  'add-note': addNote,
  'take-back': takeBack,
  'ask-information': askInformation,
  'answer-information': answerInformation,
  'ask-translation': askTranslation,
  'deliver-translation': deliverTranslation,
  'record-oral-request': recordOralRequest,
  'confirm-oral-request': confirmOralRequest,
  'propose-triage': recordProposal,
  'reject-at-intake': closeAtIntake,
  'mark-duplicate': closeAtIntake,
  'file-informational': closeAtIntake,
  'complete-triage': completeTriage,
  'reopen-triage': reopenTriage,
  route,
  'assign-recipient': assignRecipient,
  'add-country': addCountry,
  'set-lead': setLead,
  acknowledge,
  accept,
  decline,
  extend,
  'report-preservation': reportPreservation,
  'confirm-production': confirmProduction,
  'refer-onward': referOnward,
  'consent-onward': consentOnward,
  'refuse-onward': refuseOnward,
  'report-outcome': reportOutcome,
  'correct-outcome': correctOutcome,
  recall,
  'confirm-recall': confirmRecall,
  withdraw,
  'propose-closure': proposeClosure,
  'approve-closure': approveClosure,
  'return-closure': returnClosure,
  reopen,
  link,
  'raise-hash-limit': raiseHashLimit,
  'order-erasure': orderErasure,
  'ask-retention-review': askRetentionReview,
  retain,
  'place-legal-hold': placeLegalHold,
  'lift-legal-hold': liftLegalHold,
  erase,
  'confirm-erasure': confirmErasure,
  'warn-clock': warnClock,
  'expire-clock': expireClock,
  'resume-clock': resumeClock,
  'release-recipient': releaseRecipient,
  'set-sender-status': setSenderStatus,
  'settle-letters': settleLetters,
};

/**
 * The events of `act`, in order; at least one. The referral itself is not changed.
 * Pure: a validator and a handler that call it with the same arguments get the same result.
 *
 * @throws ReferralError with the code of the refusal. Nothing was changed then.
 */
export function decide(referral: Referral | undefined, act: Act, actor: Actor, now: Instant): ReferralEvent[] {
  if (act.type === 'submit') return submit(referral, act, actor);
  if (referral === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
  const rows = permittedRows(referral, act, actor);
  const situation = { referral, actor, now, rows, recipient: () => recipientOf(referral, act) };
  const events = dispatch(act.type, act, situation);
  return referral.facts.drill ? withEndOfDrill(events) : events;
}

/** The part of an act that the lifecycle table needs. */
export interface ActReference {
  type: ActType;
  recipientId?: string;
}

/**
 * The rows of the table that permit the act; at least one. Roles are checked before statuses.
 *
 * @throws ReferralError with the code of the refusal.
 */
export function permittedRows(referral: Referral, act: ActReference, actor: Actor): readonly Row[] {
  const recipient = act.recipientId ? recipientOf(referral, act) : undefined;
  const rows = LIFECYCLE.filter((row) => row.act === act.type && (row.recipient !== undefined) === Boolean(recipient));
  if (rows.length === 0)
    throw new ReferralError('UNKNOWN_RECIPIENT', `"${act.type}" must name a recipient of this referral.`);
  const allowed = rows.filter((row) => row.who.some((party) => isParty(actor, party, referral, recipient?.id)));
  if (allowed.length === 0) throw notPermitted(rows, act.type, actor, referral, recipient);
  const inStatus = allowed.filter((row) => row.from.includes(referral.status));
  if (inStatus.length === 0) throw wrongReferralStatus(allowed, act.type, referral);
  const found = inStatus.filter((row) => recipient === undefined || row.recipient?.includes(recipient.status));
  if (recipient !== undefined && found.length === 0) throw wrongRecipientStatus(act.type, recipient);
  refuseBeyondDrill(referral, act.type);
  return found;
}

function dispatch<T extends keyof DecisionTable>(type: T, act: ActOf<T>, situation: DecisionContext): ReferralEvent[] {
  return decisions[type](act, situation);
}

function recipientOf(referral: Referral, { recipientId }: ActReference): Recipient {
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  if (recipient === undefined) throw new ReferralError('UNKNOWN_RECIPIENT', 'This referral has no such recipient.');
  return recipient;
}

function isParty(actor: Actor, party: Party, referral: Referral, recipientId?: string): boolean {
  if (actor.kind === 'engine' || party === 'engine') return actor.kind === 'engine' && party === 'engine';
  return (
    relationsOf(actor.agencyId, referral, recipientId).includes(party.relation) &&
    party.roles.some((role) => actor.roles.includes(role))
  );
}

function notPermitted(rows: readonly Row[], act: ActType, actor: Actor, referral: Referral, recipient?: Recipient) {
  const parties = rows.flatMap((row) => row.who).filter((party) => party !== 'engine');
  const [first] = parties;
  if (actor.kind === 'engine' || first === undefined) {
    return new ReferralError(
      'ROLE_REQUIRED',
      `"${act}" cannot be performed by ${actor.kind === 'engine' ? 'the engine' : 'people'}.`,
    );
  }
  const relations = relationsOf(actor.agencyId, referral, recipient?.id);
  const party = parties.find(({ relation }) => relations.includes(relation));
  if (party === undefined) {
    const needed = [...new Set(parties.map((party) => party.relation))].join(' or ');
    return new ReferralError(
      RELATION_CODES[first.relation],
      `Only the ${needed} of this referral can perform "${act}".`,
    );
  }
  const needed = party.roles.join(' or ');
  const code = party.roles.every((role) => role === 'supervisor') ? 'SUPERVISOR_REQUIRED' : 'ROLE_REQUIRED';
  return new ReferralError(code, `"${act}" requires the role ${needed} at the ${party.relation} agency.`);
}

function wrongReferralStatus(rows: readonly Row[], act: ActType, { status }: Referral): ReferralError {
  if (status === 'erased')
    return new ReferralError('ALREADY_ERASED', `The referral is erased. "${act}" is not possible.`);
  const from = [...new Set(rows.flatMap((row) => row.from))];
  if (from.every((each) => each === 'erased')) {
    return new ReferralError('WRONG_STATUS', `The referral is not erased. "${act}" is not possible.`);
  }
  if (status === 'closed') {
    return new ReferralError('ALREADY_CLOSED', `The referral is closed. A supervisor must reopen it before "${act}".`);
  }
  const code = from.every((each) => each === 'closed') ? 'NOT_CLOSED' : 'WRONG_STATUS';
  return new ReferralError(
    code,
    `The referral is ${status}. "${act}" is possible in these statuses: ${from.join(', ')}.`,
  );
}

function wrongRecipientStatus(act: ActType, recipient: Recipient): ReferralError {
  const code = isFinal(recipient) ? 'RECIPIENT_FINAL' : 'RECIPIENT_WRONG_STATUS';
  return new ReferralError(code, `The recipient is ${recipient.status}. "${act}" is not possible in this status.`);
}
