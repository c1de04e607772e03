/** The engine's own acts: clocks that warn, expire and pause, on a server that skips time. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockPolicy, Terms } from '../../domain/clocks/policy-schema.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Submission } from '../../domain/submission.ts';
import { adoptPolicies } from '../../prisma/store/clock-policies.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };

/** Other expiry actions than those of the built-in policies, for one kind of referral. */
const ACTIONS: Partial<Record<ClockName, Partial<Terms>>> = {
  'consent-onward': { onExpiry: 'tacit-clearance' },
  outcome: { onExpiry: 'duty-lapses', extension: { max: 24, count: 1, reasonRequired: true } },
};

function withActions(clock: ClockPolicy): ClockPolicy {
  const action = ACTIONS[clock.id];
  if (action === undefined) return clock;
  const terms = { urgent: { amount: 24, unit: 'hours', onExpiry: 'breach', ...action } as const };
  const added = { when: { kinds: ['own-initiative-information' as const] }, terms };
  return { ...clock, cases: [added, ...(clock.cases ?? [])] };
}

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  // Before the first act, so that the worker has read no other policies yet.
  await adoptPolicies(liaise.owner, {
    version: 'other-actions',
    clocks: defaultPolicies.clocks.map(withActions),
  });
});

async function eventsOf(referralId: string): Promise<string[]> {
  return (await readJournal(liaise.db, referralId)).map(({ event }) => event.type);
}

/** Skips to the due instant of a clock that has just started, however many weekends and public holidays are before it. */
async function skipPast(referralId: string, clock: ClockName): Promise<void> {
  const { clocks } = await liaise.read(referralId);
  const { startedAt, dueAt } = clocks.find(({ name }) => name === clock) ?? expect.fail(`There is no clock ${clock}.`);
  await liaise.skip(`${Date.parse(dueAt) - Date.parse(startedAt) + 1} ms`);
}

async function lettersNamed(referralId: string, letter: string) {
  return (await lettersOf(liaise.db, referralId)).filter((each) => each.letter === letter);
}

describe('without acts of users', () => {
  test('an urgent referral without a triage decision is triaged by the rules after four hours', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await liaise.skip('241 minutes');
    const referral = await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    expect(referral.triage).toMatchObject({ state: 'decided', decision: { countries: ['FI'], urgency: 'urgent' } });
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.find(({ event }) => event.type === 'triaged')).toMatchObject({
      by: { kind: 'engine' },
      event: { byRule: true },
    });
  });

  test('an unresponsive contact point gets a reminder and an escalation, and is replaced one interval after the deadline', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.skip('241 minutes');
    await liaise.waitUntil(referralId, ({ clocks }) => clocks.at(-1)?.warnings.length === 1);
    expect(await lettersNamed(referralId, 'reminder')).toHaveLength(1);
    await liaise.skip('150 minutes');
    await liaise.waitUntil(referralId, ({ clocks }) => clocks.at(-1)?.warnings.length === 0);
    const escalated = await lettersNamed(referralId, 'escalation');
    expect(escalated.map(({ addressee }) => addressee)).toContainEqual({
      kind: 'point',
      contactPointId: 'fi-alder-ncp',
      line: 'duty',
    });
    await liaise.skip('2 hours');
    const silent = await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    expect(silent.recipients).toHaveLength(1);
    await liaise.skip('8 hours');
    const replaced = await liaise.waitUntil(referralId, ({ recipients }) => recipients.length === 2);
    expect(replaced.recipients[1]).toMatchObject({ contactPointId: 'fi-birch-spoc', opened: 'replacement' });
    expect(await lettersNamed(referralId, 'replaced')).toHaveLength(3);
  });

  test('a late acknowledgement is accepted and marked as late', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.skip('9 hours');
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    const referral = await liaise.read(referralId);
    expect(referral.recipients[0]).toMatchObject({
      status: 'acknowledged',
      acknowledged: { state: 'yes', late: true },
    });
    await liaise.skip('9 hours');
    expect((await liaise.read(referralId)).recipients).toHaveLength(1);
  });

  test('an emergency goes to the next contact point at the first expiry', async () => {
    const submission = { ...anUrgentSubmission(), urgency: 'emergency' as const };
    const referralId = await triagedTo(liaise, submission, ['FI']);
    await liaise.skip('61 minutes');
    const referral = await liaise.waitUntil(referralId, ({ recipients }) => recipients.length === 2);
    expect(referral.recipients.map(({ status }) => status)[0]).toBe('unresponsive');
  });

  test('after the last one of an emergency, the coordinating agency has a deadline that starts again until it acts', async () => {
    const submission = { ...anUrgentSubmission(), urgency: 'emergency' as const };
    const referralId = await triagedTo(liaise, submission, ['FI']);
    const searches = ({ clocks }: Referral) => clocks.filter(({ name }) => name === 'find-recipient');
    await liaise.skip('182 minutes');
    const exhausted = await liaise.waitUntil(referralId, (referral) => searches(referral).length === 1);
    expect(exhausted.status).toBe('referred');
    expect(exhausted.recipients.map(({ status }) => status)).toEqual(Array(3).fill('unresponsive'));
    await liaise.skip('31 minutes');
    await liaise.waitUntil(referralId, (referral) => searches(referral).length === 2);
    const [first] = searches(exhausted);
    const overdue = (await lettersNamed(referralId, 'overdue')).filter(({ clockId }) => clockId === first?.id);
    expect(overdue.map(({ addressee }) => addressee)).toContainEqual(
      expect.objectContaining({ kind: 'person', personId: 'otto.rowan' }),
    );
    await liaise.act('ines.rowan', referralId, {
      ...{ type: 'assign-recipient', contactPoint: 'se-juniper-ncp', replaces: 'r3', text: 'They live there.' },
    });
    const [, second] = searches(await liaise.read(referralId));
    expect(second?.state).toMatchObject({ status: 'stopped', late: false });
  });

  test('at standard urgency a supervisor chooses the replacement of an unresponsive recipient; of two at once, one', async () => {
    const submission = { ...anUrgentSubmission(), urgency: 'standard' as const, urgencyGrounds: [] };
    const referralId = await triagedTo(liaise, submission, ['FI'], 'ines.rowan');
    await skipPast(referralId, 'acknowledge');
    const silent = await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    expect(silent.recipients).toHaveLength(1);
    const assign = (person: string) =>
      liaise.act(person, referralId, {
        type: 'assign-recipient',
        contactPoint: 'fi-birch-spoc',
        replaces: 'r1',
        text: 'Known to answer.',
      });
    const both = await Promise.allSettled([assign('otto.rowan'), assign('ines.rowan')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const assigned = await liaise.read(referralId);
    expect(assigned.recipients).toHaveLength(2);
    expect(assigned.recipients[1]).toMatchObject({ contactPointId: 'fi-birch-spoc', opened: 'override' });
  });
});

describe('pauses', () => {
  test("a recipient's question pauses its own clock, and the answer moves the due time by the same duration", async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    const before = (await liaise.read(referralId)).clocks.find(({ name }) => name === 'decide');
    await liaise.act('aino.alder', referralId, { type: 'ask-information', recipientId: 'r1', text: 'Which account?' });
    await liaise.skip('10 hours');
    await liaise.act('quinn.quartz', referralId, { type: 'answer-information', questionId: 'q1', text: 'That one.' });
    const after = (await liaise.read(referralId)).clocks.find(({ name }) => name === 'decide');
    expect(after?.state.status).toBe('running');
    expect(Date.parse(after?.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before?.dueAt ?? ''));
    expect(await eventsOf(referralId)).toEqual(expect.arrayContaining(['clock-paused', 'clock-resumed']));
  });

  test('an unanswered question expires, the clock resumes, and a late answer is accepted', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    await liaise.act('aino.alder', referralId, { type: 'ask-information', recipientId: 'r1', text: 'Which account?' });
    await liaise.skip('25 hours');
    await liaise.waitUntil(referralId, ({ questions }) => questions[0]?.state === 'expired');
    await liaise.act('quinn.quartz', referralId, { type: 'answer-information', questionId: 'q1', text: 'That one.' });
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.find(({ event }) => event.type === 'question-answered')?.event).toMatchObject({ late: true });
  });
});

describe('expiry', () => {
  test('the rules triage an emergency within one hour, and a tie between countries is held', async () => {
    const signs = ['FI', 'SE'].map((country) => ({
      ...{ country, basis: 'ip-geolocation', verified: false, proxySuspected: false },
    })) as Submission['indicators'];
    const submission = { ...anUrgentSubmission(), urgency: 'emergency' as const, indicators: signs };
    const referralId = await submitted(liaise, submission);
    await liaise.skip('61 minutes');
    const { triage, recipients } = await liaise.waitUntil(referralId, ({ status }) => status === 'held');
    expect(triage).toMatchObject({ decision: { urgency: 'emergency', countries: [] } });
    expect(recipients).toEqual([]);
    expect(await lettersNamed(referralId, 'held')).toHaveLength(2);
  });

  test('an overdue standard triage is escalated, and still waits for an officer', async () => {
    const submission = { ...anUrgentSubmission(), urgency: 'standard' as const, urgencyGrounds: [] };
    const referralId = await submitted(liaise, submission);
    await skipPast(referralId, 'triage');
    const { status } = await liaise.waitUntil(referralId, ({ clocks }) => clocks[0]?.state.status === 'expired');
    expect(status).toBe('received');
    expect((await lettersNamed(referralId, 'overdue')).map(({ addressee }) => addressee)).toContainEqual({
      ...{ kind: 'person', personId: 'otto.rowan', agencyId: 'xr-desk' },
    });
  });

  test('the rules do not triage while the sender has an open question; its expiry resumes the triage clock', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
    await liaise.skip('23 hours');
    expect((await liaise.read(referralId)).status).toBe('awaiting-information');
    await liaise.skip('61 minutes');
    await liaise.waitUntil(referralId, ({ status }) => status === 'received');
    expect(await lettersNamed(referralId, 'question-expired')).toHaveLength(1);
    await liaise.skip('4 hours');
    await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
  });

  test('a late decision is still possible, and its clock is marked as late', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    // The acknowledgement stopped this clock in time, so its due time has no effect.
    await liaise.skip('9 hours');
    expect((await liaise.read(referralId)).recipients).toMatchObject([{ status: 'acknowledged' }]);
    await liaise.skip('4 days');
    const decide = ({ clocks }: Referral) => clocks.find(({ name }) => name === 'decide');
    await liaise.waitUntil(referralId, (referral) => decide(referral)?.state.status === 'expired');
    await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
    expect(decide(await liaise.read(referralId))?.state).toMatchObject({ status: 'stopped', late: true });
  });

  test('an overdue consent is escalated, and can still be given', async () => {
    const submission: Submission = { ...anUrgentSubmission(), handling: { code: 'H2' } };
    const referralId = await triagedTo(liaise, submission, ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    const onward = { type: 'refer-onward', recipientId: 'r1', contactPoint: 'se-juniper-ncp', text: 'There.' } as const;
    await liaise.act('aino.alder', referralId, onward);
    await liaise.skip('25 hours');
    await liaise.waitUntil(referralId, ({ clocks }) => clocks.at(-1)?.state.status === 'expired');
    const consented = await liaise.act('quinn.quartz', referralId, { type: 'consent-onward', recipientId: 'r1' });
    expect(consented.opened).toEqual(['r2']);
  });

  test('an overdue closure approval is escalated, and the closure stays proposed', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.act('otto.rowan', referralId, { type: 'recall', recipientId: 'r1', text: 'Handled here.' });
    await liaise.act('noor.rowan', referralId, { type: 'propose-closure' });
    await skipPast(referralId, 'closure-approval');
    const { status } = await liaise.waitUntil(referralId, ({ clocks }) => clocks.at(-1)?.state.status === 'expired');
    expect(status).toBe('closure-proposed');
    await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
  });

  const actionOf = async (referralId: string) =>
    (await readJournal(liaise.db, referralId)).flatMap(({ event }) =>
      event.type === 'clock-expired' ? [[event.clockId, event.action]] : [],
    );
  const ownInitiative: Submission = { ...anUrgentSubmission(), kind: 'own-initiative-information' };

  test('with tacit clearance, silence counts as consent to the onward referral, and nobody is late', async () => {
    const referralId = await triagedTo(liaise, { ...ownInitiative, handling: { code: 'H2' } }, ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    const onward = { type: 'refer-onward', recipientId: 'r1', contactPoint: 'se-juniper-ncp', text: 'There.' } as const;
    await liaise.act('aino.alder', referralId, onward);
    await liaise.skip('25 hours');
    const { recipients, clocks } = await liaise.waitUntil(referralId, (referral) => referral.recipients.length === 2);
    expect(recipients).toMatchObject([{ status: 'referred-onward' }, { contactPointId: 'se-juniper-ncp' }]);
    const clock = clocks.find(({ name }) => name === 'consent-onward');
    expect(clock?.state).toMatchObject({ status: 'stopped', late: false });
    expect(await actionOf(referralId)).toEqual([[clock?.id, 'tacit-clearance']]);
  });

  test('a duty lapses at the end of its extended time, and nobody is late', async () => {
    const referralId = await triagedTo(liaise, ownInitiative, ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
    const extend = { type: 'extend', recipientId: 'r1', clock: 'outcome', amount: 24, text: 'Abroad.' } as const;
    await liaise.act('aino.alder', referralId, extend);
    const outcome = ({ clocks }: Referral) => clocks.find(({ name }) => name === 'outcome');
    await liaise.skip('30 hours');
    expect(outcome(await liaise.read(referralId))?.state.status).toBe('running');
    await liaise.skip('19 hours');
    const lapsed = await liaise.waitUntil(referralId, (referral) => outcome(referral)?.state.status === 'stopped');
    expect(outcome(lapsed)?.state).toMatchObject({ late: false });
    expect(lapsed.recipients[0]?.status).toBe('accepted');
    expect(await actionOf(referralId)).toEqual([[outcome(lapsed)?.id, 'duty-lapses']]);
  });
});
