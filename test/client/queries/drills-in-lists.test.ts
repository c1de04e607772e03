/** The lists behind figures leave out drills, as the figures do. */

import { beforeAll, expect, test } from 'vitest';
import { listReferrals } from '../../../client/queries/list.ts';
import type { ListFilter } from '../../../domain/list-query.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { aReceivedCase, aReferredCase } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  const cases = [aReferredCase({}, ['NL']), aReferredCase({}, ['NL']), aReceivedCase()];
  const [drill] = await Promise.all(cases.map((it) => storeCase(db, it)));
  await db.recipient.updateMany({ where: { referralId: drill?.referral.id ?? '' }, data: { drill: true } });
});

test.each<[string, Omit<ListFilter, 'desk'>]>([
  ['recipients of a country', { country: 'NL' }],
  ['referrals that have recipients', { sentOn: true }],
  ['referrals without recipients', { sentOn: false }],
])('%s', async (_, filter) => {
  const query = { desk: 'all', sort: 'reference', order: 'asc', limit: 200 } as const;
  expect((await listReferrals({ db }, CAST.coordinator, { ...query, ...filter })).total).toBe(1);
});
