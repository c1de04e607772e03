/** What an act did, as its entries in the journal say: an act that only requested something says so. */

import type { EventOf, EventType, JournalEntry } from '../../../domain/events.ts';
import { actTakenBack } from '../../../domain/fold/undo.ts';
import type { Clock } from '../../../domain/referral.ts';
import { unreachableCountries } from '../../../domain/routing/request.ts';
import type { ClosureKind } from '../../../domain/statuses.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Key } from '../../i18n/i18n.ts';
import type { OfferedActType } from './act-forms.ts';
import type { ReferralView } from './referral-view.ts';

/** An act whose result a page can show. */
export type DoneAct = OfferedActType | 'submit' | 'submit-same';

/** The sentence about an act, and the clock that it started. */
export interface ActResult {
  sentence: Key;
  facts: Readonly<Record<string, string>>;
  /** Of the clocks that the act started or moved, the one that is due first. */
  next?: Clock;
}

interface ActedOn {
  type: DoneAct;
  /** The last entry of the act. */
  seq: number;
  language: Language;
  now: Instant;
}

/** Undefined if the viewer's last act up to that entry was another one. */
export function actResult(view: ReferralView, { type, seq, language, now }: ActedOn): ActResult | undefined {
  const { journal, person } = view;
  if (type === 'submit-same') return sameAsBefore(view, language, now);
  const isOwn = ({ by }: JournalEntry) => by.kind === 'person' && by.personId === person.personId;
  const last = journal.findLast((entry) => entry.seq <= seq && isOwn(entry));
  if (last === undefined) return undefined;
  const own = journal.filter(({ actId }) => actId === last.actId);
  const routed = isRoutedAfter(type) && journal.find((entry) => entry.seq > last.seq && entry.event.type === 'routed');
  const routing = routed ? journal.filter(({ actId }) => actId === routed.actId) : [];
  const recorded = { view, own, routing, now };
  const sentence = SENTENCES[type](recorded);
  if (!sentence) return undefined;
  const next = nextClock(view, [...own, ...routing]);
  return { sentence, facts: factsOf(recorded, language), ...(next && { next }) };
}

/** Of a submission with the content of an earlier one, perhaps of a colleague, nothing is recorded. */
function sameAsBefore(view: ReferralView, language: Language, now: Instant): ActResult | undefined {
  if (view.referral.senderAgencyId !== view.person.agencyId) return undefined;
  return { sentence: 'done:submit-same', facts: factsOf({ view, own: [], routing: [], now }, language) };
}

interface Recorded {
  view: ReferralView;
  /** The entries of the act. */
  own: readonly JournalEntry[];
  /** The entries of the routing that followed, once it has. */
  routing: readonly JournalEntry[];
  now: Instant;
}

type DoneSentence = (recorded: Recorded) => Key | false;

/** A new act without a sentence does not compile. */
const SENTENCES: Readonly<Record<Exclude<DoneAct, 'submit-same'>, DoneSentence>> = {
  submit: (recorded) =>
    has(recorded, 'submitted') && (hashesLeftOut(recorded) > 0 ? 'done:submit-without-hashes' : 'done:submit'),
  supplement: (recorded) =>
    has(recorded, 'supplemented') &&
    (hashesLeftOut(recorded) > 0 ? 'done:supplement-without-hashes' : 'done:supplement'),
  take: when('handler-assigned', 'done:take'),
  assign: when('handler-assigned', 'done:assign'),
  'set-own-reference': when('own-reference-set', 'done:set-own-reference'),
  'add-note': when('note-added', 'done:add-note'),
  'take-back': (recorded) => recorded.own.some(({ event }) => actTakenBack(event) !== undefined) && 'done:take-back',
  'ask-information': when('question-asked', 'done:ask-information'),
  'answer-information': (recorded) =>
    has(recorded, 'question-answered') &&
    (has(recorded, 'translation-asked') ? 'done:answer-information-to-translate' : 'done:answer-information'),
  'ask-translation': when('translation-asked', 'done:ask-translation'),
  'deliver-translation': when('translation-delivered', 'done:deliver-translation'),
  'record-oral-request': when('oral-request-recorded', 'done:record-oral-request'),
  'confirm-oral-request': when('oral-request-confirmed', 'done:confirm-oral-request'),
  'reject-at-intake': whenClosed(['rejected-at-intake'], 'done:reject-at-intake'),
  'mark-duplicate': whenClosed(['duplicate'], 'done:mark-duplicate'),
  'file-informational': whenClosed(['informational'], 'done:file-informational'),
  'complete-triage': (recorded) => has(recorded, 'triaged') && triageSentence(recorded),
  'reopen-triage': when('triage-reopened', 'done:reopen-triage'),
  'assign-recipient': when('recipient-assigned', 'done:assign-recipient'),
  'add-country': (recorded) => has(recorded, 'country-added') && countrySentence(recorded),
  acknowledge: when('acknowledged', 'done:acknowledge'),
  accept: when('accepted', 'done:accept'),
  decline: (recorded) =>
    has(recorded, 'declined') && (has(recorded, 'replacement-due') ? 'done:decline.replaced' : 'done:decline.final'),
  extend: (recorded) =>
    has(recorded, 'extension-granted') && (isOfPreservation(recorded) ? 'done:extend-preservation' : 'done:extend'),
  'report-preservation': when('preservation-reported', 'done:report-preservation'),
  'confirm-production': when('production-confirmed', 'done:confirm-production'),
  'refer-onward': (recorded) =>
    (has(recorded, 'onward-consent-asked') && 'done:refer-onward.asked') ||
    (has(recorded, 'referred-onward') && 'done:refer-onward.done'),
  'consent-onward': when('onward-consented', 'done:consent-onward'),
  'refuse-onward': when('onward-refused', 'done:refuse-onward'),
  'correct-outcome': when('outcome-corrected', 'done:correct-outcome'),
  'report-outcome': (recorded) =>
    (has(recorded, 'outcome-reported') && 'done:report-outcome.final') ||
    (has(recorded, 'interim-outcome-reported') && 'done:report-outcome.interim'),
  recall: (recorded) =>
    (has(recorded, 'held') && 'done:recall.held') ||
    (eventsOf(recorded.own, 'recalled').length > 1 && 'done:recall.chain') ||
    (has(recorded, 'recalled') && 'done:recall.recalled'),
  'confirm-recall': when('recall-confirmed', 'done:confirm-recall'),
  withdraw: (recorded) =>
    (has(recorded, 'withdrawal-requested') && 'done:withdraw.asked') ||
    whenClosed(['withdrawn'], 'done:withdraw.closed')(recorded),
  'propose-closure': when('closure-proposed', 'done:propose-closure'),
  'approve-closure': whenClosed(['completed', 'no-recipient'], 'done:approve-closure'),
  'return-closure': (recorded) =>
    has(recorded, 'closure-returned') &&
    (has(recorded, 'held') ? 'done:return-closure.held' : 'done:return-closure.referred'),
  reopen: when('reopened', 'done:reopen'),
  'set-lead': when('lead-set', 'done:set-lead'),
  'raise-hash-limit': when('hash-limit-raised', 'done:raise-hash-limit'),
  link: when('linked', 'done:link'),
  'order-erasure': when('erasure-ordered', 'done:order-erasure'),
  retain: when('retained', 'done:retain'),
  'place-legal-hold': when('legal-hold-placed', 'done:place-legal-hold'),
  'lift-legal-hold': when('legal-hold-lifted', 'done:lift-legal-hold'),
  erase: when('erased', 'done:erase'),
  'confirm-erasure': when('erasure-confirmed', 'done:confirm-erasure'),
};

function isOfPreservation({ own, view }: Recorded): boolean {
  const extended = eventsOf(own, 'extension-granted').map(({ clockId }) => clockId);
  return view.referral.clocks.some(({ id, name }) => name === 'preservation' && extended.includes(id));
}

function triageSentence(recorded: Recorded): Key {
  const { routing, view } = recorded;
  if (routing.length === 0) {
    const { countries, wanted } = decided(recorded);
    const isHopeless = wanted.length === 0 && unreachable(recorded).length === countries.length;
    return isHopeless ? 'done:complete-triage.nobody-expected' : 'done:complete-triage.pending';
  }
  if (has(recorded, 'held')) return 'done:complete-triage.held';
  if (eventsOf(routing, 'recipient-opened').length === 0) {
    return view.referral.status === 'held' ? 'done:complete-triage.held' : 'done:complete-triage.unchanged';
  }
  return unreachable(recorded).length > 0 ? 'done:complete-triage.partly' : 'done:complete-triage.referred';
}

function countrySentence({ routing }: Recorded): Key {
  if (routing.length === 0) return 'done:add-country.pending';
  const isOpened = eventsOf(routing, 'recipient-opened').length > 0;
  return isOpened ? 'done:add-country.referred' : 'done:add-country.nobody';
}

/** After routing, its decision names the countries without a recipient. Before, the directory does. */
function unreachable(recorded: Recorded): readonly string[] {
  const { routing, view, now } = recorded;
  const [routed] = eventsOf(routing, 'routed');
  if (routed) return routed.decision.without.map(({ country }) => country);
  const { countries } = decided(recorded);
  return unreachableCountries({ referral: view.referral, countries, asOf: now }, view.lookup.directory);
}

function decided({ own }: Recorded): Pick<EventOf<'triaged'>['decision'], 'countries' | 'wanted'> {
  const [triaged] = eventsOf(own, 'triaged');
  return triaged?.decision ?? { countries: [], wanted: [] };
}

function factsOf(recorded: Recorded, language: Language): Record<string, string> {
  const { view, own, routing } = recorded;
  const { referral, names } = view;
  const { reference, senderAgencyId, coordinatorAgencyId } = referral;
  const [assigned, added, asked] = [
    eventsOf(own, 'handler-assigned')[0],
    eventsOf(own, 'country-added')[0],
    eventsOf(own, 'onward-consent-asked')[0],
  ];
  const opened = eventsOf([...own, ...routing], 'recipient-opened').map(({ choice }) => choice);
  const recipientId = own.flatMap(({ event }) => ('recipientId' in event ? [event.recipientId] : []))[0];
  const other = otherIn(own);
  const points = opened.map(({ contactPointId }) => names.point(contactPointId));
  return {
    ...{ reference, sender: names.agency(senderAgencyId), coordinator: names.agency(coordinatorAgencyId) },
    recipient: recipientId ? names.recipient(recipientId) : '',
    person: assigned ? names.person(assigned.personId) : '',
    other: other ? names.referral(other) : '',
    country: added ? countryName(language, added.country) : '',
    countries: unreachable(recorded)
      .map((code) => countryName(language, code))
      .join(', '),
    point: asked ? names.point(asked.choice.contactPointId) : (points[0] ?? ''),
    points: points.join(', '),
    hashes: String(hashesLeftOut(recorded)),
  };
}

function hashesLeftOut({ own }: Recorded): number {
  return own.reduce((sum, { event }) => sum + ('hashesLeftOut' in event ? (event.hashesLeftOut ?? 0) : 0), 0);
}

function otherIn(entries: readonly JournalEntry[]): string | undefined {
  const [linked] = eventsOf(entries, 'linked');
  const [closed] = eventsOf(entries, 'closed');
  return linked?.otherId ?? (closed?.closure.kind === 'duplicate' ? closed.closure.of : undefined);
}

/** It runs now, and one of the entries started, resumed or extended it. */
function nextClock({ referral }: ReferralView, entries: readonly JournalEntry[]): Clock | undefined {
  const moved = entries.flatMap(({ event }) =>
    event.type === 'clock-started' || event.type === 'clock-resumed' || event.type === 'clock-extended'
      ? [event.clockId]
      : [],
  );
  const running = referral.clocks.filter(({ id, state }) => moved.includes(id) && state.status === 'running');
  return running.sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
}

function isRoutedAfter(type: DoneAct): boolean {
  return type === 'complete-triage' || type === 'add-country';
}

function when(event: EventType, sentence: Key): DoneSentence {
  return (recorded) => has(recorded, event) && sentence;
}

function whenClosed(kinds: readonly ClosureKind[], sentence: Key): DoneSentence {
  return ({ own }) => eventsOf(own, 'closed').some(({ closure }) => kinds.includes(closure.kind)) && sentence;
}

function has({ own, routing }: Recorded, type: EventType): boolean {
  return [...own, ...routing].some(({ event }) => event.type === type);
}

function eventsOf<T extends EventType>(entries: readonly JournalEntry[], type: T): EventOf<T>[] {
  return entries.flatMap(({ event }) => (isOf(event, type) ? [event] : []));
}

function isOf<T extends EventType>(event: JournalEntry['event'], type: T): event is EventOf<T> {
  return event.type === type;
}
