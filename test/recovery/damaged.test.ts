/** `check` finds every kind of damage, and the command that it names repairs it without other changes. */

import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { createRegister } from '../../client/recovery/erasure-register.ts';
import { rebuild } from '../../client/recovery/rebuild.ts';
import { repair } from '../../client/recovery/repair.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { mergeStatistics } from '../../prisma/store/statistics.ts';
import { engineAt, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { faultServer } from '../support/temporal.ts';
import { derivedRows, tamper } from './derived.ts';
import { noRegister } from './registered-erasures.ts';

let liaise: TestEngine;
/** Each test damages and repairs it. */
let referralId: string;

beforeAll(async () => {
  const { address } = await faultServer();
  liaise = await engineAt({ address, namespace: 'default' });
  referralId = await referred();
});

/** Delivered to one recipient, with all letters sent. */
async function referred(): Promise<string> {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(referralId);
  return referralId;
}

const NOTHING = { rebuilt: [], broken: [], contradicted: [], statistics: [] };

const damages = {
  'its state': ['referral', "UPDATE referral SET state = jsonb_set(state, '{urgency}', '\"standard\"') WHERE id = ID"],
  'a column that lists use': ['referral', 'UPDATE referral SET next_due_at = NULL WHERE id = ID'],
  'a recipient': ['recipients', "UPDATE recipient SET status = 'accepted' WHERE referral_id = ID"],
  'a missing recipient': ['recipients', 'DELETE FROM recipient WHERE referral_id = ID'],
  'its row for an agency': ['parties', 'UPDATE party SET owes = NULL, changed_seq = 1 WHERE referral_id = ID'],
  'a missing row for an agency': ['parties', "DELETE FROM party WHERE agency_id = 'xr-desk' AND referral_id = ID"],
  'a clock': ['clocks, deadlines', "UPDATE clock SET due_at = due_at + interval '1 day' WHERE referral_id = ID"],
  'a missing clock': ['clocks, deadlines', 'DELETE FROM clock WHERE referral_id = ID'],
  'an open deadline of another agency': [
    'deadlines',
    "UPDATE open_deadline SET debtor_id = 'xr-desk' WHERE referral_id = ID",
  ],
  'an open deadline that an agency does not see': [
    'deadlines',
    "DELETE FROM open_deadline WHERE agency_id = 'us-quartz'",
  ],
  'a link without an act': ['links', "INSERT INTO link VALUES (ID, ID, 'related')"],
  'missing letters': ['letters', 'DELETE FROM letter WHERE referral_id = ID'],
  'letters that would be sent again': ['letters', "UPDATE letter SET status = 'waiting' WHERE referral_id = ID"],
} as const;

test('an erasure of the register that a restored backup lacks, and a register that is missing', async () => {
  const deps = await noRegister({ owner: liaise.owner, engine: liaise.db });
  const erasureRegister = deps.path;
  expect(await check({ ...liaise, erasureRegister })).toMatchObject([
    { fault: 'register-faulty', remedy: 'investigate' },
  ]);
  await createRegister(deps, [{ referralId, erasedAt: new Date().toISOString(), keyIds: [] }]);
  expect(await check({ ...liaise, erasureRegister })).toMatchObject([
    { referralId, fault: 'erasure-undone', remedy: 'liaise erasure-register apply' },
  ]);
});

describe('a damaged projection', () => {
  test.each(Object.entries(damages))('%s: found, and rebuilt from the journal', async (_, [differs, statement]) => {
    const before = await derivedRows(liaise.db, referralId);
    expect(await check(liaise)).toEqual([]);
    await liaise.owner.$executeRawUnsafe(statement.replaceAll('ID', `'${referralId}'`));
    expect(await check(liaise)).toMatchObject([
      { referralId, fault: 'projection-differs', detail: differs, remedy: 'liaise rebuild' },
    ]);
    expect(await rebuild(liaise)).toEqual({ ...NOTHING, rebuilt: [referralId] });
    expect(await derivedRows(liaise.db, referralId)).toEqual(before);
    expect(await check(liaise)).toEqual([]);
  });

  test('all rows are deleted and rebuilt', async () => {
    const before = await derivedRows(liaise.db, referralId);
    for (const table of ['recipient', 'party', 'clock', 'letter'])
      await liaise.owner.$executeRawUnsafe(`DELETE FROM ${table} WHERE referral_id = '${referralId}'`);
    await liaise.db.referral.delete({ where: { id: referralId } });
    expect(await check(liaise)).toMatchObject([{ referralId, fault: 'projection-differs' }]);
    await rebuild(liaise);
    expect(await derivedRows(liaise.db, referralId)).toEqual(before);
  });

  test('statistics that differ are found, and derived from recipients and parties again', async () => {
    const counted = async () => {
      await mergeStatistics(liaise.db);
      return liaise.db.statistic.findMany({ orderBy: [{ agencyId: 'asc' }, { dimension: 'asc' }, { key: 'asc' }] });
    };
    const before = await counted();
    for (const [remedy, statement] of [
      [rebuild, `UPDATE statistic SET counts = counts || '{"late": 1}' WHERE agency_id = 'xr-desk'`],
      [repair, `DELETE FROM statistic WHERE agency_id = 'xr-desk'`],
      [rebuild, `INSERT INTO party_change SELECT 1e6, 'xr-desk', 1, 0, 0, 0`],
    ] as const) {
      await liaise.owner.$executeRawUnsafe(statement);
      expect(await check(liaise)).toMatchObject([
        { referralId: '', fault: 'statistics-differ', detail: 'xr-desk', remedy: 'liaise rebuild' },
      ]);
      await remedy(liaise);
      expect(await counted()).toEqual(before);
      expect(await check(liaise)).toEqual([]);
    }
  });

  test('referrals that an earlier version did not count are found, and counted by a rebuild', async () => {
    const counted = async () => {
      await mergeStatistics(liaise.db);
      return liaise.db.requestStatistic.findMany({ orderBy: [{ agencyId: 'asc' }, { side: 'asc' }, { kind: 'asc' }] });
    };
    const before = await counted();
    expect(before.length).toBeGreaterThan(0);
    await liaise.owner.$executeRawUnsafe('DELETE FROM request_event');
    expect(await check(liaise)).toMatchObject([{ fault: 'statistics-incomplete', remedy: 'liaise rebuild' }]);
    await rebuild(liaise);
    expect(await check(liaise)).toEqual([]);
    expect((await counted()).filter(({ counts }) => Object.keys(Object(counts)).length > 0)).toEqual(before);
  });

  test('a projection without a journal is dropped, and no other is', async () => {
    const id = crypto.randomUUID();
    await liaise.db.$executeRaw`
      INSERT INTO referral SELECT (jsonb_populate_record(referral, ${{ id, reference: 'XR-1' }}::jsonb)).*
      FROM referral WHERE id = ${referralId}::uuid`;
    expect(await check(liaise)).toMatchObject([{ referralId: id, fault: 'projection-unfounded' }]);
    expect(await repair(liaise)).toMatchObject([{ done: 'projection-dropped' }]);
    expect(await check(liaise)).toEqual([]);
    expect(await liaise.db.referral.count({ where: { id: referralId } })).toBe(1);
  });
});

describe('a journal that lacks entries', () => {
  test.each([
    ['in the middle', 'seq = 3'],
    ['at the beginning', 'seq < 3'],
    ['at the end', 'seq > 3'],
    ['altogether', 'true'],
  ])('%s: they are restored from Temporal', async (_, which) => {
    const journal = await readJournal(liaise.db, referralId);
    const before = await derivedRows(liaise.db, referralId);
    await tamper(liaise.owner, 'journal', `DELETE FROM journal WHERE referral_id = '${referralId}' AND ${which}`);
    expect(await check(liaise)).toMatchObject([{ referralId, fault: 'journal-broken', remedy: 'liaise repair' }]);
    expect(await rebuild(liaise)).toEqual({ ...NOTHING, broken: [referralId] });
    expect(await repair(liaise)).toMatchObject([{ done: 'entries-restored' }]);
    expect(await readJournal(liaise.db, referralId)).toEqual(journal);
    expect(await derivedRows(liaise.db, referralId)).toEqual(before);
    expect(await check(liaise)).toEqual([]);
  });
});

describe('during acts', () => {
  test('projections are damaged and rebuilt repeatedly, and every act is done once', async () => {
    const referralIds = [referralId, await referred(), await referred()];
    const acting = Promise.all(referralIds.map(actsOn));
    let isOver = false;
    let rebuilt = 0;
    acting.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await liaise.db.$executeRaw`DELETE FROM clock`;
      await liaise.db.$executeRaw`DELETE FROM recipient`;
      rebuilt += (await rebuild(liaise)).rebuilt.length;
    }
    await acting;
    expect(rebuilt).toBeGreaterThan(0);
    await rebuild(liaise);
    expect(await check(liaise)).toEqual([]);
    for (const referralId of referralIds) {
      const journal = await readJournal(liaise.db, referralId);
      expect(journal.filter(({ event }) => event.type === 'handler-assigned')).toHaveLength(ACTS);
    }
  });
});

const ACTS = 12;

async function actsOn(referralId: string): Promise<void> {
  for (let count = 0; count < ACTS; count++) await liaise.act('noor.rowan', referralId, { type: 'take' });
}
