/** In quiet hours, a letter leaves only if a deadline of its referral would pass before the morning, or to a duty line. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { anOutbox, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(async () => {
  await outbox.empty();
  await outbox.db.clock.deleteMany({});
});

const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** They began at most an hour ago in Brussels and two hours ago in Helsinki, and end within one to three hours. */
function quietNow() {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', hour: '2-digit', hourCycle: 'h23' }).format(),
  );
  return { ...LETTER_PACING, quiet: { from: hour, to: (hour + 3) % 24 } };
}

/** A deadline of the referral, and its state. */
async function clock(id: string, dueAt: Date, status = 'running'): Promise<void> {
  const { id: referralId } = outbox.referral;
  const times = { startedAt: hoursLater(-9), dueAt };
  await outbox.db.clock.create({
    data: { referralId, id, name: 'acknowledge', debtor: 'coordinator', status, late: false, ...times },
  });
}

const letter = { letter: 'escalation', addressee: NOOR } as const;
const toLine = (line: 'desk' | 'duty') =>
  ({ ...letter, addressee: { kind: 'point', contactPointId: 'fi-alder-ncp', line } }) as const;

/** Sends what may leave. Returns the addresses, and the number of letters that wait for the morning. */
async function dispatch(): Promise<{ to: string[]; held: number }> {
  const held = () => outbox.db.letter.count({ where: { heldFor: 'quiet-hours', status: 'waiting' } });
  const { stop } = outbox.start({ pacing: quietNow() });
  await outbox.until(async () => (await held()) === (await outbox.waiting()));
  await stop();
  return { to: outbox.sent.map(({ to }) => to), held: await held() };
}

test('a letter waits if its own deadline is after the morning, although another one is before', async () => {
  await clock('early', hoursLater(0.5));
  await clock('own', hoursLater(5));
  await outbox.queue([{ ...letter, clockId: 'own' }]);
  expect(await dispatch()).toEqual({ to: [], held: 1 });
});

test.each([
  ['will pass before the morning', 0.5],
  ['has passed', -1],
])('a letter leaves if its own deadline %s', async (_, hours) => {
  await clock('own', hoursLater(hours), hours < 0 ? 'expired' : 'running');
  await clock('late', hoursLater(5));
  await outbox.queue([{ ...letter, clockId: 'own' }]);
  expect(await dispatch()).toEqual({ to: ['noor.rowan@xr-desk.example'], held: 0 });
});

test('a letter without a deadline of its own depends on the next one of its referral that is not over', async () => {
  await clock('over', hoursLater(-1), 'expired');
  await clock('late', hoursLater(5));
  await outbox.queue([letter]);
  expect(await dispatch()).toEqual({ to: [], held: 1 });
  await outbox.db.letter.deleteMany({});
  await clock('early', hoursLater(0.5));
  await outbox.queue([letter]);
  expect(await dispatch()).toEqual({ to: ['noor.rowan@xr-desk.example'], held: 0 });
});

test('a letter waits if its referral has no deadline', async () => {
  await outbox.queue([letter]);
  expect(await dispatch()).toEqual({ to: [], held: 1 });
});

test('a letter to a duty line leaves, and one to its desk waits', async () => {
  await outbox.queue([toLine('desk'), toLine('duty')]);
  expect(await dispatch()).toEqual({ to: ['duty@fi-alder.example'], held: 1 });
});
