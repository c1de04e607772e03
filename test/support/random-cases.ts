/** Random referrals for property tests: acts of any actor at any time, as far as the rules permit them. */

import fc from 'fast-check';
import { type Act, REVERSIBLE_ACTS } from '../../domain/acts.ts';
import { type Actor, ENGINE, type Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { type Country, HANDLING_CODES, URGENCIES } from '../../domain/vocabulary.ts';
import { EXAMPLES } from './acts.ts';
import { Case } from './case.ts';
import { aReferredCase } from './cases-by-status.ts';
import { aPerson, CAST, COORDINATOR, choice, DIRECTORY, officerAt, SENDER } from './factories.ts';
import { examples } from './seeds.ts';

const PARTNERS = DIRECTORY.contactPoints.filter(({ agencyId }) => agencyId !== SENDER).map(({ id }) => officerAt(id));

/** The actors of most acts. The second officer of the coordinator is a supervisor as well. */
const USUAL_ACTORS: Person[] = [
  CAST.sender,
  CAST.otherSender,
  CAST.coordinator,
  CAST.supervisor,
  CAST.otherSupervisor,
  { ...CAST.otherCoordinator, roles: ['liaison-officer', 'supervisor'] },
  ...PARTNERS,
];

const ALL_ACTORS: Actor[] = [
  ...USUAL_ACTORS,
  CAST.sendersSupervisor,
  CAST.auditor,
  CAST.administrator,
  CAST.stranger,
  aPerson('supervisor', 'fi-birch'),
  ENGINE,
];

const text = 'text-random';

/** All acts that can be requested, including ones that the rules refuse. */
function possibleActs(referral: Referral): Act[] {
  const recipients = [...referral.recipients.map(({ id }) => id), 'r99'];
  const questions = [...referral.questions.map(({ id }) => id), 'q99'];
  const clocks = [...referral.clocks.map(({ id }) => id), 'c99'];
  return [
    ...Object.values(EXAMPLES).filter(
      (act) => !('recipientId' in act) && !('questionId' in act) && !('clockId' in act),
    ),
    ...recipients.flatMap(ofRecipient),
    ...(referral.translations ?? []).map(({ id }): Act => ({ ...EXAMPLES['deliver-translation'], translationId: id })),
    { ...EXAMPLES['ask-information'], language: 'fi' },
    ...questions.map((questionId): Act => ({ ...EXAMPLES['answer-information'], questionId, language: 'en' })),
    ...questions.map((questionId): Act => ({ ...EXAMPLES['answer-information'], questionId })),
    ...clocks.flatMap((clockId): Act[] => [
      { type: 'warn-clock', clockId },
      { type: 'expire-clock', clockId },
      { type: 'resume-clock', clockId },
    ]),
    ...REVERSIBLE_ACTS.map((act): Act => ({ type: 'take-back', act })),
    ...URGENCIES.map((urgency): Act => ({ ...EXAMPLES['complete-triage'], urgency, countries: ['FI', 'NL'] })),
    { ...EXAMPLES['complete-triage'], countries: ['DK'] },
    { ...EXAMPLES['complete-triage'], countries: [] },
    { ...EXAMPLES['complete-triage'], wanted: [choice('nl-2'), choice('fi-1')] },
    { ...EXAMPLES['complete-triage'], wanted: [choice('ee-1')] },
    { ...EXAMPLES['assign-recipient'], choice: choice('fi-1') },
    { ...EXAMPLES['assign-recipient'], choice: choice('ee-1') },
    ...recipients.map((replaces): Act => ({ ...EXAMPLES['assign-recipient'], choice: choice('nl-2'), replaces })),
    { ...EXAMPLES['add-country'], country: 'NL' },
    { ...EXAMPLES['mark-duplicate'], otherId: referral.id },
    { type: 'propose-triage', proposal: proposeTriage({ ...referral.facts, urgency: 'emergency' }) },
  ];
}

/** Every act that can be requested, by each actor. Most are refused. */
export function attempts(referral: Referral): { act: Act; actor: Actor }[] {
  return possibleActs(referral).flatMap((act) => ALL_ACTORS.map((actor) => ({ act, actor })));
}

function ofRecipient(recipientId: string): Act[] {
  return [
    { type: 'ask-information', recipientId, text },
    { ...EXAMPLES['ask-translation'], recipientId },
    { type: 'ask-translation', recipientId, of: 'recipient', languages: ['fi'] },
    { type: 'acknowledge', recipientId },
    { type: 'accept', recipientId },
    { type: 'decline', recipientId, ground: 'no-jurisdiction' },
    { type: 'decline', recipientId, ground: 'national-security' },
    { type: 'extend', recipientId, clock: 'decide', amount: 2, text },
    { type: 'extend', recipientId, clock: 'preservation', amount: 2 },
    { type: 'report-preservation', recipientId, text },
    { type: 'confirm-production', recipientId, text },
    { type: 'extend', recipientId, clock: 'outcome', amount: 2, text },
    ...DIRECTORY.contactPoints.map(({ id }): Act => ({ type: 'refer-onward', recipientId, choice: choice(id), text })),
    { type: 'consent-onward', recipientId },
    { type: 'refuse-onward', recipientId, text },
    { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false },
    { type: 'report-outcome', recipientId, outcome: 'arrest', final: true },
    { type: 'correct-outcome', recipientId, outcome: 'case-opened', text },
    { type: 'correct-outcome', recipientId, outcome: 'prosecution', text },
    { type: 'recall', recipientId, text },
    { type: 'confirm-recall', recipientId },
    { type: 'confirm-erasure', recipientId },
    { type: 'set-lead', recipientId },
  ];
}

export type Step = (it: Case) => void;

/** Acts that change little, or that end the referral, are chosen once in this number of times. */
const FREQUENCY: Partial<Record<Act['type'], number>> = {
  take: 8,
  assign: 8,
  'set-own-reference': 8,
  'add-note': 8,
  'take-back': 2,
  'ask-translation': 4,
  'report-preservation': 4,
  'confirm-production': 2,
  'deliver-translation': 2,
  link: 8,
  supplement: 2,
  'record-oral-request': 3,
  'add-country': 3,
  'set-lead': 6,
  'raise-hash-limit': 8,
  'assign-recipient': 3,
  'correct-outcome': 6,
  recall: 4,
  withdraw: 6,
  'reject-at-intake': 8,
  'mark-duplicate': 8,
  'file-informational': 8,
  'order-erasure': 4,
  retain: 2,
  'place-legal-hold': 8,
  erase: 2,
};

/** An act that the rules accept, by an actor who has one. Each type of act is equally likely. */
const acceptedAct = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([who, kind, which]): Step => {
  return (it) => {
    const acts = possibleActs(it.referral).filter(({ type }) => which % (FREQUENCY[type] ?? 1) === 0);
    const first = who % USUAL_ACTORS.length;
    for (const actor of [...USUAL_ACTORS.slice(first), ...USUAL_ACTORS.slice(0, first)]) {
      if (!isInvolved(actor, it.referral)) continue;
      const open = openActs(it, acts, actor, kind);
      if (open.length === 0) continue;
      it.act(pick(open, which), actor);
      return;
    }
  };
});

/** The acts of one type that the rules accept, of the first such type in an order that depends on the number. */
function openActs(it: Case, acts: readonly Act[], actor: Person, number: number): Act[] {
  const types = [...new Set(acts.map(({ type }) => type))];
  const places = new Map(types.map((type, place) => [type, ((place + 1) * ((number % 100) + 1)) % 101]));
  for (const type of types.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))) {
    const open = acts.filter((act) => act.type === type && it.refusalOf(act, actor) === undefined);
    if (open.length > 0) return open;
  }
  return [];
}

function isInvolved({ agencyId }: Person, { recipients }: Referral): boolean {
  return agencyId === SENDER || agencyId === COORDINATOR || recipients.some((each) => each.agencyId === agencyId);
}

/** Any act by any actor. If it is refused, nothing changes. */
const anyAct = fc.tuple(fc.nat(), fc.nat()).map(([who, what]): Step => {
  return (it) => {
    const [actor, act] = [pick(ALL_ACTORS, who), pick(possibleActs(it.referral), what)];
    if (it.refusalOf(act, actor) === undefined) it.act(act, actor);
  };
});

const settled = fc.constant<Step>((it) => void it.settle());
const timePassing = fc.integer({ min: 1, max: 200 }).map(
  (hours): Step =>
    (it) =>
      it.pass(hours),
);
/** Time passes while the engine is down. */
const outage = fc.integer({ min: 1, max: 200 }).map(
  (hours): Step =>
    (it) => {
      it.now = new Date(Date.parse(it.now) + hours * 3_600_000).toISOString();
    },
);
const mailChange = fc.constantFrom('arrives', 'bounces', 'waits').map(
  (mail): Step =>
    (it) => {
      it.mail = mail as Case['mail'];
    },
);

/** The engine asks for the review of a closed referral. */
const review = fc.constant<Step>((it) => {
  const ask = EXAMPLES['ask-retention-review'];
  if (it.refusalOf(ask, ENGINE) === undefined) it.act(ask, ENGINE);
});

/** A duplicate that was marked by mistake. */
const mistake = fc.constant<Step>((it) => {
  const mark = EXAMPLES['mark-duplicate'];
  if (it.refusalOf(mark, CAST.coordinator) !== undefined) return;
  it.act(mark, CAST.coordinator);
  it.act({ type: 'take-back', act: 'mark-duplicate' }, CAST.coordinator);
});

const step = fc.oneof(
  { weight: 24, arbitrary: acceptedAct },
  { weight: 4, arbitrary: anyAct },
  { weight: 8, arbitrary: settled },
  { weight: 3, arbitrary: timePassing },
  { weight: 1, arbitrary: outage },
  { weight: 1, arbitrary: mailChange },
  { weight: 2, arbitrary: review },
  { weight: 1, arbitrary: mistake },
);

const initialFacts = fc.record({
  urgency: fc.constantFrom(...URGENCIES),
  handlingCode: fc.constantFrom(...HANDLING_CODES, 'H2' as const),
});

const initialCountries = fc.constantFrom<Country[] | undefined>(
  undefined,
  ['FI'],
  ['FI', 'NL'],
  ['FI', 'SE'],
  ['NL', 'DK'],
);

/** A random referral. Its `journal` and `performed` contain all events and acts. Most are referred at the start. */
export const randomCases: fc.Arbitrary<Case> = fc
  .tuple(initialFacts, initialCountries, fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }))
  .map(([facts, countries, steps]) => {
    const it = countries ? aReferredCase(facts, countries) : new Case(facts);
    for (const each of steps) each(it);
    return it;
  });

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

const SAMPLE_SIZE = 200;
/** Made once for every property in this process, because making a case is most of the work. */
let sample: readonly Case[] | undefined;

/** The same random referrals in each run. Read them only: other tests read them too. */
export function sampleCases(): readonly Case[] {
  sample ??= fc.sample(randomCases, { numRuns: SAMPLE_SIZE, seed: 3 });
  return sample;
}

/**
 * Checks that a property holds for random referrals, which the check only reads. `npm test` takes the cases of the sample;
 * if one fails, or with new seeds, fast-check makes the cases and reports the shortest one that fails.
 */
export function forRandomCases(check: (it: Case) => void, numRuns = examples(60)): void {
  if (process.env['LIAISE_PROPERTY_SEED'] === undefined) {
    try {
      for (const it of sampleCases().slice(0, numRuns)) check(it);
      return;
    } catch (error) {
      fc.assert(fc.property(randomCases, check), { numRuns: SAMPLE_SIZE, seed: 3 });
      throw error;
    }
  }
  fc.assert(fc.property(randomCases, check), { numRuns });
}
