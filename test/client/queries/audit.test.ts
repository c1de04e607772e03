/** Searching the audit log by every field, within what the person may see. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AuditQuery, searchAudit } from '../../../client/queries/audit.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { addLeaves } from '../../../prisma/store/audit.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { aReferredCase, RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { aPerson, CAST, choice, DIRECTORY, officerAt, SENDER } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

const FINLAND = choice('fi-1').agencyId;
const AT = '2026-06-02T00:00:00.000Z';

let db: Database;
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
let one: Referral;
let other: Referral;

beforeAll(async () => {
  db = (await testDatabase()).db;
  const person = { email: 'someone@desk.example', language: 'en', zone: 'UTC', memberships: [] };
  await replaceDirectory(db, DIRECTORY, [{ ...person, id: CAST.coordinator.personId, name: 'Noor Rowan' }]);
  one = (await storeCase(db, RECIPIENT_IN.acknowledged())).referral;
  other = (await storeCase(db, aReferredCase())).referral;
  const refused = { refused: 'status', code: 'UNKNOWN_REFERRAL' } as const;
  await addLeaves(db, [
    { v: 1, at: AT, operation: 'refused-attempt', by: CAST.stranger, referralId: one.id, about: refused },
    { v: 1, at: AT, operation: 'sign-in', by: officerAt('fi-1'), about: { session: 'signed-in' } },
  ]);
});

async function found(viewer: Person, query: Partial<AuditQuery> = {}) {
  return (await searchAudit({ db, keyring }, viewer, { limit: 500, ...query })).rows;
}

describe('a search', () => {
  test('by referral finds all its entries, newest first', async () => {
    const rows = await found(CAST.auditor, { referral: one.reference.toLowerCase() });
    expect(rows).toHaveLength(one.seq + 1);
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    for (const { referral } of rows) expect(referral).toEqual({ referralId: one.id, reference: one.reference });
    expect(await found(CAST.auditor, { referral: 'XR-1999-000001' })).toEqual([]);
  });

  test('by person and agency names them', async () => {
    const rows = await found(CAST.auditor, { person: CAST.coordinator.personId, referral: one.id });
    expect(rows.length).toBeGreaterThan(0);
    for (const { by } of rows) expect(by).toMatchObject({ name: 'Noor Rowan', agencyId: 'xr-desk' });
    expect(await found(CAST.auditor, { person: 'rOWa', referral: one.id })).toEqual(rows);
    expect(await found(CAST.auditor, { person: '%', referral: one.id })).toEqual([]);
    const finnish = await found(CAST.auditor, { agencyId: FINLAND });
    expect(finnish[0]?.by).toMatchObject({ agencyName: `Model Unit ${FINLAND}` });
    expect(new Set(finnish.map(({ about }) => 'event' in about && about.event))).toContain('acknowledged');
  });

  test('without the engine finds what people did', async () => {
    const rows = await found(CAST.auditor, { referral: one.id });
    const ofPeople = await found(CAST.auditor, { referral: one.id, withoutEngine: true });
    expect(ofPeople).toEqual(rows.filter(({ by }) => by.kind === 'person'));
    expect(ofPeople.length).toBeLessThan(rows.length);
  });

  test('by operation and time', async () => {
    const query = { operation: 'refused-attempt', from: AT } as const;
    expect(await found(CAST.supervisor, query)).toMatchObject([{ about: { code: 'UNKNOWN_REFERRAL' } }]);
    expect(await found(CAST.supervisor, { operation: 'refused-attempt', before: AT })).toEqual([]);
  });

  test('page by page is the whole, each once', async () => {
    const whole = await found(CAST.auditor);
    const paged: typeof whole = [];
    for (let cursor: string | undefined; ; ) {
      const page = await searchAudit({ db, keyring }, CAST.auditor, { limit: 7, ...(cursor && { cursor }) });
      paged.push(...page.rows);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(one.seq + other.seq + 1);
  });
});

describe('each viewer finds the entries of the own agency', () => {
  test('a sender everything about its referrals', async () => {
    const rows = await found(aPerson('auditor', SENDER));
    expect(rows.map(({ about }) => ('event' in about ? about.event : ''))).not.toContain('letters-settled');
    expect(rows.filter(({ about }) => 'event' in about).every(({ number }) => number !== undefined)).toBe(true);
    expect(rows.filter(({ about }) => 'refused' in about)).toHaveLength(1);
  });

  test('a recipient the acts of its own people', async () => {
    const rows = await found(aPerson('supervisor', FINLAND));
    expect(rows.map(({ operation }) => operation)).toContain('sign-in');
    for (const { by } of rows) expect(by).toMatchObject({ agencyId: FINLAND });
  });

  test('an agency its own notes and numbers, which no other agency finds', async () => {
    const it = aReferredCase();
    it.act({ type: 'add-note', text: randomUUID() }, officerAt('fi-1'));
    it.act({ type: 'set-own-reference', text: randomUUID() }, officerAt('fi-1'));
    const { id: referral } = (await storeCase(db, it)).referral;
    const eventsFor = async (agencyId: string) =>
      (await found(aPerson('auditor', agencyId), { referral })).map(({ about }) =>
        'event' in about ? about.event : '',
      );
    expect(await eventsFor(FINLAND)).toEqual(expect.arrayContaining(['note-added', 'own-reference-set']));
    for (const agencyId of [SENDER, CAST.coordinator.agencyId]) {
      expect(
        (await eventsFor(agencyId)).filter((event) => event === 'note-added' || event === 'own-reference-set'),
      ).toEqual([]);
    }
  });

  test('other agencies their own attempts, and not whether the referral exists', async () => {
    const tried = await found({ ...CAST.stranger, roles: ['auditor'] });
    expect(tried.map(({ about, referral }) => [about, referral])).toEqual([
      [{ refused: 'status', code: 'UNKNOWN_REFERRAL' }, undefined],
    ]);
    for (const referral of [one.reference, one.id]) {
      expect(await found({ ...CAST.stranger, roles: ['auditor'] }, { referral })).toEqual([]);
    }
  });

  test('a data protection officer the same as an auditor', async () => {
    const officer = { ...CAST.auditor, roles: ['data-protection-officer'] as const };
    expect(await found(officer)).toEqual(await found(CAST.auditor));
  });

  test('officers and administrators nothing', async () => {
    for (const viewer of [CAST.coordinator, CAST.administrator]) {
      await expect(found(viewer)).rejects.toMatchObject({ code: 'ROLE_REQUIRED' });
    }
  });
});

test.each([
  '',
  'nonsense',
  ...[`${AT} 1; DROP`, '0000-01-01T00:00:00Z 1'].map((text) => Buffer.from(text).toString('base64url')),
])('a cursor is not %j', async (cursor) => {
  await expect(found(CAST.auditor, { cursor })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'cursor' });
});
