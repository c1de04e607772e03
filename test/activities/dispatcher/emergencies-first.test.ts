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
