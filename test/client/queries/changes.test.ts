/** The stream of changes: each change once, without delay, to the agencies that see the referral. */

import { beforeEach, expect, test } from 'vitest';
import { type ChangeHub, changesSince, openChangeHub, type ReferralChange } from '../../../client/queries/changes.ts';
import type { Person } from '../../../domain/people.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { atEnd } from '../../support/at-end.ts';
import { Case } from '../../support/case.ts';
import { aReferredCase } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, COORDINATOR, choice, officerAt, SENDER } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

let db: Database;
let hub: ChangeHub;

beforeEach(async () => {
  db = (await testDatabase()).db;
  hub = openChangeHub({ db, everyMs: 10 });
  atEnd(async () => hub.close());
});

/** As if it had happened this moment. */
async function happened(it: Case = aReferredCase()) {
  const { referral } = await storeCase(db, it);
  await db.party.updateMany({ where: { referralId: referral.id }, data: { changedAt: new Date() } });
  return referral;
}

function listen(agencyId: string): { heard: ReferralChange[]; end: () => void } {
  const heard: ReferralChange[] = [];
  return { heard, end: hub.subscribe(agencyId, (changes) => heard.push(...changes)) };
}

test('every listener of a party is notified once, and no other', async () => {
  const [sender, desk, other] = [SENDER, COORDINATOR, choice('nl-1').agencyId].map(listen);
  const one = await happened();
  await expect.poll(() => desk?.heard).toHaveLength(1);
  const two = await happened();
  await expect.poll(() => sender?.heard).toHaveLength(2);
  expect(sender?.heard.map(({ reference }) => reference)).toEqual([one.reference, two.reference]);
  expect(other?.heard).toEqual([]);
});

test('an emergency says since when the agency must handle it, and to the sender it says nothing', async () => {
  const [sender, desk, recipient] = [SENDER, COORDINATOR, choice('fi-1').agencyId].map(listen);
  const emergency = aReferredCase({ urgency: 'emergency' });
  await happened(emergency);
  const counts = () => [sender, desk, recipient].map((listener) => listener?.heard.length);
  await expect.poll(counts, { timeout: 20_000 }).toEqual([1, 1, 1]);
  const { submittedAt, recipients } = emergency.referral;
  expect(desk?.heard[0]?.emergencySince).toBe(submittedAt);
  expect(recipient?.heard[0]?.emergencySince).toBe(recipients[0]?.openedAt);
  expect(sender?.heard[0]).not.toHaveProperty('emergencySince');
});

test('another change of the same referral notifies again', async () => {
  const { heard } = listen(SENDER);
  const { id } = await happened();
  await expect.poll(() => heard).toHaveLength(1);
  const { changedSeq } = await db.party.findFirstOrThrow({ where: { referralId: id, agencyId: SENDER } });
  await db.journal.create({
    data: {
      ...{ referralId: id, seq: changedSeq + 1, at: new Date(), actId: 'x', schema: 1 },
      ...{ by: { kind: 'engine' }, type: 'reopened', event: { type: 'reopened' } },
    },
  });
  await db.party.updateMany({
    where: { referralId: id },
    data: { entries: { increment: 1 }, changedAt: new Date(), changedSeq: changedSeq + 1 },
  });
  await expect.poll(() => heard).toHaveLength(2);
  expect(heard[1]?.seq).toBe((heard[0]?.seq ?? 0) + 1);
});

test('a person who has left is not notified any more', async () => {
  const [gone, there] = [listen(SENDER), listen(SENDER)];
  gone.end();
  await happened();
  await expect.poll(() => there.heard).toHaveLength(1);
  expect(gone.heard).toEqual([]);
});

test('what was missed is read from an instant on', async () => {
  const since = new Date().toISOString();
  const missedBy = (viewer: Person) => changesSince({ db }, viewer, since, 10);
  const { id, seq } = await happened(new Case());
  const missed = await missedBy(CAST.sender);
  expect(missed).toMatchObject([{ referralId: id }]);
  expect(missed[0]?.seq).toBeLessThanOrEqual(seq);
  expect(await missedBy(officerAt('fi-1'))).toEqual([]);
  expect(await missedBy(CAST.administrator)).toEqual([]);
});

test('an entry that is recorded late, with an earlier time, is not missed', async () => {
  const since = new Date();
  const { id } = await happened(new Case());
  const changedAt = new Date(since.getTime() - 10_000);
  await db.party.updateMany({ where: { referralId: id }, data: { changedAt } });
  expect(await changesSince({ db }, CAST.sender, since.toISOString(), 10)).toMatchObject([{ referralId: id }]);
});
