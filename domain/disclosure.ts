/** Limits a referral to what a viewer may see. Pages, answers, letters and exports use nothing else. */

import { ancestry } from './decisions/onward.ts';
import { OF_ONE_AGENCY } from './disclosed-events.ts';
import { type DisclosureProfile, profileOf } from './disclosure-profile.ts';
import { ReferralError } from './errors.ts';
import type { EventType } from './events.ts';
import { type Person, type Role, relationsOf, worksOnReferrals } from './people.ts';
import { type Clock, hasTheCase, type Question, type Recipient, type Referral, type Triage } from './referral.ts';
import { isShared, type Translation, translationsOf } from './translation.ts';
import type { Capability, LinkKind } from './vocabulary.ts';

/** The parts of a journal entry that determine who sees it. */
export interface DisclosedEntry {
  event: {
    type: EventType;
    recipientId?: string;
    questionId?: string;
    translationId?: string;
    clockId?: string;
    agencyId?: string;
    /** Of a link. */
    kind?: unknown;
  };
}

/** The parts of a referral that a viewer may see. */
export interface Disclosure {
  /** Without the parts that the viewer may not see. */
  referral: Referral;
  /** Whether the viewer may read particulars, for a stated purpose. */
  mayReadParticulars: boolean;
  /** Which fields of a submission are included. */
  profile: DisclosureProfile;
  maySee(entry: DisclosedEntry): boolean;
  /** Whether the viewer may read the particulars of this entry, for a stated purpose. */
  mayRead(entry: DisclosedEntry): boolean;
  /** Whether the viewer may read them in an emergency: also an agency that has returned the case. */
  mayReadInEmergency(entry: DisclosedEntry): boolean;
}

/**
 * The coordinator sees everything; the sender everything except possible duplicates of other agencies; a recipient its
 * own part. What an agency records for itself, only that agency sees. Auditors and data protection officers see the same as the other people of the agency, but no particulars.
 *
 * @throws ReferralError UNKNOWN_REFERRAL for everyone else, so that nobody learns whether a referral exists.
 */
export function disclose(referral: Referral, viewer: Person): Disclosure {
  if (!isShownTo(referral, viewer)) {
    throw unknownReferral();
  }
  const disclosure = withChains(disclosureTo(viewer.agencyId, referral), referral);
  if (worksOnReferrals(viewer)) return disclosure;
  return { ...disclosure, mayReadParticulars: false, mayRead: () => false, mayReadInEmergency: () => false };
}

/** The same error for a referral that does not exist and for one that is not disclosed. */
export function unknownReferral(): ReferralError {
  return new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral, or it is not with your agency.');
}

/** Each recipient with the id of its chain, which begins with a recipient that the viewer may not see. */
function withChains(disclosure: Disclosure, whole: Referral): Disclosure {
  const recipients = disclosure.referral.recipients.map((each) => ({
    ...each,
    chainId: ancestry(whole, each).at(-1)?.id ?? each.id,
  }));
  return { ...disclosure, referral: { ...disclosure.referral, recipients } };
}

function disclosureTo(agencyId: string, referral: Referral): Disclosure {
  const relations = relationsOf(agencyId, referral);
  if (relations.includes('coordinator')) return fullDisclosure(referral, agencyId);
  return relations.includes('sender') ? senderDisclosure(referral, agencyId) : recipientDisclosure(referral, agencyId);
}

/** Whether the viewer may see the referral at all. */
export function isShownTo(referral: Referral, viewer: Person): boolean {
  const isParty = !relationsOf(viewer.agencyId, referral).includes('none');
  return isParty && (worksOnReferrals(viewer) || OVERSIGHT.some((role) => viewer.roles.includes(role)));
}

/** They see events and deadlines, but no particulars. */
export const OVERSIGHT: readonly Role[] = ['auditor', 'data-protection-officer'];

/** Everything except what other agencies recorded for themselves. */
function fullDisclosure(referral: Referral, agencyId: string): Disclosure {
  const maySee = (entry: DisclosedEntry) => !isOfOneAgency(entry) || entry.event.agencyId === agencyId;
  return {
    ...{ referral: withoutOthersOwn(agencyId, referral), mayReadParticulars: true, profile: 'whole' },
    ...{ maySee, mayRead: maySee, mayReadInEmergency: maySee },
  };
}

function isOfOneAgency({ event }: DisclosedEntry): boolean {
  return OF_ONE_AGENCY.includes(event.type);
}

/** Without the own numbers of other agencies, and without the last act if it is not the agency's. */
function withoutOthersOwn(agencyId: string, { ownReferences = {}, undo, ...referral }: Referral): Referral {
  const own = ownReferences[agencyId];
  return {
    ...referral,
    ...(own !== undefined && { ownReferences: { [agencyId]: own } }),
    ...(undo?.agencyId === agencyId && { undo }),
  };
}

/**
 * Hides possible duplicates. Otherwise a sender could guess numbers to find cases of other agencies. Only the coordinator
 * may see that another agency reported the same victim.
 */
function senderDisclosure(whole: Referral, agencyId: string): Disclosure {
  const full = fullDisclosure(whole, agencyId);
  const { referral, maySee } = full;
  return {
    ...full,
    referral: { ...referral, links: referral.links.filter(({ kind }) => !KINDS_OF_COORDINATOR.includes(kind)) },
    maySee: (entry) => {
      const { type, kind } = entry.event;
      const isOfCoordinator = type === 'linked' && KINDS_OF_COORDINATOR.some((each) => each === kind);
      return maySee(entry) && type !== 'possible-duplicate-found' && !isOfCoordinator;
    },
  };
}

/** Links that only the coordinator sees. */
export const KINDS_OF_COORDINATOR: readonly LinkKind[] = ['possible-duplicate', 'same-victim'];

/** The agency's own parts only. If none of them still has the case, its particulars cannot be read. */
function recipientDisclosure(referral: Referral, agencyId: string): Disclosure {
  const own = referral.recipients.filter((recipient) => recipient.agencyId === agencyId);
  const ids = new Set(own.map(({ id }) => id));
  const questions = referral.questions.filter((question) => isAskedBy(question, ids));
  const translations = translationsOf(referral).filter((each) => isTranslationOf(each, ids));
  const shared = translationsOf(referral).filter(isShared);
  const clocks = referral.clocks.filter((clock) => isClockOf(clock, ids, questions, translations));
  const { unserved: _, translations: _all, oralRequest: _oral, ...common } = withoutOthersOwn(agencyId, referral);
  const view: Referral = {
    ...common,
    ...(translations.length > 0 && { translations }),
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
  const isOwn = ({ event }: DisclosedEntry) => {
    if (event.recipientId !== undefined) return ids.has(event.recipientId);
    if (event.translationId !== undefined) {
      const seen = event.type === 'translation-delivered' ? [...translations, ...shared] : translations;
      return seen.some(({ id }) => id === event.translationId);
    }
    if (event.questionId !== undefined) return questions.some(({ id }) => id === event.questionId);
    if (event.clockId !== undefined) return clocks.some(({ id }) => id === event.clockId);
    return event.agencyId === agencyId && (OF_HANDLERS.includes(event.type) || isOfOneAgency({ event }));
  };
  const mayReadInEmergency = (entry: DisclosedEntry) => isOwn(entry) || READ_BY_EVERY_PARTY.includes(entry.event.type);
  return {
    referral: view,
    mayReadParticulars,
    profile: profileOf(own, capabilityOf(referral)),
    maySee: (entry) => isOwn(entry) || SEEN_BY_EVERY_PARTY.includes(entry.event.type),
    mayRead: (entry) => mayReadParticulars && mayReadInEmergency(entry),
    mayReadInEmergency,
  };
}

function capabilityOf({ triage, facts }: Referral): Capability {
  return triage.state === 'decided' ? triage.decision.capability : facts.capability;
}

/** The triage decision without the other countries, the wanted contact points and the proposal. */
function triageFor(own: readonly Recipient[], triage: Triage): Triage {
  if (triage.state !== 'decided') return { state: 'open' };
  const { text: _, ...decision } = triage.decision;
  const countries = decision.countries.filter((country) => own.some((recipient) => recipient.country === country));
  return { state: 'decided', decision: { ...decision, countries, wanted: [] } };
}

function isAskedBy({ asker }: Question, ids: ReadonlySet<Recipient['id']>): boolean {
  return asker.kind === 'recipient' && ids.has(asker.recipientId);
}

function isTranslationOf({ asker, of }: Translation, ids: ReadonlySet<Recipient['id']>): boolean {
  return [asker, of].some((party) => party.kind === 'recipient' && ids.has(party.recipientId));
}

function isClockOf(
  { subject }: Clock,
  ids: ReadonlySet<Recipient['id']>,
  questions: readonly Question[],
  translations: readonly Translation[],
): boolean {
  switch (subject.of) {
    case 'referral':
      return false;
    case 'recipient':
      return ids.has(subject.recipientId);
    case 'question':
      return questions.some(({ id }) => id === subject.questionId);
    case 'translation':
      return translations.some(({ id }) => id === subject.translationId);
  }
}

const OF_HANDLERS: readonly EventType[] = ['handler-assigned', 'assignment-taken-back'];

const READ_BY_EVERY_PARTY: readonly EventType[] = ['submitted', 'supplemented', 'oral-request-confirmed'];
/** The entries from before a recipient was opened that it sees, beside the deliveries of shared translations. */
export const SEEN_BY_EVERY_PARTY: readonly EventType[] = [
  ...READ_BY_EVERY_PARTY,
  'reference-allotted',
  'sender-disabled',
  'sender-enabled',
  'closed',
  'duplicate-taken-back',
  'reopened',
  'erased',
];
