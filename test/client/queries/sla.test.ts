/** Clocks as bars: from the journal, on one axis, as far as the viewer may see them. */

import { beforeAll, describe, expect, test } from 'vitest';
import { readDeadlinesOf, readDebtors } from '../../../client/queries/open-deadlines.ts';
import { slaOf } from '../../../client/queries/sla.ts';
import { barOf as barFrom } from '../../../client/queries/sla-bar.ts';
import { listSla } from '../../../client/queries/sla-list.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { Person } from '../../../domain/people.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { cappedPause } from '../../domain/clocks/history.ts';
import type { Case } from '../../support/case.ts';
import { aReceivedCase, aReferredCase, closed, RECIPIENT_IN, withOpenQuestion } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, COORDINATOR, choice, DIRECTORY, officerAt, SENDER } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

const FINLAND = choice('fi-1').agencyId;

let db: Database;
let pages: Database;

beforeAll(async () => {
  ({ db, pages } = await testDatabase());
  await replaceDirectory(db, DIRECTORY, []);
});

async function slaFor(viewer: Person, it: Case, now = it.now) {
  const { referral, maySee } = disclose(it.referral, viewer);
  return slaOf({ db, policies: defaultPolicies }, { referral, journal: it.journal.filter(maySee) }, now);
}

async function barOf(it: Case, name: ClockName, viewer: Person = CAST.sender) {
  const { bars } = await slaFor(viewer, it);
  return bars.findLast((bar) => bar.name === name);
}

describe('a bar', () => {
  test('of a running clock ends where it is due, with the warnings that are to come', async () => {
    const it = aReferredCase();
    const clock = it.clock('acknowledge');
    expect(await barOf(it, 'acknowledge')).toMatchObject({
      ...{ agencyId: FINLAND, state: 'running', startedAt: clock?.startedAt, endsAt: clock?.dueAt },
      warnings: clock?.warnings.map((warning) => ({ ...warning, given: false })),
      ...{ pauses: [], extensions: [] },
    });
  });

  test('of a clock that ran out goes on until now, over time since it was due', async () => {
    const it = RECIPIENT_IN.unresponsive();
    const bar = await barOf(it, 'acknowledge');
    expect(bar).toMatchObject({ state: 'expired', endsAt: it.now, breach: { from: bar?.dueAt, to: it.now } });
    expect(bar?.warnings.map(({ given }) => given)).toEqual([true, true]);
  });

  test('that was stopped late is over time until then', async () => {
    const it = RECIPIENT_IN.unresponsive();
    it.act({ type: 'acknowledge', recipientId: 'r1' }, officerAt('fi-1'));
    const bar = await barOf(it, 'acknowledge');
    expect(bar).toMatchObject({ stop: { at: it.now, by: 'acknowledged', late: true }, endsAt: it.now });
    expect(bar?.breach).toEqual({ from: bar?.dueAt, to: it.now });
  });

  test('tells its pauses, open and over, and where it was due at first', async () => {
    const it = withOpenQuestion(aReceivedCase());
    const askedAt = it.now;
    it.now = new Date(Date.parse(askedAt) + 3_600_000).toISOString();
    expect((await barOf(it, 'triage'))?.pauses).toEqual([
      { from: askedAt, to: it.now, reason: 'question', open: true },
    ]);
    it.act({ type: 'answer-information', questionId: 'q1', text: 'text-answer' }, CAST.sender);
    const bar = await barOf(it, 'triage');
    expect(bar?.pauses).toEqual([{ from: askedAt, to: it.now, reason: 'question', open: false }]);
    expect(bar && bar.firstDueAt <= bar.dueAt).toBe(true);
    expect(await barOf(it, 'clarification')).toMatchObject({ agencyId: SENDER, stop: { by: 'question-answered' } });
  });

  test('shows a pause that reached the longest time until then only', () => {
    const { referral, journal, zones, policies, now } = cappedPause();
    const clock = referral?.clocks.find(({ name }) => name === 'decide');
    const bar = clock && barFrom(clock, explainClock(journal, clock.id, zones, policies), now);
    expect(bar?.pauses).toMatchObject([{ from: '2026-03-02T11:00:00.000Z', to: '2026-03-03T22:00:00.000Z' }]);
  });

  test('tells by how much it was extended', async () => {
    const it = RECIPIENT_IN.acknowledged();
    const extend = { type: 'extend', recipientId: 'r1', clock: 'decide', amount: 5, text: 'text-why' } as const;
    it.act(extend, officerAt('fi-1'));
    const bar = await barOf(it, 'decide');
    expect(bar?.extensions).toMatchObject([{ at: it.now, amount: 5, dueAt: bar?.dueAt }]);
    expect(bar && bar.firstDueAt < bar.dueAt).toBe(true);
  });

  test('is shaded on closed days, with an explanation', async () => {
    await db.closedDay.create({ data: { agencyId: FINLAND, day: '2026-06-03', name: 'Moving' } });
    const bar = await barOf(RECIPIENT_IN.accepted(), 'outcome');
    expect(bar?.closed).toContainEqual(expect.objectContaining({ why: 'weekend' }));
    expect(bar?.closed).toContainEqual(expect.objectContaining({ why: 'closed-day', name: 'Moving' }));
    expect(bar?.closed).toContainEqual(expect.objectContaining({ why: 'holiday', name: 'Midsummer Day' }));
    expect(bar?.explanation.due.recomputedAt).toBe(bar?.dueAt);
  });
});

test('the axis holds every bar and, while something runs, now; once all is over it ends there', async () => {
  const it = closed(RECIPIENT_IN['outcome-reported']());
  const later = '2027-01-01T00:00:00.000Z';
  const { axis, bars } = await slaFor(CAST.supervisor, it, later);
  expect(bars.map(({ name }) => name)).toEqual(it.referral.clocks.map(({ name }) => name));
  for (const { startedAt, endsAt } of bars) expect([axis.from <= startedAt, endsAt <= axis.to]).toEqual([true, true]);
  expect(axis.to < later).toBe(true);
  const running = await slaFor(CAST.supervisor, aReferredCase(), later);
  expect(running.axis.to).toBe(later);
});

test('a recipient sees its own clocks, an auditor of the coordinator all', async () => {
  const it = aReferredCase(undefined, ['FI', 'NL']);
  const agencies = async (viewer: Person) => (await slaFor(viewer, it)).bars.map(({ agencyId }) => agencyId);
  expect(await agencies(officerAt('fi-1'))).toEqual([FINLAND]);
  expect(await agencies(CAST.auditor)).toEqual([COORDINATOR, FINLAND, choice('nl-1').agencyId]);
});

test('many referrals are rows with the clocks that are not over, by what is due first', async () => {
  const { referral } = await storeCase(db, aReferredCase(undefined, ['FI', 'NL']));
  await storeCase(db, closed(RECIPIENT_IN['outcome-reported']()));
  const query = { desk: 'all', sort: 'due', order: 'asc', limit: 10 } as const;
  const { rows } = await listSla({ db }, CAST.supervisor, query);
  expect(rows).toHaveLength(2);
  expect(rows.map(({ row, clocks }) => [row.referralId === referral.id, clocks.length])).toEqual([
    [true, 2],
    [false, 0],
  ]);
  const [own] = (await listSla({ db }, officerAt('nl-1'), query)).rows;
  expect(own?.clocks).toMatchObject([{ name: 'acknowledge', status: 'running', debtor: { recipientId: 'r2' } }]);
});

test('open deadlines are counted and listed by the agency that must act, and a recipient sees its own', async () => {
  const late = await storeCase(db, RECIPIENT_IN.unresponsive());
  const debtorsFor = (viewer: Person) => asAgency(viewer.agencyId, () => readDebtors({ db: pages }, viewer));
  const debtors = await debtorsFor(CAST.supervisor);
  expect(debtors[0]).toMatchObject({ agencyId: FINLAND, overdue: 2 });
  const elm = choice('nl-1').agencyId;
  expect(debtors.find(({ agencyId }) => agencyId === elm)).toMatchObject({ open: 1 });
  const { axis, deadlines } = await asAgency(COORDINATOR, () =>
    readDeadlinesOf({ db: pages }, CAST.supervisor, { debtor: FINLAND, offset: 0 }),
  );
  expect(deadlines).toHaveLength(debtors[0]?.open ?? 0);
  const breach = expect.objectContaining({ to: axis.now });
  expect(deadlines).toContainEqual(expect.objectContaining({ reference: late.referral.reference, breach }));
  for (const { startedAt, endsAt } of deadlines)
    expect([axis.from <= startedAt, endsAt <= axis.to]).toEqual([true, true]);
  expect((await debtorsFor(officerAt('nl-1'))).map(({ agencyId }) => agencyId)).toEqual([elm]);
  expect(await debtorsFor(CAST.stranger)).toEqual([]);
});
