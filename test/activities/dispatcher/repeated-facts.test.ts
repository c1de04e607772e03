/** One fact goes to one address once within an hour, although several readers have it, and whichever batch it is in. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import { anOutbox, type Outbox, type QueuedRow } from './outbox.ts';

let outbox: Outbox;
const MAILBOX = 'ncp@fi-alder.example';

beforeAll(async () => {
  outbox = await anOutbox();
  // The night desk, which is the deputy, reads the mailbox of the desk.
  await outbox.db.contactPoint.update({ where: { id: 'fi-alder-night' }, data: { email: MAILBOX.toUpperCase() } });
});

beforeEach(() => outbox.empty());

/** The tests run at any hour. */
const pacing = { ...LETTER_PACING, quiet: { from: 0, to: 0 } };
const toDesk = (seq: number): QueuedRow => ({
  ...({ letter: 'escalation', urgency: 'urgent', recipientId: 'r1', seq } as const),
  addressee: { kind: 'point', contactPointId: 'fi-alder-ncp', line: 'desk' },
});
const toDeputy = (seq: number): QueuedRow => ({
  ...toDesk(seq),
  addressee: { kind: 'point', contactPointId: 'fi-alder-night', line: 'deputy' },
});
const everythingSent = () => outbox.until(async () => (await outbox.waiting()) === 0);

test('a fact that was sent to the address in an earlier batch is not sent again, and counts as sent', async () => {
  outbox.start({ pacing });
  await outbox.queue([toDesk(7)]);
  await everythingSent();
  const [letterId = ''] = await outbox.queue([toDeputy(7)]);
  await everythingSent();
  expect(outbox.sent.map(({ to }) => to)).toEqual([MAILBOX]);
  expect(await outbox.db.letter.findFirst({ where: { id: letterId } })).toMatchObject({ status: 'sent', code: null });
  const about = (await leavesOf(outbox.db, outbox.referral.id)).map((leaf) => leaf.about);
  expect(about).toContainEqual({ letter: 'escalation', letterId, result: 'sent' });
});

test('another fact is sent, and so is the same one after an hour', async () => {
  outbox.start({ pacing });
  await outbox.queue([toDesk(7)]);
  await everythingSent();
  await outbox.queue([toDeputy(8)]);
  await outbox.until(() => outbox.sent.length === 2);
  await outbox.db.letter.updateMany({ data: { settledAt: new Date(Date.now() - 3_601_000) } });
  await outbox.db.letterReader.deleteMany({});
  await outbox.queue([toDeputy(7)]);
  await outbox.until(() => outbox.sent.length === 3);
});
