/** What the world must be told of an event: which letter, to whom. Addresses are the directory's business. */

import type { EventOf, JournalEntry, ReferralEvent } from './events.ts';
import type { LetterKind } from './letter-kinds.ts';
import { type Clock, hasTheCase, isFinal, type Referral } from './referral.ts';

/** Whom a letter is for, by part in the referral. */
export type Audience =
  /** Whoever handles it at the sending agency. */
  | { who: 'sender' }
  /** The same, of the referrals that were closed as duplicates of this one. */
  | { who: 'senders-of-twins' }
  | { who: 'coordinator'; line: ContactLine }
  | { who: 'recipient'; recipientId: string; line: ContactLine }
  | { who: 'supervisors'; of: SupervisedParty };

export type SupervisedParty = 'sender' | 'coordinator' | { recipientId: string };

/**
 * Who is written to at a contact point. `officer`: whoever handles it there, or else the desk. To an officer, and to a
 * `desk-at-any-hour`, the duty line is added where the matter is urgent and the desk is closed.
 */
export type ContactLine = 'desk' | 'desk-at-any-hour' | 'officer' | 'duty-and-deputy';

export interface LetterNotice {
  letter: LetterKind;
  to: Audience;
  /** The recipient that the letter speaks of. */
  recipientId?: string;
  clockId?: string;
}

/** The letters that follow from one entry; `referral` is as it stands after it. */
export function consequences(entry: JournalEntry, referral: Referral): LetterNotice[] {
  const { event } = entry;
  switch (event.type) {
    case 'reference-allotted':
      return [{ letter: 'receipt', to: sender }];
    case 'supplemented':
      return [{ letter: 'supplemented', to: coordinator }, ...toRecipients('supplemented', referral)];
    case 'question-asked':
      return [{ letter: 'question-asked', to: sender }];
    case 'question-answered':
      return [toAsker('question-answered', event.questionId, referral)];
    case 'question-expired':
      return [toAsker('question-expired', event.questionId, referral)];
    case 'recipient-opened':
      return newRecipientNotices(event.recipientId, event.parentId, referral);
    case 'accepted':
      return [recipientNotice(event, 'accepted', sender)];
    case 'declined':
      return [recipientNotice(event, 'declined', sender), recipientNotice(event, 'declined', coordinator)];
    case 'interim-outcome-reported':
    case 'outcome-reported':
      return [
        recipientNotice(event, 'outcome', sender),
        recipientNotice(event, 'outcome', coordinator),
        { letter: 'twin-outcome', to: { who: 'senders-of-twins' } },
      ];
    case 'onward-consent-asked':
      return [recipientNotice(event, 'consent-asked', sender)];
    case 'onward-consented':
      return [recipientNotice(event, 'consent-given', recipientDesk(event.recipientId))];
    case 'onward-refused':
      return [recipientNotice(event, 'consent-refused', recipientDesk(event.recipientId))];
    case 'recalled':
      return [recipientNotice(event, 'recalled', recipientDesk(event.recipientId))];
    case 'delivery-failed':
      return [
        recipientNotice(event, 'delivery-failed', coordinator),
        recipientNotice(event, 'delivery-failed', supervisors),
      ];
    case 'routed':
      return isWithoutRecipient(event, referral) ? [{ letter: 'held', to: supervisors }] : [];
    case 'replacement-awaits-supervisor':
      return [recipientNotice(event, 'replaced', supervisors)];
    case 'held':
      return [{ letter: 'held', to: supervisors }];
    case 'closure-proposed':
    case 'withdrawal-requested':
      return [{ letter: 'approval-asked', to: supervisors }];
    case 'closure-returned':
      return [{ letter: 'closure-returned', to: coordinator }];
    case 'closed':
      return [{ letter: 'closed', to: sender }, ...toFinishedRecipients('closed', referral)];
    case 'reopened':
      return [
        { letter: 'reopened', to: sender },
        { letter: 'reopened', to: coordinator },
      ];
    case 'clock-warned':
      return warningNotices(event.clockId, event.fraction, referral);
    case 'clock-expired':
      return expiryNotices(event.clockId, referral);
    default:
      return [];
  }
}

const sender: Audience = { who: 'sender' };
const coordinator: Audience = { who: 'coordinator', line: 'desk' };
const supervisors: Audience = { who: 'supervisors', of: 'coordinator' };

/** From this part of the running time on, a warning goes beyond the officer to those who stand behind. */
const ESCALATES_FROM = 0.8;

/** At half time whoever owes the answer is reminded; later the duty line, the deputy and both sides' supervisors. */
function warningNotices(clockId: string, fraction: number, referral: Referral): LetterNotice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) return [];
  return fraction < ESCALATES_FROM
    ? debtorAudiences(clock, 'officer').map(noticeFor('reminder', clockId))
    : escalationNotices(clock);
}

/** Whoever owed it and everyone's supervisors learn that it was not done. */
function expiryNotices(clockId: string, referral: Referral): LetterNotice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  // A question's expiry is told to the asker by its own letter.
  if (clock === undefined || clock.name === 'clarification') return [];
  return escalationNotices(clock);
}

/** To those who stand behind whoever owes the answer, and behind those who wait for it. */
function escalationNotices(clock: Clock): LetterNotice[] {
  const theirs = debtorAudiences(clock, 'duty-and-deputy');
  const recipients = theirs.flatMap((to): SupervisedParty[] =>
    to.who === 'recipient' ? [{ recipientId: to.recipientId }] : [],
  );
  const sides: SupervisedParty[] = [...recipients, 'coordinator', 'sender'];
  const behind = sides.map((of): Audience => ({ who: 'supervisors', of }));
  return [...theirs, ...behind].map(noticeFor('escalation', clock.id));
}

function debtorAudiences({ debtor, subject }: Clock, line: ContactLine): Audience[] {
  switch (debtor) {
    case 'sender':
      return [sender];
    case 'coordinator':
      return [{ who: 'coordinator', line }];
    case 'recipient':
      return subject.of === 'recipient' ? [{ who: 'recipient', recipientId: subject.recipientId, line }] : [];
  }
}

function noticeFor(letter: LetterKind, clockId: string): (to: Audience) => LetterNotice {
  return (to) => ({ letter, to, clockId, ...(to.who === 'recipient' && { recipientId: to.recipientId }) });
}

/** The new one gets the referral; where it stands in for a silent one, that one and both sides learn that too. */
function newRecipientNotices(recipientId: string, parentId: string | undefined, referral: Referral): LetterNotice[] {
  const notices: LetterNotice[] = [
    { letter: 'new-referral', to: { who: 'recipient', recipientId, line: 'desk-at-any-hour' }, recipientId },
  ];
  const replaced = referral.recipients.find(({ id }) => id === parentId);
  if (replaced === undefined || isFinal(replaced)) return notices;
  return [
    ...notices,
    { letter: 'replaced', to: sender, recipientId: replaced.id },
    { letter: 'replaced', to: coordinator, recipientId: replaced.id },
    { letter: 'replaced', to: recipientDesk(replaced.id), recipientId: replaced.id },
  ];
}

/** A country without anybody; where the whole is held, that is told already. */
function isWithoutRecipient({ decision, replaces }: EventOf<'routed'>, { status }: Referral): boolean {
  return replaces === undefined && decision.without.length > 0 && status !== 'held';
}

function recipientNotice(
  event: ReferralEvent & { recipientId: string },
  letter: LetterKind,
  to: Audience,
): LetterNotice {
  return { letter, to, recipientId: event.recipientId };
}

function recipientDesk(recipientId: string): Audience {
  return { who: 'recipient', recipientId, line: 'desk' };
}

function toAsker(letter: LetterKind, questionId: string, referral: Referral): LetterNotice {
  const asker = referral.questions.find(({ id }) => id === questionId)?.asker;
  if (asker?.kind !== 'recipient') return { letter, to: coordinator };
  return { letter, to: recipientDesk(asker.recipientId), recipientId: asker.recipientId };
}

/** Who has the case: who gave it back, or handed it on, has it no more. */
function toRecipients(letter: LetterKind, referral: Referral): LetterNotice[] {
  return referral.recipients.filter(hasTheCase).map(({ id }) => ({ letter, to: recipientDesk(id), recipientId: id }));
}

/** Those who brought it to an end hear that it ended. */
function toFinishedRecipients(letter: LetterKind, referral: Referral): LetterNotice[] {
  return referral.recipients
    .filter(({ status }) => status === 'outcome-reported')
    .map(({ id }) => ({ letter, to: recipientDesk(id), recipientId: id }));
}
