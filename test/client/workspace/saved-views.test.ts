/** Saved views belong to one person at one agency. A name is used once on a page. */

import { beforeAll, expect, test } from 'vitest';
import { deleteView, savedViews, saveView } from '../../../client/workspace/saved-views.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST } from '../../support/factories.ts';

let db: Database;

beforeAll(async () => {
  db = (await testDatabase()).pages;
});

test('are saved under a name, replaced under it, and deleted', async () => {
  const owner = CAST.sender;
  const view = await saveView({ db }, owner, { page: '/referrals', name: ' Late ones ', query: 'breached=true' });
  expect(view).toMatchObject({ name: 'Late ones', query: 'breached=true' });
  const again = await saveView({ db }, owner, { page: '/referrals', name: 'Late ones', query: 'silent=true' });
  await saveView({ db }, owner, { page: '/inbox', name: 'Late ones', query: 'breached=true' });
  expect(await savedViews({ db }, owner, '/referrals')).toEqual([{ ...view, query: 'silent=true' }]);
  expect(await savedViews({ db }, owner)).toHaveLength(2);
  await deleteView({ db }, owner, again.id);
  expect(await savedViews({ db }, owner, '/referrals')).toEqual([]);
});

test('cannot be read or deleted by another person, or by the same person at another agency', async () => {
  const owner = CAST.supervisor;
  const view = await saveView({ db }, owner, { page: '/referrals', name: 'Mine', query: '' });
  for (const other of [CAST.sender, { ...owner, agencyId: 'fi-birch' }]) {
    expect(await savedViews({ db }, other, '/referrals')).not.toContainEqual(view);
    await deleteView({ db }, other, view.id);
  }
  await deleteView({ db }, owner, 'no id');
  expect(await savedViews({ db }, owner)).toEqual([view]);
});

test('have a name', async () => {
  const nameless = saveView({ db }, CAST.sender, { page: '/referrals', name: ' ', query: '' });
  await expect(nameless).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
});
