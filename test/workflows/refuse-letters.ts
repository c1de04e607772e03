/** Makes the database refuse letters, and so every act with a letter. The sequence counts rolled-back attempts too. */

import { vi } from 'vitest';
import type { Database } from '../../prisma/store/connect.ts';

export async function refuseLetters(db: Database) {
  await db.$executeRawUnsafe('CREATE SEQUENCE refusal');
  await db.$executeRawUnsafe('GRANT USAGE ON SEQUENCE refusal TO liaise_engine');
  await db.$executeRawUnsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM nextval(''refusal''); RAISE EXCEPTION ''not now''; END'`);
  await db.$executeRawUnsafe(
    'CREATE TRIGGER refuse_letters BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION refuse()',
  );
  return {
    twice: async () => {
      const last = () => db.$queryRaw<[{ count: bigint }]>`SELECT last_value AS count FROM refusal`;
      await vi.waitUntil(async () => (await last())[0].count >= 2n, { timeout: 30_000 });
    },
    stop: async () => {
      await db.$executeRawUnsafe('DROP FUNCTION refuse CASCADE');
      await db.$executeRawUnsafe('DROP SEQUENCE refusal');
    },
  };
}
