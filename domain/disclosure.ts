/** What each viewer may see: the only way from a referral to a screen, an answer, a letter or an export. */

import { type DisclosureProfile, profileOf } from './disclosure-profile.ts';
import { ReferralError } from './errors.ts';
import type { JournalEntry } from './events.ts';
import { type Person, relationsOf, worksOnReferrals } from './people.ts';
import { type Clock, hasTheCase, type Question, type Recipient, type Referral, type Triage } from './referral.ts';
import type { Capability } from './vocabulary.ts';

export interface Disclosure {
  /** As far as the viewer may see it. */
  referral: Referral;
  /** Whether any of the referral's particulars may be read, with a purpose. */
  mayReadParticulars: boolean;
  /** Which fields of what was handed in. */
  profile: DisclosureProfile;
  maySee(entry: JournalEntry): boolean;
  /** Whether the words that were said at this entry may be read, with a purpose. */
  mayRead(entry: JournalEntry): boolean;
}

/**
 * The referral as this viewer may see it: the coordinator the whole, the sender all but who else may have the case, a
 * recipient its own part, an auditor of theirs as much but no particulars.
 *
 * @throws ReferralError UNKNOWN_REFERRAL for everyone else: not found and not yours answer alike.
 */
export function disclose(referral: Referral, viewer: Person): Disclosure {
  if (!isShownTo(referral, viewer)) {
    throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral, or it is not with your agency.');
  }
  const disclosure = disclosureTo(viewer.agencyId, referral);
  return worksOnReferrals(viewer) ? disclosure : { ...disclosure, mayReadParticulars: false, mayRead: () => false };
}

function disclosureTo(agencyId: string, referral: Referral): Disclosure {
  const relations = relationsOf(agencyId, referral);
  if (relations.includes('coordinator')) return fullDisclosure(referral);
  return relations.includes('sender') ? senderDisclosure(referral) : recipientDisclosure(referral, agencyId);
}

/** Whether the viewer may know of it at all. */
export function isShownTo(referral: Referral, viewer: Person): boolean {
  const isParty = !relationsOf(viewer.agencyId, referral).includes('none');
  return isParty && (worksOnReferrals(viewer) || viewer.roles.includes('auditor'));
}

function fullDisclosure(referral: Referral): Disclosure {
  return { referral, mayReadParticulars: true, profile: 'whole', maySee: () => true, mayRead: () => true };
}

/** That another agency has given the same number is for triage: by guessing numbers one would learn of others' cases. */
function senderDisclosure(referral: Referral): Disclosure {
  return {
    ...fullDisclosure(referral),
    referral: { ...referral, links: referral.links.filter(({ kind }) => kind !== 'possible-duplicate') },
    maySee: ({ event }) => event.type !== 'possible-duplicate-found',
  };
}

/** Its own history, not other recipients' answers. Who gave it back, handed it on or was recalled reads no more. */
function recipientDisclosure(referral: Referral, agencyId: string): Disclosure {
  const own = referral.recipients.filter((recipient) => recipient.agencyId === agencyId);
  const ids = new Set(own.map(({ id }) => id));
  const questions = referral.questions.filter((question) => isAskedBy(question, ids));
  const clocks = referral.clocks.filter((clock) => isClockOf(clock, ids, questions));
  const { unserved: _, ...shared } = referral;
  const view: Referral = {
    ...shared,
    triage: triageFor(own, referral.triage),
    unrouted: [],
    recipients: own,
    questions,
    clocks,
    handlers: Object.fromEntries(Object.entries(referral.handlers).filter(([agency]) => agency === agencyId)),
    links: [],
    unsentLetters: [],
  };
  const mayReadParticulars = own.some(hasTheCase);
  const isOwn = ({ event }: JournalEntry) => {
    if ('recipientId' in event) return ids.has(event.recipientId);
    if ('questionId' in event) return questions.some(({ id }) => id === event.questionId);
    if ('clockId' in event) return clocks.some(({ id }) => id === event.clockId);
    return event.type === 'handler-assigned' && event.agencyId === agencyId;
  };
  return {
    referral: view,
    mayReadParticulars,
    profile: profileOf(own, capabilityOf(referral)),
    maySee: (entry) => isOwn(entry) || SEEN_BY_EVERY_PARTY.includes(entry.event.type),
    mayRead: (entry) => mayReadParticulars && (isOwn(entry) || READ_BY_EVERY_PARTY.includes(entry.event.type)),
  };
}

function capabilityOf({ triage, facts }: Referral): Capability {
  return triage.state === 'decided' ? triage.decision.capability : facts.capability;
}

/** What was decided, without where else it goes and without what the rules made of it. */
function triageFor(own: readonly Recipient[], triage: Triage): Triage {
  if (triage.state !== 'decided') return { state: 'open' };
  const { text: _, ...decision } = triage.decision;
  const countries = decision.countries.filter((country) => own.some((recipient) => recipient.country === country));
  return { state: 'decided', decision: { ...decision, countries, wanted: [] } };
}

function isAskedBy({ asker }: Question, ids: ReadonlySet<Recipient['id']>): boolean {
  return asker.kind === 'recipient' && ids.has(asker.recipientId);
}

function isClockOf({ subject }: Clock, ids: ReadonlySet<Recipient['id']>, questions: readonly Question[]): boolean {
  if (subject.of === 'recipient') return ids.has(subject.recipientId);
  return subject.of === 'question' && questions.some(({ id }) => id === subject.questionId);
}

const READ_BY_EVERY_PARTY = ['submitted', 'supplemented'];
const SEEN_BY_EVERY_PARTY = [...READ_BY_EVERY_PARTY, 'reference-allotted', 'closed', 'reopened', 'erased'];
