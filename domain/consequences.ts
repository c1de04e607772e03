/** The letters that follow from an event: which letter, and to whom. The directory provides the addresses. */

import { currentUrgency } from './current-urgency.ts';
import { expiryNotices, unansweredNotices, warningNotices } from './deadline-notices.ts';
import type { EventOf, JournalEntry, ReferralEvent } from './events.ts';
import type { LetterKind } from './letter-kinds.ts';
import type { Audience, LetterNotice } from './letter-notice.ts';
import { hasTheCase, isFinal, type Referral } from './referral.ts';
import { overCapacity } from './routing/route.ts';
import { type CaseParty, translationsOf } from './translation.ts';

/** The letters that follow from `entry`; `referral` is the state after it. Of a drill, only the recipient gets letters. */
export function lettersOfEntry(entry: JournalEntry, referral: Referral): LetterNotice[] {
  const notices = noticesOfEntry(entry, referral);
  return referral.facts.drill ? notices.filter(({ to }) => to.who === 'recipient') : notices;
}

function noticesOfEntry(entry: JournalEntry, referral: Referral): LetterNotice[] {
  const { event } = entry;
  switch (event.type) {
    case 'reference-allotted':
      return [
        { letter: 'receipt', to: sender },
        ...(currentUrgency(referral) === 'emergency' ? [emergencyArrived] : []),
      ];
    case 'supplemented':
      return [{ letter: 'supplemented', to: coordinator }, ...toRecipients('supplemented', referral)];
    case 'translation-asked':
      return [toParty('translation-asked', event.of)];
    case 'translation-delivered':
    case 'translation-expired':
      return translationsOf(referral)
        .filter(({ id }) => id === event.translationId)
        .map(({ asker }) => toParty(event.type, asker));
    case 'oral-request-recorded':
      return [
        { letter: 'oral-request-recorded', to: sender },
        { letter: 'oral-request-recorded', to: { who: 'coordinator', line: 'desk-at-any-hour' } },
      ];
    case 'oral-request-confirmed':
      return [
        { letter: 'oral-request-confirmed', to: coordinator },
        ...toRecipients('oral-request-confirmed', referral),
      ];
    case 'sender-disabled':
      return repliesToSender(referral);
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
    case 'outcome-corrected':
      return [
        recipientNotice(event, 'outcome-corrected', sender),
        recipientNotice(event, 'outcome-corrected', coordinator),
        { letter: 'twin-outcome-corrected', to: { who: 'senders-of-twins' } },
      ];
    case 'onward-consent-asked':
      return [recipientNotice(event, 'consent-asked', sender)];
    case 'onward-consented':
      return [recipientNotice(event, 'consent-given', recipientDesk(event.recipientId))];
    case 'onward-refused':
      return [recipientNotice(event, 'consent-refused', recipientDesk(event.recipientId))];
    case 'onward-lapsed':
      return [
        recipientNotice(event, 'onward-lapsed', sender),
        recipientNotice(event, 'onward-lapsed', recipientDesk(event.recipientId)),
      ];
    case 'preservation-reported':
      return [
        recipientNotice(event, 'preservation-reported', sender),
        recipientNotice(event, 'preservation-reported', coordinator),
      ];
    case 'production-confirmed':
      return [recipientNotice(event, 'production-confirmed', recipientDesk(event.recipientId))];
    case 'preservation-ended':
      return [
        recipientNotice(event, 'preservation-ended', sender),
        recipientNotice(event, 'preservation-ended', recipientDesk(event.recipientId)),
      ];
    case 'lead-set':
      return [recipientNotice(event, 'lead-set', recipientDesk(event.recipientId))];
    case 'recalled':
      return [recipientNotice(event, 'recalled', recipientDesk(event.recipientId))];
    case 'delivery-failed':
      return [
        recipientNotice(event, 'delivery-failed', coordinator),
        recipientNotice(event, 'delivery-failed', supervisors),
      ];
    case 'routed':
      return [
        ...(isWithoutRecipient(event, referral) ? [{ letter: 'held', to: supervisors } as const] : []),
        ...(overCapacity(event.decision).length > 0 ? capacityNotices : []),
      ];
    case 'replacement-awaits-supervisor':
      return [recipientNotice(event, 'replaced', supervisors), ...unansweredNotices(event.recipientId, referral)];
    case 'held':
      return [{ letter: 'held', to: supervisors }];
    case 'closure-proposed':
    case 'withdrawal-requested':
      return [{ letter: 'approval-asked', to: supervisors }];
    case 'closure-returned':
      return [{ letter: 'closure-returned', to: coordinator }];
    case 'closed':
      return [{ letter: 'closed', to: sender }, ...toFinishedRecipients('closed', referral)];
    case 'triage-taken-back':
      return [supervisors, sender].map((to) => ({ letter: 'taken-back', to }));
    case 'closure-proposal-taken-back':
      return [{ letter: 'taken-back', to: supervisors }];
    case 'duplicate-taken-back':
      return [{ letter: 'taken-back', to: sender }, ...toRecipients('taken-back', referral)];
    case 'reopened':
      return [
        { letter: 'reopened', to: sender },
        { letter: 'reopened', to: coordinator },
      ];
    case 'erasure-ordered':
    case 'retention-review-asked':
      return [{ letter: 'retention-review', to: supervisors }];
    case 'erased':
      return [{ letter: 'erased', to: sender }, ...(event.toConfirm ?? []).map(erasureNotice)];
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
const emergencyArrived: LetterNotice = {
  letter: 'emergency-arrived',
  to: { who: 'coordinator', line: 'desk-at-any-hour' },
};

/**
 * The new recipient gets the referral. If it replaces an unresponsive one, both sides are notified, and that one. If this is an
 * emergency and its desk is closed, the page of the referral informs the desk: its letters are for those who can still act.
 */
function newRecipientNotices(recipientId: string, parentId: string | undefined, referral: Referral): LetterNotice[] {
  const notices: LetterNotice[] = [
    { letter: 'new-referral', to: { who: 'recipient', recipientId, line: 'desk-at-any-hour' }, recipientId },
  ];
  const replaced = referral.recipients.find(({ id }) => id === parentId);
  if (replaced === undefined || isFinal(replaced)) return notices;
  const deskLine = referral.urgency === 'emergency' ? 'open-desk' : 'desk';
  return [
    ...notices,
    { letter: 'replaced', to: sender, recipientId: replaced.id },
    { letter: 'replaced', to: coordinator, recipientId: replaced.id },
    {
      letter: 'replaced',
      to: { who: 'recipient', recipientId: replaced.id, line: deskLine },
      recipientId: replaced.id,
    },
  ];
}

const capacityNotices: LetterNotice[] = [
  { letter: 'at-capacity', to: sender },
  { letter: 'at-capacity', to: supervisors },
];

/** A country has no recipient. If the referral is held, the letter about that says it already. */
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

function erasureNotice(recipientId: string): LetterNotice {
  return { letter: 'erasure-asked', to: recipientDesk(recipientId), recipientId };
}

function recipientDesk(recipientId: string): Audience {
  return { who: 'recipient', recipientId, line: 'desk' };
}

/** The letters about everything that the sender has not answered yet: the coordinating agency must answer it. */
function repliesToSender(referral: Referral): LetterNotice[] {
  const isOpen = ({ state }: { state: string }) => state === 'open';
  return [
    ...referral.questions.filter(isOpen).map((): LetterNotice => ({ letter: 'question-asked', to: sender })),
    ...referral.recipients
      .filter((each) => each.onward.state === 'consent-asked' && !isFinal(each))
      .map(({ id }): LetterNotice => ({ letter: 'consent-asked', to: sender, recipientId: id })),
    ...translationsOf(referral)
      .filter((each) => isOpen(each) && each.of.kind === 'sender')
      .map(({ of }) => toParty('translation-asked', of)),
  ];
}

function toAsker(letter: LetterKind, questionId: string, referral: Referral): LetterNotice {
  const asker = referral.questions.find(({ id }) => id === questionId)?.asker;
  if (asker?.kind !== 'recipient') return { letter, to: coordinator };
  return { letter, to: recipientDesk(asker.recipientId), recipientId: asker.recipientId };
}

function toParty(letter: LetterKind, party: CaseParty): LetterNotice {
  if (party.kind === 'sender') return { letter, to: sender };
  if (party.kind === 'coordinator') return { letter, to: coordinator };
  return { letter, to: recipientDesk(party.recipientId), recipientId: party.recipientId };
}

/** To every recipient that still has the case. */
function toRecipients(letter: LetterKind, referral: Referral): LetterNotice[] {
  return referral.recipients.filter(hasTheCase).map(({ id }) => ({ letter, to: recipientDesk(id), recipientId: id }));
}

/** To every recipient that reported a final outcome. */
function toFinishedRecipients(letter: LetterKind, referral: Referral): LetterNotice[] {
  return referral.recipients
    .filter(({ status }) => status === 'outcome-reported')
    .map(({ id }) => ({ letter, to: recipientDesk(id), recipientId: id }));
}
