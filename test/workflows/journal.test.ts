/** The journal is the source of truth: a workflow continues from it, whatever else is lost. */

import { beforeAll, describe, expect, test } from 'vitest';
import { update } from '../../client/engine/update.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { REFERRAL_WORKFLOW, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { recordUnknownToWorkflow } from '../support/record-without-workflow.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { refuseLetters } from './refuse-letters.ts';
import { expectAgreement, followed } from './what-followed.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const R1 = { recipientId: 'r1' } as const;

async function dueInstants(referralId: string): Promise<Record<string, string>> {
  const { clocks } = await liaise.read(referralId);
  return Object.fromEntries(clocks.map(({ id, dueAt }) => [id, dueAt]));
}

async function allSent(referralId: string): Promise<void> {
  await liaise.lettersSent(referralId);
}

describe('a journal with entries that its workflow missed', () => {
  test('is read again before the next act', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await allSent(referralId);
    await recordUnknownToWorkflow(liaise, referralId, 'emil.rowan');
    const receipt = await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
    expect((await followed(liaise, receipt)).events[0]).toBe('question-asked');
    expect((await liaise.read(referralId)).handlers).toEqual({ 'xr-desk': 'emil.rowan' });
    await expectAgreement(liaise, referralId);
  });

  test('is read again before an act of the engine', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await allSent(referralId);
    await recordUnknownToWorkflow(liaise, referralId, 'emil.rowan');
    await liaise.skip('121 minutes');
    const { handlers } = await liaise.waitUntil(referralId, ({ clocks }) => clocks[0]?.warnings.length === 1);
    expect(handlers).toEqual({ 'xr-desk': 'emil.rowan' });
  });

  test('contains a recorded act once, even if it is requested again after another act', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await allSent(referralId);
    await recordUnknownToWorkflow(liaise, referralId, 'emil.rowan');
    await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
    // The server sends the update again to the worker that replaces a killed one.
    const actor = await liaise.person('emil.rowan');
    await update(liaise.temporal, { referralId, actId: 'past it', act: { type: 'take' }, actor });
    expect((await readJournal(liaise.db, referralId)).filter(({ actId }) => actId === 'past it')).toHaveLength(1);
    await expectAgreement(liaise, referralId);
  });

  test('refuses acts that are no longer possible', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await allSent(referralId);
    await recordUnknownToWorkflow(liaise, referralId, 'emil.rowan');
    // After the workflow has read the missed entries, its rules apply to them.
    await liaise.act('noor.rowan', referralId, { type: 'file-informational' });
    const late = liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'old-data' });
    expect(await refusalCodeOf(late)).toBe('ALREADY_CLOSED');
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  });
});

describe('a submission whose first task is lost', () => {
  const patientlyWithout = async (referralId: string) => {
    const handle = await liaise.temporal.workflow.start(REFERRAL_WORKFLOW, {
      workflowId: workflowIdOf(referralId),
      taskQueue: TASK_QUEUES.referrals,
      args: [{ from: 'submission', referralId }],
    });
    const waits = async () => (await handle.fetchHistory()).events?.some((event) => event.timerStartedEventAttributes);
    await expect.poll(waits, { timeout: 20_000 }).toBe(true);
    await liaise.skip('31 seconds');
    return handle;
  };

  test('after it was recorded: the workflow finds it in the journal and continues', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await allSent(referralId);
    await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('simulates a lost task');
    const handle = await patientlyWithout(referralId);
    await expect.poll(() => handle.query<Referral>('state')).toEqual(await liaise.read(referralId));
    await liaise.skip('121 minutes');
    await liaise.waitUntil(referralId, ({ clocks }) => clocks[0]?.warnings.length === 1);
  });

  test('before it was recorded: the workflow ends, so that a repetition can start another', async () => {
    const handle = await patientlyWithout(crypto.randomUUID());
    expect(await handle.result()).toBeUndefined();
  });
});

describe('a workflow that is lost', () => {
  const lose = (referralId: string) =>
    liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('simulates a lost database');

  test('is started by the next act from the journal, and clocks keep their due times', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await allSent(referralId);
    const before = await dueInstants(referralId);
    await lose(referralId);
    const receipt = await liaise.act('noor.rowan', referralId, { type: 'take' });
    expect((await followed(liaise, receipt)).events).toEqual(['handler-assigned']);
    expect(await dueInstants(referralId)).toEqual(before);
    await expectAgreement(liaise, referralId);
  });

  test('processes its clocks again', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await allSent(referralId);
    await lose(referralId);
    await liaise.act('noor.rowan', referralId, { type: 'take' });
    await liaise.skip('481 minutes');
    const { recipients } = await liaise.waitUntil(
      referralId,
      ({ recipients }) => recipients[0]?.status === 'unresponsive',
    );
    expect(recipients[0]?.replacement.state).toBe('due');
  });

  test('sends the letters that were not yet sent', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    liaise.mail.refuse('ncp@fi-alder.example', 451);
    const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
    const triage = { urgency, urgencyGrounds, capability, countries: ['FI'], contactPoints: [] };
    await liaise.act('noor.rowan', referralId, { type: 'complete-triage', ...triage });
    await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    await lose(referralId);
    liaise.mail.refuse('ncp@fi-alder.example', undefined);
    await liaise.act('noor.rowan', referralId, { type: 'take' });
    const { recipients } = await liaise.waitUntil(
      referralId,
      ({ recipients }) => recipients[0]?.status === 'delivered',
    );
    expect(recipients).toHaveLength(1);
  });
});

describe('a bug in the workflow', () => {
  const overdue = (clock: Clock): Clock => ({ ...clock, dueAt: new Date(0).toISOString() });

  test.each<[string, (referral: Referral) => object]>([
    [
      'an error without a code',
      (referral) => ({ recipients: [null], clocks: referral.clocks.map(overdue).filter(isAcknowledge) }),
    ],
    [
      'a due act that the rules refuse',
      ({ clocks: [first, ...rest] }) => ({
        clocks: [first, ...rest.map(overdue).map((clock) => ({ ...clock, id: first?.id }))],
      }),
    ],
  ])('%s: the workflow waits for a corrected build, and loses nothing', async (_, damage) => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await allSent(referralId);
    const known = await liaise.read(referralId);
    const handle = liaise.temporal.workflow.getHandle(workflowIdOf(referralId));
    await handle.terminate('to start with an invalid state');
    const referral = { ...known, ...damage(known) } as Referral;
    await liaise.temporal.workflow.start(REFERRAL_WORKFLOW, {
      workflowId: workflowIdOf(referralId),
      taskQueue: TASK_QUEUES.referrals,
      args: [{ from: 'state', referralId, referral }],
    });
    const failed = async () => (await handle.fetchHistory()).events?.some(isFailedTask);
    await expect.poll(failed, { timeout: 10_000 }).toBe(true);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate('simulates a corrected build');
    await liaise.act('noor.rowan', referralId, { type: 'take' });
    await expectAgreement(liaise, referralId);
  });

  const isAcknowledge = ({ name }: Clock) => name === 'acknowledge';
  const isFailedTask = (event: { workflowTaskFailedEventAttributes?: unknown }) =>
    Boolean(event.workflowTaskFailedEventAttributes);
});

describe('a database that refuses writes for a while', () => {
  test('delays an act, which is done once when the database accepts it', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await allSent(referralId);
    const refusing = await refuseLetters(liaise.owner);
    const answer = liaise.act('aino.alder', referralId, { type: 'accept', ...R1 });
    // The second act waits for the first.
    const second = liaise.act('noor.rowan', referralId, { type: 'take' });
    await refusing.twice();
    await refusing.stop();
    const receipts = await Promise.all([answer, second]);
    expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(2);
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.filter(({ event }) => event.type === 'accepted')).toHaveLength(1);
    await expectAgreement(liaise, referralId);
  });
});
