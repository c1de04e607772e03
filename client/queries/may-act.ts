/** The acts that a person may perform on a referral now: each act type is tried against the lifecycle table. */

import type { Act, ActOf, PersonAct, ReversibleAct } from '../../domain/acts.ts';
import { EXTENSIBLE_CLOCKS, type ExtensibleClock } from '../../domain/clocks/clock-names.ts';
import { clockOfRecipient } from '../../domain/clocks/triggers.ts';
import { decide } from '../../domain/decide.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import { type CaseParty, translationsOf } from '../../domain/translation.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/** Every act type of a person except `submit`, which needs no referral. */
type OfferedActType = Exclude<PersonAct['type'], 'submit'>;

/** An act that a person may perform on a referral now, with its recipient, question or translation. */
export interface PossibleAct {
  type: OfferedActType;
  recipientId?: string;
  questionId?: string;
  translationId?: string;
  /** The act that can be taken back. */
  act?: ReversibleAct;
}

/**
 * The acts that the engine would accept from `person` now, in the order of `SAMPLE_ACTS`.
 *
 * @param referral as disclosed to the person
 * @param only the types to try; default: all. Lists try the few that they offer.
 */
export function possibleActs(
  referral: Referral,
  person: Person,
  now: Instant,
  only?: readonly OfferedActType[],
): PossibleAct[] {
  const samples = only
    ? only.flatMap((type): readonly ActOf<OfferedActType>[] => SAMPLE_ACTS[type](referral))
    : sampleActs(referral);
  const possible = samples.filter((act) => isPossible(referral, act, person, now));
  const offered = possible.map((act) => ({
    type: act.type,
    ...('recipientId' in act && act.recipientId !== undefined && { recipientId: act.recipientId }),
    ...('questionId' in act && { questionId: act.questionId }),
    ...('translationId' in act && { translationId: act.translationId }),
    ...(act.type === 'take-back' && { act: act.act }),
  }));
  // There is one sample for each clock that can be extended.
  return [...new Map(offered.map((act) => [JSON.stringify(act), act])).values()];
}

/** The clocks of a recipient that it may still extend. */
export function extensibleClocks(referral: Referral, recipientId: string, person: Person, now: Instant): Clock[] {
  return referral.clocks.filter(({ name, subject, state }) => {
    const clock = EXTENSIBLE_CLOCKS.find((each) => each === name);
    const isTheirs = subject.of === 'recipient' && subject.recipientId === recipientId;
    if (clock === undefined || !isTheirs || state.status === 'stopped') return false;
    return isPossible(referral, extension(referral, recipientId, clock), person, now);
  });
}

const PARTIES = ['sender', 'coordinator', 'recipient'] as const;

/** The parties that the person may ask for a translation; with `recipientId`, for or of that recipient. */
export function translationParties(
  referral: Referral,
  recipientId: string | undefined,
  person: Person,
  now: Instant,
): CaseParty['kind'][] {
  return PARTIES.filter((of) => isPossible(referral, translationRequest(of, recipientId), person, now));
}

/** Valid values for required fields, so that only the referral's state and the person's role decide. */
const TEXT = 'text';
const CHOICE = { contactPointId: '', agencyId: '', country: '', type: 'spoc' } as const;
const OTHER = 'other';
const COUNTRY = 'XX';
const DAY_MS = 24 * 3_600_000;

/** Sample acts of every type, so that a new act type without an entry does not compile. */
const SAMPLE_ACTS: { [T in OfferedActType]: (referral: Referral) => readonly ActOf<T>[] } = {
  'complete-triage': () => [
    {
      ...{ type: 'complete-triage', urgency: 'emergency', urgencyGrounds: [], capability: 'investigation' },
      ...{ countries: [COUNTRY], wanted: [] },
    },
  ],
  acknowledge: (referral) => forEachRecipient(referral, (recipientId) => ({ type: 'acknowledge', recipientId })),
  accept: (referral) => forEachRecipient(referral, (recipientId) => ({ type: 'accept', recipientId })),
  decline: (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'decline', recipientId, ground: 'other', text: TEXT })),
  'ask-information': (referral) => [
    { type: 'ask-information', text: TEXT },
    ...forEachRecipient(referral, (recipientId) => ({ type: 'ask-information', recipientId, text: TEXT })),
  ],
  'mark-duplicate': () => [{ type: 'mark-duplicate', otherId: OTHER }],
  'file-informational': () => [{ type: 'file-informational' }],
  'reject-at-intake': () => [{ type: 'reject-at-intake', ground: 'out-of-scope' }],
  'report-outcome': (referral) =>
    forEachRecipient(referral, (recipientId) => ({
      ...{ type: 'report-outcome', recipientId, outcome: 'no-further-action', final: true },
    })),
  'correct-outcome': (referral) =>
    forEachRecipient(referral, (recipientId) => ({
      ...{ type: 'correct-outcome', recipientId, outcome: 'not-actionable', because: 'out-of-scope', text: TEXT },
    })),
  'refer-onward': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'refer-onward', recipientId, choice: CHOICE, text: TEXT })),
  extend: (referral) =>
    referral.recipients.flatMap(({ id }) => EXTENSIBLE_CLOCKS.map((clock) => extension(referral, id, clock))),
  'report-preservation': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'report-preservation', recipientId, text: TEXT })),
  'confirm-production': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'confirm-production', recipientId, text: TEXT })),
  'consent-onward': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'consent-onward', recipientId })),
  'refuse-onward': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'refuse-onward', recipientId, text: TEXT })),
  recall: (referral) => forEachRecipient(referral, (recipientId) => ({ type: 'recall', recipientId, text: TEXT })),
  'confirm-recall': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'confirm-recall', recipientId })),
  'answer-information': ({ questions }) =>
    questions
      .filter(({ state }) => state === 'open' || state === 'expired')
      .map(({ id }) => ({ type: 'answer-information', questionId: id, text: TEXT })),
  'ask-translation': (referral) => [
    ...PARTIES.map((of) => translationRequest(of)),
    ...referral.recipients.flatMap(({ id }) => PARTIES.map((of) => translationRequest(of, id))),
  ],
  'deliver-translation': (referral) =>
    translationsOf(referral).map(({ id: translationId, languages: [language = ''] }) => ({
      ...{ type: 'deliver-translation', translationId, language, text: TEXT },
    })),
  'record-oral-request': ({ submittedAt }) => [{ type: 'record-oral-request', requestedAt: submittedAt, text: TEXT }],
  'confirm-oral-request': () => [{ type: 'confirm-oral-request', text: TEXT }],
  supplement: () => [{ type: 'supplement', text: TEXT, indicators: [], origins: [], materialCount: 0 }],
  take: () => [{ type: 'take' }],
  assign: () => [{ type: 'assign', personId: OTHER }],
  'set-own-reference': () => [{ type: 'set-own-reference', text: TEXT }],
  'add-note': () => [{ type: 'add-note', text: TEXT }],
  'take-back': ({ undo }) => (undo ? [{ type: 'take-back', act: undo.act }] : []),
  'assign-recipient': () => [{ type: 'assign-recipient', choice: CHOICE, text: TEXT }],
  'add-country': () => [{ type: 'add-country', country: COUNTRY, text: TEXT }],
  'reopen-triage': () => [{ type: 'reopen-triage' }],
  'propose-closure': () => [{ type: 'propose-closure', text: TEXT }],
  'approve-closure': () => [{ type: 'approve-closure' }],
  'return-closure': () => [{ type: 'return-closure', text: TEXT }],
  withdraw: () => [{ type: 'withdraw', text: TEXT }],
  'set-lead': (referral) => forEachRecipient(referral, (recipientId) => ({ type: 'set-lead', recipientId })),
  'raise-hash-limit': ({ hashLimit = 0 }) => [{ type: 'raise-hash-limit', max: hashLimit + 1, text: TEXT }],
  link: () => [{ type: 'link', otherId: OTHER, kind: 'related' }],
  reopen: () => [{ type: 'reopen', text: TEXT }],
  'order-erasure': () => [{ type: 'order-erasure', text: TEXT }],
  retain: () => [{ type: 'retain', until: new Date(Date.now() + DAY_MS).toISOString(), text: TEXT }],
  'place-legal-hold': () => [{ type: 'place-legal-hold', text: TEXT }],
  'lift-legal-hold': () => [{ type: 'lift-legal-hold', text: TEXT }],
  erase: () => [{ type: 'erase' }],
  'confirm-erasure': (referral) =>
    forEachRecipient(referral, (recipientId) => ({ type: 'confirm-erasure', recipientId })),
};

function sampleActs(referral: Referral): ActOf<OfferedActType>[] {
  return Object.values(SAMPLE_ACTS).flatMap((samples): readonly ActOf<OfferedActType>[] => samples(referral));
}

function forEachRecipient<A extends Act>({ recipients }: Referral, sample: (recipientId: string) => A): A[] {
  return recipients.map(({ id }) => sample(id));
}

function extension({ clocks }: Referral, recipientId: string, clock: ExtensibleClock): ActOf<'extend'> {
  const [reason] = clockOfRecipient(clocks, clock, recipientId)?.extension.reasons ?? [];
  return { type: 'extend', recipientId, clock, amount: 1, text: TEXT, ...(reason && { reason }) };
}

function translationRequest(of: CaseParty['kind'], recipientId?: string): ActOf<'ask-translation'> {
  return { type: 'ask-translation', of, languages: ['en'], ...(recipientId && { recipientId }) };
}

function isPossible(referral: Referral, act: Act, person: Person, now: Instant): boolean {
  try {
    return decide(referral, act, person, now).length > 0;
  } catch (error) {
    if (error instanceof ReferralError) return false;
    throw error;
  }
}
