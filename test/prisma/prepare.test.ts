/** Preparing a database can be repeated at every start, and keeps the directory of the installation. */

import { expect, test } from 'vitest';
import { urlAs } from '../../dev/postgres.ts';
import { prepareDatabase } from '../../prisma/prepare.ts';
import { testDatabase } from '../support/database.ts';

test('the seed fills an empty directory once', async () => {
  const { adminUrl, db } = await testDatabase();
  const url = urlAs(adminUrl, 'liaise_owner');
  expect(await prepareDatabase(url)).toEqual({ applied: [], seeded: true });
  const [agency] = await db.agency.findMany({ take: 1 });
  await db.agency.updateMany({ where: { id: agency?.id ?? '' }, data: { name: 'Renamed' } });

  expect(await prepareDatabase(url)).toEqual({ applied: [], seeded: false });
  expect(await db.agency.count({ where: { name: 'Renamed' } })).toBe(1);
});
