/** One referral's life in eight acts, and the bare workflow with as many updates beside it. */

import type { ActRequest } from '../client/contract/acts.ts';
import type { Person } from '../domain/people.ts';
import type { Submission } from '../domain/submission.ts';
import { at, findPerson } from '../prisma/store/people.ts';
import { workflowIdOf } from '../workflows/messages.ts';
import { bare, bareUpdate } from './bare-workflow.ts';
import { BARE_QUEUE, type Place } from './place.ts';

export const ACTS = 8;

export interface Cast {
  sender: Person;
  officer: Person;
  approver: Person;
  partner: Person;
}

export async function cast({ db }: Place): Promise<Cast> {
  const person = async (personId: string) => {
    const known = await findPerson(db, personId);
    const acting = known && at(known, known.memberships[0]?.agencyId ?? '');
    if (acting === undefined) throw new Error(`The seed has no ${personId}.`);
    return acting;
  };
  const [sender, officer, approver, partner] = await Promise.all(
    ['quinn.quartz', 'noor.rowan', 'otto.rowan', 'aino.alder'].map(person),
  );
  if (!sender || !officer || !approver || !partner) throw new Error('The seed lacks somebody.');
  return { sender, officer, approver, partner };
}

/** Milliseconds of each act. The engine's own work between acts is not waited for but where the next act needs it. */
export async function lifecycle(place: Place, { sender, officer, approver, partner }: Cast): Promise<number[]> {
  const { engine } = place;
  const taken: number[] = [];
  const timed = async <T>(act: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const answer = await act();
    taken.push(performance.now() - started);
    return answer;
  };
  const { referralId } = await timed(() => engine.submit(sender, submission, { key: crypto.randomUUID() }));
  const act = (actor: Person, request: ActRequest) =>
    timed(() => engine.perform(actor, referralId, request, { key: crypto.randomUUID() }));
  await act(officer, {
    type: 'complete-triage',
    ...{ urgency: 'urgent', urgencyGrounds: [], countries: ['FI'], capability: 'investigation', contactPoints: [] },
  });
  await recipientOpened(place, referralId);
  const recipientId = 'r1';
  await act(partner, { type: 'acknowledge', recipientId });
  await act(partner, { type: 'accept', recipientId });
  await act(partner, { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false });
  await act(partner, { type: 'report-outcome', recipientId, outcome: 'victim-safeguarded', final: true });
  await act(officer, { type: 'propose-closure' });
  await act(approver, { type: 'approve-closure' });
  return taken;
}

export async function bareLifecycle({ temporal }: Place): Promise<number[]> {
  const handle = await temporal.workflow.start(bare, {
    workflowId: `bare/${crypto.randomUUID()}`,
    taskQueue: BARE_QUEUE,
    args: [ACTS],
  });
  const taken: number[] = [];
  for (let number = 0; number < ACTS; number += 1) {
    const started = performance.now();
    await handle.executeUpdate(bareUpdate, { args: [number] });
    taken.push(performance.now() - started);
  }
  return taken;
}

export async function historyOf({ temporal }: Place, referralId: string): Promise<number> {
  const { historyLength } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
  return historyLength;
}

/** Routing is the engine's own doing, a moment after triage. */
async function recipientOpened({ db }: Place, referralId: string): Promise<void> {
  while ((await db.recipient.count({ where: { referralId } })) === 0)
    await new Promise((resolve) => setImmediate(resolve));
}

const submission: Submission = {
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
