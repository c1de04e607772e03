/** The worker notifies the letter dispatchers of an act that decides letters: once, and after the commit. */

import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { atEnd } from '../support/at-end.ts';
import { timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted } from '../support/submit-and-triage.ts';

const CHANNEL = 'liaise_letters';

test('an act that decides letters sends one notification after its commit, and another act none', async () => {
  const liaise = await timeSkippingEngine();
  const listener = new Client({ connectionString: liaise.databaseUrl });
  await listener.connect();
  atEnd(() => listener.end());
  const received: { payload: string | undefined; letters: Promise<number> }[] = [];
  listener.on('notification', ({ payload }) => {
    received.push({ payload, letters: liaise.db.letter.count() });
  });
  await listener.query(`LISTEN ${CHANNEL}`);
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', referralId, { type: 'set-own-reference', ownReference: 'N 1' });
  // Notifications arrive in the order of their commits.
  await liaise.db.$executeRawUnsafe(`NOTIFY ${CHANNEL}, 'end'`);
  await vi.waitFor(() => expect(received.at(-1)?.payload).toBe('end'), { timeout: 20_000 });
  expect(received).toHaveLength(2);
  expect(await received[0]?.letters).toBe(await liaise.db.letter.count({ where: { referralId } }));
});
