/** Statistics of requests agree with the journals, and later events do not change those of a past year. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type RequestRow, readRequestStatistics } from '../../../client/queries/request-statistics.ts';
import { statisticFaults } from '../../../client/recovery/check-statistics.ts';
import { stepsOf } from '../../../domain/apply.ts';
import type { Person } from '../../../domain/people.ts';
import { type RequestEvent, type RequestSide, requestEvents } from '../../../domain/statistics/request-events.ts';
import { BUCKET_ERROR } from '../../../domain/time-buckets.ts';
import { compareStored, hasUncounted } from '../../../prisma/store/comparison.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { compareStatistics, mergeStatistics, rebuildStatistics } from '../../../prisma/store/statistics.ts';
import { readAtOneMoment } from '../../../prisma/store/stored-referrals.ts';
import { Case } from '../../support/case.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, choice, officerAt, SENDER } from '../../support/factories.ts';
import { deriveAgain, storeActs, storeCase, storeMoreActs } from '../../support/store-case.ts';

const YEAR = { months: { from: '2026-01', to: '2026-12' } };
const R1 = { recipientId: 'r1' } as const;

let db: Database;
let open: { it: Case; stored: Awaited<ReturnType<typeof storeActs>> }[];
let events: RequestEvent[];

beforeAll(async () => {
  db = (await testDatabase()).db;
  await db.agency.create({
    data: { id: SENDER, name: 'Amber', country: 'EE', type: 'law-enforcement', coordinating: false, excludes: [] },
  });
  const made = [...Object.values(RECIPIENT_IN).map((make) => make()), anInformationRequest(), anUrgentRequest()];
  open = [];
  for (const [n, it] of made.entries()) {
    open.push({ it, stored: await storeActs(db, it) });
    // Some events are in the counts, and some are not yet.
    if (n === 5) await mergeStatistics(db, 4);
  }
  expect(await db.requestChange.count()).toBeGreaterThan(0);
  events = open.flatMap(({ stored: { entries, referral } }) => requestEvents(stepsOf(referral.id, entries)));
});

/** Late, because a judge had to authorise the answer. */
function anInformationRequest(): Case {
  const it = new Case({ kind: 'information-request' });
  it.settle();
  const triage = { type: 'complete-triage', urgency: 'standard', capability: 'investigation' } as const;
  it.act({ ...triage, urgencyGrounds: [], countries: [], wanted: [choice('fi-1')] }, CAST.coordinator);
  it.settle();
  it.act({ type: 'accept', ...R1 }, officerAt('fi-1'));
  const extend = { type: 'extend', ...R1, clock: 'first-answer', amount: 2, text: 'text-court' } as const;
  it.act({ ...extend, reason: 'judicial-authorisation' }, officerAt('fi-1'));
  it.pass(40 * 24);
  it.act({ type: 'report-outcome', ...R1, outcome: 'information-provided', final: true }, officerAt('fi-1'));
  return it;
}

function anUrgentRequest(): Case {
  return RECIPIENT_IN.declined({ urgency: 'urgent' });
}

const VIEWERS: [string, Person, RequestSide, (event: RequestEvent) => boolean][] = [
  ['the coordinator', CAST.supervisor, 'coordinated', () => true],
  ['a sender', CAST.sendersSupervisor, 'made', () => true],
  ['a recipient', officerAt('fi-1'), 'received', ({ agencyId }) => agencyId === 'fi-birch'],
];

describe.each(VIEWERS)('for %s', (_name, viewer, side, sees) => {
  const read = () => readRequestStatistics({ db }, viewer, YEAR);

  test('every event that is seen is counted once in each table', async () => {
    const { whole, country, countryUrgency, urgency, kind, month, ...about } = await read();
    expect(about).toMatchObject({ side, sides: [side], error: BUCKET_ERROR });
    const seen = events.filter(sees);
    const count = (is: (event: RequestEvent) => boolean) => seen.filter(is).length;
    expect(whole).toMatchObject({
      requested: count(({ name }) => name === 'requested'),
      granted: count(({ name }) => name === 'granted'),
      refused: count(({ name }) => name === 'refused'),
      onward: count(({ name }) => name === 'onward'),
      overdue: count(({ name }) => name === 'overdue'),
      departures: count(({ name }) => name === 'departure'),
      answered: count(({ tookMs }) => tookMs !== null),
      inTime: count(({ inTime }) => inTime === true),
      late: count(({ inTime }) => inTime === false),
      lateAuthorisation: 1,
      grounds: [{ ground: 'minor-or-no-offence', count: count(({ ground }) => ground !== null) }],
    });
    const sum = (rows: RequestRow[], of: 'requested' | 'answered' | 'late') =>
      rows.reduce((all, row) => all + row[of], 0);
    for (const rows of [country, countryUrgency, urgency, kind, month]) {
      for (const of of ['requested', 'answered', 'late'] as const) expect(sum(rows, of)).toBe(whole[of]);
    }
    expect(month.map(({ key }) => key)).toHaveLength(12);
    const countries = side === 'made' ? [...new Set(seen.map((event) => event.country))].sort() : ['EE'];
    expect(country.map(({ key }) => key)).toEqual(countries);
  });

  test('the average and the percentiles are at most the stated error from the exact ones', async () => {
    const took = events
      .filter(sees)
      .flatMap(({ tookMs }) => tookMs ?? [])
      .sort((one, other) => one - other);
    const { whole, error } = await read();
    const exact = {
      averageMs: took.reduce((all, each) => all + each, 0) / took.length,
      medianMs: took[Math.ceil(took.length * 0.5) - 1] ?? 0,
      p90Ms: took[Math.ceil(took.length * 0.9) - 1] ?? 0,
    };
    for (const name of ['averageMs', 'medianMs', 'p90Ms'] as const)
      expect(Math.abs((whole[name] ?? Number.NaN) - exact[name])).toBeLessThanOrEqual(1_000 + exact[name] * error);
  });
});

test('a person who sees no referrals sees no figures', async () => {
  const { whole, sides } = await readRequestStatistics({ db }, CAST.administrator, YEAR);
  expect([whole.requested, sides]).toEqual([0, []]);
});

test('later acts, a changed policy and a rebuild do not change a past year', async () => {
  const read = (months = YEAR.months) => readRequestStatistics({ db }, CAST.supervisor, { months });
  const past = await read();
  for (const { it, stored } of open) {
    it.now = '2027-02-01T08:00:00.000Z';
    it.settle();
    const undecided = it.referral.recipients.find(({ status }) => ['delivered', 'acknowledged'].includes(status));
    if (undecided)
      it.act({ type: 'decline', recipientId: undecided.id, ground: 'other', text: 'text-late' }, officerOf(undecided));
    const more = await storeMoreActs(db, stored, it);
    // What was recorded under one policy stays: a rebuild reads journals, and no policy.
    expect(more.entries.length).toBeGreaterThanOrEqual(stored.entries.length);
  }
  expect(await read()).toEqual(past);
  const next = await read({ from: '2027-01', to: '2027-12' });
  expect(next.whole.refused).toBeGreaterThan(0);
  await rebuildStatistics(db);
  expect(await read()).toEqual(past);
  expect(await read({ from: '2027-01', to: '2027-12' })).toEqual(next);
  expect(await compareStatistics(db)).toEqual([]);
});

test('rows of an earlier version have no legal instrument, until a rebuild', async () => {
  const read = (more: object = {}) => readRequestStatistics({ db }, CAST.supervisor, { ...YEAR, ...more });
  const stored = await storeCase(db, RECIPIENT_IN.declined());
  const { referral } = stored;
  const { legalInstrument: instrument } = referral.facts;
  const [before, under] = [await read(), await read({ instrument })];
  const rows = await db.requestEvent.findMany({ where: { referralId: referral.id } });
  await db.requestEvent.deleteMany({ where: { referralId: referral.id } });
  await db.requestEvent.createMany({ data: rows.map((row) => ({ ...row, legalInstrument: null })) });
  expect(await statisticFaults(db)).toEqual([['statistics-incomplete', '1 referrals']]);
  expect(await read()).toEqual(before);
  expect((await read({ instrument })).whole.refused).toBe(under.whole.refused - 1);
  const compared = await readAtOneMoment(db, [referral.id]);
  const [[id = '', each] = []] = [...compared];
  if (each === undefined) throw new Error('It is not stored.');
  expect(compareStored(id, each).differs).not.toContain('requests');
  expect(hasUncounted(each)).toBe(true);
  await deriveAgain(db, stored);
  expect(await statisticFaults(db)).toEqual([]);
  expect(await read({ instrument })).toEqual(under);
});

test('counts that differ are found; so are referrals whose events an upgrade left out', async () => {
  const read = () => readRequestStatistics({ db }, CAST.supervisor, YEAR);
  const stored = await storeCase(db, RECIPIENT_IN.declined());
  const before = await read();
  await mergeStatistics(db);
  await db.requestStatistic.updateMany({ where: { side: 'received' }, data: { counts: { granted: 1 } } });
  expect(await compareStatistics(db)).toContain('fi-birch');
  await rebuildStatistics(db);
  expect(await compareStatistics(db)).toEqual([]);
  await db.requestEvent.deleteMany({ where: { referralId: stored.referral.id } });
  expect(await statisticFaults(db)).toEqual([['statistics-incomplete', '1 referrals']]);
  expect((await read()).whole.refused).toBe(before.whole.refused - 1);
  await deriveAgain(db, stored);
  expect(await statisticFaults(db)).toEqual([]);
  expect(await read()).toEqual(before);
});

function officerOf({ contactPointId }: { contactPointId: string }): Person {
  return officerAt(contactPointId);
}
