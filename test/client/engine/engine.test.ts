/** Submitting and acting through the real engine: results, refusals and their codes, as every entry point gets them. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type ActRequest, actRequest } from '../../../client/contract/acts.ts';
import { possibleDuplicates } from '../../../client/queries/possible-duplicates.ts';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import type { Submission } from '../../../domain/submission.ts';
import { workflowIdOf } from '../../../workflows/messages.ts';
import { FILES } from '../../domain/guard/files.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { refusals } from '../../support/refusals.ts';
import { submitted, triagedTo } from '../../support/submit-and-triage.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

async function submit(submission: Submission, key: string = crypto.randomUUID(), by = 'quinn.quartz', at?: string) {
  return liaise.engine.submit(await liaise.person(by, at), submission, { key });
}

const numbered = (id: string): Submission => ({
  ...anUrgentSubmission(),
  originReferences: [{ system: 'case-register', id }],
  materials: [{ algorithm: 'md5', value: '0f'.repeat(16), source: 'provider', classification: 'unclassified' }],
});

describe('an origin reference that was used before', () => {
  test('by the same agency: refused, naming the other referral, and nothing is stored', async () => {
    const first = await submit(numbered('K-100'));
    const key = crypto.randomUUID();
    const more = { ...numbered(' k-100 '), summary: 'Once more.' };
    const again = await submit(more, key).catch((error) => error);
    expect(again).toMatchObject({ code: 'DUPLICATE_ORIGIN', field: 'originReferences' });
    expect(again.message).toContain(first.reference);
    expect(again.facts).toEqual({ reference: first.reference, differing: ['summary'] });
    const referralId = await refusedReferral('DUPLICATE_ORIGIN');
    expect(await leftOf(referralId)).toEqual({ particulars: 0, keys: 0, digests: 0, numbers: 0, entries: 0 });
    await expect(liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).describe()).rejects.toThrow(/not found/i);
    // And the same again is refused again.
    expect(await refusalCodeOf(submit(more, key))).toBe('DUPLICATE_ORIGIN');
  });

  test('by two concurrent requests with different content: one is accepted', async () => {
    const other = { ...numbered('K-200'), summary: 'Another text.' };
    const answers = await Promise.allSettled([submit(numbered('K-200')), submit(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('by another agency: accepted, and linked as a possible duplicate', async () => {
    const first = await submit(numbered('K-300'));
    const second = await submit(numbered('K-300'), crypto.randomUUID(), 'greta.hazel');
    const link = { otherId: first.referralId, kind: 'possible-duplicate' };
    expect((await liaise.read(second.referralId)).links).toEqual([link]);
    const fromTheOther = await liaise.db.link.findMany({ where: { otherId: first.referralId } });
    expect(fromTheOther).toEqual([{ referralId: second.referralId, ...link }]);
  });

  test('by two agencies at once: each is a possible duplicate of the other', async () => {
    const receipts = await Promise.all([
      submit(numbered('K-320')),
      submit(numbered('K-320'), crypto.randomUUID(), 'greta.hazel'),
    ]);
    const noor = await liaise.person('noor.rowan');
    const referrals = await Promise.all(receipts.map(({ referralId }) => liaise.read(referralId)));
    const found = await possibleDuplicates(liaise.db, noor, referrals);
    for (const [n, { referralId }] of receipts.entries()) {
      const other = receipts[1 - n];
      const entry = { reference: other?.reference, shared: { originReferences: 1, hashValues: 1, files: 0 } };
      expect(found.get(referralId)?.[0]).toMatchObject(entry);
    }
  });

  test('by the same agency, in a referral that it may no longer see: refused, and that referral is not named', async () => {
    const other = await submit(anUrgentSubmission(), crypto.randomUUID(), 'greta.hazel');
    const { referralId } = await submit(numbered('K-350'));
    const noor = await liaise.person('noor.rowan');
    const mark = actRequest.parse({ type: 'mark-duplicate', other: other.reference });
    await liaise.engine.perform(noor, referralId, mark, { key: crypto.randomUUID() });
    const again = await submit(numbered('K-350')).catch((error) => error);
    expect(again).toMatchObject({ code: 'DUPLICATE_ORIGIN', field: 'originReferences' });
    expect(again.message).not.toMatch(new RegExp(`XR-|${other.referralId}`));
  });

  test('in a supplement: refused, and the referral is as it was', async () => {
    const first = await submit(numbered('K-400'));
    const referralId = await submitted(liaise, anUrgentSubmission());
    const { originReferences } = numbered('K-400');
    const addition = { summary: 'More.', indicators: [], materials: [], particulars: [], originReferences };
    const asked = liaise.act('quinn.quartz', referralId, { type: 'supplement', addition });
    await expect(asked).rejects.toThrow(first.reference);
    expect(await liaise.read(referralId)).toMatchObject({
      supplementedSinceTriage: false,
      facts: { materialCount: 0 },
    });
    expect(await refusals(liaise, referralId)).toEqual(['supplement DUPLICATE_ORIGIN']);
  });
});

describe('concurrent acts', () => {
  test('one succeeds, the other is refused with a code; the audit log contains both', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const answers = await Promise.allSettled([
      liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' }),
      liaise.act('eero.alder', referralId, { type: 'decline', recipientId: 'r1', ground: 'duplicate' }),
    ]);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(['RECIPIENT_FINAL', 'RECIPIENT_WRONG_STATUS']).toContain(refused[0]?.reason.code);
    const { recipients } = await liaise.read(referralId);
    expect(['accepted', 'declined']).toContain(recipients[0]?.status);
    expect(await refusals(liaise, referralId)).toHaveLength(1);
  });

  test('twenty at once are processed one after the other', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const officers = ['noor.rowan', 'emil.rowan'];
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, n) => liaise.act(officers[n % 2] ?? '', referralId, { type: 'take' })),
    );
    expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(20);
  });
});

describe('a refusal', () => {
  test('an unknown referral and one of other agencies get the same answer; both are recorded', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const stranger = await liaise.act('lotta.birch', referralId, { type: 'take' }).catch((error) => error);
    expect(stranger).toMatchObject({ code: 'UNKNOWN_REFERRAL' });
    expect(await refusals(liaise, referralId)).toEqual(['take UNKNOWN_REFERRAL']);
    expect(await refusalCodeOf(liaise.act('lotta.birch', 'XR-1999-000001', { type: 'take' }))).toBe('UNKNOWN_REFERRAL');
    expect(await lastRefusal()).toMatchObject({
      by: { personId: 'lotta.birch', agencyId: 'fi-birch' },
      about: { refused: 'take', code: 'UNKNOWN_REFERRAL' },
    });
  });

  test.each([
    ['vera.rowan', 'xr-desk', 'ROLE_REQUIRED', 'an auditor sees clocks and acts on none'],
    ['karl.rowan', 'xr-desk', 'UNKNOWN_REFERRAL', 'an administrator has no referrals'],
    ['sana.quartz', 'us-quartz', 'ROLE_REQUIRED', 'a supervisor of the sender handles none'],
    ['clara.obsidian', 'us-obsidian', 'UNKNOWN_REFERRAL', 'who works for two agencies acts for one at a time'],
    ['helmi.cloudberry', 'fi-cloudberry', 'UNKNOWN_REFERRAL', 'another desk of the country has not got it'],
  ])('%s of %s: %s, as %s', async (personId, agencyId, code) => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const take = actRequest.parse({ type: 'take' });
    const actor = await liaise.person(personId, agencyId);
    expect(await refusalCodeOf(liaise.engine.perform(actor, referralId, take, { key: 'k' }))).toBe(code);
    expect(await refusals(liaise, referralId)).toEqual([`take ${code}`]);
  });

  test('by the rules leaves no trace in the history: the validator refuses it', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.lettersSent(referralId);
    const updates = async () => {
      const { events } = await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).fetchHistory();
      return events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
    };
    const before = await updates();
    const withdraw = liaise.act('otto.rowan', referralId, { type: 'withdraw', text: 'Nobody asked.' });
    expect(await refusalCodeOf(withdraw)).toBe('WITHDRAWAL_NOT_ASKED');
    expect(await updates()).toBe(before);
  });

  test('names the field that could carry material, stores nothing, and never repeats its content', async () => {
    const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(20)}`;
    const refused = await submit({ ...anUrgentSubmission(), summary: picture }).catch((error) => error);
    expect(refused).toMatchObject({ code: 'MATERIAL_REFUSED', field: 'summary' });
    expect(refused.message).not.toContain('iVBOR');
    const { referralId = '', about } = await lastRefusal();
    expect(about).toEqual({ refused: 'submit', code: 'MATERIAL_REFUSED', field: 'summary' });
    expect(await leftOf(referralId)).toMatchObject({ particulars: 0, keys: 0, digests: 0 });
  });

  test('the material guard checks the texts of every act', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const text = FILES['zip']?.toString('base64') ?? '';
    const asked = liaise.act('noor.rowan', referralId, { type: 'ask-information', text });
    await expect(asked).rejects.toMatchObject({ code: 'MATERIAL_REFUSED', field: 'text' });
    expect(await liaise.db.particulars.count({ where: { referralId } })).toBe(1);
    expect(await refusals(liaise, referralId)).toEqual(['ask-information MATERIAL_REFUSED']);
  });

  test('the material guard checks notes and own numbers, wherever they are entered', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const r1 = { recipientId: 'r1' } as const;
    const kept = (await leftOf(referralId)).particulars;
    const material = `data:image/png;base64,${'iVBORw0KGgo'.repeat(8)}`;
    const refused = async (field: string, act: ActRequest) => {
      const acted = liaise.act('aino.alder', referralId, act);
      await expect(acted).rejects.toMatchObject({ code: 'MATERIAL_REFUSED', field });
      expect(await leftOf(referralId)).toMatchObject({ particulars: kept });
    };
    await refused('text', { type: 'add-note', text: material });
    await refused('ownReference', { type: 'set-own-reference', ownReference: material });
    await refused('ownReference', { type: 'accept', ...r1, ownReference: material });
    await liaise.act('aino.alder', referralId, { type: 'accept', ...r1 });
    const outcome = { type: 'report-outcome', ...r1, outcome: 'arrest', final: true } as const;
    await refused('ownReference', { ...outcome, ownReference: material });
  });

  test('by the table leaves no particulars behind', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const reopen = liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'It was never closed.' });
    expect(await refusalCodeOf(reopen)).toBe('NOT_CLOSED');
    expect(await leftOf(referralId)).toMatchObject({ particulars: 1 });
  });

  test('a refused submission stores nothing and starts no workflow', async () => {
    const refused = submit(anUrgentSubmission(), crypto.randomUUID(), 'sana.quartz');
    expect(await refusalCodeOf(refused)).toBe('ROLE_REQUIRED');
    const { referralId = '' } = await lastRefusal();
    expect(await leftOf(referralId)).toMatchObject({ particulars: 0, keys: 0, digests: 0 });
    const described = liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
    await expect(described).rejects.toThrow();
  });
});

async function lastRefusal(): Promise<AuditLeaf> {
  const where = { operation: 'refused-attempt' };
  const { leaf } = await liaise.db.auditLeaf.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
  return leaf as unknown as AuditLeaf;
}

/** The id under which the last submission was refused with that code. */
async function refusedReferral(code: string): Promise<string> {
  const { referralId = '', about } = await lastRefusal();
  expect(about).toMatchObject({ refused: 'submit', code });
  return referralId;
}

/** Rows of a referral, by what they hold. */
async function leftOf(referralId: string) {
  const [where, { db }] = [{ referralId }, liaise];
  return {
    particulars: await db.particulars.count({ where }),
    keys: await db.dataKey.count({ where }),
    digests: await db.materialDigest.count({ where }),
    numbers: await db.originReference.count({ where }),
    entries: await db.journal.count({ where }),
  };
}
