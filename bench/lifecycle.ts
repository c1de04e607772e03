/** One lifecycle of a referral in eight acts, through the engine that all entry points use. */

import { setTimeout } from 'node:timers/promises';
import type { ActRequest } from '../client/contract/acts.ts';
import type { Engine } from '../client/engine/engine.ts';
import { ReferralError } from '../domain/errors.ts';
import type { Person } from '../domain/people.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Submission } from '../domain/submission.ts';
import type { Database } from '../prisma/store/connect.ts';
import { at, findPerson } from '../prisma/store/people.ts';

/** The people of the seed who act, with the engine and the database. */
export interface Setup {
  engine: Engine;
  db: Database;
  participants: Participants;
}

type Participants = Record<'sender' | 'officer' | 'approver' | 'partner', Person>;

export async function setUp(engine: Engine, db: Database): Promise<Setup> {
  const person = async (personId: string) => {
    const known = await findPerson(db, personId);
    const acting = known && at(known, known.memberships[0]?.agencyId ?? '');
    if (acting === undefined) throw new Error(`The seed has no ${personId}.`);
    return acting;
  };
  const cast = {
    sender: await person('quinn.quartz'),
    officer: await person('noor.rowan'),
    approver: await person('otto.rowan'),
    partner: await person('aino.alder'),
  };
  return { engine, db, participants: cast };
}

export interface LifecycleStep {
  by: keyof Participants;
  request: ActRequest;
}

const recipientId = 'r1';

/** The steps after the submission, up to the acceptance by the recipient. */
export const HANDOVER: readonly LifecycleStep[] = [
  {
    by: 'officer',
    request: {
      type: 'complete-triage',
      ...{ urgency: 'urgent', urgencyGrounds: [], countries: ['FI'], capability: 'investigation', contactPoints: [] },
    },
  },
  { by: 'partner', request: { type: 'acknowledge', recipientId } },
  { by: 'partner', request: { type: 'accept', recipientId } },
];

/** An interim outcome can be reported any number of times. */
export const INTERIM: LifecycleStep = {
  by: 'partner',
  request: { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false },
};

const WHOLE_LIFECYCLE: readonly LifecycleStep[] = [
  ...HANDOVER,
  INTERIM,
  { by: 'partner', request: { type: 'report-outcome', recipientId, outcome: 'victim-safeguarded', final: true } },
  { by: 'officer', request: { type: 'propose-closure' } },
  { by: 'approver', request: { type: 'approve-closure' } },
];

/**
 * Submits a referral and performs the steps. `taken` contains the milliseconds of each act. Acts of the engine are
 * awaited if the next act needs them, and not counted.
 */
export async function runLifecycle(
  players: Setup,
  steps = WHOLE_LIFECYCLE,
): Promise<{ referralId: string; taken: number[] }> {
  const taken: number[] = [];
  const timed = async <T>(act: Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await act;
    taken.push(performance.now() - began);
    return answer;
  };
  const referralId = await timed(submitCase(players));
  for (const step of steps) {
    if (step.request.type === 'acknowledge') await recipientOpened(players, referralId);
    await timed(performStep(players, referralId, step));
  }
  return { referralId, taken };
}

/** The id of a new referral. */
export async function submitCase(players: Setup): Promise<string> {
  return (await submit(players)).referralId;
}

/** The reference of a new referral in an emergency. */
export async function submitEmergency(players: Setup): Promise<string> {
  const receipt = await submit(players, { urgency: 'emergency', urgencyGrounds: ['threat-to-life-or-integrity'] });
  return receipt.reference;
}

function submit({ engine, participants: cast }: Setup, more: Partial<Submission> = {}): Promise<Receipt> {
  const key = crypto.randomUUID();
  return retryUntilAnswered(() => engine.submit(cast.sender, { ...submission, ...more }, { key }));
}

export async function performStep(
  { engine, participants: cast }: Setup,
  referralId: string,
  { by, request }: LifecycleStep,
): Promise<void> {
  const key = crypto.randomUUID();
  await retryUntilAnswered(() => engine.perform(cast[by], referralId, request, { key }));
}

/** Repeats the call with the same key while the engine is unavailable, as clients do. */
async function retryUntilAnswered(ask: () => Promise<Receipt>): Promise<Receipt> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ReferralError && error.code === 'ENGINE_UNAVAILABLE')) throw error;
      await setTimeout(5);
    }
  }
}

/** Waits for routing, which the engine does after triage. */
async function recipientOpened({ db }: Setup, referralId: string): Promise<void> {
  while ((await db.recipient.count({ where: { referralId } })) === 0) await setTimeout(5);
}

export const submission: Submission = {
  kind: 'case-referral',
  urgency: 'urgent',
  urgencyGrounds: ['information-loses-relevance'],
  crimeAreas: ['grooming-solicitation'],
  capability: 'investigation',
  handling: { code: 'H0' },
  evaluation: { source: 'A', information: '2' },
  tlp: 'amber',
  legalInstrument: 'none',
  languages: ['en'],
  originReferences: [],
  indicators: [{ country: 'FI', basis: 'ip-geolocation', verified: false, proxySuspected: false }],
  materials: [],
  subjects: [],
  preservation: [],
  summary: 'An invented case for measuring.',
  particulars: [],
};
