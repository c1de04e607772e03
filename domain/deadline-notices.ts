/** The letters about deadlines: reminders, escalations and missed deadlines. They go to those who can act. */

import { clockOfRecipient, recipientOfClock } from './clocks/triggers.ts';
import type { LetterKind } from './letter-kinds.ts';
import type { Audience, ContactLine, LetterNotice } from './letter-notice.ts';
import type { Clock, Referral } from './referral.ts';

const sender = { who: 'sender' } as const;
const supervisors: Audience = { who: 'supervisors', of: 'coordinator' };
const supervisorsOfSender: Audience = { who: 'supervisors', of: 'sender' };

/** A warning at or after this fraction of the running time is an escalation, not a reminder. */
const ESCALATES_FROM = 0.8;

/**
 * A reminder to the handler at half time. Later an escalation: to the duty line of the debtor, to its supervisors, and to
 * those of the coordinating agency. If the rules replace the recipient at once, only the debtor can do anything, and a closed
 * desk would read the reminder too late.
 */
export function warningNotices(clockId: string, fraction: number, referral: Referral): LetterNotice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) return [];
  const isSoonReplaced = isReplacedAtOnce(clock, referral);
  if (fraction < ESCALATES_FROM)
    return debtorAudiences(clock, isSoonReplaced ? 'officer-or-duty' : 'officer').map(noticeFor('reminder', clockId));
  const all = isSoonReplaced
    ? [...debtorAudiences(clock, 'duty-alone'), ...debtorSupervisors(clock)]
    : [...debtorAudiences(clock, 'on-call'), ...debtorSupervisors(clock), ...coordinatorBeside(clock)];
  return all.map(noticeFor('escalation', clockId));
}

/**
 * To the debtor, its supervisors and those of the coordinating agency, who can act. An expiry that is escalated also goes to
 * those on call at the debtor, and asks the supervisors to decide. In an emergency, the rules replace a
 * recipient that did not acknowledge at once: the letters about that state it.
 */
export function expiryNotices(clockId: string, referral: Referral): LetterNotice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  // The expiry of a question and an erasure have letters of their own, and so has the end of a preservation.
  if (clock === undefined || clock.name === 'clarification' || clock.onExpiry === 'auto-erase') return [];
  // A duty that has lapsed is not late.
  if (clock.onExpiry === 'duty-lapses') return [];
  if (isReplacedAtOnce(clock, referral)) return [];
  const all = [
    ...debtorAudiences(clock, 'officer'),
    ...(clock.onExpiry === 'escalate' ? debtorAudiences(clock, 'on-call') : []),
    ...debtorSupervisors(clock),
    ...(isLastSearch(clock) ? [sender, supervisorsOfSender] : []),
  ];
  return [...all, ...(isAskedToReplace(clock, referral) ? [] : [supervisors])].map(noticeFor('overdue', clockId));
}

/**
 * The search for a recipient does not start again. From now on only the sender, who can withdraw or supplement the referral, and
 * the coordinating agency can change anything.
 */
function isLastSearch({ name, counted }: Clock): boolean {
  return name === 'find-recipient' && !counted?.counting.repeats;
}

/** The supervisors of the coordinating agency get a letter of their own about this. */
function isAskedToReplace({ name, subject }: Clock, { recipients }: Referral): boolean {
  if (name !== 'acknowledge' || subject.of !== 'recipient') return false;
  return recipients.some(
    ({ id, replacement }) => id === subject.recipientId && replacement.state === 'awaits-supervisor',
  );
}

/**
 * No recipient is left that could replace one that did not acknowledge. The sender is notified, and the recipient if it was
 * not notified before.
 */
export function unansweredNotices(recipientId: string, referral: Referral): LetterNotice[] {
  const clock = clockOfRecipient(referral.clocks, 'acknowledge', recipientId);
  if (clock?.state.status !== 'expired') return [];
  const isNotified = referral.urgency !== 'emergency';
  return [...(isNotified ? [] : [{ who: 'recipient', recipientId, line: 'desk' } as const]), sender].map(
    noticeFor('overdue', clock.id),
  );
}

/** In an emergency, the rules replace a recipient as soon as its time to acknowledge has passed. */
function isReplacedAtOnce({ name, onExpiry }: Clock, { urgency }: Referral): boolean {
  return name === 'acknowledge' && urgency === 'emergency' && onExpiry === 'proceed-by-rule';
}

/** The other side of a deadline that another agency must meet. */
function coordinatorBeside({ debtor }: Clock): Audience[] {
  return debtor === 'coordinator' ? [] : [supervisors];
}

function debtorSupervisors({ debtor, subject }: Clock): Audience[] {
  if (debtor !== 'recipient') return [{ who: 'supervisors', of: debtor }];
  const recipientId = recipientOfClock(subject);
  return recipientId ? [{ who: 'supervisors', of: { recipientId } }] : [];
}

function debtorAudiences({ debtor, subject }: Clock, line: ContactLine): Audience[] {
  switch (debtor) {
    case 'sender':
      return [line === 'on-call' ? { ...sender, line } : sender];
    case 'coordinator':
      return [{ who: 'coordinator', line }];
    case 'recipient': {
      const recipientId = recipientOfClock(subject);
      return recipientId ? [{ who: 'recipient', recipientId, line }] : [];
    }
  }
}

function noticeFor(letter: LetterKind, clockId: string): (to: Audience) => LetterNotice {
  return (to) => ({ letter, to, clockId, ...(to.who === 'recipient' && { recipientId: to.recipientId }) });
}
