/** Reading allowances, emergency readings and their review, and the purpose of a visit, for people with an account. */

import { beforeAll, describe, expect, test } from 'vitest';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { readingsOverview, reviewReading } from '../../../client/queries/readings.ts';
import type { Person } from '../../../domain/people.ts';
import { defaultReadingPolicy, type ReadingPolicy } from '../../../domain/reading-policy.ts';
import { consultationsOf } from '../../../prisma/store/consultations.ts';
import { readParticulars } from '../../../prisma/store/particulars.ts';
import { runWithOrigin } from '../../../prisma/store/request-origin.ts';
import { openRecorder, type ReferralRecorder } from '../engine/recorded-acts.ts';

const policy: ReadingPolicy = {
  allowances: { ...defaultReadingPolicy.allowances, 'partner-officer': { hour: 2, day: 2 } },
  unusual: { ...defaultReadingPolicy.unusual, cases: 1 },
};
const CASE = 'act-on-case';

let written: ReferralRecorder;
let reader: Reader;
let aino: Person;

beforeAll(async () => {
  written = await openRecorder();
  // As the role of pages: its rules hide the readings of other agencies.
  reader = openReader({ ...written, db: written.pages, readingPolicy: policy });
  aino = { ...(await written.person('aino.alder')), roles: ['partner-officer'] };
});

const refused = (code: string, field?: string) => expect.objectContaining({ code, ...(field && { field }) });
const lastReading = async (id: string) => (await consultationsOf(written.db, id)).at(-1);
const supervisorAt = (agencyId: string): Person => ({
  ...{ kind: 'person', personId: 'sini.alder', agencyId, roles: ['supervisor'] },
});

describe('beyond the allowance', () => {
  let read: string[];
  let next: string;

  beforeAll(async () => {
    read = [await written.referred(), await written.referred()];
    next = await written.referred();
    for (const id of read) await reader.particulars(aino, id, CASE);
  });

  test('reading needs a second purpose, which auditors see with the first', async () => {
    await expect(reader.particulars(aino, next, CASE)).rejects.toEqual(refused('READING_ALLOWANCE', 'further'));
    expect(await consultationsOf(written.db, next)).toEqual([]);
    const stated = { code: CASE, text: '', further: ' Night shift, alone ' } as const;
    expect((await reader.particulars(aino, next, stated)).said).toHaveLength(1);
    const reading = await lastReading(next);
    expect(reading?.about).toMatchObject({ code: CASE, beyond: 'hour' });
    const purpose = { id: reading?.about.purpose ?? '', referralId: next };
    expect(await readParticulars(written.db, written.keyring, purpose)).toBe(`${CASE}\nNight shift, alone`);
  });

  test('a referral that was read already can be read again', async () => {
    for (const id of read) expect((await reader.particulars(aino, id, CASE)).said).toHaveLength(1);
  });

  test('a blank second purpose is none', async () => {
    const stated = { code: CASE, text: '', further: '  ' } as const;
    await expect(reader.particulars(aino, await written.referred(), stated)).rejects.toEqual(
      refused('READING_ALLOWANCE'),
    );
  });

  test('requests at the same moment do not read more than the allowance', async () => {
    const fresh: Person = { ...aino, personId: 'new.alder' };
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => written.referred()));
    const results = await Promise.allSettled(ids.map((id) => reader.particulars(fresh, id, CASE)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });
});

describe('in an emergency', () => {
  let id: string;
  const emergency = { code: 'emergency', text: 'A child is missing' } as const;

  beforeAll(async () => {
    id = await written.referred();
    const text = await written.storeText(id, 'Handled here.');
    await written.act(id, { type: 'recall', recipientId: 'r1', text }, await written.person('quinn.quartz'));
  });

  test('an agency that no longer has the case reads its own part, with a text', async () => {
    await expect(reader.particulars(aino, id, CASE)).rejects.toEqual(refused('ROLE_REQUIRED'));
    await expect(reader.particulars(aino, id, { code: 'emergency', text: ' ' })).rejects.toEqual(
      refused('TEXT_REQUIRED'),
    );
    const { said } = await reader.particulars(aino, id, emergency);
    expect(said.map(({ event }) => event)).toEqual(['submitted', 'recalled']);
    expect((await lastReading(id))?.about).toMatchObject({ code: 'emergency', beyond: 'hour' });
  });

  test('a stranger, an auditor and a data protection officer still read nothing', async () => {
    const stranger = await written.person('lotta.birch');
    await expect(reader.particulars(stranger, id, emergency)).rejects.toEqual(refused('UNKNOWN_REFERRAL'));
    const auditor = { ...aino, roles: ['auditor'] as const };
    await expect(reader.particulars(auditor, id, emergency)).rejects.toEqual(refused('ROLE_REQUIRED'));
    const officer = { ...aino, roles: ['data-protection-officer'] as const };
    await expect(reader.particulars(officer, id, emergency)).rejects.toEqual(refused('ROLE_REQUIRED'));
  });

  test('a second person of the agency reviews it once; the reader cannot', async () => {
    const overview = () => readingsOverview({ db: written.pages, policy }, aino, 'Europe/Helsinki');
    const ofCase = async () => (await overview()).notable.find(({ referralId }) => referralId === id);
    const reading = await ofCase();
    expect(reading).toMatchObject({ personId: 'aino.alder', times: 1, review: null });
    const decision = { purpose: reading?.purpose ?? '', verdict: 'justified' } as const;
    const review = (viewer: Person) => reviewReading({ db: written.pages }, viewer, decision);
    await expect(review({ ...aino, roles: ['partner-officer', 'supervisor'] })).rejects.toEqual(refused('SAME_PERSON'));
    await expect(review(aino)).rejects.toEqual(refused('ROLE_REQUIRED'));
    await expect(review(supervisorAt('fi-birch'))).rejects.toEqual(refused('INVALID_INPUT'));
    const twice = await Promise.allSettled([review(supervisorAt('fi-alder')), review(supervisorAt('fi-alder'))]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await ofCase())?.review).toMatchObject({ personId: 'sini.alder', verdict: 'justified' });
  });

  test('readings of an agency are listed to that agency only, with unusual days', async () => {
    const { notable, unusual } = await readingsOverview({ db: written.pages, policy }, aino, 'UTC');
    expect(notable.map(({ code, beyond }) => [code, beyond])).toEqual(
      expect.arrayContaining([
        [CASE, 'hour'],
        ['emergency', 'hour'],
      ]),
    );
    expect(unusual).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ personId: 'aino.alder', reasons: expect.anything() })]),
    );
    const other = await readingsOverview({ db: written.pages, policy }, supervisorAt('fi-birch'), 'UTC');
    expect(other.notable).toEqual([]);
    expect(other.unusual.map(({ personId }) => personId)).not.toContain('aino.alder');
  });
});

describe('the purpose of a visit', () => {
  const inSession = <T>(session: string, work: () => Promise<T>) => runWithOrigin({ channel: 'page', session }, work);

  test('holds for further readings of the referral in the session, and counts as one referral', async () => {
    const noor = await written.person('noor.rowan');
    const [id, other] = [await written.submitted(), await written.submitted()];
    await expect(inSession('s1', () => reader.particulars(noor, id, undefined))).rejects.toEqual(
      refused('TEXT_REQUIRED'),
    );
    expect(await inSession('s1', () => reader.visit(noor, id))).toBeUndefined();
    await inSession('s1', () => reader.particulars(noor, id, 'triage'));
    expect(await inSession('s1', () => reader.visit(noor, id))).toBe('triage');
    await inSession('s1', () => reader.particulars(noor, id, undefined));
    const purposes = (await consultationsOf(written.db, id)).map(({ about }) => [about.purpose, about.code]);
    expect(purposes).toEqual([purposes[0], purposes[0]]);
    for (const [session, referralId] of [
      ['s2', id],
      ['s1', other],
    ] as const) {
      expect(await inSession(session, () => reader.visit(noor, referralId))).toBeUndefined();
    }
    expect(await reader.visit(noor, id)).toBeUndefined();
    const ines = await written.person('ines.rowan');
    expect(await inSession('s1', () => reader.visit(ines, id))).toBeUndefined();
  });

  test('ends half an hour after the last reading', async () => {
    const noor = await written.person('noor.rowan');
    const id = await written.submitted();
    await inSession('s3', () => reader.particulars(noor, id, 'triage'));
    await written.db.$transaction([
      written.db.$executeRawUnsafe('ALTER TABLE audit_leaf DISABLE TRIGGER audit_leaf_append_only'),
      written.db.$executeRaw`UPDATE audit_leaf SET at = at - interval '31 minutes' WHERE referral_id = ${id}::uuid`,
      written.db.$executeRawUnsafe('ALTER TABLE audit_leaf ENABLE TRIGGER audit_leaf_append_only'),
    ]);
    expect(await inSession('s3', () => reader.visit(noor, id))).toBeUndefined();
  });
});
