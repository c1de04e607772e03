/** Delivery of letters over real SMTP: rejected, deferred, sent once, in one thread, and without particulars. */

import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openReader } from '../../client/queries/read.ts';
import type { CaughtLetter } from '../../dev/mailbox.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { LETTER_RETRY_MS } from '../../domain/letter-kinds.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { releaseRecipients } from '../../worker/release-recipients.ts';
import { REFERRAL_WORKFLOW, type ReferralStart, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { followed } from './what-followed.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const DESK = 'ncp@fi-alder.example';
const SENDER = 'quinn.quartz@us-quartz.example';

/** A referral that is triaged to Finland. Does not wait for the delivery. */
async function referred(): Promise<string> {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
  const triage = { urgency, urgencyGrounds, capability, countries: ['FI'], contactPoints: [] };
  await liaise.act('noor.rowan', referralId, { type: 'complete-triage', ...triage });
  return referralId;
}

const header = ({ headers }: CaughtLetter, wanted: string) => headers.find(([name]) => name === wanted)?.[1];

async function caught(referralId: string): Promise<CaughtLetter[]> {
  await liaise.lettersSent(referralId);
  const { reference } = await liaise.read(referralId);
  return liaise.mail.letters().filter((letter) => header(letter, 'x-liaise-reference') === reference);
}

async function keptAs(referralId: string, wanted: string) {
  return (await lettersOf(liaise.db, referralId)).filter(({ letter }) => letter === wanted);
}

describe('an address that is rejected permanently', () => {
  test('makes the recipient delivery-failed, and notifies the desk and its supervisors', async () => {
    liaise.mail.refuse(DESK, 550);
    const referralId = await referred();
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
    liaise.mail.refuse(DESK, undefined);
    expect(await keptAs(referralId, 'new-referral')).toMatchObject([{ status: 'failed', code: '550' }]);
    const letterIds = (await keptAs(referralId, 'delivery-failed')).map(({ letterId }) => `<letter.${letterId}@`);
    const received = (await caught(referralId)).filter((letter) =>
      letterIds.some((id) => header(letter, 'message-id')?.startsWith(id)),
    );
    expect(received.flatMap(({ to }) => to).sort()).toEqual(
      ['desk@xr-desk.example', 'ines.rowan@xr-desk.example', 'otto.rowan@xr-desk.example'].sort(),
    );
  });

  test('does not prevent the recipient from acknowledging', async () => {
    liaise.mail.refuse(DESK, 550);
    const referralId = await referred();
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
    liaise.mail.refuse(DESK, undefined);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    expect((await liaise.read(referralId)).recipients[0]?.status).toBe('acknowledged');
  });
});

test('a letter to a user who has left is recorded as failed, and delays no other letter', async () => {
  const leaving = 'system.quartz@us-quartz.example';
  liaise.mail.refuse(leaving, 451);
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('quinn.quartz', referralId, { type: 'assign', personId: 'system.quartz' });
  await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
  await liaise.db.membership.deleteMany({ where: { personId: 'system.quartz' } });
  expect((await caught(referralId)).map(({ to }) => to.join())).toEqual([SENDER]);
  liaise.mail.refuse(leaving, undefined);
  expect(await keptAs(referralId, 'question-asked')).toMatchObject([{ status: 'failed', code: 'NO-ADDRESS' }]);
});

describe('an address that is deferred', () => {
  test('is retried until it is accepted, receives one letter, and delays no other letter', async () => {
    liaise.mail.refuse(DESK, 451);
    const referralId = await referred();
    await triedTwice(referralId);
    await liaise.act('noor.rowan', referralId, { type: 'take' });
    expect((await liaise.read(referralId)).recipients[0]?.status).toBe('sent');
    liaise.mail.refuse(DESK, undefined);
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivered');
    expect((await caught(referralId)).map(({ to }) => to.join())).toEqual([SENDER, DESK]);
  });
});

describe('while another address is deferred', () => {
  test('a permanent rejection is recorded at once', async () => {
    liaise.mail.refuse(SENDER, 451);
    liaise.mail.refuse(DESK, 550);
    const referralId = await referred();
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
    expect(await keptAs(referralId, 'receipt')).toMatchObject([{ status: 'waiting' }]);
    liaise.mail.refuse(DESK, undefined);
    liaise.mail.refuse(SENDER, undefined);
    await caught(referralId);
    expect(await keptAs(referralId, 'receipt')).toMatchObject([{ status: 'sent' }]);
  });

  test('a letter that was deferred for half a day fails, and a newer one is still retried', async () => {
    liaise.mail.refuse(SENDER, 451);
    liaise.mail.refuse(DESK, 451);
    const referralId = await referred();
    const longAgo = new Date(Date.now() - LETTER_RETRY_MS - 1_000);
    await liaise.db.letter.updateMany({
      where: { referralId, letter: 'new-referral' },
      data: { firstTriedAt: longAgo },
    });
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
    expect(await keptAs(referralId, 'new-referral')).toMatchObject([{ status: 'failed', code: 'GAVE-UP' }]);
    expect(await keptAs(referralId, 'receipt')).toMatchObject([{ status: 'waiting' }]);
    liaise.mail.refuse(DESK, undefined);
    liaise.mail.refuse(SENDER, undefined);
    await caught(referralId);
  });
});

test('the sender of a duplicate is notified that an outcome exists, and only the desk can see this letter', async () => {
  const submission = anUrgentSubmission();
  const lotta = await liaise.person('lotta.birch');
  const theirs = { ...submission, originReferences: [] };
  const twin = await liaise.engine.submit(lotta, theirs, { key: crypto.randomUUID() });
  const between = await submitted(liaise, submission);
  const referralId = await triagedTo(liaise, submission, ['FI']);
  const { reference } = await liaise.read(referralId);
  const mark = async (duplicateId: string, originalId: string) => {
    const { reference: other } = await liaise.read(originalId);
    await liaise.act('noor.rowan', duplicateId, { type: 'mark-duplicate', other });
  };
  await mark(twin.referralId, between);
  await mark(between, referralId);
  const r1 = { recipientId: 'r1' } as const;
  await liaise.act('aino.alder', referralId, { type: 'accept', ...r1 });
  await liaise.act('aino.alder', referralId, { type: 'report-outcome', ...r1, outcome: 'arrest', final: true });
  await caught(referralId);
  const [kept] = await keptAs(referralId, 'twin-outcome');
  const letter = liaise.mail.letters().find(({ messageId }) => messageId.includes(kept?.letterId ?? 'none'));
  expect(letter).toMatchObject({
    to: ['lotta.birch@fi-birch.example'],
    subject: expect.stringContaining(twin.reference),
  });
  for (const word of [reference, 'Quartz', 'Alder', 'arrest']) expect(JSON.stringify(letter)).not.toContain(word);
  const reader = openReader({ db: liaise.pages, keyring: parseKeyring(JSON.stringify(liaise.keys)) });
  const seenBy = async (who: string) => (await reader.status(await liaise.person(who), reference)).letters;
  expect((await seenBy('noor.rowan')).map(({ letterId }) => letterId)).toContain(kept?.letterId);
  expect((await seenBy('quinn.quartz')).map(({ letter }) => letter)).not.toContain('twin-outcome');
});

describe('the letters of one referral', () => {
  test('form one thread, and each Message-ID is derived from the letter id', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const letters = await caught(referralId);
    expect(letters.length).toBeGreaterThanOrEqual(2);
    const kept = await lettersOf(liaise.db, referralId);
    const ids = kept.map(({ letterId }) => `<letter.${letterId}@hub.example>`);
    expect(letters.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());
    for (const letter of letters) {
      expect(header(letter, 'in-reply-to')).toBe(`<referral.${referralId}@hub.example>`);
      expect(header(letter, 'references')).toBe(`<referral.${referralId}@hub.example>`);
      expect(header(letter, 'auto-submitted')).toBe('auto-generated');
    }
  });

  test('contain no particulars of the case', async () => {
    const submission = { ...anUrgentSubmission(), originReferences: [{ system: 'register', id: 'KX-99871' }] };
    const referralId = await triagedTo(liaise, submission, ['FI']);
    const r1 = { recipientId: 'r1' } as const;
    const say = (what: string) => `${what} midnight_otter`;
    await liaise.act('aino.alder', referralId, { type: 'ask-information', ...r1, text: say('Who is') });
    await liaise.act('quinn.quartz', referralId, { type: 'answer-information', questionId: 'q1', text: say('It is') });
    await liaise.act('aino.alder', referralId, { type: 'decline', ...r1, ground: 'other', text: say('Not for us:') });
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[1]?.status === 'delivered');
    await liaise.act('otto.rowan', referralId, { type: 'recall', recipientId: 'r2', text: say('Back with') });
    await liaise.act('noor.rowan', referralId, { type: 'propose-closure', text: say('Over with') });
    const receipt = await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    expect((await followed(liaise, receipt)).letters).toEqual(['closed → quinn.quartz']);
    const letters = await caught(referralId);
    expect(letters.length).toBeGreaterThanOrEqual(10);
    const everything = JSON.stringify(letters);
    for (const word of ['otter', 'Copperfield', SECRET, '192.0.2.44', 'KX-99871']) {
      expect(everything).not.toContain(word);
    }
  });

  test('are all settled at the end', async () => {
    const letters = await liaise.db.letter.findMany({ where: { status: 'waiting' } });
    for (const { referralId } of letters) await caught(referralId);
    expect(await liaise.db.letter.count({ where: { status: 'waiting' } })).toBe(0);
  });
});

/** Waits until the sending has failed and is retried. */
async function triedTwice(referralId: string): Promise<void> {
  const tries = () => liaise.db.letter.count({ where: { referralId, tries: { gte: 2 } } });
  await expect.poll(tries, { timeout: 30_000 }).toBeGreaterThanOrEqual(1);
}

test('a lost row of an unsent letter is restored and sent; one of a sent letter is restored as sent', async () => {
  liaise.mail.refuse(DESK, 451);
  const referralId = await referred();
  await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
  await expect.poll(async () => (await keptAs(referralId, 'receipt'))[0]?.status, { timeout: 20_000 }).toBe('sent');
  await liaise.owner.letter.deleteMany({ where: { referralId } });
  await rebuildReferral(liaise.db, referralId);
  expect(await keptAs(referralId, 'receipt')).toMatchObject([{ status: 'sent' }]);
  liaise.mail.refuse(DESK, undefined);
  await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivered');
  expect((await caught(referralId)).map(({ to }) => to.join()).sort()).toEqual([DESK, SENDER].sort());
});

test('a workflow of an earlier version waits for the result of its letter, which is sent once', async () => {
  liaise.mail.refuse(DESK, 451);
  const referralId = await referred();
  await triedTwice(referralId);
  const [letter] = await keptAs(referralId, 'new-referral');
  const handle = liaise.temporal.workflow.getHandle(workflowIdOf(referralId));
  const referral = await liaise.read(referralId);
  await handle.terminate('the earlier version');
  const where = { id: letter?.letterId ?? '' };
  await liaise.db.letter.update({ where, data: { urgency: null, dueAt: null } });
  const state = { ...referral, unsentLetters: [where.id] };
  const start: ReferralStart = { from: 'state', referralId, referral: state };
  await liaise.temporal.workflow.start(REFERRAL_WORKFLOW, {
    ...{ workflowId: workflowIdOf(referralId), taskQueue: TASK_QUEUES.referrals, args: [start] },
  });
  liaise.mail.refuse(DESK, undefined);
  const after = await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivered');
  expect(after.unsentLetters).toEqual([]);
  expect((await caught(referralId)).filter(({ to }) => to.includes(DESK))).toHaveLength(1);
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
  await liaise.lettersSent(referralId);
});

const setDisabled = {
  agency: (disabled: boolean) => liaise.db.agency.update({ where: { id: 'fi-alder' }, data: { disabled } }),
  'contact point': (disabled: boolean) =>
    liaise.db.contactPoint.update({ where: { id: 'fi-alder-ncp' }, data: { disabled } }),
};

test.each(['agency', 'contact point'] as const)(
  'a disabled %s gets no letter that waits, and the next contact point gets the referral',
  async (what) => {
    liaise.mail.refuse(DESK, 451);
    const referralId = await referred();
    await setDisabled[what](true);
    const { db, temporal } = liaise;
    // Other referrals of this file are released as well.
    await new MockActivityEnvironment().run(releaseRecipients, { db, temporal });
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[1]?.status === 'delivered');
    liaise.mail.refuse(DESK, undefined);
    await vi.waitFor(
      async () =>
        expect((await keptAs(referralId, 'new-referral'))[0]).toMatchObject({ status: 'failed', code: 'NO-ADDRESS' }),
      { timeout: 20_000, interval: 100 },
    );
    expect((await caught(referralId)).flatMap(({ to }) => to)).not.toContain(DESK);
    expect((await liaise.read(referralId)).recipients).toMatchObject([
      { status: 'recalled' },
      { agencyId: 'fi-birch' },
    ]);
    expect(await new MockActivityEnvironment().run(releaseRecipients, { db, temporal })).toEqual({ released: 0 });
    await setDisabled[what](false);
  },
);
