/** Reading: what each viewer sees, and that a reading of texts is recorded before it happens. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { searchAudit } from '../../../client/queries/audit.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import type { Act } from '../../../domain/acts.ts';
import type { Role } from '../../../domain/people.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import { consultationsOf } from '../../../prisma/store/consultations.ts';
import { readParticulars } from '../../../prisma/store/particulars.ts';
import { someFacts } from '../../support/factories.ts';
import { anH1Submission, NOW, openRecorder, type ReferralRecorder, SUMMARY } from '../engine/recorded-acts.ts';

const SIGN = { country: 'FI', verified: true, proxySuspected: false };

let written: ReferralRecorder;
let reader: Reader;

beforeAll(async () => {
  written = await openRecorder();
  reader = openReader(written);
});

const eventsOf = (view: Awaited<ReturnType<Reader['status']>>) => view.journal.map(({ event }) => event.type);
const code = (code: string) => expect.objectContaining({ code });

describe('status', () => {
  test('is complete for sender and coordinator, except the act that only its author can take back', async () => {
    const id = await written.referred();
    const asSender = await reader.status(await written.person('quinn.quartz'), id);
    expect(eventsOf(asSender)).toContain('routed');
    expect(asSender.letters.map(({ letter }) => letter)).toEqual(['receipt', 'new-referral']);
    const { reference } = asSender.referral;
    const asDesk = await reader.status(await written.person('noor.rowan'), reference.toLowerCase());
    const { undo, ...shared } = asDesk.referral;
    expect(undo).toMatchObject({ act: 'complete-triage', agencyId: 'xr-desk' });
    expect(shared).toEqual(asSender.referral);
  });

  test("for a recipient is its own part: no decision record, no other's letters", async () => {
    const id = await written.referred();
    const view = await reader.status(await written.person('aino.alder'), id);
    expect(view.referral.recipients.map(({ agencyId }) => agencyId)).toEqual(['fi-alder']);
    expect(eventsOf(view)).not.toContain('routed');
    expect(eventsOf(view)).toContain('recipient-opened');
    expect(view.letters.map(({ letter }) => letter)).toEqual(['new-referral']);
  });

  test('is not found for other agencies, and their attempt is recorded', async () => {
    const id = await written.referred();
    const stranger = await written.person('lotta.birch');
    await expect(reader.status(stranger, id)).rejects.toEqual(code('UNKNOWN_REFERRAL'));
    expect((await leavesOf(written.db, id)).at(-1)).toMatchObject({
      operation: 'refused-attempt',
      by: { personId: 'lotta.birch' },
      about: { refused: 'status', code: 'UNKNOWN_REFERRAL' },
    });
  });

  test('of an unknown referral is refused with the same code, and recorded too', async () => {
    const noor = await written.person('noor.rowan');
    await expect(reader.status(noor, 'XR-1999-000001')).rejects.toEqual(code('UNKNOWN_REFERRAL'));
    const { leaf } = await written.db.auditLeaf.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(leaf).toMatchObject({ by: { personId: 'noor.rowan' }, about: { refused: 'status' } });
    expect(leaf).not.toHaveProperty('referralId');
  });
});

describe('links', () => {
  const linksOf = async (personId: string, id: string) =>
    (await reader.status(await written.person(personId), id)).referral.links;

  test('are known from both sides, once', async () => {
    const [one, other] = [await written.referred(), await written.referred()];
    const noor = await written.person('noor.rowan');
    await written.act(one, { type: 'link', otherId: other, kind: 'same-series' }, noor);
    expect(await linksOf('noor.rowan', one)).toEqual([{ otherId: other, kind: 'same-series' }]);
    expect(await linksOf('noor.rowan', other)).toEqual([{ otherId: one, kind: 'same-series' }]);
    await written.act(other, { type: 'link', otherId: one, kind: 'same-series' }, noor);
    expect(await linksOf('quinn.quartz', other)).toEqual([{ otherId: one, kind: 'same-series' }]);
    expect(await linksOf('aino.alder', other)).toEqual([]);
  });

  test('from referrals that are not disclosed are not shown', async () => {
    const [mine, theirs] = [await written.submitted(), randomUUID()];
    const text = await written.storeText(theirs, {});
    const lotta = { ...(await written.person('lotta.birch')), roles: ['liaison-officer'] as const };
    const submit: Act = { type: 'submit', facts: someFacts(), origins: [], text, coordinatorAgencyId: 'xr-desk' };
    await written.act(theirs, submit, lotta);
    const noor = await written.person('noor.rowan');
    await written.act(theirs, { type: 'link', otherId: mine, kind: 'same-victim' }, noor);
    expect(await linksOf('noor.rowan', mine)).toEqual([{ otherId: theirs, kind: 'same-victim' }]);
    expect(await linksOf('quinn.quartz', mine)).toEqual([]);
  });
});

test('the purpose of reading is shown to auditors and data protection officers, and to no other role', async () => {
  const id = await written.referred();
  const purpose = 'Decide whether the case is ours.';
  await reader.particulars(await written.person('noor.rowan'), id, purpose);
  const purposesFor = async (roles: readonly Role[]) => {
    const viewer = { ...(await written.person('noor.rowan')), roles };
    const { rows } = await searchAudit(written, viewer, { referral: id, operation: 'consultation', limit: 10 });
    return rows.map((row) => row.purpose);
  };
  expect(await purposesFor(['auditor'])).toEqual([purpose]);
  expect(await purposesFor(['data-protection-officer'])).toEqual([purpose]);
  expect(await purposesFor(['supervisor'])).toEqual([undefined]);
  const officer = { ...(await written.person('noor.rowan')), roles: ['data-protection-officer'] as const };
  expect((await reader.status(officer, id)).referral.id).toBe(id);
  await expect(reader.particulars(officer, id, purpose)).rejects.toEqual(code('ROLE_REQUIRED'));
});

test('a purpose is a code, or a text of its own; only `other` needs a text', async () => {
  const id = await written.referred();
  const aino = await written.person('aino.alder');
  await reader.particulars(aino, id, 'act-on-case');
  await reader.particulars(aino, id, { code: 'answer-data-subject', text: ' Request 7 ' });
  await reader.particulars(aino, id, 'To see who lives there.');
  await expect(reader.particulars(aino, id, { code: 'other', text: ' ' })).rejects.toEqual(code('TEXT_REQUIRED'));
  const auditor = { ...(await written.person('noor.rowan')), roles: ['auditor'] as const };
  const { rows } = await searchAudit(written, auditor, { referral: id, operation: 'consultation', limit: 10 });
  expect(rows.map(({ about, purpose }) => ['code' in about && about.code, purpose]).toReversed()).toEqual([
    ['act-on-case', 'act-on-case'],
    ['answer-data-subject', 'Request 7'],
    ['other', 'To see who lives there.'],
  ]);
});

describe('particulars', () => {
  test('are read with a purpose; the audit log has the purpose and the ids of the texts', async () => {
    const id = await written.referred();
    const aino = await written.person('aino.alder');
    const { said } = await reader.particulars(aino, id, ' Decide whether it is ours ');
    expect(said).toMatchObject([{ seq: 1, event: 'submitted', words: { submission: { summary: SUMMARY }, loss: [] } }]);
    const [consultation] = await consultationsOf(written.db, id);
    const [first] = said;
    expect(consultation).toMatchObject({ by: aino, about: { consulted: [first?.text] } });
    expect(JSON.stringify(await leavesOf(written.db, id))).not.toContain('Decide whether');
    const purpose = { id: consultation?.about.purpose ?? '', referralId: id };
    expect(await readParticulars(written.db, written.keyring, purpose)).toBe('Decide whether it is ours');
  });

  test('of one referral are decrypted with one key, which is unwrapped once', async () => {
    const id = await written.submitted();
    const noor = await written.person('noor.rowan');
    const text = (content: string) => written.storeText(id, content);
    await written.act(id, { type: 'ask-information', text: await text('Which account?') }, noor);
    const answer: Act = { type: 'answer-information', questionId: 'q1', text: await text('The second one.') };
    await written.act(id, answer, await written.person('quinn.quartz'));
    const unwrapped = vi.spyOn(written.keyring.dataKeys, 'unwrap');
    const { said } = await reader.particulars(noor, id, 'triage');
    expect(said).toHaveLength(3);
    expect(said.map(({ words }) => words)).toEqual(expect.arrayContaining(['Which account?', 'The second one.']));
    // Once for the purpose, which is stored, and once for all texts.
    expect(unwrapped.mock.calls.length).toBeLessThanOrEqual(2);
    unwrapped.mockRestore();
  });

  test('contain only the content for a recipient that removes it', async () => {
    const about = [{ label: 'report/personOrUserReported/screenName', value: 'midnight_otter' }];
    const where = [{ label: 'report/internetDetails/webPageIncident/url', value: 'https://forum.example/7' }];
    const indicators = [{ ...SIGN, basis: 'postal-address' as const, value: '1 Otter Lane' }];
    const id = await written.referred(anH1Submission({ particulars: [...about, ...where], indicators }));
    const choice = {
      contactPointId: 'nl-sorrel-hotline',
      agencyId: 'nl-sorrel',
      country: 'NL',
      type: 'inhope-hotline',
    } as const;
    const text = await written.storeText(id, 'To be taken down.');
    await written.act(id, { type: 'assign-recipient', choice, text }, await written.person('ines.rowan'));
    const hotline = { ...(await written.person('aino.alder')), agencyId: 'nl-sorrel' };
    const { said } = await reader.particulars(hotline, id, 'Take it down');
    expect(said).toMatchObject([{ words: { submission: { summary: SUMMARY, particulars: where }, withheld: true } }]);
    expect(JSON.stringify(said)).not.toMatch(/otter|subjects/i);
    const { said: whole } = await reader.particulars(await written.person('aino.alder'), id, 'Work on it');
    for (const word of ['midnight_otter', 'Otter Lane', 'subjects']) expect(JSON.stringify(whole)).toContain(word);
  });

  test("of a question are the principal's and the sender's, not another recipient's", async () => {
    const id = await written.referred();
    const text = await written.storeText(id, 'Which time zone?');
    const aino = await written.person('aino.alder');
    await written.act(id, { type: 'ask-information', recipientId: 'r1', text }, aino);
    const choice = { contactPointId: 'fi-birch-spoc', agencyId: 'fi-birch', country: 'FI', type: 'spoc' } as const;
    const why = await written.storeText(id, 'On duty tonight.');
    await written.act(id, { type: 'assign-recipient', choice, text: why }, await written.person('ines.rowan'));
    const read = async (personId: string) => {
      const { said } = await reader.particulars(await written.person(personId), id, 'test');
      return said.map(({ words }) => words);
    };
    expect(await read('quinn.quartz')).toEqual([expect.anything(), 'Which time zone?', 'On duty tonight.']);
    expect(await read('aino.alder')).toEqual([expect.anything(), 'Which time zone?']);
    expect(await read('lotta.birch')).toEqual([expect.anything()]);
  });

  test('without a purpose are refused and recorded, and nothing is read', async () => {
    const id = await written.submitted();
    const noor = await written.person('noor.rowan');
    await expect(reader.particulars(noor, id, '  ')).rejects.toEqual(code('TEXT_REQUIRED'));
    expect(await consultationsOf(written.db, id)).toEqual([]);
    expect((await leavesOf(written.db, id)).at(-1)).toMatchObject({ about: { refused: 'read' } });
  });

  test('are not for auditors, who see the rest', async () => {
    const id = await written.referred();
    const vera = await written.person('vera.rowan');
    expect(eventsOf(await reader.status(vera, id))).toContain('routed');
    await expect(reader.particulars(vera, id, 'Audit')).rejects.toEqual(code('ROLE_REQUIRED'));
  });

  test('cannot be read by a recalled recipient', async () => {
    const id = await written.referred();
    await written.act(
      id,
      { type: 'recall', recipientId: 'r1', text: await written.storeText(id, 'Handled here.') },
      await written.person('quinn.quartz'),
    );
    const aino = await written.person('aino.alder');
    await expect(reader.particulars(aino, id, 'Work on it')).rejects.toEqual(code('ROLE_REQUIRED'));
  });

  test('cannot be read by anyone after erasure, and reading makes no new key', async () => {
    const id = await written.submitted();
    const noor = await written.person('noor.rowan');
    await written.act(id, { type: 'file-informational' }, noor);
    await written.act(id, { type: 'erase' }, await written.person('ines.rowan'));
    await expect(reader.particulars(noor, id, 'Too late')).rejects.toEqual(code('ALREADY_ERASED'));
    expect(await written.db.dataKey.count({ where: { referralId: id } })).toBe(0);
  });
});

test('letters state their result', async () => {
  const id = await written.referred();
  const quinn = await written.person('quinn.quartz');
  const [receipt] = (await reader.status(quinn, id)).letters;
  const where = { id: receipt?.letterId ?? '' };
  await written.db.letter.update({ where, data: { status: 'failed', code: '550', settledAt: new Date(NOW) } });
  expect((await reader.status(quinn, id)).letters[0]).toMatchObject({ status: 'failed', code: '550' });
});
