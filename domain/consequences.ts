/** What the world must be told of an event: which letter, to whom. Addresses are the directory's business. */

import type { EventOf, JournalEntry, ReferralEvent } from './events.ts';
import type { LetterName } from './letter-kinds.ts';
import { type Clock, hasTheCase, isFinal, type Referral } from './referral.ts';

/** Whom a letter is for, by part in the referral. */
export type Audience =
  /** Whoever handles it at the sending agency. */
  | { who: 'sender' }
  /** The same, of the referrals that were closed as duplicates of this one. */
  | { who: 'senders-of-twins' }
  | { who: 'coordinator'; line: Line }
  | { who: 'recipient'; recipientId: string; line: Line }
  | { who: 'supervisors'; of: Side };

export type Side = 'sender' | 'coordinator' | { recipientId: string };

/**
 * Who is written to at a contact point. `officer`: whoever handles it there, or else the desk. To an officer, and to a
 * `desk-at-any-hour`, the duty line is added where the matter is urgent and the desk is closed.
 */
export type Line = 'desk' | 'desk-at-any-hour' | 'officer' | 'duty-and-deputy';

export interface Notice {
  letter: LetterName;
  to: Audience;
  /** The recipient that the letter speaks of. */
  recipientId?: string;
  clockId?: string;
}

/** The letters that follow from one entry; `referral` is as it stands after it. */
export function consequences(entry: JournalEntry, referral: Referral): Notice[] {
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
      return newRecipient(event.recipientId, event.parentId, referral);
    case 'accepted':
      return [about(event, 'accepted', sender)];
    case 'declined':
      return [about(event, 'declined', sender), about(event, 'declined', coordinator)];
    case 'interim-outcome-reported':
    case 'outcome-reported':
      return [
        about(event, 'outcome', sender),
        about(event, 'outcome', coordinator),
        { letter: 'twin-outcome', to: { who: 'senders-of-twins' } },
      ];
    case 'onward-consent-asked':
      return [about(event, 'consent-asked', sender)];
    case 'onward-consented':
      return [about(event, 'consent-given', point(event.recipientId))];
    case 'onward-refused':
      return [about(event, 'consent-refused', point(event.recipientId))];
    case 'recalled':
      return [about(event, 'recalled', point(event.recipientId))];
    case 'delivery-failed':
      return [about(event, 'delivery-failed', coordinator), about(event, 'delivery-failed', supervisors)];
    case 'routed':
      return isUnserved(event, referral) ? [{ letter: 'held', to: supervisors }] : [];
    case 'replacement-awaits-supervisor':
      return [about(event, 'replaced', supervisors)];
    case 'held':
      return [{ letter: 'held', to: supervisors }];
    case 'closure-proposed':
    case 'withdrawal-requested':
      return [{ letter: 'approval-asked', to: supervisors }];
    case 'closure-returned':
      return [{ letter: 'closure-returned', to: coordinator }];
    case 'closed':
      return [{ letter: 'closed', to: sender }, ...toFinished('closed', referral)];
    case 'reopened':
      return [
        { letter: 'reopened', to: sender },
        { letter: 'reopened', to: coordinator },
      ];
    case 'clock-warned':
      return warning(event.clockId, event.fraction, referral);
    case 'clock-expired':
      return expiry(event.clockId, referral);
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
function warning(clockId: string, fraction: number, referral: Referral): Notice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) return [];
  return fraction < ESCALATES_FROM ? debtor(clock, 'officer').map(as('reminder', clockId)) : escalation(clock);
}

/** Whoever owed it and everyone's supervisors learn that it was not done. */
function expiry(clockId: string, referral: Referral): Notice[] {
  const clock = referral.clocks.find(({ id }) => id === clockId);
  // A question's expiry is told to the asker by its own letter.
  if (clock === undefined || clock.name === 'clarification') return [];
  return escalation(clock);
}

/** To those who stand behind whoever owes the answer, and behind those who wait for it. */
function escalation(clock: Clock): Notice[] {
  const theirs = debtor(clock, 'duty-and-deputy');
  const recipients = theirs.flatMap((to): Side[] => (to.who === 'recipient' ? [{ recipientId: to.recipientId }] : []));
  const sides: Side[] = [...recipients, 'coordinator', 'sender'];
  const behind = sides.map((of): Audience => ({ who: 'supervisors', of }));
  return [...theirs, ...behind].map(as('escalation', clock.id));
}

function debtor({ debtor, subject }: Clock, line: Line): Audience[] {
  switch (debtor) {
    case 'sender':
      return [sender];
    case 'coordinator':
      return [{ who: 'coordinator', line }];
    case 'recipient':
      return subject.of === 'recipient' ? [{ who: 'recipient', recipientId: subject.recipientId, line }] : [];
  }
}

function as(letter: LetterName, clockId: string): (to: Audience) => Notice {
  return (to) => ({ letter, to, clockId, ...(to.who === 'recipient' && { recipientId: to.recipientId }) });
}

/** The new one gets the referral; where it stands in for a silent one, that one and both sides learn that too. */
function newRecipient(recipientId: string, parentId: string | undefined, referral: Referral): Notice[] {
  const notices: Notice[] = [
    { letter: 'new-referral', to: { who: 'recipient', recipientId, line: 'desk-at-any-hour' }, recipientId },
  ];
  const replaced = referral.recipients.find(({ id }) => id === parentId);
  if (replaced === undefined || isFinal(replaced)) return notices;
  return [
    ...notices,
    { letter: 'replaced', to: sender, recipientId: replaced.id },
    { letter: 'replaced', to: coordinator, recipientId: replaced.id },
    { letter: 'replaced', to: point(replaced.id), recipientId: replaced.id },
  ];
}

/** A country without anybody; where the whole is held, that is told already. */
function isUnserved({ decision, replaces }: EventOf<'routed'>, { status }: Referral): boolean {
  return replaces === undefined && decision.without.length > 0 && status !== 'held';
}

function about(event: ReferralEvent & { recipientId: string }, letter: LetterName, to: Audience): Notice {
  return { letter, to, recipientId: event.recipientId };
}

function point(recipientId: string): Audience {
  return { who: 'recipient', recipientId, line: 'desk' };
}

function toAsker(letter: LetterName, questionId: string, referral: Referral): Notice {
  const asker = referral.questions.find(({ id }) => id === questionId)?.asker;
  if (asker?.kind !== 'recipient') return { letter, to: coordinator };
  return { letter, to: point(asker.recipientId), recipientId: asker.recipientId };
}

/** Who has the case: who gave it back, or handed it on, has it no more. */
function toRecipients(letter: LetterName, referral: Referral): Notice[] {
  return referral.recipients.filter(hasTheCase).map(({ id }) => ({ letter, to: point(id), recipientId: id }));
}

/** Those who brought it to an end hear that it ended. */
function toFinished(letter: LetterName, referral: Referral): Notice[] {
  return referral.recipients
    .filter(({ status }) => status === 'outcome-reported')
    .map(({ id }) => ({ letter, to: point(id), recipientId: id }));
}
