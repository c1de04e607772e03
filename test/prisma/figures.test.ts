/** The numbers behind the gauges: open referrals, clocks and letters are counted, completed ones are not. */

import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Referral } from '../../domain/referral.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readFigures } from '../../prisma/store/figures.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { NOW, openRecorder, type ReferralRecorder } from '../client/engine/recorded-acts.ts';

const HOUR = 3_600_000;

let written: ReferralRecorder;
let db: Database;

beforeEach(async () => {
  written = await openRecorder();
  db = written.db;
});

/** A time that many hours after the rows were written. */
const after = (hours: number) => new Date(Date.parse(NOW) + hours * HOUR);

async function read(referralId: string): Promise<Referral> {
  return (await findReferral(db, referralId)) as Referral;
}

test('all counts of an empty database are zero', async () => {
  const figures = await readFigures(db, after(0));
  expect(figures).toMatchObject({ lettersWaiting: 0, lettersFailed: {}, oldestLetterAt: null, oldestOverdueAt: null });
  expect(Object.values({ ...figures.open, ...figures.dueSoon, ...figures.breached })).not.toContain(1);
});

test('open referrals are counted by status', async () => {
  await written.submitted();
  await written.referred();
  const { open } = await readFigures(db, after(0));
  expect(open).toMatchObject({ received: 1, referred: 1, held: 0 });
  expect(open).not.toHaveProperty('closed');
});

test('a clock is due soon in its last hour, and overdue afterwards', async () => {
  const { clocks } = await read(await written.submitted());
  const dueAt = new Date(clocks[0]?.dueAt ?? '');
  const hours = (dueAt.getTime() - Date.parse(NOW)) / HOUR;
  expect(await readFigures(db, after(hours - 1.5))).toMatchObject({ dueSoon: { triage: 0 }, oldestOverdueAt: null });
  expect(await readFigures(db, after(hours - 0.5))).toMatchObject({ dueSoon: { triage: 1 }, oldestOverdueAt: null });
  expect(await readFigures(db, after(hours + 1))).toMatchObject({ oldestOverdueAt: dueAt });
});

test('an overdue clock is counted until it is answered or the referral is closed', async () => {
  const referralId = await written.submitted();
  const [clock] = (await read(referralId)).clocks;
  await db.clock.update({
    where: { referralId_id: { referralId, id: clock?.id ?? '' } },
    data: { status: 'expired', late: true },
  });
  expect(await readFigures(db, after(0))).toMatchObject({ breached: { triage: 1 } });
  await db.referral.update({ where: { id: referralId }, data: { status: 'closed' } });
  expect(await readFigures(db, after(0))).toMatchObject({ breached: { triage: 0 } });
});

test('a letter is counted as waiting until it is settled, and as failed for one day', async () => {
  const [letter] = await lettersOf(db, await written.submitted());
  const where = { id: letter?.letterId ?? '' };
  const waiting = await db.letter.count({ where: { status: 'waiting' } });
  expect(await readFigures(db, after(1))).toMatchObject({ lettersWaiting: waiting });
  await db.letter.update({ where, data: { status: 'failed', code: '550', settledAt: after(1) } });
  expect(await readFigures(db, after(2))).toMatchObject({ lettersWaiting: waiting - 1, lettersFailed: { '550': 1 } });
  expect(await readFigures(db, after(26))).toMatchObject({ lettersFailed: {} });
});

test('a reading in an emergency is counted until it is reviewed', async () => {
  const referralId = await written.submitted();
  const by = await written.person('noor.rowan');
  const purpose = randomUUID();
  const reading = { operation: 'consultation', by, referralId } as const;
  await addLeaf(db, { ...reading, about: { consulted: [], purpose, code: 'emergency' } });
  await addLeaf(db, { ...reading, about: { consulted: [], purpose, code: 'emergency' } });
  expect(await readFigures(db, after(0))).toMatchObject({ readingsToReview: 1 });
  await addLeaf(db, { ...reading, about: { reviewed: purpose, verdict: 'justified' } });
  expect(await readFigures(db, after(0))).toMatchObject({ readingsToReview: 0 });
});

test('a letter is late from its due time, and one that the mail server defers from its first attempt', async () => {
  await db.letter.updateMany({ data: { status: 'sent' } });
  const [letter] = await lettersOf(db, await written.submitted());
  const where = { id: letter?.letterId ?? '' };
  const times = (dueAt: Date, tries: number, firstTriedAt: Date | null = null) =>
    db.letter.update({ where, data: { queuedAt: after(0), dueAt, tries, firstTriedAt, status: 'waiting' } });
  // Bundled, or held in quiet hours.
  await times(after(9), 0);
  expect(await readFigures(db, after(8))).toMatchObject({ oldestLetterAt: null });
  expect(await readFigures(db, after(10))).toMatchObject({ oldestLetterAt: after(9) });
  await times(after(9), 3, after(8));
  expect(await readFigures(db, after(9))).toMatchObject({ oldestLetterAt: after(8) });
  // The previous version did not note the first attempt.
  await times(after(9), 3);
  expect(await readFigures(db, after(8))).toMatchObject({ oldestLetterAt: after(0) });
});
