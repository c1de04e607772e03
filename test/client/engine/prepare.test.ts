/** From a request to an act: texts are encrypted, names become ids, and unknown names are refused. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type ActRequest, actRequest } from '../../../client/contract/acts.ts';
import { prepare } from '../../../client/engine/prepare.ts';
import { NO_COSTS } from '../../../domain/guard/budget.ts';
import { defaultGuardPolicy } from '../../../domain/guard/policy.ts';
import { materialDigests, originDigests, ownReferenceDigests } from '../../../domain/search-digests.ts';
import type { Submission } from '../../../domain/submission.ts';
import { currentDirectory, recentDirectory } from '../../../prisma/store/directory-version.ts';
import { readParticulars } from '../../../prisma/store/particulars.ts';
import { findReferral } from '../../../prisma/store/referrals.ts';
import { anH1Submission, openRecorder, type ReferralRecorder } from './recorded-acts.ts';

let written: ReferralRecorder;

beforeAll(async () => {
  written = await openRecorder();
});

async function referralOf(submission?: Submission) {
  const referral = await findReferral(written.db, await written.submitted(submission));
  if (referral === undefined) throw new Error('It was not recorded.');
  return referral;
}

async function prepared(request: ActRequest, by: string, of?: Awaited<ReturnType<typeof referralOf>>) {
  const referral = of ?? (await referralOf());
  // One text for each referral here, so that they can share an id.
  const actor = await written.person(by);
  const costs = { ...NO_COSTS, fields: { opaque: 'text', identifiers: 'text' } };
  const { agencyId } = actor;
  const budget = { policy: defaultGuardPolicy, agencyId, senderAgencyId: referral.senderAgencyId, costs };
  return prepare(written, actRequest.parse(request), { referral, actor, textId: referral.id, budget });
}

const triage = (contactPoint: string): ActRequest => ({
  ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], countries: [], capability: 'investigation' },
  contactPoints: [contactPoint],
});

test('an answer must state its language if the question needs one, because a translation may have to follow', async () => {
  const referral = await referralOf();
  const question = {
    id: 'q1',
    asker: { kind: 'coordinator' },
    text: 't',
    askedAt: referral.submittedAt,
    state: 'open',
  } as const;
  const answer: ActRequest = { type: 'answer-information', questionId: 'q1', text: 'Kontonummer 4.' };
  const asked = { ...referral, questions: [{ ...question, language: 'fi' }] };
  await expect(prepared(answer, 'quinn.quartz', asked)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'language',
  });
  expect(await prepared({ ...answer, language: 'de' }, 'quinn.quartz', asked)).toMatchObject({ language: 'de' });
  expect(await prepared(answer, 'quinn.quartz', { ...referral, questions: [question] })).not.toHaveProperty('language');
});

describe('words', () => {
  test('are stored encrypted, and the act has their id only', async () => {
    const referral = await referralOf();
    const act = await prepared({ type: 'ask-information', text: 'Which account?' }, 'noor.rowan', referral);
    const { text: id = '' } = act as { text?: string };
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(act)).not.toContain('account');
    const kept = await readParticulars(written.db, written.keyring, { id, referralId: referral.id });
    expect(kept).toBe('Which account?');
  });

  test('of an oral request are stored encrypted with the names; the act has its time only', async () => {
    const referral = await referralOf();
    const spoken = { requestedBy: 'Q. Quartz', requestedOf: 'N. Rowan', text: 'Preserve it.' };
    const requestedAt = '2026-03-02T10:00:00.000Z';
    const act = await prepared({ type: 'record-oral-request', requestedAt, ...spoken }, 'noor.rowan', referral);
    expect(act).toEqual({ type: 'record-oral-request', requestedAt, text: referral.id });
    const place = { id: referral.id, referralId: referral.id };
    expect(await readParticulars(written.db, written.keyring, place)).toEqual({ oralRequest: spoken });
  });

  test('of a repeated act are stored once', async () => {
    const referral = await referralOf();
    const ask: ActRequest = { type: 'ask-information', text: 'Which account?' };
    const acts = [await prepared(ask, 'noor.rowan', referral), await prepared(ask, 'noor.rowan', referral)];
    expect(acts[1]).toEqual(acts[0]);
    expect(await written.db.particulars.count({ where: { referralId: referral.id } })).toBe(2);
  });

  test('of a supplement are separate from its codes', async () => {
    const addition = {
      summary: 'More of midnight_otter.',
      indicators: [
        { country: 'SE', basis: 'phone-prefix', verified: false, proxySuspected: false, value: '+46 70 0000' },
      ],
      originReferences: [{ system: 'register', id: 'K-77' }],
      materials: [{ algorithm: 'md5', value: 'AB'.repeat(16), source: 'provider', classification: 'unclassified' }],
      particulars: [{ label: 'account', value: 'midnight_otter' }],
    } as const;
    const act = await prepared(actRequest.parse({ type: 'supplement', addition }), 'quinn.quartz');
    expect(act).toMatchObject({
      indicators: [{ country: 'SE', basis: 'phone-prefix' }],
      origins: originDigests(written.keyring, addition.originReferences),
      materialCount: 1,
    });
    for (const word of ['otter', '+46', 'K-77', 'abab', 'ABAB']) expect(JSON.stringify(act)).not.toContain(word);
  });

  test('for a referral that was erased meanwhile are refused, and no new key is made', async () => {
    const stale = await referralOf();
    await written.act(stale.id, { type: 'file-informational' }, await written.person('noor.rowan'));
    await written.act(stale.id, { type: 'erase' }, await written.person('otto.rowan'));
    const reopen = prepared({ type: 'reopen', text: 'After all.' }, 'otto.rowan', stale);
    await expect(reopen).rejects.toMatchObject({ code: 'ALREADY_ERASED' });
    expect(await written.db.dataKey.count({ where: { referralId: stale.id } })).toBe(0);
  });
});

describe('names', () => {
  test('of a colleague must be those of an officer of the same agency', async () => {
    const assign = (personId: string) => prepared({ type: 'assign', personId }, 'noor.rowan');
    expect(await assign('emil.rowan')).toEqual({ type: 'assign', personId: 'emil.rowan' });
    const unknown = { code: 'UNKNOWN_PERSON', field: 'personId' };
    await expect(assign('quinn.quartz')).rejects.toMatchObject(unknown);
    await expect(assign('nobody')).rejects.toMatchObject(unknown);
    const unfit = { code: 'ROLE_REQUIRED', field: 'personId' };
    for (const id of ['karl.rowan', 'vera.rowan', 'otto.rowan']) await expect(assign(id)).rejects.toMatchObject(unfit);
  });

  test('of another referral is found by reference or id', async () => {
    const other = await referralOf();
    const link = (name: string) => prepared({ type: 'link', other: name, kind: 'related' }, 'noor.rowan');
    const expected = { type: 'link', otherId: other.id, kind: 'related' };
    expect(await link(other.reference.toLowerCase())).toEqual(expected);
    expect(await link(other.id)).toEqual(expected);
    await expect(link('XR-1999-000001')).rejects.toMatchObject({ code: 'UNKNOWN_REFERRAL', field: 'other' });
  });

  test('of a contact point become its entry in the directory', async () => {
    const act = await prepared(triage('fi-birch-spoc'), 'noor.rowan');
    const wanted = { contactPointId: 'fi-birch-spoc', agencyId: 'fi-birch', country: 'FI', type: 'spoc' };
    expect(act).toMatchObject({ wanted: [wanted] });
    const unknown = { code: 'UNKNOWN_CONTACT_POINT', field: 'contactPoints' };
    await expect(prepared(triage('fi-nobody'), 'noor.rowan')).rejects.toMatchObject(unknown);
  });

  test('of contact points are looked up in a directory that is read again only if it changed', async () => {
    const { db } = written;
    const before = await currentDirectory(db);
    expect(await currentDirectory(db)).toBe(before);
    await expect(
      db.$transaction(async (tx) => {
        await tx.agency.update({ where: { id: 'fi-birch' }, data: { disabled: true } });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await currentDirectory(db)).toBe(before);
    const setDisabled = (disabled: boolean) => db.agency.update({ where: { id: 'fi-birch' }, data: { disabled } });
    await setDisabled(true);
    // What acts use may be a few seconds old, until somebody has looked for a new version.
    expect(await recentDirectory(db)).toBe(before);
    const refused = { code: 'UNKNOWN_CONTACT_POINT', field: 'contactPoints' };
    await expect(prepared(triage('fi-birch-spoc'), 'noor.rowan')).rejects.toMatchObject(refused);
    expect(await recentDirectory(db)).toBe(await currentDirectory(db));
    await setDisabled(false);
    expect(await currentDirectory(db)).toEqual(before);
    await db.closedDay.create({ data: { agencyId: 'fi-birch', day: '2026-12-28', name: 'Stocktaking' } });
    expect((await currentDirectory(db)).closedDays).toMatchObject([{ agencyId: 'fi-birch', day: '2026-12-28' }]);
    await db.contactPoint.update({ where: { id: 'fi-birch-spoc' }, data: { verifiedAt: new Date(0) } });
    expect(await currentDirectory(db)).not.toEqual(before);
  });

  test('of a desk outside the Union need a transfer basis, or the decision of a supervisor', async () => {
    const required = { code: 'TRANSFER_BASIS_REQUIRED', field: 'contactPoints' };
    await expect(prepared(triage('jp-camellia-ncp'), 'noor.rowan')).rejects.toMatchObject(required);
    const within = await referralOf(anH1Submission({ transferBasis: 'within-eu' }));
    await expect(prepared(triage('jp-camellia-ncp'), 'noor.rowan', within)).rejects.toMatchObject(required);
    const withBasis = await referralOf(anH1Submission({ transferBasis: 'derogation' }));
    expect(await prepared(triage('jp-camellia-ncp'), 'noor.rowan', withBasis)).toMatchObject({
      wanted: [{ country: 'JP' }],
    });
    const assign: ActRequest = { type: 'assign-recipient', contactPoint: 'jp-camellia-ncp', text: 'It is theirs.' };
    expect(await prepared(assign, 'otto.rowan')).toMatchObject({ choice: { country: 'JP' } });
  });
});

describe('a desk that the rules exclude', () => {
  const EXCLUDED = 'nl-sedge-spoc';
  const UNCLEARED = 'se-larch-children';
  const onward = (contactPoint: string): ActRequest => ({
    type: 'refer-onward',
    recipientId: 'r1',
    contactPoint,
    text: '-',
  });
  const assign = (contactPoint: string): ActRequest => ({ type: 'assign-recipient', contactPoint, text: 'For once.' });

  test('by conflict of interest cannot be selected in triage or onward referral; a supervisor may assign it', async () => {
    await written.db.agency.update({ where: { id: 'us-quartz' }, data: { excludes: ['nl-sedge'] } });
    const excluded = { code: 'AGENCY_EXCLUDED', message: expect.stringContaining('supervisor') };
    await expect(prepared(triage(EXCLUDED), 'noor.rowan')).rejects.toMatchObject({
      ...excluded,
      field: 'contactPoints',
    });
    const handedOn = prepared(onward(EXCLUDED), 'aino.alder');
    await expect(handedOn).rejects.toMatchObject({ ...excluded, field: 'contactPoint' });
    expect(await prepared(assign(EXCLUDED), 'otto.rowan')).toMatchObject({ choice: { contactPointId: EXCLUDED } });
  });

  test('without a clearance cannot be selected in triage or onward referral; a supervisor may assign it', async () => {
    const barred = { code: 'CLEARANCE_REQUIRED', message: expect.stringContaining('H3') };
    const secret = await referralOf(anH1Submission({ handling: { code: 'H3', text: 'Ours alone.' } }));
    await expect(prepared(triage(UNCLEARED), 'noor.rowan', secret)).rejects.toMatchObject(barred);
    await expect(prepared(onward(UNCLEARED), 'aino.alder', secret)).rejects.toMatchObject(barred);
    expect(await prepared(assign(UNCLEARED), 'otto.rowan', secret)).toMatchObject({ choice: { country: 'SE' } });
  });
});

describe('another referral', () => {
  const duplicate = (other: string) => prepared({ type: 'mark-duplicate', other }, 'noor.rowan');

  test('that is itself a duplicate is refused, and the refusal names the first', async () => {
    const [first, second] = [await referralOf(), await referralOf()];
    await written.act(second.id, { type: 'mark-duplicate', otherId: first.id }, await written.person('noor.rowan'));
    expect(await duplicate(first.reference)).toEqual({ type: 'mark-duplicate', otherId: first.id });
    const facts = { reference: first.reference };
    const refusal = { code: 'DUPLICATE_OF_ANOTHER', field: 'other', facts };
    await expect(duplicate(second.reference)).rejects.toMatchObject(refusal);
  });

  test('that was erased is refused', async () => {
    const gone = await referralOf();
    await written.act(gone.id, { type: 'file-informational' }, await written.person('noor.rowan'));
    await written.act(gone.id, { type: 'erase' }, await written.person('otto.rowan'));
    await expect(duplicate(gone.reference)).rejects.toMatchObject({ code: 'ALREADY_ERASED', field: 'other' });
  });

  test('that is not disclosed gets the same refusal as an unknown one', async () => {
    const link = prepared({ type: 'link', other: (await referralOf()).reference, kind: 'related' }, 'lotta.birch');
    await expect(link).rejects.toMatchObject({ code: 'UNKNOWN_REFERRAL', field: 'other' });
  });
});

describe('requests', () => {
  test('a recall says why', () => {
    expect(actRequest.safeParse({ type: 'recall', recipientId: 'r1' }).success).toBe(false);
    expect(actRequest.safeParse({ type: 'recall', recipientId: 'r1', text: 'Sent in error.' }).success).toBe(true);
  });

  test('possible duplicates are found by the rules, and people cannot request such a link', () => {
    const link = { type: 'link', other: 'XR-2026-000001' };
    expect(actRequest.safeParse({ ...link, kind: 'possible-duplicate' }).success).toBe(false);
    expect(actRequest.safeParse({ ...link, kind: 'same-series' }).success).toBe(true);
  });
});

describe('digests', () => {
  test('compare equal whatever the case and the spaces around, and tell systems from numbers', () => {
    const digest = (system: string, id: string) => originDigests(written.keyring, [{ system, id }])[0]?.digest;
    expect(digest(' Register', 'k-1 ')).toBe(digest('register', 'K-1'));
    expect(digest('a/b', 'c')).not.toBe(digest('a', 'b/c'));
    expect(digest('register', 'K-1')).not.toContain('K-1');
  });

  test('of files compare hex whatever its case, and one algorithm never with another', () => {
    const digest = (algorithm: 'md5' | 'other', value: string) =>
      materialDigests(written.keyring, [{ algorithm, value }])[0];
    expect(digest('md5', 'AB'.repeat(16))).toBe(digest('md5', 'ab'.repeat(16)));
    expect(digest('md5', 'ab'.repeat(16))).not.toBe(digest('other', 'ab'.repeat(16)));
  });
});

test('the own number of an agency is stored encrypted, beside the other text of the act', async () => {
  const referral = await referralOf();
  const request: ActRequest = {
    ...{ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true, text: 'One suspect.' },
    ownReference: 'FI-4711',
  };
  const act = Object(await prepared(request, 'aino.alder', referral));
  expect(JSON.stringify(act)).not.toMatch(/FI-4711|suspect/);
  const stored = (id: string) => readParticulars(written.db, written.keyring, { id, referralId: referral.id });
  expect([await stored(act.text), await stored(act.ownReference)]).toEqual(['One suspect.', 'FI-4711']);
  const row = await written.db.particulars.findFirst({ where: { id: act.ownReference } });
  expect(row?.materialDigests).toEqual(ownReferenceDigests(written.keyring, 'fi-alder', ' fi-4711'));
  expect(row?.materialDigests).not.toEqual(ownReferenceDigests(written.keyring, 'fi-birch', 'FI-4711'));
});
