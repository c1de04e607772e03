/** How a sample referral reaches each state: the acts after its submission, by people of the seed. */

import type { ActRequest } from '../../client/contract/acts.ts';
import type { Country } from '../../domain/vocabulary.ts';
import type { ReferralMaker } from './referral-maker.ts';

/** One referral on its way to a state. */
export interface Journey {
  maker: ReferralMaker;
  reference: string;
  sender: string;
  country: Country;
  /** Another sample, for acts that name one. */
  other: string;
  /** Moves the time of this referral forward. */
  pass(hours: number): Promise<void>;
  /** Refuses letters to all contact points of the country while `work` runs. */
  withoutMail(work: () => Promise<void>): Promise<void>;
}

const [OFFICER, SUPERVISOR, APPROVER] = ['noor.rowan', 'ines.rowan', 'otto.rowan'];
const recipientId = 'r1';

type Step = (journey: Journey) => Promise<void>;

const by =
  (person: string, request: Partial<ActRequest>): Step =>
  ({ maker, reference }) =>
    maker.act(person, reference, request);

const bySender =
  (request: Partial<ActRequest>): Step =>
  ({ maker, reference, sender }) =>
    maker.act(sender, reference, request);

const byPartner =
  (request: Partial<ActRequest>): Step =>
  async ({ maker, reference }) =>
    maker.act(await maker.partnerOf(reference, recipientId), reference, request);

/** Accepts what the rules propose, for the country of the sample. */
const triaged: Step = async ({ maker, reference, country }) => {
  const { triage, facts } = await maker.read(reference);
  if (triage.state !== 'proposed') throw new Error(`No triage is proposed for ${reference}.`);
  const { urgency, urgencyGrounds } = triage.proposal;
  await maker.act(OFFICER, reference, {
    ...{ type: 'complete-triage', urgency, urgencyGrounds, countries: [country], capability: facts.capability },
  });
};

const delivered: readonly Step[] = [
  triaged,
  ({ maker, reference }) => maker.until(reference, ({ recipients }) => recipients[0]?.status === 'delivered'),
];
const acknowledged = [...delivered, byPartner({ type: 'acknowledge', recipientId })];
const accepted = [...delivered, byPartner({ type: 'accept', recipientId })];
const outcome = [
  ...accepted,
  byPartner({ type: 'report-outcome', recipientId, outcome: 'suspect-identified', final: true }),
];
const held: readonly Step[] = [
  triaged,
  ({ maker, reference }) => maker.until(reference, ({ status }) => status === 'held'),
];
const closed = [...outcome, by(OFFICER, { type: 'propose-closure' }), by(APPROVER, { type: 'approve-closure' })];

/** The steps to each state. */
export const STATES = {
  received: [],
  'awaiting-information': [by(OFFICER, { type: 'ask-information', text: 'In which time zone are the log entries?' })],
  'information-received': [
    by(OFFICER, { type: 'ask-information', text: 'Is the account still in use?' }),
    bySender({ type: 'answer-information', questionId: 'q1', text: 'It was last used on Monday.' }),
  ],
  'rejected-at-intake': [by(OFFICER, { type: 'reject-at-intake', ground: 'no-identifier' })],
  informational: [by(OFFICER, { type: 'file-informational', text: 'For information. Nothing is requested.' })],
  duplicate: [({ maker, reference, other }) => maker.act(OFFICER, reference, { type: 'mark-duplicate', other })],
  withdrawn: [bySender({ type: 'withdraw', text: 'The report was sent to the wrong desk.' })],
  held,
  'no-recipient': [...held, by(OFFICER, { type: 'propose-closure' }), by(APPROVER, { type: 'approve-closure' })],
  delivered,
  'delivery-failed': [
    ({ withoutMail, ...journey }) =>
      withoutMail(async () => {
        await triaged({ ...journey, withoutMail });
        await journey.maker.until(journey.reference, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
      }),
  ],
  unresponsive: [
    ...delivered,
    async ({ pass, maker, reference }) => {
      await pass(9);
      await maker.until(reference, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    },
  ],
  acknowledged,
  'question-open': [
    ...acknowledged,
    byPartner({ type: 'ask-information', recipientId, text: 'Which provider issued the address?' }),
  ],
  accepted,
  extended: [
    ...acknowledged,
    byPartner({ type: 'extend', recipientId, clock: 'decide', amount: 10, text: 'The prosecutor must decide.' }),
  ],
  'interim-outcome': [
    ...accepted,
    byPartner({ type: 'report-outcome', recipientId, outcome: 'case-opened', final: false }),
  ],
  declined: [...acknowledged, byPartner({ type: 'decline', recipientId, ground: 'no-jurisdiction' })],
  'consent-requested': [
    ...accepted,
    byPartner({
      ...{ type: 'refer-onward', recipientId, contactPoint: 'se-juniper-ncp' },
      text: 'The suspect has moved to Sweden.',
    }),
  ],
  'referred-onward': [
    ...accepted,
    byPartner({
      ...{ type: 'refer-onward', recipientId, contactPoint: 'se-juniper-ncp' },
      text: 'The suspect lives in Sweden.',
    }),
  ],
  recalled: [...delivered, bySender({ type: 'recall', recipientId, text: 'Another agency has the case already.' })],
  'outcome-reported': outcome,
  'closure-proposed': [...outcome, by(OFFICER, { type: 'propose-closure' })],
  completed: closed,
  'legal-hold': [...closed, by(SUPERVISOR, { type: 'place-legal-hold', text: 'A court asked for the record.' })],
  erased: [...closed, by(SUPERVISOR, { type: 'erase' })],
} as const satisfies Record<string, readonly Step[]>;

/** The name of a state. */
export type SampleState = keyof typeof STATES;
