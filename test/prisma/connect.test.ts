/** The statement timeout of a database connection. */

import { expect, test } from 'vitest';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { atEnd } from '../support/at-end.ts';
import { testDatabase } from '../support/database.ts';

test('a statement that exceeds the timeout is cancelled, and can be retried', async () => {
  const { url } = await testDatabase();
  const db = connectDatabase({ databaseUrl: url, connections: 1, statementTimeoutMs: 50 });
  atEnd(() => db.$disconnect());
  const slow = db.$queryRaw`SELECT pg_sleep(60)`.catch((error: unknown) => error);
  expect(isDatabaseUnavailable(await slow)).toBe(true);
});
