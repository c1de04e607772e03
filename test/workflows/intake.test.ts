/** Intake: every act before a referral is routed, through the real engine. */

import { beforeAll, describe, expect, test } from 'vitest';
import { parseKeyring } from '../../domain/keyring.ts';
import type { Submission } from '../../domain/submission.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { ended, expectAgreement, followed } from './what-followed.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const words = { summary: 'More was found.', indicators: [], originReferences: [], materials: [], particulars: [] };

async function submit(submission: Submission = anUrgentSubmission()) {
  return liaise.engine.submit(await liaise.person('quinn.quartz'), submission, { key: crypto.randomUUID() });
}

describe('submitting', () => {
  test('returns a reference number, sends a receipt, starts the triage clock, and creates a triage proposal', async () => {
    const receipt = await submit();
    expect(receipt).toMatchObject({ status: 'received', opened: [] });
    expect(receipt.reference).toMatch(/^XR-\d{4}-\d{6}$/);
    const { entries, events, letters } = await followed(liaise, receipt);
    expect(events).toEqual(['submitted', 'reference-allotted', 'clock-started']);
    expect(letters).toEqual(['receipt → quinn.quartz']);
    expect(entries[0]?.by).toMatchObject({ personId: 'quinn.quartz', agencyId: 'us-quartz' });
    const { triage, clocks } = await liaise.waitUntil(receipt.referralId, ({ triage }) => triage.state === 'proposed');
    expect(triage).toMatchObject({ proposal: { urgency: 'urgent', verdict: 'clear' } });
    expect(clocks).toMatchObject([{ name: 'triage', debtor: 'coordinator', amount: 4, unit: 'hours' }]);
  });

  test('encrypts the particulars, which can be read with the keys', async () => {
    const loss = [{ path: 'internetDetails.chat', reason: 'not mapped' }];
    const quinn = await liaise.person('quinn.quartz');
    const { referralId } = await liaise.engine.submit(quinn, anUrgentSubmission(), { key: 'with a loss', loss });
    const [id = ''] = (await liaise.read(referralId)).particulars;
    const keyring = parseKeyring(JSON.stringify(liaise.keys));
    const particulars = await readParticulars(liaise.db, keyring, { id, referralId });
    expect(particulars).toMatchObject({ submission: { summary: SECRET }, loss });
  });
});

describe('before triage', () => {
  test('a supplement notifies the desk, counts for triage, and leads to a new triage proposal', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const legal = { country: 'SE', basis: 'legal-process', verified: true, proxySuspected: false } as const;
    const addition = { ...words, indicators: [legal] };
    const receipt = await liaise.act('quinn.quartz', referralId, { type: 'supplement', addition });
    const { events, letters } = await followed(liaise, receipt);
    expect(events).toEqual(['supplemented']);
    expect(letters).toEqual(['supplemented → xr-desk/desk']);
    const { facts, triage } = await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
    expect(facts.indicators).toHaveLength(2);
    expect(triage).toMatchObject({ proposal: { countries: [{ country: 'SE' }, { country: 'FI' }] } });
  });

  test('a question of the desk pauses the triage clock until the sender answers', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const asked = await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
    expect(asked).toMatchObject({ status: 'awaiting-information', opened: ['q1'] });
    expect(await followed(liaise, asked)).toMatchObject({
      events: ['question-asked', 'clock-paused', 'clock-started', 'information-awaited'],
      letters: ['question-asked → quinn.quartz'],
    });
    const answer = { type: 'answer-information', questionId: 'q1', text: 'Since May.' } as const;
    const answered = await liaise.act('quinn.quartz', referralId, answer);
    expect(answered.status).toBe('received');
    expect(await followed(liaise, answered)).toMatchObject({
      events: ['question-answered', 'clock-stopped', 'clock-resumed', 'intake-resumed'],
      letters: ['question-answered → xr-desk/desk'],
    });
    expect((await liaise.read(referralId)).questions).toMatchObject([{ id: 'q1', state: 'answered' }]);
  });

  test('the user who takes it becomes its handler, and letters go to the assigned handler', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const taken = await liaise.act('emil.rowan', referralId, { type: 'take' });
    expect((await followed(liaise, taken)).events).toEqual(['handler-assigned']);
    await liaise.act('quinn.quartz', referralId, { type: 'assign', personId: 'system.quartz' });
    expect((await liaise.read(referralId)).handlers).toEqual({ 'xr-desk': 'emil.rowan', 'us-quartz': 'system.quartz' });
    const asked = await liaise.act('noor.rowan', referralId, { type: 'ask-information', text: 'Since when?' });
    expect((await followed(liaise, asked)).letters).toEqual(['question-asked → system.quartz']);
  });
});

describe('closing at intake', () => {
  test('rejected with a ground: the sender is notified, and the workflow ends', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const receipt = await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'no-identifier' });
    expect(receipt.status).toBe('closed');
    const { entries, events, letters } = await followed(liaise, receipt);
    expect(events).toEqual(['closed', 'clock-stopped']);
    expect(entries[0]?.event).toMatchObject({ closure: { kind: 'rejected-at-intake' }, ground: 'no-identifier' });
    expect(letters).toEqual(['closed → quinn.quartz']);
    await ended(liaise, referralId);
    await expectAgreement(liaise, referralId);
    expect((await liaise.read(referralId)).unsentLetters).toEqual([]);
  });

  test('filed as informational', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const receipt = await liaise.act('noor.rowan', referralId, { type: 'file-informational', text: 'For the file.' });
    expect((await followed(liaise, receipt)).letters).toEqual(['closed → quinn.quartz']);
    expect((await liaise.read(referralId)).ending).toMatchObject({ closure: { kind: 'informational' } });
    await ended(liaise, referralId);
  });

  test('withdrawn by the sender alone, before any recipient has it', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const receipt = await liaise.act('quinn.quartz', referralId, { type: 'withdraw', text: 'Sent by mistake.' });
    expect(receipt.status).toBe('closed');
    expect((await liaise.read(referralId)).ending).toMatchObject({ closure: { kind: 'withdrawn' } });
    await ended(liaise, referralId);
  });

  test('the numbers of a duplicate then belong to the original', async () => {
    const origin = { system: 'case-register', id: `K-${crypto.randomUUID()}` };
    const other = await submit();
    const duplicate = await submit({ ...anUrgentSubmission(), originReferences: [origin] });
    const mark = { type: 'mark-duplicate', other: other.reference } as const;
    const receipt = await liaise.act('noor.rowan', duplicate.referralId, mark);
    expect((await followed(liaise, receipt)).letters).toEqual(['closed → quinn.quartz']);
    const { ending } = await liaise.read(duplicate.referralId);
    expect(ending).toMatchObject({ closure: { kind: 'duplicate', of: other.referralId } });
    const again = submit({ ...anUrgentSubmission(), originReferences: [origin] });
    await expect(again).rejects.toMatchObject({ code: 'DUPLICATE_ORIGIN', field: 'originReferences' });
    await expect(again).rejects.toThrow(other.reference);
  });

  test('cannot be marked as a duplicate of itself or of an unknown referral', async () => {
    const { referralId, reference } = await submit();
    const mark = (other: string) =>
      refusalCodeOf(liaise.act('noor.rowan', referralId, { type: 'mark-duplicate', other }));
    expect(await mark(reference)).toBe('DUPLICATE_OF_ITSELF');
    expect(await mark('XR-1999-000001')).toBe('UNKNOWN_REFERRAL');
  });
});

describe('taking back', () => {
  const triageTakenBack = { type: 'take-back', act: 'complete-triage' } as const;

  test('accepted triage recalls the recipients and reopens triage, once', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.lettersSent(referralId);
    expect(await refusalCodeOf(liaise.act('ines.rowan', referralId, triageTakenBack))).toBe('NOT_AUTHOR');
    const receipt = await liaise.act('noor.rowan', referralId, triageTakenBack);
    expect(receipt.status).toBe('received');
    const { events, letters } = await followed(liaise, receipt);
    expect(events.filter((type) => !type.startsWith('clock-'))).toEqual(['triage-taken-back', 'recalled']);
    expect(letters).toEqual(['recalled → fi-alder-ncp/desk']);
    const { recipients, clocks } = await liaise.read(referralId);
    expect(recipients.map(({ status }) => status)).toEqual(['recalled']);
    const active = clocks.filter(({ state }) => state.status === 'running');
    expect(active.map(({ name }) => name)).toEqual(['triage']);
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, triageTakenBack))).toBe('ACTED_SINCE');
    await expectAgreement(liaise, referralId);
  });

  test('is refused after a recipient has acknowledged', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, triageTakenBack))).toBe('ACTED_SINCE');
    expect((await liaise.read(referralId)).status).toBe('referred');
  });

  test('and acknowledging at the same time: exactly one of both is done', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const [takenBack, acknowledged] = await Promise.allSettled([
      liaise.act('noor.rowan', referralId, triageTakenBack),
      liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' }),
    ]);
    expect([takenBack.status, acknowledged.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [recipient] = (await liaise.read(referralId)).recipients;
    expect(recipient?.status).toBe(takenBack.status === 'fulfilled' ? 'recalled' : 'acknowledged');
  });

  test('the mark as duplicate starts the ended workflow again', async () => {
    const originReferences = [{ system: 'case-register', id: crypto.randomUUID() }];
    const original = await submit();
    const { referralId } = await submit({ ...anUrgentSubmission(), originReferences });
    const ownerOfNumber = async () =>
      liaise.db.originReference.findMany({
        where: { referralId: { in: [original.referralId, referralId] } },
        select: { referralId: true },
      });
    await liaise.act('noor.rowan', referralId, { type: 'mark-duplicate', other: original.reference });
    expect(await ownerOfNumber()).toEqual([{ referralId: original.referralId }]);
    await ended(liaise, referralId);
    const receipt = await liaise.act('noor.rowan', referralId, { type: 'take-back', act: 'mark-duplicate' });
    expect(receipt.status).toBe('received');
    expect(await ownerOfNumber()).toEqual([{ referralId }]);
    await expectAgreement(liaise, referralId);
  });
});

describe('links', () => {
  test('the desk links related referrals, and the link is found from both', async () => {
    const [one, other] = [await submit(), await submit()];
    const link = { type: 'link', other: other.reference, kind: 'same-series' } as const;
    const receipt = await liaise.act('noor.rowan', one.referralId, link);
    expect((await followed(liaise, receipt)).events).toEqual(['linked']);
    const expected = { referralId: one.referralId, otherId: other.referralId, kind: 'same-series' };
    expect(await liaise.db.link.findMany({ where: { otherId: other.referralId } })).toEqual([expected]);
    expect((await liaise.read(one.referralId)).links).toEqual([{ otherId: other.referralId, kind: 'same-series' }]);
    // A repetition has no effect.
    await liaise.act('ines.rowan', one.referralId, link);
    expect((await liaise.read(one.referralId)).links).toHaveLength(1);
  });
});
