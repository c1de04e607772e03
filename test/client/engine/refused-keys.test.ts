/** A refused act does not use its idempotency key. Of concurrent acts under one key, exactly one is recorded. */

import { beforeAll, expect, test } from 'vitest';
import { type ActRequest, actRequest } from '../../../client/contract/acts.ts';
import { textIdOf } from '../../../domain/event-text.ts';
import { parseKeyring } from '../../../domain/keyring.ts';
import { materialDigests } from '../../../domain/search-digests.ts';
import type { Submission } from '../../../domain/submission.ts';
import { readJournal } from '../../../prisma/store/journal.ts';
import { referralsByHash } from '../../../prisma/store/origins.ts';
import { readParticulars } from '../../../prisma/store/particulars.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { submitted } from '../../support/submit-and-triage.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

async function submit(submission: Submission, key: string) {
  return liaise.engine.submit(await liaise.person('quinn.quartz'), submission, { key });
}

async function perform(personId: string, referralId: string, request: unknown, key: string) {
  return liaise.engine.perform(await liaise.person(personId), referralId, actRequest.parse(request), { key });
}

/** Everything that was said in the referral, in order. */
async function said(referralId: string): Promise<string> {
  const keyring = parseKeyring(JSON.stringify(liaise.keys));
  const texts = (await readJournal(liaise.db, referralId)).flatMap(({ event }) => textIdOf(event) ?? []);
  const words = await Promise.all(texts.map((id) => readParticulars(liaise.db, keyring, { id, referralId })));
  return JSON.stringify(words);
}

const numbered = (id: string, summary: string): Submission => ({
  ...anUrgentSubmission(),
  summary,
  originReferences: [{ system: 'case-register', id }],
});
const hashed = (summary: string, byte: string): Submission => ({
  ...anUrgentSubmission(),
  summary,
  materials: [{ algorithm: 'md5', value: byte.repeat(16), source: 'provider', classification: 'unclassified' }],
});

test('a submission that was refused for material in it is corrected under the same key', async () => {
  const key = crypto.randomUUID();
  const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(20)}`;
  expect(await refusalCodeOf(submit({ ...anUrgentSubmission(), summary: picture }, key))).toBe('MATERIAL_REFUSED');
  const { referralId } = await submit({ ...anUrgentSubmission(), summary: 'Corrected.' }, key);
  expect(await said(referralId)).toContain('Corrected.');
});

test('a submission that was refused for its number is corrected under the same key', async () => {
  await submit(numbered('K-1', 'The first.'), crypto.randomUUID());
  const key = crypto.randomUUID();
  expect(await refusalCodeOf(submit(numbered('K-1', 'Refused.'), key))).toBe('DUPLICATE_ORIGIN');
  expect(await refusalCodeOf(submit(numbered('K-1', 'Refused.'), key))).toBe('DUPLICATE_ORIGIN');
  const corrected = numbered('K-2', 'Corrected.');
  const receipt = await submit(corrected, key);
  expect(await said(receipt.referralId)).toContain('Corrected.');
  expect(await submit(corrected, key)).toEqual(receipt);
  expect(await refusalCodeOf(submit(numbered('K-1', 'Refused.'), key))).toBe('IDEMPOTENCY_MISMATCH');
});

test('an act that was refused while it was recorded is corrected under the same key', async () => {
  await submit(numbered('K-3', 'The first.'), crypto.randomUUID());
  const [referralId, key] = [await submitted(liaise, anUrgentSubmission()), crypto.randomUUID()];
  const supplement = (summary: string, originReferences: Submission['originReferences']) =>
    perform('quinn.quartz', referralId, { type: 'supplement', addition: { summary, originReferences } }, key);
  const number = [{ system: 'case-register', id: 'K-3' }];
  expect(await refusalCodeOf(supplement('Refused.', number))).toBe('DUPLICATE_ORIGIN');
  const receipt = await supplement('Corrected.', []);
  expect(await said(referralId)).toContain('Corrected.');
  expect(await said(referralId)).not.toContain('Refused.');
  expect(await supplement('Corrected.', [])).toEqual(receipt);
});

test('files of a refused supplement are not found by their hash', async () => {
  await submit(numbered('K-4', 'The first.'), crypto.randomUUID());
  const referralId = await submitted(liaise, anUrgentSubmission());
  const { materials } = hashed('', '0a');
  const number = [{ system: 'case-register', id: 'K-4' }];
  const supplement = (originReferences: Submission['originReferences']): ActRequest =>
    actRequest.parse({ type: 'supplement', addition: { summary: 'More.', materials, originReferences } });
  const keyring = parseKeyring(JSON.stringify(liaise.keys));
  const found = () => referralsByHash(liaise.db, materialDigests(keyring, materials));
  expect(await refusalCodeOf(liaise.act('quinn.quartz', referralId, supplement(number)))).toBe('DUPLICATE_ORIGIN');
  expect(await found()).toEqual([]);
  await liaise.act('quinn.quartz', referralId, supplement([]));
  expect(await found()).toEqual([referralId]);
});

test('of different submissions at once under one key, one is recorded with its own particulars and hashes', async () => {
  const key = crypto.randomUUID();
  const bytes = ['1a', '2b', '3c', '4d'];
  const answers = await Promise.allSettled(bytes.map((byte) => submit(hashed(`Number ${byte}.`, byte), key)));
  const [winner] = bytes.filter((_, index) => answers[index]?.status === 'fulfilled');
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  expect(refused).toEqual(Array(3).fill('IDEMPOTENCY_MISMATCH'));
  const { referralId } = await submit(hashed(`Number ${winner}.`, winner ?? ''), key);
  expect(await said(referralId)).toContain(`Number ${winner}.`);
  expect(await liaise.db.particulars.count({ where: { referralId } })).toBe(1);
  const keyring = parseKeyring(JSON.stringify(liaise.keys));
  for (const byte of bytes) {
    const digests = materialDigests(keyring, hashed('', byte).materials);
    expect(await referralsByHash(liaise.db, digests)).toEqual(byte === winner ? [referralId] : []);
  }
});

test('of different questions at once under one key, one is asked, as it was sent', async () => {
  const [referralId, key] = [await submitted(liaise, anUrgentSubmission()), crypto.randomUUID()];
  const texts = ['Which account?', 'Which time zone?', 'Which provider?'];
  const ask = (text: string) => perform('noor.rowan', referralId, { type: 'ask-information', text }, key);
  const answers = await Promise.allSettled(texts.map(ask));
  const [winner = ''] = texts.filter((_, index) => answers[index]?.status === 'fulfilled');
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  expect(refused).toEqual(Array(2).fill('IDEMPOTENCY_MISMATCH'));
  for (const text of texts) expect((await said(referralId)).includes(text)).toBe(text === winner);
});
