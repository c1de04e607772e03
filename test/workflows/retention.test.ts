/** Retention through the real engine: review, hold, erasure on order with confirmations, and letters that are retried. */

import { readFile } from 'node:fs/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, test, vi } from 'vitest';
import { findMatches } from '../../client/queries/search.ts';
import { readDraft, saveDraft } from '../../client/workspace/drafts.ts';
import { parseRegister } from '../../domain/erasure-register.ts';
import type { ReferralEvent } from '../../domain/events.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { ownReferenceDigests } from '../../domain/search-digests.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { reviewsDue } from '../../prisma/store/retention.ts';
import { reviewRetention } from '../../worker/retention.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { ended, followed } from './what-followed.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const R1 = { recipientId: 'r1' } as const;

async function closed(own: { ownReference?: string; note?: string } = {}): Promise<string> {
  const { note, ...number } = own;
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.act('aino.alder', referralId, { type: 'accept', ...R1, ...number });
  if (note) await liaise.act('aino.alder', referralId, { type: 'add-note', text: note });
  await liaise.act('aino.alder', referralId, { type: 'report-outcome', ...R1, outcome: 'arrest', final: true });
  await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
  await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
  await ended(liaise, referralId);
  return referralId;
}

test('an erasure destroys notes and own numbers, and no search finds them', async () => {
  const [keyring, aino] = [parseKeyring(JSON.stringify(liaise.keys)), await liaise.person('aino.alder')];
  const found = () => findMatches({ db: liaise.db, keyring }, aino, { ownReference: 'FI-K-4711' });
  const referralId = await closed({ ownReference: 'FI-K-4711', note: 'The night shift knows the street.' });
  expect(await found()).toMatchObject([{ referralId, by: 'own-reference' }]);
  const where = { referralId };
  const digests = (await liaise.db.particulars.findMany({ where })).flatMap(({ materialDigests }) => materialDigests);
  expect(digests).toEqual(expect.arrayContaining(ownReferenceDigests(keyring, 'fi-alder', 'FI-K-4711')));
  await liaise.act('quinn.quartz', referralId, { type: 'order-erasure', text: 'A mistake.' });
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  // The submission, the note, the number and the order.
  expect(await tombstone(referralId)).toMatchObject({ destroyed: { keys: 1, texts: 4 } });
  expect([await liaise.db.particulars.count({ where }), await liaise.db.dataKey.count({ where })]).toEqual([0, 0]);
  expect(await found()).toEqual([]);
});

async function tombstone(referralId: string): Promise<ReferralEvent | undefined> {
  return (await readJournal(liaise.db, referralId)).map(({ event }) => event).find(({ type }) => type === 'erased');
}

/** Runs the nightly review as if it were so many days later. */
function review(days: number, retentionYears = 3) {
  const now = new Date(Date.now() + days * 24 * 3_600_000);
  const { db, temporal } = liaise;
  return new MockActivityEnvironment().run(reviewRetention, { db, temporal, retentionYears, now });
}

test('the sender orders, a supervisor erases, and every recipient confirms', async () => {
  const referralId = await closed();
  const ordered = await liaise.act('quinn.quartz', referralId, { type: 'order-erasure', text: 'A mistake.' });
  expect((await followed(liaise, ordered)).letters).toEqual([
    ...['retention-review → ines.rowan', 'retention-review → otto.rowan'],
  ]);
  expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, { type: 'erase' }))).toBe('SUPERVISOR_REQUIRED');
  const erased = await liaise.act('otto.rowan', referralId, { type: 'erase' });
  expect(await followed(liaise, erased)).toMatchObject({
    events: ['erased'],
    letters: ['erased → quinn.quartz', 'erasure-asked → fi-alder-ncp/desk'],
  });
  expect(await tombstone(referralId)).toMatchObject({
    ...{ ground: 'sender-order', toConfirm: ['r1'] },
    destroyed: { keys: 1, texts: 2, references: 0, digests: expect.any(Number) },
  });
  for (const table of ['dataKey', 'particulars', 'materialDigest', 'originReference', 'textCost'] as const) {
    const count = liaise.db[table].count as unknown as (query: { where: { referralId: string } }) => Promise<number>;
    expect([table, await count({ where: { referralId } })]).toEqual([table, 0]);
  }
  // The only key is that of the erasure itself.
  expect(await liaise.db.actKey.findMany({ where: { referralId } })).toMatchObject([{ personId: 'otto.rowan' }]);
  // The register, outside the database, has it before the act is answered.
  const { erasures } = await parseRegister(await readFile(liaise.erasures.register, 'utf8'));
  const { at: erasedAt } =
    (await readJournal(liaise.db, referralId)).find(({ event }) => event.type === 'erased') ?? {};
  const registered = { referralId, erasedAt, ground: 'sender-order', keyIds: ['2026-11'], toConfirm: ['r1'] };
  expect(erasures.find((erasure) => erasure.referralId === referralId)).toEqual(registered);
  const confirmed = await liaise.act('aino.alder', referralId, { type: 'confirm-erasure', ...R1 });
  expect((await followed(liaise, confirmed)).events).toEqual(['erasure-confirmed']);
  await ended(liaise, referralId);
  expect((await compareWithJournal(liaise.db, referralId)).differs).toEqual([]);
});

test('requests that are repeated after the erasure are not done again, and store nothing', async () => {
  const quinn = await liaise.person('quinn.quartz');
  const submission = anUrgentSubmission();
  const { referralId } = await liaise.engine.submit(quinn, submission, { key: 'to-be-erased' });
  await liaise.act('noor.rowan', referralId, { type: 'file-informational' });
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  const again = await liaise.engine.submit(quinn, submission, { key: 'to-be-erased' });
  expect(again.referralId).toBe(referralId);
  const other = { ...submission, summary: 'Other content under the same key.' };
  expect((await liaise.engine.submit(quinn, other, { key: 'to-be-erased' })).referralId).toBe(referralId);
  expect(await liaise.db.particulars.count({ where: { referralId } })).toBe(0);
  expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
});

test('a referral that is erased while a letter is retried: the letter arrives, and contains no particulars', async () => {
  const quinn = await liaise.person('quinn.quartz');
  liaise.mail.refuse('quinn.quartz@us-quartz.example', 451);
  const { referralId, reference } = await liaise.engine.submit(quinn, anUrgentSubmission(), { key: 'retried' });
  await liaise.act('noor.rowan', referralId, { type: 'file-informational' });
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  liaise.mail.refuse('quinn.quartz@us-quartz.example', undefined);
  const letters = () => liaise.mail.letters().filter(({ subject }) => subject.includes(reference));
  await vi.waitFor(() => expect(letters().length).toBeGreaterThanOrEqual(3), { timeout: 60_000 });
  for (const letter of letters()) expect(JSON.stringify(letter)).not.toContain(SECRET);
  await liaise.waitUntil(referralId, ({ unsentLetters }) => unsentLetters.length === 0);
  expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
  expect((await liaise.read(referralId)).status).toBe('erased');
});

test('the review asks after three years, and erases sixty days later if no person decided to keep the referral', async () => {
  const [forgotten, kept, held] = [await closed(), await closed(), await closed()];
  await liaise.act('ines.rowan', held, { type: 'place-legal-hold', text: 'A court asked for it.' });
  expect(await review(365)).toEqual({ asked: 0, erased: 0 });
  // With a retention period that has ended.
  expect(await review(0, -1)).toEqual({ asked: 3, erased: 0 });
  const reviewed = await liaise.read(forgotten);
  const clock = reviewed.clocks.find(({ name }) => name === 'retention-review');
  expect(clock).toMatchObject({ onExpiry: 'auto-erase', dueAt: reviewed.retention?.review?.dueAt });
  expect((await liaise.read(held)).clocks.map(({ name }) => name)).not.toContain('retention-review');
  const until = new Date(Date.now() + 2 * 365 * 24 * 3_600_000).toISOString();
  await liaise.act('otto.rowan', kept, { type: 'retain', until, text: 'A trial is pending.' });
  const young = await closed();
  expect(await review(58)).toEqual({ asked: 0, erased: 0 });
  await liaise.skip('62 days');
  expect(await review(62)).toEqual({ asked: 0, erased: 1 });
  expect(await tombstone(forgotten)).toMatchObject({ type: 'erased', ground: 'retention-ended' });
  const expired = { type: 'clock-expired', clockId: clock?.id, action: 'auto-erase' };
  expect((await readJournal(liaise.db, forgotten)).map(({ event }) => event)).toContainEqual(expired);
  expect((await liaise.read(held)).status).toBe('closed');
  expect(await review(62, -1)).toEqual({ asked: 1, erased: 0 });
  expect((await liaise.read(young)).retention?.review).toBeDefined();
  expect((await liaise.read(kept)).retention).toEqual({ until });
  const before = new Date(Date.parse(until) + 1);
  expect(await reviewsDue(liaise.db, { years: 3, before, limit: 10 })).toMatchObject([{ referralId: kept }]);
});

test('an erasure destroys drafts of additions to the referral, and no other draft', async () => {
  const [referralId, other] = [await closed(), await closed()];
  const deps = { db: liaise.pages, keyring: parseKeyring(JSON.stringify(liaise.keys)) };
  const quinn = await liaise.person('quinn.quartz');
  const content = { addition: SECRET };
  const [draft, kept] = [
    await saveDraft(deps, quinn, { step: 'supplement', content, aboutReferral: referralId }),
    await saveDraft(deps, quinn, { step: 'supplement', content, aboutReferral: other }),
  ];
  await liaise.act('quinn.quartz', referralId, { type: 'order-erasure', text: 'A mistake.' });
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  // The keys of the referral and of the draft.
  expect(await tombstone(referralId)).toMatchObject({ destroyed: { keys: 2 } });
  const where = { referralId: draft.id };
  expect([await liaise.db.particulars.count({ where }), await liaise.db.dataKey.count({ where })]).toEqual([0, 0]);
  expect(await readDraft(deps, quinn, draft.id)).toBeUndefined();
  expect(await readDraft(deps, quinn, kept.id)).toMatchObject({ content });
});
