/** Performance figures, compared with the referrals themselves and with the lists behind them. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listReferrals } from '../../../client/queries/list.ts';
import {
  DIMENSIONS,
  type Dimension,
  type Figure,
  type PerformanceRow,
  readPerformance,
} from '../../../client/queries/performance.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { Person } from '../../../domain/people.ts';
import type { Recipient, Referral } from '../../../domain/referral.ts';
import { BUCKET_ERROR } from '../../../domain/time-buckets.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { compareStatistics, mergeStatistics, rebuildStatistics } from '../../../prisma/store/statistics.ts';
import { EXAMPLES } from '../../support/acts.ts';
import { Case } from '../../support/case.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { randomCases } from '../../support/random-cases.ts';
import { examples } from '../../support/seeds.ts';
import { deriveAgain, storeActs, storeCase } from '../../support/store-case.ts';

const YEAR = { months: { from: '2026-01', to: '2026-12' } };

let db: Database;
let referrals: Referral[];
let stored: Awaited<ReturnType<typeof storeActs>>[];

beforeAll(async () => {
  db = (await testDatabase()).db;
  const cases = [
    ...Object.values(REFERRAL_IN).map((make) => make()),
    ...Object.values(RECIPIENT_IN).flatMap((make) => [make(), make({ kind: 'takedown-notice', urgency: 'urgent' })]),
    new Case({}, CAST.sender, '2026-07-31T23:59:59.000Z'),
    ...fc.sample(randomCases, 30),
  ];
  const corrected = RECIPIENT_IN['outcome-reported']();
  corrected.act({ ...EXAMPLES['correct-outcome'], outcome: 'victim-safeguarded' }, officerAt('fi-1'));
  stored = [];
  for (const [n, it] of cases.entries()) {
    stored.push(await (n % 8 === 0 ? storeActs : storeCase)(db, it));
    // Some changes are in the counts, and some are not yet.
    if (n % 20 === 0) await mergeStatistics(db, 20);
  }
  stored.push(await storeActs(db, corrected));
  expect(await db.recipientChange.count()).toBeGreaterThan(0);
  referrals = stored.map(({ referral }) => referral);
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
  let whole: PerformanceRow;
  let by: Record<Dimension, PerformanceRow[]>;

  beforeAll(async () => {
    const rows = await Promise.all(DIMENSIONS.map((by) => readPerformance({ db }, viewer, { by, ...YEAR })));
    by = Object.fromEntries(rows.map(({ by, rows }) => [by, rows])) as typeof by;
    whole = rows[0]?.whole as PerformanceRow;
  });

  test('everything that is seen is counted once in every dimension', () => {
    const seen = seenBy(viewer);
    expect(whole.recipients).toBe(seen.length);
    expect(whole.referrals.count).toBe(new Set(seen.map(({ referral }) => referral.id)).size);
    for (const dimension of DIMENSIONS) {
      const sum = by[dimension].reduce((all, { recipients }) => all + recipients, 0);
      expect([dimension, sum]).toEqual([dimension, seen.length]);
    }
  });

  test('times to acknowledge are those of the recipients, within the error or exactly', async () => {
    const exactly = async (by: Dimension) => (await readPerformance({ db }, viewer, { by, ...YEAR, exact: true })).rows;
    for (const { key, acknowledge } of by.agency) {
      const took = seenBy(viewer).flatMap(({ recipient: { agencyId, acknowledged, openedAt } }) =>
        agencyId === key && acknowledged.state === 'yes' ? [Date.parse(acknowledged.at) - Date.parse(openedAt)] : [],
      );
      const exact = [quantile(0.5, took), quantile(0.9, took)];
      const row = (await exactly('agency')).find((each) => each.key === key)?.acknowledge;
      expect([key, row?.medianMs, row?.p90Ms]).toEqual([key, ...exact]);
      for (const [n, rounded] of [acknowledge.medianMs, acknowledge.p90Ms].entries()) {
        expect(Math.abs((rounded ?? 0) - (exact[n] ?? 0))).toBeLessThanOrEqual(
          Math.max(1_000, (exact[n] ?? 0) * BUCKET_ERROR),
        );
        expect([key, rounded === undefined]).toEqual([key, exact[n] === undefined]);
      }
      expect(acknowledge.measured).toBe(acknowledge.inTime.count + acknowledge.late.count);
    }
  });

  test('every number of referrals is that of its list', async () => {
    const rows = [whole, ...DIMENSIONS.flatMap((dimension) => by[dimension])];
    for (const { key, referrals } of rows) expect([key, await totalOf(referrals)]).toEqual([key, referrals.count]);
  });

  test('no list behind any other figure is longer than the figure, nor empty where it is not nought', async () => {
    for (const figure of figuresOf(whole)) {
      const total = await totalOf(figure);
      expect(total).toBeLessThanOrEqual(figure.count);
      expect(total > 0).toBe(figure.count > 0);
    }
    const { acknowledge, decide, report } = whole;
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
  const { whole } = await readPerformance({ db }, CAST.supervisor, { by: 'kind', ...YEAR });
  const reported = seenBy(CAST.supervisor).filter(({ recipient: { outcomes } }) => outcomes.length > 0);
  expect(whole.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(reported.length);
  const inForce = Map.groupBy(reported, ({ recipient: { outcomes } }) => outcomes.at(-1)?.outcome);
  expect(inForce.has('victim-safeguarded')).toBe(true);
  for (const { outcome, count } of whole.outcomes)
    expect([outcome, count]).toEqual([outcome, inForce.get(outcome)?.length]);
  const declined = seenBy(CAST.supervisor).filter(({ recipient: { status } }) => status === 'declined');
  expect(whole.grounds.reduce((sum, { count }) => sum + count, 0)).toBe(declined.length);
  expect(whole.grounds.map(({ ground }) => ground)).toContain('minor-or-no-offence');
});

test('kinds and urgencies are separate, months are in order, and only the months are counted', async () => {
  const read = (by: Dimension, months = YEAR.months) => readPerformance({ db }, CAST.supervisor, { by, months });
  const keysBy = async (by: Dimension) => (await read(by)).rows.map(({ key }) => key);
  expect(await keysBy('kind')).toContain('takedown-notice');
  expect(await keysBy('urgency')).toEqual(expect.arrayContaining(['standard', 'urgent']));
  expect(await keysBy('month')).toEqual(['2026-06']);
  for (const by of ['agency', 'month'] as const) {
    const later = await read(by, { from: '2026-07', to: '2026-12' });
    expect(later).toMatchObject({ whole: { recipients: 0, acknowledge: { measured: 0 } }, rows: [], groups: 0 });
    expect(later.whole.acknowledge).not.toHaveProperty('medianMs');
  }
});

test('groups are read in pages, those with the most recipients first, or one alone', async () => {
  const read = (slice: object) => readPerformance({ db }, CAST.supervisor, { by: 'agency', ...YEAR, ...slice });
  const { rows, groups, whole } = await read({});
  expect(rows.length).toBe(groups);
  expect(rows.map(({ recipients }) => recipients)).toEqual(
    rows.map(({ recipients }) => recipients).sort((one, other) => other - one),
  );
  expect(await read({ offset: 1, limit: 2 })).toMatchObject({ rows: rows.slice(1, 3), groups, whole });
  expect(await read({ key: rows[1]?.key })).toMatchObject({ rows: [rows[1]], groups: 1, whole });
});

test('a person who sees no referrals sees no figures', async () => {
  for (const viewer of [CAST.administrator, CAST.stranger]) {
    const { whole, rows } = await readPerformance({ db }, viewer, { by: 'agency', ...YEAR });
    expect([whole.recipients, rows]).toEqual([0, []]);
  }
});

describe('the counts', () => {
  const counts = async () => {
    await mergeStatistics(db);
    const order = [{ agencyId: 'asc' }, { dimension: 'asc' }, { month: 'asc' }, { key: 'asc' }] as const;
    const rows = await db.statistic.findMany({ orderBy: [...order] });
    return rows.filter(({ counts }) => Object.keys(Object(counts)).length > 0);
  };

  test('that acts changed are those that are derived from the journal', async () => {
    expect(await compareStatistics(db)).toEqual([]);
    const changed = await counts();
    expect(await compareStatistics(db)).toEqual([]);
    for (const it of stored.slice(0, 20)) await deriveAgain(db, it);
    expect(await counts()).toEqual(changed);
    await rebuildStatistics(db);
    expect(await counts()).toEqual(changed);
  });

  test('stay right while many referrals change, changes are added, and all is derived again', async () => {
    let isOver = false;
    const acts = Promise.all(fc.sample(randomCases, examples(9)).map((it) => storeActs(db, it))).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await mergeStatistics(db, 10);
      expect(await compareStatistics(db)).toEqual([]);
      await rebuildStatistics(db);
    }
    await acts;
    expect(await compareStatistics(db)).toEqual([]);
  });
});
