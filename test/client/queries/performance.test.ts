/** Figures of performance, held against the referrals themselves and against the lists behind them. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listReferrals } from '../../../client/queries/list.ts';
import {
  DIMENSIONS,
  type Figure,
  type Performance,
  type PerformanceRow,
  readPerformance,
} from '../../../client/queries/performance.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { Person } from '../../../domain/people.ts';
import type { Recipient, Referral } from '../../../domain/referral.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { Case } from '../../support/case.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { randomCases } from '../../support/random-cases.ts';
import { storeCase } from '../../support/store-case.ts';

const PERIOD = { from: '2026-01-01T00:00:00.000Z', before: '2027-01-01T00:00:00.000Z' };

let db: Database;
let referrals: Referral[];

beforeAll(async () => {
  db = (await testDatabase()).db;
  const cases = [
    ...Object.values(REFERRAL_IN).map((make) => make()),
    ...Object.values(RECIPIENT_IN).flatMap((make) => [make(), make({ kind: 'takedown-notice', urgency: 'urgent' })]),
    new Case({}, CAST.sender, '2026-07-31T23:59:59.000Z'),
    ...fc.sample(randomCases, 30),
  ];
  referrals = [];
  for (const it of cases) referrals.push((await storeCase(db, it)).referral);
});

function seenBy(viewer: Person): { referral: Referral; recipient: Recipient }[] {
  return referrals.flatMap((referral) => {
    try {
      return disclose(referral, viewer).referral.recipients.map((recipient) => ({ referral, recipient }));
    } catch {
      return [];
    }
  });
}

function quantile(fraction: number, values: number[]): number | undefined {
  return values.sort((one, other) => one - other)[Math.ceil(fraction * values.length) - 1];
}

const VIEWERS: [string, Person][] = [
  ['the coordinator', CAST.supervisor],
  ['a sender', CAST.sendersSupervisor],
  ['a recipient', officerAt('fi-1')],
  ['another', officerAt('nl-1')],
];

describe.each(VIEWERS)('for %s', (_name, viewer) => {
  let performance: Performance;

  beforeAll(async () => {
    performance = await readPerformance({ db }, viewer, PERIOD);
  });

  test('everything that is seen is counted once in every dimension', () => {
    const seen = seenBy(viewer);
    expect(performance.whole.recipients).toBe(seen.length);
    expect(performance.whole.referrals.count).toBe(new Set(seen.map(({ referral }) => referral.id)).size);
    for (const dimension of DIMENSIONS) {
      const sum = performance.by[dimension].reduce((all, { recipients }) => all + recipients, 0);
      expect([dimension, sum]).toEqual([dimension, seen.length]);
    }
  });

  test('times to acknowledge are those of the recipients', () => {
    for (const { key, acknowledge } of performance.by.agency) {
      const took = seenBy(viewer).flatMap(({ recipient: { agencyId, acknowledged, openedAt } }) =>
        agencyId === key && acknowledged.state === 'yes' ? [Date.parse(acknowledged.at) - Date.parse(openedAt)] : [],
      );
      expect([key, acknowledge.medianMs]).toEqual([key, quantile(0.5, took)]);
      expect([key, acknowledge.p90Ms]).toEqual([key, quantile(0.9, took)]);
      expect(acknowledge.measured).toBe(acknowledge.inTime.count + acknowledge.late.count);
    }
  });

  test('every number of referrals is that of its list', async () => {
    const rows = [performance.whole, ...DIMENSIONS.flatMap((dimension) => performance.by[dimension])];
    for (const { key, referrals } of rows) expect([key, await totalOf(referrals)]).toEqual([key, referrals.count]);
  });

  test('no list behind any other figure is longer than the figure, nor empty where it is not nought', async () => {
    for (const figure of figuresOf(performance.whole)) {
      const total = await totalOf(figure);
      expect(total).toBeLessThanOrEqual(figure.count);
      expect(total > 0).toBe(figure.count > 0);
    }
    const { acknowledge, decide, report } = performance.whole;
    for (const { clock, answered, medianMs } of [acknowledge, decide, report]) {
      expect([clock, (await totalOf({ filter: answered })) > 0]).toEqual([clock, medianMs !== undefined]);
    }
  });

  async function totalOf({ filter }: Pick<Figure, 'filter'>): Promise<number> {
    return (await listReferrals({ db }, viewer, { ...filter, sort: 'submitted', order: 'asc', limit: 1 })).total;
  }
});

function figuresOf({ acknowledge, decide, report, grounds, outcomes }: PerformanceRow): Figure[] {
  return [...[acknowledge, decide, report].flatMap(({ inTime, late }) => [inTime, late]), ...grounds, ...outcomes];
}

test('declined and reported referrals are counted by ground and outcome', async () => {
  const { whole } = await readPerformance({ db }, CAST.supervisor, PERIOD);
  const reported = seenBy(CAST.supervisor).filter(({ recipient: { outcomes } }) => outcomes.length > 0);
  expect(whole.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(reported.length);
  const declined = seenBy(CAST.supervisor).filter(({ recipient: { status } }) => status === 'declined');
  expect(whole.grounds.reduce((sum, { count }) => sum + count, 0)).toBe(declined.length);
  expect(whole.grounds.map(({ ground }) => ground)).toContain('minor-or-no-offence');
});

test('kinds and urgencies are separate, months are in order, and only the period is counted', async () => {
  const { by } = await readPerformance({ db }, CAST.supervisor, PERIOD);
  expect(by.kind.map(({ key }) => key)).toContain('takedown-notice');
  expect(by.urgency.map(({ key }) => key)).toEqual(expect.arrayContaining(['standard', 'urgent']));
  expect(by.month.map(({ key }) => key)).toEqual(['2026-06']);
  const later = await readPerformance({ db }, CAST.supervisor, { ...PERIOD, from: '2026-06-02T00:00:00.000Z' });
  expect(later).toMatchObject({
    whole: { recipients: 0, acknowledge: { measured: 0 } },
    by: { agency: [], month: [] },
  });
  expect(later.whole.acknowledge).not.toHaveProperty('medianMs');
});

test('what is not wanted is not counted', async () => {
  const { whole, by } = await readPerformance({ db }, CAST.supervisor, PERIOD, ['kind']);
  expect([by.kind.length > 0, by.agency, by.month]).toEqual([true, [], []]);
  expect(whole.recipients).toBe(seenBy(CAST.supervisor).length);
});

test('who sees no referrals sees no figures', async () => {
  for (const viewer of [CAST.administrator, CAST.stranger]) {
    expect((await readPerformance({ db }, viewer, PERIOD)).whole.recipients).toBe(0);
  }
});
