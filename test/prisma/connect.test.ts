/** What a connection does for whoever waits for it. */

import { expect, test } from 'vitest';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { atEnd } from '../support/at-end.ts';
import { testDatabase } from '../support/database.ts';

test('a statement that takes longer than its asker waits is given up, and may be tried again', async () => {
  const { url } = await testDatabase();
  const db = connectDatabase({ databaseUrl: url, connections: 1, patienceMs: 50 });
  atEnd(() => db.$disconnect());
  const slow = db.$queryRaw`SELECT pg_sleep(60)`.catch((error: unknown) => error);
  expect(isDatabaseUnavailable(await slow)).toBe(true);
});
