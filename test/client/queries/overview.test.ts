/** The overview: five current numbers, each equal to the length of its list. */

import { beforeAll, describe, expect, test } from 'vitest';
import { listReferrals } from '../../../client/queries/list.ts';
import { readNow } from '../../../client/queries/overview.ts';
import type { Person } from '../../../domain/people.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { Case } from '../../support/case.ts';
import { aReceivedCase, RECIPIENT_IN, REFERRAL_IN, withOpenQuestion } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

const HOUR = 3_600_000;

let db: Database;

beforeAll(async () => {
  db = (await testDatabase()).db;
  // An urgent referral has four hours until triage; no warning has been sent yet.
  for (const hours of [1, 3.5, 5]) {
    const submittedAt = new Date(Date.now() - hours * HOUR).toISOString();
    await storeCase(db, new Case({ urgency: 'urgent' }, CAST.sender, submittedAt));
  }
  await storeCase(db, RECIPIENT_IN.unresponsive());
  await storeCase(db, REFERRAL_IN.held());
  await storeCase(db, REFERRAL_IN['closure-proposed']());
  await storeCase(db, withOpenQuestion(aReceivedCase()));
  await storeCase(db, REFERRAL_IN.closed());
});

async function numbersOf(viewer: Person) {
  const counted = await readNow({ db }, viewer);
  for (const { name, count, filter } of counted) {
    const list = await listReferrals({ db }, viewer, { ...filter, sort: 'due', order: 'asc', limit: 50 });
    expect([name, list.total, list.rows.length]).toEqual([name, count, count]);
  }
  return Object.fromEntries(counted.map(({ name, count }) => [name, count]));
}

describe('now', () => {
  test('a clock is at risk before its end and overdue after it, even before the engine has recorded it', async () => {
    const now = await numbersOf(CAST.supervisor);
    expect(now['at-risk']).toBe(1);
    // The one of five hours ago, the silent recipient, the held one without a recipient, and whatever ran in cases of long ago.
    expect(now['breached']).toBe(5);
  });

  test('is held, unresponsive, or waits for approval', async () => {
    const now = await numbersOf(CAST.supervisor);
    expect(now).toMatchObject({ held: 1, unresponsive: 1, 'waiting-for-approval': 3 });
  });

  test('for a recipient is its own', async () => {
    const now = await numbersOf(officerAt('fi-1'));
    expect(now).toEqual({ breached: 1, 'at-risk': 0, held: 0, unresponsive: 1, 'waiting-for-approval': 0 });
  });

  test('for an administrator is nothing', async () => {
    expect(Object.values(await numbersOf(CAST.administrator))).toEqual([0, 0, 0, 0, 0]);
  });
});
