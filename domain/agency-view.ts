/** A referral from the view of one agency: what lists show, and what the agency must do next. */

import { clockDebtor } from './clocks/clock-debtor.ts';
import type { ClockName } from './clocks/clock-names.ts';
import { disclose } from './disclosure.ts';
import { hasNumber } from './entry-numbers.ts';
import type { JournalEntry } from './events.ts';
import { type FurtherTask, furtherTasksOf } from './further-tasks.ts';
import { unanswered } from './lifecycle/row.ts';
import { relationsOf } from './people.ts';
import { lacksRecipient } from './recipient-search.ts';
import { type Clock, isFinal, isOpen, type Question, type Recipient, type Referral } from './referral.ts';
import type { RecipientStatus } from './statuses.ts';
import { isAwaited, translationsOf } from './translation.ts';
import { isUrgentOrHigher } from './urgency.ts';
import type { Instant } from './vocabulary.ts';

/** The decisions that a supervisor of the coordinator has to make. */
export const APPROVALS = ['withdrawal', 'closure', 'assignment', 'reduction', 'retention'] as const;
/** A kind of decision that waits for a supervisor. */
export type Approval = (typeof APPROVALS)[number];

/** What a list shows one agency about a referral. */
export interface AgencyView {
  /** It is the sending agency, or acts in its place. */
  sender: boolean;
  coordinator: boolean;
  recipient: boolean;
  /** The status of the agency's own part; of several, the latest unanswered one, or the latest that is not final. */
  recipientStatus?: RecipientStatus;
  /** A part of the agency is not final, or its recall or erasure is not confirmed. */
  inHand: boolean;
  /** A question or a request for consent to the agency is unanswered. */
  questioned: boolean;
  /** The pending decisions of its supervisors, each once. */
  approvals: Approval[];
  /** The kinds of its further tasks, each once. */
  furtherTasks: FurtherTask[];
  handler?: string;
  /** The agency's own clock that expires first, and its due instant, which may be past. */
  owes?: { clock: ClockName; by: Instant };
  /** The clock of any party that the agency sees and that expires first; its due instant may be past. */
  next?: { clock: ClockName; dueAt: Instant };
  /** The instant from which a running clock that the agency sees is at risk. */
  riskAt?: Instant;
  /** Whether it is a drill. Nothing of a drill counts as overdue or unresponsive, or waits for a decision. */
  drill: boolean;
  /** A clock that the agency sees is overdue. */
  breached: boolean;
  /** A recipient that the agency sees is unresponsive, or delivery to it failed. */
  silent: boolean;
  /** The last numbered entry that the agency sees. */
  changed?: { at: Instant; seq: number };
  /** How many numbered entries the agency sees. */
  entries: number;
}

/** The ids of all agencies that are parties to the referral, each once. */
export function partiesOf({ senderAgencyId, coordinatorAgencyId, recipients }: Referral): string[] {
  return [...new Set([senderAgencyId, coordinatorAgencyId, ...recipients.map(({ agencyId }) => agencyId)])];
}

/**
 * The referral as an officer of that agency sees it.
 *
 * @param entries of the journal, of which `changed` is the last and `entries` the number of those that the agency sees
 * @throws ReferralError UNKNOWN_REFERRAL if the agency is not a party.
 */
export function agencyViewOf(whole: Referral, agencyId: string, entries: readonly JournalEntry[] = []): AgencyView {
  const officer = { kind: 'person', personId: '', agencyId, roles: ['supervisor'] } as const;
  const disclosure = disclose(whole, officer);
  const { referral } = disclosure;
  const relations = relationsOf(agencyId, referral);
  const own = referral.recipients.filter((recipient) => recipient.agencyId === agencyId);
  const part = own.findLast(isUnanswered) ?? own.findLast((recipient) => !isFinal(recipient)) ?? own.at(-1);
  const awaited = unansweredClocks(referral);
  const running = awaited.filter(({ state }) => state.status === 'running');
  const owed = firstDue(awaited.filter((clock) => clockDebtor(clock, referral).agencyId === agencyId));
  const next = firstDue(awaited);
  const riskAt = running.map(atRiskSince).sort()[0];
  const numbered = entries.filter((entry) => hasNumber(entry, disclosure));
  const changed = numbered.at(-1);
  const handler = referral.handlers[agencyId];
  const isDrill = referral.facts.drill ?? false;
  return {
    sender: relations.includes('sender'),
    coordinator: relations.includes('coordinator'),
    recipient: relations.includes('recipient'),
    ...(part && { recipientStatus: part.status }),
    inHand: own.some((recipient) => isOpenForAgency(recipient, referral)),
    questioned: relations.includes('sender') && repliesOwed(referral).length > 0,
    approvals: relations.includes('coordinator') && !isDrill ? pendingApprovals(referral) : [],
    furtherTasks: [...new Set(furtherTasksOf(referral, agencyId).map(({ task }) => task))],
    ...(handler && { handler }),
    ...(owed && { owes: { clock: owed.name, by: owed.dueAt } }),
    ...(next && { next: { clock: next.name, dueAt: next.dueAt } }),
    ...(riskAt && { riskAt }),
    drill: isDrill,
    breached: !isDrill && awaited.some(({ state }) => state.status === 'expired'),
    silent: !isDrill && isOpen(referral) && referral.recipients.some(isUnresponsiveOrUnreachable),
    ...(changed && { changed: { at: changed.at, seq: changed.seq } }),
    entries: numbered.length,
  };
}

/** A question or a request for consent that the sender must answer. */
export type OwedReply = { askerAgencyId: string } & DueInstants &
  ({ to: 'question'; questionId: string } | { to: 'consent'; recipientId: string });

/** The unanswered questions and requests for consent to the sender, the one that is due first at the top. */
export function repliesOwed(referral: Referral): OwedReply[] {
  const { questions, recipients, coordinatorAgencyId } = referral;
  if (!isOpen(referral)) return [];
  const agencyOf = (recipientId: string) => recipients.find(({ id }) => id === recipientId)?.agencyId ?? '';
  const toQuestions = questions
    .filter((question) => isAnswerStillUseful(question, referral))
    .map(({ id: questionId, asker }): OwedReply => {
      const askerAgencyId = asker.kind === 'coordinator' ? coordinatorAgencyId : agencyOf(asker.recipientId);
      const due = dueOf(referral, ({ subject }) => subject.of === 'question' && subject.questionId === questionId);
      return { to: 'question', questionId, askerAgencyId, ...due };
    });
  const toConsents = recipients
    .filter((recipient) => recipient.onward.state === 'consent-asked' && !isFinal(recipient))
    .map(({ id: recipientId, agencyId: askerAgencyId }): OwedReply => {
      const due = dueOf(
        referral,
        ({ name, subject }) =>
          name === 'consent-onward' && subject.of === 'recipient' && subject.recipientId === recipientId,
      );
      return { to: 'consent', recipientId, askerAgencyId, ...due };
    });
  return [...toQuestions, ...toConsents].sort((one, other) => ((one.dueAt ?? NEVER) < (other.dueAt ?? NEVER) ? -1 : 1));
}

/** Sorts after every instant. */
const NEVER = '9';

/** The due instant of an unanswered clock, which may be past, and the instant from which it is at risk. */
export interface DueInstants {
  dueAt?: Instant;
  riskAt?: Instant;
}

/** The clocks of an open referral that run or have expired, while an answer is still useful. */
export function unansweredClocks(referral: Referral): Clock[] {
  return isOpen(referral) ? referral.clocks.filter((clock) => isUnansweredClock(clock, referral)) : [];
}

/** Those of the last unanswered clock that matches; empty if there is none. */
export function dueOf(referral: Referral, isOf: (clock: Clock) => boolean): DueInstants {
  const clock = referral.clocks.findLast((each) => isOf(each) && isUnansweredClock(each, referral));
  return clock ? { dueAt: clock.dueAt, riskAt: atRiskSince(clock) } : {};
}

function isOpenForAgency(recipient: Recipient, { status }: Referral): boolean {
  if (status === 'erased') return recipient.erasure === 'asked';
  return !isFinal(recipient) || (recipient.status === 'recalled' && !recipient.recallConfirmed);
}

function isUnanswered({ status }: Recipient): boolean {
  return unanswered.includes(status);
}

function isUnresponsiveOrUnreachable({ status }: Recipient): boolean {
  return status === 'unresponsive' || status === 'delivery-failed';
}

/** Whether the clock runs or has expired, and an answer is still useful. A duty that lapsed needs no answer. */
function isUnansweredClock({ state, subject, onExpiry }: Clock, referral: Referral): boolean {
  if (state.status !== 'running' && state.status !== 'expired') return false;
  if (state.status === 'expired' && onExpiry === 'duty-lapses') return false;
  if (subject.of === 'translation') {
    return translationsOf(referral).some((each) => each.id === subject.translationId && isAwaited(each));
  }
  if (subject.of !== 'question') return true;
  return referral.questions.some(
    (question) => question.id === subject.questionId && isAnswerStillUseful(question, referral),
  );
}

/** An expired question can be answered late, as long as the party that asked has not decided without the answer. */
function isAnswerStillUseful({ state, asker }: Question, { status, recipients }: Referral): boolean {
  if (state === 'open') return true;
  if (state !== 'expired') return false;
  if (asker.kind === 'coordinator') return status === 'received' || status === 'awaiting-information';
  return recipients.some((recipient) => recipient.id === asker.recipientId && !isFinal(recipient));
}

/** The instant of the last warning that is still to come; if there is none, the start of the clock. */
function atRiskSince({ warnings, startedAt }: Clock): Instant {
  return warnings.at(-1)?.at ?? startedAt;
}

/** All pending approvals: several can be pending at the same time. */
export function pendingApprovals(referral: Referral): Approval[] {
  const { withdrawal, status } = referral;
  const isToBeDecided: Record<Approval, boolean> = {
    withdrawal: withdrawal.state === 'asked',
    closure: status === 'closure-proposed',
    assignment: lacksRecipient(referral),
    reduction: isUrgentWithoutGround(referral),
    retention: false,
  };
  if (!isOpen(referral)) return isRetentionToBeDecided(referral) ? ['retention'] : [];
  return APPROVALS.filter((approval) => isToBeDecided[approval]);
}

/** The sender ordered the erasure, or the review is due. Without a decision, the second ends in an erasure. */
function isRetentionToBeDecided({ status, erasureOrder, retention }: Referral): boolean {
  return status === 'closed' && (erasureOrder !== undefined || retention?.review !== undefined);
}

/** The sender requested a high urgency without a ground, so that only a supervisor can lower it. */
function isUrgentWithoutGround({ triage, facts, urgency }: Referral): boolean {
  const isUrgent = isUrgentOrHigher(facts.urgency);
  return triage.state === 'proposed' && isUrgent && facts.urgency === urgency && facts.urgencyGrounds.length === 0;
}

function firstDue(clocks: readonly Clock[]): Clock | undefined {
  return clocks.reduce<Clock | undefined>(
    (earliest, clock) => (earliest === undefined || clock.dueAt < earliest.dueAt ? clock : earliest),
    undefined,
  );
}
