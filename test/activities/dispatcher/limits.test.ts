/** The limits of an hour are those of an address, also with several readers, and count each message when it is tried first. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { MailUnavailable } from '../../../activities/mail.ts';
import { purgeExpired } from '../../../activities/purge-expired.ts';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

/** The tests run at any hour. */
const pacing = { ...LETTER_PACING, quiet: { from: 0, to: 0 } };
const routine = { addressee: NOOR, letter: 'held' } as const;
const emergency = { ...routine, urgency: 'emergency' } as const;
const held = () => outbox.db.letter.count({ where: { status: 'waiting', heldFor: 'cap' } });

/** Queues one letter, and waits until so many messages were sent in all. */
async function sendOne(row: Parameters<Outbox['queue']>[0][number], messages: number): Promise<void> {
  await outbox.queue([row]);
  await outbox.until(() => outbox.sent.length === messages, 5_000);
}

test('a routine message is counted, but does not count as one about an emergency', async () => {
  outbox.start({ pacing });
  await sendOne(routine, 1);
  await sendOne(emergency, 2);
  await outbox.queue([emergency]);
  await outbox.until(async () => (await held()) === 1);
  expect(await outbox.db.letterReader.findMany({})).toMatchObject([
    { sentAt: [expect.any(Date), expect.any(Date)], emergencyAt: [expect.any(Date)] },
  ]);
});

test('messages to the desk of a contact point do not delay one to its duty line', async () => {
  const line = (name: 'desk' | 'duty') =>
    ({ ...emergency, addressee: { kind: 'point', contactPointId: 'fi-alder-ncp', line: name } }) as const;
  outbox.start({ pacing });
  await sendOne(line('desk'), 1);
  await sendOne(line('duty'), 2);
  expect(outbox.sent.map(({ to }) => to)).toEqual(['ncp@fi-alder.example', 'duty@fi-alder.example']);
});

test('two readers with one address share the limits, also in different batches', async () => {
  const where = { id: 'ines.rowan' };
  const before = await outbox.db.person.findUniqueOrThrow({ where });
  await outbox.db.person.update({ where, data: { email: 'Noor.Rowan@xr-desk.example' } });
  outbox.start({ pacing });
  await sendOne(emergency, 1);
  await outbox.queue([{ ...emergency, addressee: INES }]);
  await outbox.until(async () => (await held()) === 1);
  await outbox.db.person.update({ where, data: { email: before.email } });
  expect(outbox.sent).toHaveLength(1);
});

test('messages that the previous version counted for a person count as well', async () => {
  const recently = [new Date(Date.now() - 10_000)];
  await outbox.db.letterReader.create({ data: { reader: 'noor.rowan', sentAt: recently, emergencyAt: recently } });
  outbox.start({ pacing });
  await outbox.queue([emergency]);
  await outbox.until(async () => (await held()) === 1);
});

test('while the mail server defers a message, further emergencies are held to share the next one', async () => {
  let isDeferred = true;
  const tried = new Set<string>();
  outbox.start({
    pacing,
    answer: ({ messageId }) => {
      tried.add(messageId);
      if (isDeferred) throw new MailUnavailable('451');
      return { result: 'sent' };
    },
  });
  await outbox.queue([emergency]);
  await outbox.until(() => tried.size === 1);
  await outbox.queue([emergency, emergency]);
  await outbox.until(async () => (await held()) === 2);
  isDeferred = false;
  await outbox.until(() => outbox.sent.length === 1);
  // The repeated attempt was counted once.
  expect((await outbox.db.letterReader.findMany({}))[0]?.sentAt).toHaveLength(1);
});

test('the counts name no address, and are deleted when no limit needs them', async () => {
  outbox.start({ pacing });
  await sendOne(emergency, 1);
  await sendOne({ ...emergency, addressee: INES }, 2);
  const readers = (await outbox.db.letterReader.findMany({})).map(({ reader }) => reader);
  expect(readers).toHaveLength(2);
  for (const reader of readers) expect(reader).toMatch(/^[\w-]{43}$/);
  const [first = ''] = readers;
  const sentAt = [new Date(Date.now() - 3_601_000)];
  await outbox.db.letterReader.update({ where: { reader: first }, data: { sentAt, emergencyAt: sentAt } });
  await purgeExpired(outbox.db);
  expect(await outbox.db.letterReader.count()).toBe(1);
});
