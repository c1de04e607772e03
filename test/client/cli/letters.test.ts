/** `liaise letters`: lists waiting and failed letters, and retries or cancels them. The audit log names the person. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MailUnavailable } from '../../../activities/mail.ts';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import { claimLetters } from '../../../prisma/store/letter-claims.ts';
import { neglectedLetters, unrecordedDeliveries } from '../../../prisma/store/letter-queue.ts';
import { anOutbox, NOOR, type Outbox } from '../../activities/dispatcher/outbox.ts';
import { runCommand } from './run-command.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

function type(line: string) {
  const { db } = outbox;
  const services = { db, engineDb: db, readerDb: db, localIdentity: true } as unknown as CliDependencies;
  return runCommand(line, { services });
}

/** Retries a letter as a supervisor. */
async function retried(letterId = '') {
  const { status, out } = await type(`letters --retry ${letterId} --as otto.rowan --json`);
  const handled: { letterId: string; done: string; copyId?: string }[] = JSON.parse(out);
  return { status, handled };
}

const row = (id = '') => outbox.db.letter.findFirst({ where: { id } });
const aboutOf = async (letterId = '') =>
  (await leavesOf(outbox.db, outbox.referral.id)).filter(
    ({ about }) => 'letterId' in about && about.letterId === letterId,
  );

describe('the list', () => {
  test('is empty if nothing waits and nothing failed', async () => {
    expect(await type('letters')).toMatchObject({ status: 0, out: expect.stringContaining('No letter waits') });
  });

  test('shows each letter with its referral, reader and state', async () => {
    const [waiting, held, deferred, failed, sent] = await outbox.queue([{}, {}, {}, {}, {}]);
    const change = (id = '', data: object) => outbox.db.letter.update({ where: { id }, data });
    await change(held, { heldFor: 'quiet-hours', dueAt: new Date(Date.now() + 3_600_000) });
    await change(deferred, { tries: 3, lastError: '451', triedAt: new Date(), heldFor: 'retry' });
    await change(failed, { status: 'failed', code: '550', settledAt: new Date() });
    await change(sent, { status: 'sent', settledAt: new Date() });
    const { out } = await type('letters --json');
    const states = new Map(JSON.parse(out).map((each: { letterId: string }) => [each.letterId, each]));
    expect(states.size).toBe(4);
    expect(states.has(sent ?? '')).toBe(false);
    const text = (await type('letters')).out.replaceAll(/\s+/g, ' ');
    for (const each of [
      waiting,
      outbox.reference,
      'receipt',
      'noor.rowan',
      'quiet-hours',
      'attempts: 3',
      '451',
      'failed: 550',
    ])
      expect(text).toContain(each);
  });
});

test('the list begins with the letters that have waited longest, and says how many it leaves out', async () => {
  const minutesAgo = (minutes: number) => ({ queuedAt: new Date(Date.now() - minutes * 60_000) });
  const ids = await outbox.queue(Array.from({ length: 501 }, (_, n) => minutesAgo(n)));
  const { out, err } = await type('letters --json');
  const listed: { letterId: string }[] = JSON.parse(out);
  expect(listed.map(({ letterId }) => letterId)).toEqual(ids.toReversed().slice(0, 500));
  expect(err).toContain('500 of 501 letters');
});

describe('--retry', () => {
  test('makes a deferred letter due, and records who did it', async () => {
    const [letterId] = await outbox.queue([{ addressee: NOOR }]);
    await outbox.db.letter.updateMany({ data: { dueAt: new Date(Date.now() + 3_600_000), tries: 9 } });
    expect(await type(`letters --retry ${letterId} --as otto.rowan`)).toMatchObject({ status: 0 });
    outbox.start();
    await outbox.until(() => outbox.sent.length === 1);
    expect(await aboutOf(letterId)).toContainEqual(
      expect.objectContaining({
        operation: 'alteration',
        by: expect.objectContaining({ personId: 'otto.rowan' }),
        about: { letter: 'receipt', letterId, result: 'retried' },
      }),
    );
  });

  test('sends a copy of a failed letter under a new id; the failure stays', async () => {
    const [letterId] = await outbox.queue([{ addressee: NOOR }]);
    await outbox.db.letter.updateMany({ data: { status: 'failed', code: '550', settledAt: new Date() } });
    await type(`letters --retry ${letterId} --as otto.rowan`);
    outbox.start();
    await outbox.until(() => outbox.sent.length === 1);
    expect(outbox.sent[0]?.messageId).not.toBe(letterId);
    expect(await row(letterId)).toMatchObject({ status: 'failed', code: '550' });
  });

  test('copies a failed letter once, and names the copy', async () => {
    const [letterId = ''] = await outbox.queue([{ addressee: NOOR }]);
    await outbox.db.letter.updateMany({ data: { status: 'failed', code: '550', settledAt: new Date() } });
    const [first, second] = [await retried(letterId), await retried(letterId)];
    const [{ copyId = '' } = {}] = first.handled;
    expect(first).toMatchObject({ status: 0, handled: [{ letterId, done: 'queued' }] });
    expect(second).toMatchObject({ status: 5, handled: [{ letterId, done: 'already-copied', copyId }] });
    expect(await outbox.db.letter.findMany({ where: { status: 'waiting' } })).toMatchObject([{ id: copyId }]);
    expect((await aboutOf(letterId)).map(({ about }) => about)).toEqual([
      { letter: 'receipt', letterId, result: 'retried', copyId },
    ]);
  });

  test('does not announce an act that was taken back', async () => {
    const [letterId = ''] = await outbox.queue([{}]);
    await outbox.db.letter.updateMany({ data: { status: 'failed', code: 'TAKEN-BACK', settledAt: new Date() } });
    expect(await retried(letterId)).toMatchObject({ status: 5, handled: [{ letterId, done: 'taken-back' }] });
    expect(await outbox.waiting()).toBe(0);
  });

  test('sends a letter that the limits of an hour hold back', async () => {
    await outbox.db.letterReader.deleteMany({});
    const sentAt = [1, 2, 3].map((minutes) => new Date(Date.now() - minutes * 60_000));
    await outbox.db.letterReader.create({ data: { reader: 'noor.rowan', sentAt } });
    const [letterId = ''] = await outbox.queue([{ addressee: NOOR, letter: 'held' }]);
    outbox.start({ pacing: { ...LETTER_PACING, quiet: { from: 0, to: 0 } } });
    await outbox.until(async () => (await row(letterId))?.heldFor === 'cap');
    await retried(letterId);
    await outbox.until(() => outbox.sent.length === 1);
  });

  test('sends a deferred message again with all its letters', async () => {
    const ids = await outbox.queue([{}, {}]);
    const dueAt = new Date(Date.now() + 3_600_000);
    await outbox.db.letter.updateMany({ data: { messageId: ids[0] ?? null, dueAt, tries: 3, heldFor: 'retry' } });
    await retried(ids[1]);
    outbox.start();
    await outbox.until(async () => (await outbox.waiting()) === 0);
    expect(outbox.sent.map(({ messageId }) => messageId)).toEqual([ids[0]]);
  });

  test('leaves a letter that is being sent at this moment', async () => {
    const [letterId = ''] = await outbox.queue([{}]);
    await claimLetters(outbox.db, randomUUID(), { shard: 0, shards: 1 }, { readers: 9, letters: 9 });
    expect(await retried(letterId)).toMatchObject({ status: 5, handled: [{ letterId, done: 'being-sent' }] });
  });

  test('does nothing about a letter that was sent', async () => {
    const [letterId] = await outbox.queue([{}]);
    await outbox.db.letter.updateMany({ data: { status: 'sent' } });
    const { status, out } = await type(`letters --retry ${letterId} --as otto.rowan`);
    expect([status, out]).toEqual([5, expect.stringContaining('already-sent')]);
  });
});

describe('--give-up', () => {
  test('fails a waiting letter, and records who did it', async () => {
    const [letterId] = await outbox.queue([{}]);
    expect(await type(`letters --give-up ${letterId} --as otto.rowan`)).toMatchObject({ status: 0 });
    expect(await row(letterId)).toMatchObject({ status: 'failed', code: 'GAVE-UP' });
    expect(await aboutOf(letterId)).toMatchObject([
      { by: { personId: 'otto.rowan' }, about: { result: 'failed', code: 'GAVE-UP' } },
    ]);
  });

  test('reports to the referral that its recipient was not reached', async () => {
    const addressee = { kind: 'point', contactPointId: 'fi-alder-ncp', line: 'desk' } as const;
    const [letterId] = await outbox.queue([{ letter: 'new-referral', addressee, recipientId: 'r1' }]);
    await type(`letters --give-up ${letterId} --as otto.rowan`);
    expect(await outbox.db.letterReport.findMany()).toMatchObject([
      { letterId, delivers: 'r1', result: 'failed', code: 'GAVE-UP' },
    ]);
  });

  test('leaves a letter that is being sent at this moment', async () => {
    const [letterId] = await outbox.queue([{}]);
    let isSending = false;
    const dispatcher = outbox.start({
      answer: async () => {
        isSending = true;
        await outbox.until(() => !isSending);
        throw new MailUnavailable('451');
      },
    });
    await outbox.until(() => isSending);
    const { status, out } = await type(`letters --give-up ${letterId} --as otto.rowan`);
    isSending = false;
    await dispatcher.stop();
    expect([status, out]).toEqual([5, expect.stringContaining('being-sent')]);
  });
});

test.each([
  ['letters --retry 0b0f2b1e-4b7e-4c39-8f6e-0d7a2f6f3a11', 'INVALID_INPUT'],
  ['letters --retry nonsense --as otto.rowan', 'nonsense is not the id of a letter. "liaise letters" lists the ids'],
  ['letters --give-up nonsense --as otto.rowan', '--give-up: nonsense'],
  ['letters --retry 0b0f2b1e-4b7e-4c39-8f6e-0d7a2f6f3a11 --as noor.rowan', 'ROLE_REQUIRED'],
])('%s is refused', async (line, code) => {
  expect((await type(line)).err).toContain(code);
});

describe('liaise check finds', () => {
  const longAgo = new Date(Date.now() - 180_000);

  test('letters that are due and that nobody sends', async () => {
    await outbox.queue([{}, { queuedAt: longAgo }, { queuedAt: longAgo }]);
    const { reference } = outbox;
    expect(await neglectedLetters(outbox.db)).toEqual([{ referralId: outbox.referral.id, reference, count: 2 }]);
    await outbox.db.letter.updateMany({ data: { dueAt: new Date(), tries: 4 } });
    expect(await neglectedLetters(outbox.db)).toEqual([]);
  });

  test('deliveries that the referral does not record', async () => {
    const [letterId = ''] = await outbox.queue([{}]);
    const { id: referralId } = outbox.referral;
    await outbox.db.letterReport.create({
      data: { letterId, referralId, delivers: 'r1', result: 'sent', at: longAgo },
    });
    expect(await unrecordedDeliveries(outbox.db)).toMatchObject([{ referralId, count: 1 }]);
  });
});
