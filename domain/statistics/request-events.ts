/** What statistics count: each journal entry about a request that counts, with the facts at its instant. No drill counts. */

import type { Step } from '../apply.ts';
import { clockOfRecipient } from '../clocks/triggers.ts';
import type { JournalEntry } from '../events.ts';
import { undecided } from '../lifecycle/row.ts';
import { type Clock, hasExpired, type Recipient, type Referral } from '../referral.ts';
import type { Country, DeclineGround, Instant, Kind, LegalInstrument, Outcome, Urgency } from '../vocabulary.ts';

/** A referral to one recipient is a request. `overdue`: the deadline passed. `departure`: Directive (EU) 2023/977 art. 5(2). */
export type RequestEventName = 'requested' | RequestAnswer | 'overdue' | 'departure';
/** How a request was answered. `without-result`: the recipient had nothing to give. */
export const REQUEST_ANSWERS = ['granted', 'refused', 'onward', 'without-result'] as const;
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

/** Requests that an agency made, those that it received, or all that it coordinated. */
export const REQUEST_SIDES = ['made', 'received', 'coordinated'] as const;
export type RequestSide = (typeof REQUEST_SIDES)[number];

/** One entry that counts. It belongs to the month of `at`, and no later entry changes it. */
export interface RequestEvent {
  seq: number;
  at: Instant;
  name: RequestEventName;
  senderAgencyId: string;
  coordinatorAgencyId: string;
  /** The recipient, and its country. */
  agencyId: string;
  country: Country;
  kind: Kind;
  legalInstrument: LegalInstrument;
  /** The urgency in force at that instant. */
  urgency: Urgency;
  /** Of a refusal. */
  ground: DeclineGround | null;
  /** Of an answer; null if no deadline ran for it. */
  inTime: boolean | null;
  /** Whether the recipient had stated that a judicial authorisation is needed. */
  authorisation: boolean;
  /** From opening the recipient to its answer, in milliseconds. */
  tookMs: number | null;
}

/** The entries that count. */
export function requestEvents(steps: Iterable<Step>): RequestEvent[] {
  return [...steps].flatMap(({ entry, before, after }) => counted(entry, before ?? after, after));
}

function counted(entry: JournalEntry, before: Referral, after: Referral): RequestEvent[] {
  if (after.facts.drill) return [];
  const { event } = entry;
  const of = (recipientId: string, name: RequestEventName, answer: Partial<RequestEvent> = {}) => {
    const recipient = after.recipients.find(({ id }) => id === recipientId);
    return recipient ? [{ ...facts(entry, after, recipient), name, ...answer }] : [];
  };
  switch (event.type) {
    case 'recipient-opened':
      return of(event.recipientId, 'requested');
    case 'declined':
    case 'accepted':
    case 'referred-onward':
    case 'interim-outcome-reported':
    case 'outcome-reported': {
      const recipient = before.recipients.find(({ id }) => id === event.recipientId);
      const name = answerOf(event, after.facts.kind);
      if (name === undefined || recipient === undefined || isAnswered(recipient, after.facts.kind)) return [];
      const ground = event.type === 'declined' ? event.ground : null;
      return of(event.recipientId, name, { ground, ...timeliness(entry, before, recipient) });
    }
    case 'extension-granted':
      return event.reason === 'judicial-authorisation' ? of(event.recipientId, 'departure') : [];
    case 'clock-expired': {
      const isOf = (id: string) => answerClocks(before, id).some((clock) => clock.id === event.clockId);
      const recipient = before.recipients.find(({ id }) => isOf(id));
      if (recipient === undefined || isAnswered(recipient, after.facts.kind)) return [];
      const others = answerClocks(before, recipient.id).filter(({ id }) => id !== event.clockId);
      // A request is counted once, when the first of its deadlines passes.
      return others.some((clock) => isLate(clock, entry.at)) ? [] : of(recipient.id, 'overdue');
    }
    default:
      return [];
  }
}

function facts({ seq, at }: JournalEntry, referral: Referral, recipient: Recipient): Omit<RequestEvent, 'name'> {
  const { senderAgencyId, coordinatorAgencyId, urgency } = referral;
  const { agencyId, country, judicialAuthorisation = false } = recipient;
  const { kind, legalInstrument } = referral.facts;
  return {
    ...{ seq, at, senderAgencyId, coordinatorAgencyId, agencyId, country, kind, legalInstrument, urgency },
    ...{ ground: null, inTime: null, authorisation: judicialAuthorisation, tookMs: null },
  };
}

/** Of these kinds the information itself is the answer. Of all others the recipient answers by taking the case. */
const ANSWERED_BY_REPORT: readonly Kind[] = ['information-request', 'emergency-disclosure-request'];

const WITHOUT_RESULT: readonly Outcome[] = ['not-actionable', 'not-illegal-under-national-law', 'no-further-action'];

type Answering = Extract<
  JournalEntry['event'],
  { type: 'declined' | 'accepted' | 'referred-onward' | 'interim-outcome-reported' | 'outcome-reported' }
>;

function answerOf(event: Answering, kind: Kind): RequestAnswer | undefined {
  if (event.type === 'declined') return 'refused';
  if (event.type === 'referred-onward') return 'onward';
  if (event.type === 'accepted') return ANSWERED_BY_REPORT.includes(kind) ? undefined : 'granted';
  if (!ANSWERED_BY_REPORT.includes(kind)) return undefined;
  return WITHOUT_RESULT.includes(event.outcome) ? 'without-result' : 'granted';
}

function isAnswered({ status, outcomes }: Recipient, kind: Kind): boolean {
  if (status === 'declined' || status === 'referred-onward') return true;
  return ANSWERED_BY_REPORT.includes(kind) ? outcomes.length > 0 : !undecided.includes(status);
}

function timeliness({ at }: JournalEntry, before: Referral, { id, openedAt }: Recipient) {
  const clocks = answerClocks(before, id);
  const inTime = clocks.length > 0 ? !clocks.some((clock) => isLate(clock, at)) : null;
  return { inTime, tookMs: Date.parse(at) - Date.parse(openedAt) };
}

/**
 * The deadline for the first answer. If the request has none, those for the acknowledgement and for the decision. The
 * decision has no deadline before the acknowledgement, so it alone would never be overdue.
 */
function answerClocks({ clocks }: Referral, recipientId: string): Clock[] {
  const first = clockOfRecipient(clocks, 'first-answer', recipientId);
  if (first) return [first];
  return (['acknowledge', 'decide'] as const).flatMap((name) => clockOfRecipient(clocks, name, recipientId) ?? []);
}

function isLate(clock: Clock, at: Instant): boolean {
  return hasExpired(clock, at) || (clock.state.status === 'stopped' && clock.state.late);
}
