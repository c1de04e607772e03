/** Which referrals and clocks a simulation of policies counts: those of the period, also of referrals that are older. */

import { beforeAll, expect, test } from 'vitest';
import { simulatePolicies } from '../../../client/queries/policy-simulation.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { activeWithin } from '../../../prisma/store/referrals.ts';
import { testDatabase } from '../../support/database.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';

const OCTOBER = { from: '2026-10-01T00:00:00.000Z', to: '2026-10-31T23:59:59.999Z', now: '2026-10-31T23:59:59.999Z' };
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

let db: Database;
/** Its outcome was due in October, three months after the submission. */
let due: RecordedReferral;
/** Its outcome clock ran through October, in which nothing happened. */
let quiet: RecordedReferral;
/** As `quiet`, and its outcome was reported in November. */
let answered: RecordedReferral;
/** Its outcome was reported in September, and no clock ran since. */
let earlier: RecordedReferral;

beforeAll(async () => {
  db = (await testDatabase()).db;
  const seed = alwaysOpenSeed('2026-07-01T00:00:00.000Z');
  await replaceDirectory(db, seed.directory, seed.people);
  due = await accepted('2026-07-29T08:00:00.000Z');
  due.now = '2026-10-28T08:00:00.000Z';
  await due.settle();
  quiet = await accepted('2026-09-20T08:00:00.000Z');
  answered = await accepted('2026-09-20T08:00:00.000Z');
  await reportAt(answered, '2026-11-03T08:00:00.000Z');
  earlier = await accepted('2026-09-20T08:00:00.000Z');
  await reportAt(earlier, '2026-09-21T08:00:00.000Z');
  await withdrawAt(earlier, '2026-09-22T08:00:00.000Z');
  await accepted('2026-11-02T08:00:00.000Z');
});

async function accepted(at: string): Promise<RecordedReferral> {
  const it = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz', {}, at);
  const triage = { type: 'complete-triage', urgency: 'standard', capability: 'investigation' } as const;
  await it.act('noor.rowan', { ...triage, urgencyGrounds: [], countries: ['FI'], wanted: [] });
  await it.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  return it;
}

async function reportAt(it: RecordedReferral, at: string): Promise<void> {
  it.now = at;
  await it.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'case-opened', final: true });
}

async function withdrawAt(it: RecordedReferral, at: string): Promise<void> {
  it.now = at;
  await it.act('noor.rowan', { type: 'propose-closure' });
  await it.act('ines.rowan', { type: 'approve-closure' });
}

/** The built-in policies with 60 days for the outcome instead of 90. */
function sixtyDays() {
  const policies = structuredClone(defaultPolicies);
  for (const { id, terms } of policies.clocks) if (id === 'outcome') terms.standard.amount = 60;
  return policies;
}

const referenceOf = async (it: RecordedReferral) => (await it.read()).reference;

test('a clock that ended in the period is counted, however old its referral is', async () => {
  const { totals, changed } = await simulatePolicies(db, sixtyDays(), OCTOBER);
  const outcomes = totals.filter(({ name }) => name === 'outcome');
  expect(outcomes).toEqual([{ name: 'outcome', recorded: 3, simulated: 3, recordedBreaches: 1, simulatedBreaches: 1 }]);
  const references = await Promise.all([due, quiet, answered].map(referenceOf));
  const ofOutcome = changed.filter(({ name }) => name === 'outcome');
  expect(ofOutcome.map(({ reference }) => reference)).toEqual(references);
  expect(ofOutcome[0]).toMatchObject({
    recorded: { startedAt: '2026-07-29T08:00:00.000Z', dueAt: '2026-10-27T21:59:59.999Z', breached: true },
    simulated: { dueAt: '2026-09-27T20:59:59.999Z', breached: true },
  });
});

test('clocks that ended before the period are left out', async () => {
  const { totals, referrals } = await simulatePolicies(db, sixtyDays(), OCTOBER);
  expect(referrals).toBe(3);
  expect(totals.map(({ name }) => name)).not.toContain('acknowledge');
});

test('the referrals are in the order of their ids, so that the first of them are a sample of the period', async () => {
  const found = (await activeWithin(db, OCTOBER.from, OCTOBER.to)).map(({ id }) => id);
  expect(found).toEqual([due.id, quiet.id, answered.id].sort());
});
