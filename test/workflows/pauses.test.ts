/** Pauses for translations, their longest time, the end of a preservation, and a clock of the machine that is wrong. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { ActRequest } from '../../client/contract/acts.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockPolicy } from '../../domain/clocks/policy-schema.ts';
import type { EventOf, EventType, JournalEntry } from '../../domain/events.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import { adoptPolicies } from '../../prisma/store/clock-policies.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { moveClock } from '../faults/clock/move-clock.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let liaise: TestEngine & { skip(duration: string): Promise<void> };

/** The triage of own-initiative information may be paused for two hours only. */
function withLowCap(clock: ClockPolicy): ClockPolicy {
  if (clock.id !== 'triage') return clock;
  const urgent = { ...clock.terms.urgent, pauseCap: { amount: 2, unit: 'hours' } } as typeof clock.terms.urgent;
  return { ...clock, cases: [{ when: { kinds: ['own-initiative-information'] }, terms: { urgent } }] };
}

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  await adoptPolicies(liaise.owner, { version: 'low-cap', clocks: defaultPolicies.clocks.map(withLowCap) });
});

function clockOf({ clocks }: Referral, named: ClockName): Clock {
  return clocks.findLast(({ name }) => name === named) ?? expect.fail(`There is no clock ${named}.`);
}

async function entriesOf<T extends EventType>(referralId: string, type: T) {
  return (await readJournal(liaise.db, referralId)).filter(
    (entry): entry is JournalEntry & { event: EventOf<T> } => entry.event.type === type,
  );
}

const since = (from: string, to: string | undefined) => Date.parse(to ?? '') - Date.parse(from);

// These come first: clocks of the referrals of other tests would expire hundreds of times in the months that they skip.
describe('preserved data under Regulation (EU) 2023/1543', () => {
  const submission = anUrgentSubmission({ legalInstrument: 'e-evidence-regulation-2023-1543' });
  const preserved = ({ recipients }: Referral) => recipients[0]?.preserved;

  async function reported(): Promise<string> {
    const referralId = await triagedTo(liaise, submission, ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
    await liaise.act('aino.alder', referralId, {
      type: 'report-preservation',
      recipientId: 'r1',
      text: 'Two accounts.',
    });
    return referralId;
  }

  test('is no longer preserved after its last day, and no deadline is missed', async () => {
    const referralId = await reported();
    const { startedAt, dueAt } = clockOf(await liaise.read(referralId), 'preservation');
    expect(since(startedAt, dueAt)).toBeGreaterThan(60 * DAY);
    await liaise.skip('59 days');
    expect(preserved(await liaise.read(referralId))).toBe('reported');
    await liaise.skip('6 days');
    const ended = await liaise.waitUntil(referralId, (referral) => preserved(referral) === 'ended');
    expect(clockOf(ended, 'preservation').state).toMatchObject({ status: 'stopped', late: false });
    const [{ at } = expect.fail('There is no such entry.')] = await entriesOf(referralId, 'preservation-ended');
    expect(at >= dueAt).toBe(true);
  });

  test('stays preserved for thirty days more after an extension', async () => {
    const referralId = await reported();
    await liaise.act('quinn.quartz', referralId, {
      ...{ type: 'extend', recipientId: 'r1', clock: 'preservation', amount: 30, text: 'A judge decides.' },
    });
    await liaise.skip('66 days');
    expect(preserved(await liaise.read(referralId))).toBe('reported');
    await liaise.skip('30 days');
    await liaise.waitUntil(referralId, (referral) => preserved(referral) === 'ended');
  });
});

describe('a translation', () => {
  const asked: ActRequest = { type: 'ask-translation', of: 'sender', languages: ['fi'] };

  test('pauses the clock of the party that asked, until it is delivered, for as long as that took', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const before = clockOf(await liaise.read(referralId), 'triage');
    await liaise.act('noor.rowan', referralId, asked);
    expect(clockOf(await liaise.read(referralId), 'triage').state.status).toBe('paused');
    await liaise.skip('6 hours');
    const text = 'Käännös.';
    await liaise.act('quinn.quartz', referralId, {
      type: 'deliver-translation',
      translationId: 't1',
      language: 'fi',
      text,
    });
    const after = clockOf(await liaise.read(referralId), 'triage');
    expect(after.state.status).toBe('running');
    const [paused] = await entriesOf(referralId, 'clock-paused');
    const [resumed] = await entriesOf(referralId, 'clock-resumed');
    const length = since(paused?.at ?? '', resumed?.at);
    expect(length).toBeGreaterThanOrEqual(6 * HOUR);
    expect(since(before.dueAt, after.dueAt)).toBe(length);
  });

  test('that is not delivered expires by its own clock, and the paused clock resumes', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', referralId, asked);
    await liaise.skip('25 hours');
    const referral = await liaise.waitUntil(referralId, ({ translations }) => translations?.[0]?.state === 'expired');
    expect(clockOf(referral, 'translation').state.status).toBe('expired');
    expect(await entriesOf(referralId, 'clock-resumed')).toHaveLength(1);
  });
});

test('a clock resumes when its pauses have reached their longest time, although the question is still open', async () => {
  const referralId = await submitted(liaise, { ...anUrgentSubmission(), kind: 'own-initiative-information' });
  const before = clockOf(await liaise.read(referralId), 'triage');
  await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
  await liaise.skip('121 minutes');
  const referral = await liaise.waitUntil(referralId, (each) => clockOf(each, 'triage').state.status === 'running');
  expect(referral.questions).toMatchObject([{ state: 'open' }]);
  expect(referral.status).toBe('awaiting-information');
  expect(since(before.dueAt, clockOf(referral, 'triage').dueAt)).toBe(2 * HOUR);
  expect(await entriesOf(referralId, 'clock-resumed')).toMatchObject([{ by: { kind: 'engine' } }]);
  await liaise.skip('4 hours');
  await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
});

test('a machine whose clock is a day ahead expires nothing early, and starts clocks at the time of the server', async () => {
  const Present = Date;
  const before = await submitted(liaise, anUrgentSubmission());
  const { submittedAt } = await liaise.read(before);
  moveClock(DAY);
  try {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const { startedAt, dueAt } = clockOf(await liaise.read(referralId), 'acknowledge');
    expect(since(submittedAt, startedAt)).toBeLessThan(HOUR);
    await liaise.skip('7 hours');
    expect((await liaise.read(referralId)).recipients).toMatchObject([{ status: 'delivered' }]);
    await liaise.skip('61 minutes');
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    const expired = await entriesOf(referralId, 'clock-expired');
    expect(expired).toHaveLength(1);
    expect(since(dueAt, expired[0]?.at)).toBeGreaterThanOrEqual(0);
    expect(since(dueAt, expired[0]?.at)).toBeLessThan(2 * 60_000);
  } finally {
    globalThis.Date = Present;
  }
});
