/** Decides submission, supplements, handlers, and questions. */

import type { ActOf } from '../acts.ts';
import { isSubjectOverdue } from '../clocks/triggers.ts';
import { submitDrill } from '../drill.ts';
import { ReferralError } from '../errors.ts';
import type { Asker, HashesLeftOut, ReferralEvent } from '../events.ts';
import { LIFECYCLE } from '../lifecycle.ts';
import type { Actor, Person } from '../people.ts';
import type { Question, Referral } from '../referral.ts';
import type { DecisionContext } from './decision-context.ts';
import { reversible } from './take-back.ts';
import { translationOfAnswer } from './translation.ts';

/** The number of questions that one party may ask about a referral. */
export const MAX_QUESTIONS = 5;

export function submit(referral: Referral | undefined, act: ActOf<'submit'>, actor: Actor): ReferralEvent[] {
  if (referral !== undefined) throw new ReferralError('ALREADY_SUBMITTED', 'This referral is already submitted.');
  if (act.drill) return submitDrill(act, act.drill, actor);
  const roles = LIFECYCLE.filter((row) => row.act === 'submit').flatMap((row) =>
    row.who.flatMap((party) => (party === 'engine' ? [] : party.roles)),
  );
  if (actor.kind === 'engine' || !roles.some((role) => actor.roles.includes(role))) {
    throw new ReferralError('ROLE_REQUIRED', `"submit" requires the role ${roles.join(' or ')} at the sending agency.`);
  }
  const {
    facts: { drill: _, ...facts },
    origins,
    text,
    coordinatorAgencyId,
  } = act;
  const { agencyId: senderAgencyId } = actor;
  const submitted = { senderAgencyId, coordinatorAgencyId, facts, origins, particulars: text };
  return [{ type: 'submitted', ...submitted, ...leftOut(act) }];
}

export function supplement(act: ActOf<'supplement'>): ReferralEvent[] {
  const { text, indicators, origins, materialCount } = act;
  return [{ type: 'supplemented', particulars: text, indicators, origins, materialCount, ...leftOut(act) }];
}

function leftOut({ hashesLeftOut }: HashesLeftOut): HashesLeftOut {
  return hashesLeftOut ? { hashesLeftOut } : {};
}

export function raiseHashLimit(
  { max, text }: ActOf<'raise-hash-limit'>,
  { referral }: DecisionContext,
): ReferralEvent[] {
  const { hashLimit = 0 } = referral;
  if (max <= hashLimit) {
    const message = `The limit of this referral is already ${hashLimit} hash values. Enter a higher number.`;
    throw new ReferralError('INVALID_INPUT', message, 'max', { max: hashLimit });
  }
  return [{ type: 'hash-limit-raised', max, text }];
}

/** Nothing may wait for an agency that is disabled. The coordinating agency acts in its place. */
export function setSenderStatus(
  { disabled }: ActOf<'set-sender-status'>,
  { referral }: DecisionContext,
): ReferralEvent[] {
  if (disabled === (referral.senderDisabled ?? false)) {
    const message = `The sending agency is recorded as ${disabled ? 'disabled' : 'enabled'} already.`;
    throw new ReferralError('WRONG_STATUS', message);
  }
  return [{ type: disabled ? 'sender-disabled' : 'sender-enabled' }];
}

export function take(_act: ActOf<'take'>, { actor }: DecisionContext): ReferralEvent[] {
  const { agencyId, personId } = asPerson(actor);
  return [{ type: 'handler-assigned', agencyId, personId }];
}

export function assign(act: ActOf<'assign'>, { actor, now }: DecisionContext): ReferralEvent[] {
  const { agencyId } = asPerson(actor);
  return [{ type: 'handler-assigned', agencyId, personId: act.personId, ...reversible(now) }];
}

export function askInformation(act: ActOf<'ask-information'>, { referral }: DecisionContext): ReferralEvent[] {
  const asker: Asker = act.recipientId ? { kind: 'recipient', recipientId: act.recipientId } : { kind: 'coordinator' };
  const asked = referral.questions.filter((question) => isFrom(question, asker));
  if (asked.some((question) => question.state === 'open')) {
    throw new ReferralError('QUESTION_OPEN', 'A question is already open. Wait for its answer or its deadline.');
  }
  if (asked.length >= MAX_QUESTIONS) {
    const message = `${MAX_QUESTIONS} questions were asked, which is the limit. Decide on the information that you have.`;
    throw new ReferralError('QUESTION_CAP', message, undefined, { max: MAX_QUESTIONS });
  }
  const questionId = `q${referral.questions.length + 1}`;
  const { text, language } = act;
  const question: ReferralEvent = { type: 'question-asked', questionId, asker, text, ...(language && { language }) };
  return asker.kind === 'coordinator' ? [question, { type: 'information-awaited' }] : [question];
}

export function answerInformation(
  act: ActOf<'answer-information'>,
  { referral, now }: DecisionContext,
): ReferralEvent[] {
  const question = referral.questions.find(({ id }) => id === act.questionId);
  if (question === undefined) throw new ReferralError('UNKNOWN_QUESTION', 'This referral has no such question.');
  if (question.state === 'answered') throw new ReferralError('QUESTION_CLOSED', 'The question is already answered.');
  if (question.state === 'lapsed')
    throw new ReferralError('QUESTION_CLOSED', 'The agency that asked no longer needs an answer.');
  const subject = { of: 'question', questionId: question.id } as const;
  const late = question.state === 'expired' || isSubjectOverdue(referral.clocks, subject, now);
  const answered: ReferralEvent = { type: 'question-answered', questionId: question.id, text: act.text, late };
  const translation = act.language && act.language !== question.language && translationOfAnswer(referral, question);
  const answer = translation ? [answered, translation] : [answered];
  const resumes = question.asker.kind === 'coordinator' && referral.status === 'awaiting-information';
  return resumes ? [...answer, { type: 'intake-resumed' }] : answer;
}

function isFrom(question: Question, asker: Asker): boolean {
  if (question.asker.kind === 'coordinator' || asker.kind === 'coordinator') return question.asker.kind === asker.kind;
  return question.asker.recipientId === asker.recipientId;
}

/** The lifecycle table does not permit these acts to the engine. */
function asPerson(actor: Actor): Person {
  if (actor.kind === 'engine') throw new ReferralError('ROLE_REQUIRED', 'Only a person can handle a referral.');
  return actor;
}
