/** The letter dispatcher and its database: a lost connection sends nothing twice, and one clock decides. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { MailUnavailable } from '../../../activities/mail.ts';
import type { Addressee } from '../../../domain/letter-kinds.ts';
import { secondsUntilDue } from '../../../prisma/store/letter-claims.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

const OTTO: Addressee = { kind: 'person', personId: 'otto.rowan', agencyId: 'xr-desk' };
const QUINN: Addressee = { kind: 'person', personId: 'quinn.quartz', agencyId: 'us-quartz' };

/** Ends the connection of the dispatcher that waits for a lock. */
async function loseBlockedConnection(): Promise<void> {
  await outbox.until(async () => {
    const ended = await outbox.administer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND datname = '${new URL(outbox.url).pathname.slice(1)}'`);
    return ended.length > 0;
  });
}

test('a message that the mail server accepts while another one loses the database is not sent again', async () => {
  const ids = await outbox.queue([NOOR, INES, OTTO, QUINN].map((addressee) => ({ addressee })));
  const accepted: (() => void)[] = [];
  const { done } = outbox.start({
    answer: async () => {
      await new Promise<void>((resolve) => accepted.push(resolve));
      return { result: 'sent' };
    },
  });
  const ended = done.catch((error: unknown) => error);
  await outbox.until(() => accepted.length === 3);
  const fourth = await outbox.db.letter.findFirstOrThrow({ where: { messageId: null } });
  await outbox.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM letter WHERE id = ${fourth.id}::uuid FOR UPDATE`;
    accepted[0]?.();
    await loseBlockedConnection();
  });
  // The run must still be able to write what it sends now.
  await expect(Promise.race([ended, outbox.until(() => false, 500)])).rejects.toThrow('in time');
  for (const accept of accepted) accept();
  expect(await ended).toBeInstanceOf(Error);
  expect(await outbox.waiting()).toBe(1);
  outbox.start();
  await outbox.until(async () => (await outbox.waiting()) === 0);
  expect(outbox.sent.map(({ messageId }) => messageId).sort()).toEqual([...ids].sort());
});

test('the clock of the database decides when a letter is given up', async () => {
  const [letterId = ''] = await outbox.queue([{}]);
  await outbox.db.$executeRaw`UPDATE letter SET tries = 1, first_tried_at = now() - interval '12 hours 1 second'`;
  const answer = () => {
    throw new MailUnavailable('451');
  };
  // A worker whose clock is an hour behind.
  const now = Date.now;
  Date.now = () => now() - 3_600_000;
  try {
    outbox.start({ answer });
    await outbox.until(async () => (await outbox.waiting()) === 0 || (await tries(letterId)) > 1);
  } finally {
    Date.now = now;
  }
  expect(await outbox.db.letter.findFirst({ where: { id: letterId } })).toMatchObject({ code: 'GAVE-UP' });
});

const tries = async (id: string) => (await outbox.db.letter.findFirst({ where: { id } }))?.tries ?? 0;

test('a damaged letter, which waits although it has a result, does not keep the dispatcher busy', async () => {
  await outbox.queue([{}, {}]);
  await outbox.db.letter.updateMany({ data: { settledAt: new Date(), dueAt: new Date(Date.now() - 3_600_000) } });
  expect(await secondsUntilDue(outbox.db, { shard: 0, shards: 1 })).toBeUndefined();
});
