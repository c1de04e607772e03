/** Addresses that the mail server defers or refuses: retries for half a day from the first attempt. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MailUnavailable } from '../../../activities/mail.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

const HOUR_MS = 3_600_000;
const everythingSent = () => outbox.until(async () => (await outbox.waiting()) === 0);
const addressesSent = () => outbox.sent.map(({ to }) => to);
const INES_ADDRESS = 'ines.rowan@xr-desk.example';
const NOOR_ADDRESS = 'noor.rowan@xr-desk.example';

describe('an address that the mail server', () => {
  test('defers is retried with the same Message-ID, and delays no other letter', async () => {
    let isDeferred = true;
    const [noor] = await outbox.queue([{ addressee: NOOR }, { addressee: INES }]);
    outbox.start({
      answer: ({ to }) => {
        if (isDeferred && to === NOOR_ADDRESS) throw new MailUnavailable('451');
        return { result: 'sent' };
      },
    });
    const row = () => outbox.db.letter.findFirst({ where: { id: noor ?? '' } });
    await outbox.until(async () => ((await row())?.tries ?? 0) >= 2);
    expect(addressesSent()).toEqual([INES_ADDRESS]);
    expect(await row()).toMatchObject({
      lastError: '451',
      heldFor: 'retry',
      messageId: noor,
      triedAt: expect.any(Date),
    });
    isDeferred = false;
    await everythingSent();
    expect(outbox.sent.at(-1)).toMatchObject({ to: NOOR_ADDRESS, messageId: noor });
  });

  test('refuses fails at once, with its code', async () => {
    const [noor] = await outbox.queue([{ addressee: NOOR }, { addressee: INES }]);
    outbox.start({
      answer: ({ to }) => (to === NOOR_ADDRESS ? { result: 'failed', code: '550' } : { result: 'sent' }),
    });
    await everythingSent();
    expect(await outbox.db.letter.findFirst({ where: { id: noor ?? '' } })).toMatchObject({
      ...{ status: 'failed', code: '550' },
    });
    expect(addressesSent()).toEqual([INES_ADDRESS]);
  });

  test('defers for half a day fails, but not one that was held for as long', async () => {
    const [late = '', held = ''] = await outbox.queue([{}, { addressee: INES }]);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
    const triedFor = (hours: number) => ({ tries: 99, firstTriedAt: hoursAgo(hours) });
    await outbox.db.letter.updateMany({ data: { queuedAt: hoursAgo(20) } });
    await outbox.db.letter.update({ where: { id: late }, data: triedFor(12.1) });
    await outbox.db.letter.update({ where: { id: held }, data: triedFor(11.9) });
    outbox.start({
      answer: () => {
        throw new MailUnavailable('ETIMEDOUT');
      },
    });
    await outbox.until(async () => (await outbox.waiting()) === 1);
    expect(await outbox.db.letter.findFirst({ where: { id: late } })).toMatchObject({ code: 'GAVE-UP' });
    await outbox.until(async () => (await outbox.db.letter.count({ where: { id: held, tries: 100 } })) === 1);
  });

  test('defers for the first time is retried from then on, however long it was held before', async () => {
    const [letterId = ''] = await outbox.queue([{}]);
    await outbox.db.letter.updateMany({ data: { queuedAt: new Date(Date.now() - 13 * HOUR_MS) } });
    const begun = new Date();
    outbox.start({
      answer: () => {
        throw new MailUnavailable('451');
      },
    });
    const row = () => outbox.db.letter.findFirstOrThrow({ where: { id: letterId } });
    await outbox.until(async () => (await row()).tries > 0);
    const { firstTriedAt, status } = await row();
    expect(status).toBe('waiting');
    expect(firstTriedAt?.getTime()).toBeGreaterThanOrEqual(begun.getTime() - 1000);
    await outbox.until(async () => (await row()).tries > 1);
    expect((await row()).firstTriedAt).toEqual(firstTriedAt);
  });
});
