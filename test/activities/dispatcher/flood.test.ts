/** Many emergencies for one reader: they are held without work, and delay no other reader. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { dispatcherNotifier } from '../../../prisma/store/letter-notifications.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
  // Counts every statement that claims, holds, renews or returns letters.
  await outbox.administer(`
    CREATE SEQUENCE claims;
    CREATE FUNCTION count_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN PERFORM nextval('claims'); RETURN NULL; END $$;
    CREATE TRIGGER claims AFTER UPDATE OF claimed_until ON letter FOR EACH STATEMENT EXECUTE FUNCTION count_claim()`);
});

beforeEach(() => outbox.empty());

/** The tests run at any hour. */
const pacing = { ...LETTER_PACING, quiet: { from: 0, to: 0 } };
const emergency = { addressee: NOOR, letter: 'held', urgency: 'emergency' } as const;
const claims = async () => Number((await outbox.administer('SELECT last_value FROM claims'))[0]?.['last_value']);
const held = (heldFor: string) => outbox.db.letter.count({ where: { status: 'waiting', heldFor } });

/** A first emergency that is sent, and 700 that are held. */
async function flood(): Promise<void> {
  await outbox.queue([emergency]);
  outbox.start({ pacing, pollMs: 60_000 });
  await outbox.until(() => outbox.sent.length === 1);
  await outbox.queue(Array.from({ length: 700 }, () => emergency));
  notify();
  await outbox.until(async () => (await held('cap')) === 700);
}

const notify = () => dispatcherNotifier(outbox.db)();

test('700 emergencies for one reader are held with few statements, and another reader gets hers at once', async () => {
  await flood();
  await outbox.queue([{ ...emergency, addressee: INES }]);
  notify();
  await outbox.until(() => outbox.sent.length === 2, 5_000);
  expect(outbox.sent.map(({ to }) => to)).toEqual(['noor.rowan@xr-desk.example', 'ines.rowan@xr-desk.example']);
  expect(await claims()).toBeLessThan(40);
});

test('a further emergency for the same reader is held with them, and does not keep the dispatcher busy', async () => {
  await flood();
  const before = await claims();
  await outbox.queue([emergency, { ...emergency, addressee: INES, urgency: 'urgent' }]);
  notify();
  await outbox.until(() => outbox.sent.length === 2, 5_000);
  await outbox.until(async () => (await held('cap')) === 701);
  expect((await claims()) - before).toBeLessThan(20);
});
