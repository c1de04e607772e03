/** The budget of a referral applies to all its texts, per agency, and to concurrent texts. */

import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActRequest } from '../../../client/contract/acts.ts';
import { openReader } from '../../../client/queries/read.ts';
import { defaultGuardPolicy } from '../../../domain/guard/policy.ts';
import { parseKeyring } from '../../../domain/keyring.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { submitted, triagedTo } from '../../support/submit-and-triage.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

/** One token of letters and digits, so that all of it is opaque. */
const encoded = (length: number) => randomBytes(length).toString('base64').replaceAll(/[+/]/g, 'q').slice(0, length);

const REFERENCE = { algorithm: 'sha256', source: 'provider', classification: 'unclassified' } as const;

const supplement = (summary: string, hashes: string[] = []): ActRequest => ({
  type: 'supplement',
  addition: {
    ...{ summary, indicators: [], particulars: [], originReferences: [] },
    materials: hashes.map((value) => ({ ...REFERENCE, value })),
  },
});

const isAccepted = (answer: Promise<unknown>) =>
  answer.then(
    () => true,
    (error) => {
      if (error.code === 'MATERIAL_REFUSED') return false;
      throw error;
    },
  );

test('encoded text over submission, supplements, questions and reasons never exceeds the bound', async () => {
  const submission = { ...anUrgentSubmission(), summary: `We saw this: ${encoded(400)}` };
  const referralId = await triagedTo(liaise, submission, ['FI']);
  let accepted = 400;
  const attempt = async (personId: string, request: (text: string) => ActRequest) => {
    const text = encoded(100);
    if (await isAccepted(liaise.act(personId, referralId, request(text)))) accepted += text.length;
  };
  for (let round = 0; round < 10; round += 1) {
    await attempt('quinn.quartz', supplement);
  }
  const asked = await liaise.act('aino.alder', referralId, {
    ...{ type: 'ask-information', recipientId: 'r1', text: `Which account? ${encoded(90)}` },
  });
  accepted += 90;
  const [questionId = ''] = asked.opened;
  await attempt('quinn.quartz', (text) => ({ type: 'answer-information', questionId, text }));
  await attempt('aino.alder', (text) => ({ type: 'decline', recipientId: 'r1', ground: 'duplicate', text }));
  expect(accepted).toBeGreaterThan(900);
  expect(accepted).toBeLessThanOrEqual(defaultGuardPolicy.opaque);
});

test('of two supplements at the same time that together exceed the share, one is refused', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const answers = await Promise.all([
    isAccepted(liaise.act('quinn.quartz', referralId, supplement(encoded(700)))),
    isAccepted(liaise.act('quinn.quartz', referralId, supplement(encoded(700)))),
  ]);
  expect(answers.toSorted()).toEqual([false, true]);
});

test('the sender cannot use up the share of a recipient', async () => {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.act('quinn.quartz', referralId, supplement(encoded(900)));
  expect(await refusalCodeOf(liaise.act('quinn.quartz', referralId, supplement(encoded(300))))).toBe(
    'MATERIAL_REFUSED',
  );
  const text = `The file is ${encoded(90)}`;
  await liaise.act('aino.alder', referralId, { type: 'ask-information', recipientId: 'r1', text });
});

test('purposes of reading count towards the share of the reader', async () => {
  const { pages: db, keys } = liaise;
  const referralId = await submitted(liaise, anUrgentSubmission());
  const reader = openReader({ db, keyring: parseKeyring(JSON.stringify(keys)) });
  const noor = await liaise.person('noor.rowan');
  const { reference } = await liaise.read(referralId);
  const read = () => reader.particulars(noor, reference, `Triage ${encoded(80)}`);
  await read();
  expect(await refusalCodeOf(read())).toBe('MATERIAL_REFUSED');
  await reader.particulars(noor, reference, 'To decide the urgency.');
});

describe('hash values beyond the limit', () => {
  const hashes = (length: number) => Array.from({ length }, () => randomBytes(32).toString('hex'));

  test('of a submission are left out, and the receipt has their number', async () => {
    const submission = { ...anUrgentSubmission(), materials: hashes(503).map((value) => ({ ...REFERENCE, value })) };
    const quinn = await liaise.person('quinn.quartz');
    const submit = () => liaise.engine.submit(quinn, submission, { key: 'hashes-1' });
    const receipt = await submit();
    expect(receipt.hashesLeftOut).toBe(3);
    expect(await submit()).toEqual(receipt);
    expect(await liaise.read(receipt.referralId)).toMatchObject({ facts: { materialCount: 500 } });
  });

  test('of supplements are left out, then refused until a supervisor raises the limit', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const send = (summary: string, length: number) =>
      liaise.act('quinn.quartz', referralId, supplement(summary, hashes(length)));
    expect(await send('Hash values.', 300)).not.toHaveProperty('hashesLeftOut');
    expect(await send('More.', 300)).toMatchObject({ hashesLeftOut: 100 });
    expect(await liaise.read(referralId)).toMatchObject({ facts: { materialCount: 500 } });
    const refused = await send('Still more.', 1).catch((error) => error);
    expect(refused).toMatchObject({ code: 'MATERIAL_REFUSED', field: 'materials' });
    expect(refused.message).toContain('supervisor');
    const raise: ActRequest = { type: 'raise-hash-limit', max: 700, text: 'The list has all files of the account.' };
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, raise))).toBe('SUPERVISOR_REQUIRED');
    await liaise.act('ines.rowan', referralId, raise);
    expect(await send('The rest.', 300)).toMatchObject({ hashesLeftOut: 100 });
    expect(await refusalCodeOf(liaise.act('ines.rowan', referralId, raise))).toBe('INVALID_INPUT');
  });
});

test('the same act sent again counts once', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const quinn = await liaise.person('quinn.quartz');
  const request = supplement(encoded(600));
  const [key, sent] = [crypto.randomUUID(), 'the same'];
  const send = () => liaise.engine.perform(quinn, referralId, request as never, { key, sent });
  expect(await send()).toEqual(await send());
  await liaise.act('quinn.quartz', referralId, supplement(encoded(300)));
});
