/** Repeated requests, and other content under the same idempotency key, through the real engine. */

import { beforeAll, expect, test } from 'vitest';
import { actRequest } from '../../../client/contract/acts.ts';
import type { Submission } from '../../../domain/submission.ts';
import { readJournal } from '../../../prisma/store/journal.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { refusals } from '../../support/refusals.ts';
import { submitted } from '../../support/submit-and-triage.ts';
import { ended } from '../../workflows/what-followed.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

async function submit(submission: Submission, key: string, by = 'quinn.quartz', at?: string) {
  return liaise.engine.submit(await liaise.person(by, at), submission, { key });
}

test('ten equal submissions at once are one referral, with ten equal receipts', async () => {
  const key = crypto.randomUUID();
  const before = await liaise.db.referral.count();
  const receipts = await Promise.all(Array.from({ length: 10 }, () => submit(anUrgentSubmission(), key)));
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  expect(await liaise.db.referral.count()).toBe(before + 1);
  const [receipt] = receipts;
  const journal = await readJournal(liaise.db, receipt?.referralId ?? '');
  expect(journal.filter(({ event }) => event.type === 'submitted')).toHaveLength(1);
  expect(await liaise.db.particulars.count({ where: { referralId: receipt?.referralId ?? '' } })).toBe(1);
});

test('an equal key of another agency is another referral', async () => {
  const ours = await submit(anUrgentSubmission(), 'K-1');
  const theirs = await submit(anUrgentSubmission(), 'K-1', 'greta.hazel');
  expect(theirs.referralId).not.toBe(ours.referralId);
});

test('the same key gives the same receipt, at once, later, and when the workflow has long ended', async () => {
  const key = crypto.randomUUID();
  const first = await submit(anUrgentSubmission(), key);
  await liaise.waitUntil(first.referralId, ({ triage }) => triage.state === 'proposed');
  expect(await submit(anUrgentSubmission(), key)).toEqual(first);
  const noor = await liaise.person('noor.rowan');
  const file = actRequest.parse({ type: 'file-informational', text: 'For the file.' });
  const filing = () => liaise.engine.perform(noor, first.referralId, file, { key: 'file it' });
  const [filed, again] = await Promise.all([filing(), filing()]);
  expect(filed.status).toBe('closed');
  expect(again).toEqual(filed);
  await ended(liaise, first.referralId);
  expect(await filing()).toEqual(filed);
  expect(await submit(anUrgentSubmission(), key)).toEqual(first);
  expect((await readJournal(liaise.db, first.referralId)).filter(({ event }) => event.type === 'closed')).toHaveLength(
    1,
  );
  expect(await refusals(liaise, first.referralId)).toEqual([]);
});

test('the same key with other content is refused, and the message says what was recorded under it', async () => {
  const [key, mismatch] = [crypto.randomUUID(), { code: 'IDEMPOTENCY_MISMATCH' }];
  const { reference, referralId } = await submit(anUrgentSubmission(), key);
  const other = submit({ ...anUrgentSubmission(), summary: 'Another account.' }, key);
  await expect(other).rejects.toMatchObject({ ...mismatch, message: expect.stringContaining(reference) });
  const noor = await liaise.person('noor.rowan');
  const ask = (text: string) =>
    liaise.engine.perform(noor, referralId, actRequest.parse({ type: 'ask-information', text }), { key });
  const asked = await ask('Which account?');
  await expect(ask('Which time zone?')).rejects.toMatchObject({
    ...{ ...mismatch, message: expect.stringContaining(`entry ${asked.seq} of ${reference}`) },
  });
  expect(await ask('Which account?')).toEqual(asked);
  expect(await refusals(liaise, referralId)).toEqual([
    'submit IDEMPOTENCY_MISMATCH',
    'ask-information IDEMPOTENCY_MISMATCH',
  ]);
});

test('a file is compared by its bytes, whatever a later parser or country database makes of it', async () => {
  const quinn = await liaise.person('quinn.quartz');
  const key = crypto.randomUUID();
  const send = (file: string, summary: string, country: string | null) =>
    liaise.engine.submit(
      quinn,
      { ...anUrgentSubmission(), summary },
      {
        ...{ key, sent: Buffer.from(file), loss: [summary] },
        addCountries: (submission) => ({
          ...submission,
          indicators: submission.indicators.map((indicator) => ({ ...indicator, country })),
        }),
      },
    );
  const first = await send('<report/>', 'As it is read today.', null);
  expect(await send('<report/>', 'As a better parser reads it.', 'SE')).toEqual(first);
  expect(await refusalCodeOf(send('<report />', 'As it is read today.', null))).toBe('IDEMPOTENCY_MISMATCH');
});

test('JSON is compared in its canonical form, whatever a schema makes of it', async () => {
  const [referralId, key, noor] = [
    await submitted(liaise, anUrgentSubmission()),
    crypto.randomUUID(),
    await liaise.person('noor.rowan'),
  ];
  const ask = (sent: object, text: string) =>
    liaise.engine.perform(noor, referralId, { type: 'ask-information', text }, { key, sent });
  const first = await ask({ text: ' Which account? ', recipientId: 'r1' }, 'Which account?');
  expect(await ask({ recipientId: 'r1', text: ' Which account? ' }, ' Which account? ')).toEqual(first);
  expect(await refusalCodeOf(ask({ text: 'Which account?', recipientId: 'r1' }, 'Which account?'))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
});

test('the key of a submission is its agency’s: a colleague with equal content gets the receipt, with other content a refusal', async () => {
  const key = crypto.randomUUID();
  const first = await submit(anUrgentSubmission(), key);
  const byClara = (submission: Submission) => submit(submission, key, 'clara.obsidian', 'us-quartz');
  const other = byClara({ ...anUrgentSubmission(), summary: 'Another case.' });
  await expect(other).rejects.toMatchObject({
    ...{ code: 'IDEMPOTENCY_MISMATCH', message: expect.stringContaining(first.reference) },
  });
  expect(await byClara(anUrgentSubmission())).toEqual(first);
});

test('an equal key of another person is another act', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const take = actRequest.parse({ type: 'take' });
  await liaise.engine.perform(await liaise.person('noor.rowan'), referralId, take, { key: 'mine' });
  await liaise.engine.perform(await liaise.person('emil.rowan'), referralId, take, { key: 'mine' });
  expect((await liaise.read(referralId)).handlers['xr-desk']).toBe('emil.rowan');
});
