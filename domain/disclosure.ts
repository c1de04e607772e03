/** What each viewer may see: the only way from a referral to a screen, an answer, a letter or an export. */

import { ReferralError } from './errors.ts';
import type { JournalEntry } from './events.ts';
import { type Person, relationsOf } from './people.ts';
import type { Clock, Question, Recipient, Referral } from './referral.ts';
import type { TextId } from './vocabulary.ts';

export interface Disclosure {
  referral: Referral;
  /** Whether the referral's particulars may be read, with a purpose. */
  mayReadParticulars: boolean;
  mayRead(text: TextId): boolean;
  maySee(entry: JournalEntry): boolean;
}

/**
 * The referral as this viewer may see it: sender and coordinator the whole, a recipient its own part, an auditor
 * events and clocks without particulars.
 *
 * @throws ReferralError UNKNOWN_REFERRAL for everyone else: not found and not yours answer alike.
 */
export function disclose(referral: Referral, viewer: Person): Disclosure {
  const relations = relationsOf(viewer.agencyId, referral);
  const isOfficer = viewer.roles.some((role) => ['liaison-officer', 'partner-officer', 'supervisor'].includes(role));
  if (isOfficer && (relations.includes('sender') || relations.includes('coordinator'))) {
    return { referral, mayReadParticulars: true, mayRead: () => true, maySee: () => true };
  }
  if (isOfficer && relations.includes('recipient')) return toRecipient(referral, viewer.agencyId);
  if (viewer.roles.includes('auditor')) return toAuditor(referral);
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral, or it is not with your agency.');
}

/** Its own history, not other recipients' answers. Once recalled, nothing more to read. */
function toRecipient(referral: Referral, agencyId: string): Disclosure {
  const own = referral.recipients.filter((recipient) => recipient.agencyId === agencyId);
  const ids = new Set(own.map(({ id }) => id));
  const questions = referral.questions.filter((question) => isAskedBy(question, ids));
  const clocks = referral.clocks.filter((clock) => isOf(clock, ids, questions));
  const mayReadParticulars = own.some(({ status }) => status !== 'recalled');
  const { handlers } = referral;
  const view: Referral = {
    ...referral,
    recipients: own,
    questions,
    clocks,
    links: [],
    handlers: Object.fromEntries(Object.entries(handlers).filter(([agency]) => agency === agencyId)),
    unsentLetters: [],
  };
  return {
    referral: view,
    mayReadParticulars,
    mayRead: (text) => mayReadParticulars && (referral.particulars.includes(text) || isSaidIn(questions, text)),
    maySee: ({ event }) => isAbout(event, ids, questions, clocks),
  };
}

function toAuditor(referral: Referral): Disclosure {
  return { referral, mayReadParticulars: false, mayRead: () => false, maySee: () => true };
}

function isAskedBy({ asker }: Question, ids: ReadonlySet<Recipient['id']>): boolean {
  return asker.kind === 'recipient' && ids.has(asker.recipientId);
}

function isOf({ subject }: Clock, ids: ReadonlySet<Recipient['id']>, questions: readonly Question[]): boolean {
  if (subject.of === 'recipient') return ids.has(subject.recipientId);
  return subject.of === 'question' && questions.some(({ id }) => id === subject.questionId);
}

function isSaidIn(questions: readonly Question[], text: TextId): boolean {
  return questions.some((question) => question.text === text || question.answer === text);
}

const SEEN_BY_EVERY_PARTY = ['submitted', 'reference-allotted', 'supplemented', 'closed', 'reopened', 'erased'];

function isAbout(
  event: JournalEntry['event'],
  ids: ReadonlySet<Recipient['id']>,
  questions: readonly Question[],
  clocks: readonly Clock[],
): boolean {
  if ('recipientId' in event) return ids.has(event.recipientId);
  if ('questionId' in event) return questions.some(({ id }) => id === event.questionId);
  if ('clockId' in event) return clocks.some(({ id }) => id === event.clockId);
  return SEEN_BY_EVERY_PARTY.includes(event.type);
}
