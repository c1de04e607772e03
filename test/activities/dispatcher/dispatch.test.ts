/** The letter dispatcher: each letter once, results at once, and nothing lost between runs and shards. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MailUnavailable } from '../../../activities/mail.ts';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import { beginMessage, claimLetters } from '../../../prisma/store/letter-claims.ts';
import { dispatcherNotifier } from '../../../prisma/store/letter-notifications.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

const HOUR_MS = 3_600_000;
const everythingSent = () => outbox.until(async () => (await outbox.waiting()) === 0);
const addressesSent = () => outbox.sent.map(({ to }) => to).sort();
const sentIds = () => outbox.sent.map(({ messageId }) => messageId).sort();
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ addressee: n % 2 ? NOOR : INES }));

const INES_ADDRESS = 'ines.rowan@xr-desk.example';
const NOOR_ADDRESS = 'noor.rowan@xr-desk.example';

test('sends each letter, and writes its result and its audit leaf', async () => {
  const ids = await outbox.queue([{ addressee: NOOR }, { addressee: INES }]);
  outbox.start();
  await everythingSent();
  expect(addressesSent()).toEqual([INES_ADDRESS, NOOR_ADDRESS]);
  expect(sentIds()).toEqual([...ids].sort());
  const about = (await leavesOf(outbox.db, outbox.referral.id)).map((leaf) => leaf.about);
  for (const letterId of ids) expect(about).toContainEqual({ letter: 'receipt', letterId, result: 'sent' });
});

test.each([
  ['as a message of its own', undefined],
  ['in a bundle', LETTER_PACING],
])('a letter that cannot be written delays no other letter: %s', async (_, pacing) => {
  await outbox.db.letterReader.deleteMany({});
  const early = new Date(Date.now() - HOUR_MS);
  await outbox.queue([{ addressee: NOOR, urgency: 'emergency', queuedAt: early }], randomUUID());
  await outbox.queue([{ addressee: NOOR, urgency: 'emergency' }]);
  outbox.start(pacing ? { pacing } : {});
  await outbox.until(() => outbox.sent.length === 1);
  await outbox.until(async () => (await outbox.db.letter.count({ where: { lastError: 'ERROR' } })) === 1);
});

describe('runs', () => {
  test('two for one shard send each letter once', async () => {
    const ids = await outbox.queue(many(60));
    outbox.start();
    outbox.start();
    await everythingSent();
    expect(sentIds()).toEqual([...ids].sort());
  });

  test('one for each shard send every letter', async () => {
    const ids = await outbox.queue(many(20));
    outbox.start({ shard: 0, shards: 2 });
    outbox.start({ shard: 1, shards: 2 });
    await everythingSent();
    expect(sentIds()).toEqual([...ids].sort());
  });

  test('a cancelled one sends nothing more, and another one sends the rest at once', async () => {
    const ids = await outbox.queue(many(20));
    const first = outbox.start({
      answer: async () => {
        if (outbox.sent.length === 3) void first.stop();
        return { result: 'sent' };
      },
    });
    await outbox.until(() => outbox.sent.length >= 3);
    await first.done;
    // Three are in progress at the same time.
    expect(outbox.sent.length).toBeLessThanOrEqual(7);
    expect(await outbox.db.letter.count({ where: { status: 'waiting', NOT: { claim: null } } })).toBe(0);
    outbox.start();
    await everythingSent();
    expect(sentIds()).toEqual([...ids].sort());
  });

  test('the letters of one that was killed are sent when its claim has expired', async () => {
    const ids = await outbox.queue(many(4));
    await claimLetters(outbox.db, randomUUID(), { shard: 0, shards: 1 }, { readers: 9, letters: 9 });
    outbox.start();
    await expect(outbox.until(() => outbox.sent.length > 0, 300)).rejects.toThrow();
    await outbox.db.letter.updateMany({ data: { claimedUntil: new Date(Date.now() - 1) } });
    await everythingSent();
    expect(sentIds()).toEqual([...ids].sort());
  });

  test('one that lost its claim while it was frozen sends nothing', async () => {
    await outbox.queue([{ addressee: NOOR }]);
    const frozen = randomUUID();
    const [claimed] = await claimLetters(outbox.db, frozen, { shard: 0, shards: 1 }, { readers: 9, letters: 9 });
    await outbox.db.letter.updateMany({ data: { claim: randomUUID() } });
    const letterId = claimed?.letterId ?? '';
    const counted = { reader: 'reader', isEmergency: false };
    expect(await beginMessage(outbox.db, frozen, { messageId: letterId, letterIds: [letterId], counted })).toBe(false);
    expect(await outbox.db.letterReader.count({ where: { reader: 'reader' } })).toBe(0);
  });
});

describe('a letter is found', () => {
  test('at once by a notification, long before the next poll', async () => {
    outbox.start({ pollMs: 60_000 });
    const notifyDispatchers = dispatcherNotifier(outbox.db);
    for (let n = 1; n <= 3; n += 1) {
      await outbox.queue([{ addressee: NOOR }]);
      notifyDispatchers();
      await outbox.until(() => outbox.sent.length === n);
    }
  });

  test('by the poll if the notification was lost', async () => {
    outbox.start({ pollMs: 200 });
    await outbox.until(async () => (await listeners()) > 0);
    await outbox.queue([{ addressee: NOOR }]);
    await everythingSent();
  });

  test('after the connection that listens was lost', async () => {
    outbox.start({ pollMs: 60_000 });
    await outbox.until(async () => (await listeners()) > 0);
    // Its notification is lost with the connection.
    await outbox.queue([{ addressee: NOOR }]);
    await outbox.administer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' AND datname = '${new URL(outbox.url).pathname.slice(1)}'`);
    await everythingSent();
  });

  test('although the clock was set back since it was queued', async () => {
    await outbox.queue([{ addressee: NOOR }]);
    const later = new Date(Date.now() + HOUR_MS);
    await outbox.db.letter.updateMany({ data: { dueAt: later, plannedAt: later, claimedUntil: later } });
    outbox.start();
    await everythingSent();
  });

  test('at the address that the person has now', async () => {
    await outbox.queue([{ addressee: NOOR }]);
    const where = { id: 'noor.rowan' };
    await outbox.db.person.update({ where, data: { email: 'noor@new.example' } });
    outbox.start();
    await everythingSent();
    await outbox.db.person.update({ where, data: { email: NOOR_ADDRESS } });
    expect(addressesSent()).toEqual(['noor@new.example']);
  });

  test('of a workflow of an earlier version, once it has been left for a quarter of an hour', async () => {
    const [late] = await outbox.queue([{ addressee: NOOR }, { addressee: INES }]);
    await outbox.db.letter.updateMany({ data: { dueAt: null, urgency: null } });
    const decidedAt = new Date(Date.now() - 16 * 60_000);
    await outbox.db.letter.update({ where: { id: late ?? '' }, data: { decidedAt } });
    outbox.start();
    await outbox.until(() => outbox.sent.length === 1);
    expect(sentIds()).toEqual([late]);
  });
});

describe('with the limits of an installation', () => {
  const emergency = { addressee: NOOR, urgency: 'emergency' } as const;

  test('a flood of emergencies is one message at once, and then bundles that name every referral', async () => {
    await outbox.db.letterReader.deleteMany({});
    const others: RecordedReferral[] = [];
    for (let n = 0; n < 3; n += 1) others.push(await RecordedReferral.submit(outbox, 'quinn.quartz'));
    await outbox.queue([emergency]);
    outbox.start({ pacing: LETTER_PACING });
    await outbox.until(() => outbox.sent.length === 1);
    for (const { id } of others) await outbox.queue([{ ...emergency, letter: 'held' }], id);
    for (let n = 0; n < 165; n += 1) await outbox.queue([emergency, emergency, emergency]);
    const held = () => outbox.db.letter.count({ where: { heldFor: 'cap', status: 'waiting' } });
    await outbox.until(async () => (await held()) === 498);
    expect(outbox.sent).toHaveLength(1);
    // A minute later.
    const earlier = [new Date(Date.now() - 61_000)];
    await outbox.db.letterReader.updateMany({ data: { sentAt: earlier, emergencyAt: earlier } });
    await outbox.db.letter.updateMany({ where: { status: 'waiting' }, data: { dueAt: new Date() } });
    await everythingSent();
    expect(outbox.sent).toHaveLength(2);
    const references = await Promise.all(others.map(async (other) => (await other.read()).reference));
    for (const reference of [outbox.reference, ...references]) expect(outbox.sent[1]?.text).toContain(reference);
    expect(outbox.sent[1]?.text).toContain('held back');
    expect(outbox.sent[0]?.text).not.toContain('held back');
  }, 60_000);

  test('a bundle that is deferred is repeated with the same letters and Message-ID', async () => {
    await outbox.db.letterReader.deleteMany({});
    let isDeferred = true;
    const seen: string[] = [];
    await outbox.queue([emergency, emergency]);
    outbox.start({
      pacing: LETTER_PACING,
      answer: ({ messageId }) => {
        seen.push(messageId);
        if (isDeferred) throw new MailUnavailable('451');
        return { result: 'sent' };
      },
    });
    await outbox.until(() => seen.length >= 2);
    await outbox.queue([emergency]);
    isDeferred = false;
    await outbox.until(() => outbox.sent.length >= 1);
    expect(new Set(seen.slice(0, 3)).size).toBeLessThanOrEqual(2);
    const first = await outbox.db.letter.count({ where: { messageId: seen[0] ?? null } });
    expect(first).toBe(2);
  });

  test('one fact is stated once to a desk and a duty line with one address', async () => {
    await outbox.db.letterReader.deleteMany({});
    const desk = await outbox.db.contactPoint.findFirst({ where: { agencyId: 'xr-desk' } });
    const contactPointId = desk?.id ?? '';
    await outbox.db.contactPoint.update({ where: { id: contactPointId }, data: { dutyEmail: desk?.email ?? '' } });
    await outbox.queue(
      (['desk', 'duty'] as const).map((line) => ({
        ...{ letter: 'held', urgency: 'emergency', addressee: { kind: 'point', contactPointId, line } as const },
      })),
    );
    outbox.start({ pacing: LETTER_PACING });
    await everythingSent();
    expect(outbox.sent).toHaveLength(1);
    expect(outbox.sent[0]?.subject).toMatch(/^Assign a recipient: the rules found none \[XR|^EMERGENCY - Assign/);
    expect(outbox.sent[0]?.text.split('Please assign').length).toBe(2);
  });
});

const listeners = async () => {
  const rows = await outbox.administer(`SELECT FROM pg_stat_activity
    WHERE query LIKE 'LISTEN%' AND state = 'idle' AND datname = '${new URL(outbox.url).pathname.slice(1)}'`);
  return rows.length;
};
