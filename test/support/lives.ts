/** Lives that a referral can have: acts of anyone at any time, of the engine too, in no order but what the rules allow. */

import fc from 'fast-check';
import type { Act } from '../../domain/acts.ts';
import { type Actor, ENGINE, type Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { type Country, HANDLING_CODES, URGENCIES } from '../../domain/vocabulary.ts';
import { EXAMPLES } from './acts.ts';
import { Case } from './case.ts';
import { aPerson, CAST, COORDINATOR, choice, DIRECTORY, officerAt, SENDER } from './factories.ts';
import { aReferredCase } from './standing.ts';

const PARTNERS = DIRECTORY.contactPoints.filter(({ agencyId }) => agencyId !== SENDER).map(({ id }) => officerAt(id));

/** Who mostly acts. The second officer of the coordinator is a supervisor as well. */
const BUSY: Person[] = [
  CAST.sender,
  CAST.otherSender,
  CAST.coordinator,
  CAST.supervisor,
  CAST.otherSupervisor,
  { ...CAST.otherCoordinator, roles: ['liaison-officer', 'supervisor'] },
  ...PARTNERS,
];

const EVERYONE: Actor[] = [
  ...BUSY,
  CAST.sendersSupervisor,
  CAST.auditor,
  CAST.administrator,
  CAST.stranger,
  aPerson('supervisor', 'fi-birch'),
  ENGINE,
];

const text = 'text-said';

/** All that could be asked of the referral, sense or nonsense. */
function imaginable(referral: Referral): Act[] {
  const recipients = [...referral.recipients.map(({ id }) => id), 'r99'];
  const questions = [...referral.questions.map(({ id }) => id), 'q99'];
  const clocks = [...referral.clocks.map(({ id }) => id), 'c99'];
  return [
    ...Object.values(EXAMPLES).filter(
      (act) => !('recipientId' in act) && !('questionId' in act) && !('clockId' in act),
    ),
    ...recipients.flatMap(ofRecipient),
    ...questions.map((questionId): Act => ({ ...EXAMPLES['answer-information'], questionId })),
    ...clocks.flatMap((clockId): Act[] => [
      { type: 'warn-clock', clockId },
      { type: 'expire-clock', clockId },
    ]),
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

function ofRecipient(recipientId: string): Act[] {
  return [
    { type: 'ask-information', recipientId, text },
    { type: 'acknowledge', recipientId },
    { type: 'accept', recipientId },
    { type: 'decline', recipientId, ground: 'no-jurisdiction' },
    { type: 'decline', recipientId, ground: 'national-security' },
    { type: 'extend', recipientId, clock: 'decide', amount: 2, text },
    { type: 'extend', recipientId, clock: 'outcome', amount: 2, text },
    ...DIRECTORY.contactPoints.map(({ id }): Act => ({ type: 'refer-onward', recipientId, choice: choice(id), text })),
    { type: 'consent-onward', recipientId },
    { type: 'refuse-onward', recipientId, text },
    { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false },
    { type: 'report-outcome', recipientId, outcome: 'arrest', final: true },
    { type: 'recall', recipientId, text },
    { type: 'confirm-recall', recipientId },
  ];
}

export type Step = (it: Case) => void;

/** What brings nothing on, or ends everything, is done once in so many times. */
const ONE_IN: Partial<Record<Act['type'], number>> = {
  take: 8,
  assign: 8,
  link: 8,
  supplement: 2,
  'add-country': 3,
  'assign-recipient': 3,
  recall: 4,
  withdraw: 6,
  'reject-at-intake': 8,
  'mark-duplicate': 8,
  'file-informational': 8,
  erase: 8,
};

/** Something that is not refused, by somebody who can do anything, each kind of act as likely as another. */
const sensible = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([who, kind, which]): Step => {
  return (it) => {
    const acts = imaginable(it.referral).filter(({ type }) => which % (ONE_IN[type] ?? 1) === 0);
    const first = who % BUSY.length;
    for (const actor of [...BUSY.slice(first), ...BUSY.slice(0, first)]) {
      if (!isInvolved(actor, it.referral)) continue;
      const open = acts.filter((act) => it.refusalOf(act, actor) === undefined);
      if (open.length === 0) continue;
      const type = pick([...new Set(open.map((act) => act.type))], kind);
      it.act(
        pick(
          open.filter((act) => act.type === type),
          which,
        ),
        actor,
      );
      return;
    }
  };
});

function isInvolved({ agencyId }: Person, { recipients }: Referral): boolean {
  return agencyId === SENDER || agencyId === COORDINATOR || recipients.some((each) => each.agencyId === agencyId);
}

/** Anything at all; where it is refused, it is as if nothing had been asked. */
const whatever = fc.tuple(fc.nat(), fc.nat()).map(([who, what]): Step => {
  return (it) => {
    const [actor, act] = [pick(EVERYONE, who), pick(imaginable(it.referral), what)];
    if (it.refusalOf(act, actor) === undefined) it.act(act, actor);
  };
});

const settled = fc.constant<Step>((it) => void it.settle());
const time = fc.integer({ min: 1, max: 200 }).map(
  (hours): Step =>
    (it) =>
      it.pass(hours),
);
/** The engine is down while time goes by. */
const blackout = fc.integer({ min: 1, max: 200 }).map(
  (hours): Step =>
    (it) => {
      it.now = new Date(Date.parse(it.now) + hours * 3_600_000).toISOString();
    },
);
const post = fc.constantFrom('arrives', 'bounces', 'waits').map(
  (mail): Step =>
    (it) => {
      it.mail = mail as Case['mail'];
    },
);

const step = fc.oneof(
  { weight: 24, arbitrary: sensible },
  { weight: 4, arbitrary: whatever },
  { weight: 8, arbitrary: settled },
  { weight: 3, arbitrary: time },
  { weight: 1, arbitrary: blackout },
  { weight: 1, arbitrary: post },
);

const beginning = fc.record({
  urgency: fc.constantFrom(...URGENCIES),
  handlingCode: fc.constantFrom(...HANDLING_CODES, 'H2' as const),
});

const sentTo = fc.constantFrom<Country[] | undefined>(undefined, ['FI'], ['FI', 'NL'], ['FI', 'SE'], ['NL', 'DK']);

/** A whole life; all that was done is in its `journal` and in `taken`. Most are sent on at once. */
export const randomCases: fc.Arbitrary<Case> = fc
  .tuple(beginning, sentTo, fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }))
  .map(([facts, countries, steps]) => {
    const it = countries ? aReferredCase(facts, countries) : new Case(facts);
    for (const each of steps) each(it);
    return it;
  });

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
