/** Letters about emergencies leave before the others, also those that come in while a batch is sent. */

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { anOutbox, INES, NOOR } from './outbox.ts';

test('an emergency that comes in while a long batch is sent is next', async () => {
  const outbox = await anOutbox();
  await outbox.queue(Array.from({ length: 60 }, (_, n) => ({ addressee: n % 2 ? NOOR : INES })));
  outbox.start({
    answer: async () => {
      await setTimeout(50);
      return { result: 'sent' };
    },
  });
  await outbox.until(() => outbox.sent.length >= 3);
  const [emergency] = await outbox.queue([{ addressee: NOOR, urgency: 'emergency' }]);
  await outbox.until(async () => (await outbox.waiting()) === 0);
  const place = outbox.sent.findIndex(({ messageId }) => messageId === emergency);
  // Three messages are sent at the same time, each takes 50 ms, and the queue is looked at every 200 ms.
  expect(place).toBeLessThan(40);
  expect(outbox.sent).toHaveLength(61);
});

test('the letters of acts that follow each other wait for one batch, and an emergency ends the wait', async () => {
  const outbox = await anOutbox();
  const [first] = await outbox.queue([{ addressee: NOOR }]);
  outbox.start({ pauseMs: 60_000 });
  await outbox.until(() => outbox.sent.length === 1);
  const [second] = await outbox.queue([{ addressee: INES }]);
  await expect(outbox.until(() => outbox.sent.length > 1, 500)).rejects.toThrow();
  const [emergency] = await outbox.queue([{ addressee: NOOR, urgency: 'emergency' }]);
  await outbox.until(async () => (await outbox.waiting()) === 0);
  expect(outbox.sent.map(({ messageId }) => messageId).sort()).toEqual([first, second, emergency].sort());
});
