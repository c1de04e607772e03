/** Changing the directory: who may, what is refused, and that each change is on record without anybody's words. */

import { beforeAll, describe, expect, test } from 'vitest';
import {
  addClosedDay,
  removeClosedDay,
  saveAgency,
  saveContactPoint,
  verifyContactPoint,
} from '../../../client/directory/agencies.ts';
import { type Editor, versionOf } from '../../../client/directory/edit.ts';
import {
  addPerson,
  deactivate,
  detailsOf,
  giveIdentity,
  savePerson,
  saveRoles,
} from '../../../client/directory/people.ts';
import { searchAudit } from '../../../client/queries/audit.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { editsOf, readAgency, readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { findPerson } from '../../../prisma/store/people.ts';
import { testDatabase } from '../../support/database.ts';

let db: Database;
let owner: Database;
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

beforeAll(async () => {
  ({ db, owner } = await testDatabase());
  const seed = loadSeed('2026-11-24T14:00:00.000Z');
  await replaceDirectory(db, seed.directory, seed.people);
});

const roles = ['administrator'] as const;
const KARL: Editor = {
  person: { kind: 'person', personId: 'karl.rowan', agencyId: 'xr-desk', roles },
  everywhere: true,
};
const AT_ALDER: Editor = {
  person: { kind: 'person', personId: 'eero.alder', agencyId: 'fi-alder', roles },
  everywhere: false,
};
const code = (code: string, field?: string) => expect.objectContaining({ code, ...(field && { field }) });

async function agencyOf(id: string) {
  const agency = await readAgency(db, id);
  if (agency === undefined) throw new Error('The seed has no such agency.');
  return { agency, version: versionOf(agency) };
}

async function personOf(id: string) {
  const person = await findPerson(db, id);
  if (person === undefined) throw new Error('The seed has no such person.');
  return { person, roles: versionOf(person.memberships), details: versionOf(detailsOf(person)) };
}

describe('an agency', () => {
  test('is changed as it was seen, and who changed which field is on record', async () => {
    const { agency, version } = await agencyOf('fi-alder');
    await saveAgency({ db }, AT_ALDER, version, { ...agency, name: 'Model Unit Alder, renamed' });
    expect((await readAgency(db, 'fi-alder'))?.name).toBe('Model Unit Alder, renamed');
    const [edit] = await editsOf(db, 'fi-alder', ['agency'], 1);
    expect(edit).toMatchObject({ byPersonId: 'eero.alder', byName: 'Eero Alder' });
    expect(edit?.leaf.about).toEqual({
      ...{ directory: 'agency', id: 'fi-alder', change: 'changed', fields: ['name'], agencies: ['fi-alder'] },
    });
    expect(JSON.stringify(edit?.leaf)).not.toContain('renamed');
  });

  test('is not changed if another person changed it first', async () => {
    const { agency, version } = await agencyOf('fi-birch');
    await saveAgency({ db }, KARL, version, { ...agency, type: 'government' });
    await expect(saveAgency({ db }, KARL, version, { ...agency, name: 'Too late' })).rejects.toEqual(
      code('CHANGED_MEANWHILE'),
    );
  });

  test('of another agency does not exist for an administrator of one agency', async () => {
    const { agency, version } = await agencyOf('us-quartz');
    await expect(saveAgency({ db }, AT_ALDER, version, agency)).rejects.toEqual(code('UNKNOWN_AGENCY'));
  });

  test('cannot exclude what is not there, and nothing different is nothing done', async () => {
    const { agency, version } = await agencyOf('us-quartz');
    await expect(saveAgency({ db }, KARL, version, { ...agency, excludes: ['atlantis'] })).rejects.toEqual(
      code('INVALID_INPUT', 'excludes'),
    );
    await saveAgency({ db }, KARL, version, agency);
    expect(await editsOf(db, 'us-quartz', ['agency'], 1)).toEqual([]);
  });
});

describe('a contact point', () => {
  test('offers no more than its agency provides', async () => {
    const point = await readContactPoint(db, 'fi-birch-spoc');
    if (point === undefined) throw new Error('The seed has no such contact point.');
    const saved = { ...point, capabilities: ['legislation' as const] };
    await expect(saveContactPoint({ db }, KARL, versionOf(point), saved)).rejects.toEqual(
      code('INVALID_INPUT', 'capabilities'),
    );
    await saveContactPoint({ db }, KARL, versionOf(point), { ...point, hours: '24/7' });
    expect((await readContactPoint(db, 'fi-birch-spoc'))?.hours).toBe('24/7');
  });

  test('is confirmed by its own administrator and not by another', async () => {
    await expect(verifyContactPoint({ db }, AT_ALDER, 'fi-birch-spoc')).rejects.toEqual(code('UNKNOWN_AGENCY'));
    await verifyContactPoint({ db }, KARL, 'fi-birch-spoc');
    const point = await readContactPoint(db, 'fi-birch-spoc');
    expect(Date.now() - Date.parse(point?.verifiedAt ?? '')).toBeLessThan(60_000);
  });
});

describe('people', () => {
  const mira = { id: 'mira.alder', name: 'Mira Alder', email: 'mira@alder.example', language: 'en', zone: 'UTC' };

  test('are added with a first role, at an agency of the editor', async () => {
    const at = { agencyId: 'fi-alder', roles: ['partner-officer' as const] };
    await addPerson({ db }, AT_ALDER, mira, at);
    expect((await personOf('mira.alder')).person.memberships).toEqual([at]);
    await expect(addPerson({ db }, KARL, mira, at)).rejects.toEqual(code('INVALID_INPUT', 'id'));
    const elsewhere = { ...at, agencyId: 'xr-desk' };
    await expect(addPerson({ db }, AT_ALDER, { ...mira, id: 'other' }, elsewhere)).rejects.toEqual(
      code('UNKNOWN_AGENCY'),
    );
  });

  test('hold the roles that were given, as they were seen', async () => {
    const { roles: version } = await personOf('lotta.birch');
    const saved = { personId: 'lotta.birch', agencyId: 'fi-birch', roles: ['auditor' as const] };
    await saveRoles({ db }, KARL, version, saved);
    expect((await personOf('lotta.birch')).person.memberships).toEqual([{ agencyId: 'fi-birch', roles: ['auditor'] }]);
    await expect(saveRoles({ db }, KARL, version, saved)).rejects.toEqual(code('CHANGED_MEANWHILE'));
  });

  test('are given rights by another administrator, never by themselves', async () => {
    const { roles: version, person } = await personOf('karl.rowan');
    const held = person.memberships.find(({ agencyId }) => agencyId === 'xr-desk')?.roles ?? [];
    const saved = { personId: 'karl.rowan', agencyId: 'xr-desk', roles: [...held, 'supervisor' as const] };
    await expect(saveRoles({ db }, KARL, version, saved)).rejects.toEqual(code('SELF_GRANT'));
    await expect(saveRoles({ db }, KARL, version, { ...saved, agencyId: 'fi-alder' })).rejects.toEqual(
      code('SELF_GRANT'),
    );
    const identity = { issuer: 'https://login.example', subject: 's-2', personId: 'karl.rowan' };
    await expect(giveIdentity({ db }, KARL, identity)).rejects.toEqual(code('SELF_GRANT'));
    expect((await personOf('karl.rowan')).person).toEqual(person);
  });

  test('and the record names the agency and the roles before and after', async () => {
    const { roles: version } = await personOf('saga.larch');
    const saved = { personId: 'saga.larch', agencyId: 'fi-alder', roles: ['partner-officer' as const] };
    await saveRoles({ db }, KARL, version, saved);
    const [edit] = await editsOf(db, 'saga.larch', ['roles'], 1);
    expect(edit?.leaf.about).toMatchObject({
      ...{ directory: 'roles', agencies: ['fi-alder'] },
      roles: [{ agencyId: 'fi-alder', before: [], after: ['partner-officer'] }],
    });
    // The agency concerned sees in its own audit log what an administrator of another agency did.
    const auditor = { kind: 'person', personId: 'x', agencyId: 'fi-alder', roles: ['auditor'] } as const;
    const { rows } = await searchAudit({ db, keyring }, auditor, { personId: 'karl.rowan', limit: 50 });
    expect(rows.map(({ about }) => about)).toContainEqual(edit?.leaf.about);
    const elsewhere = { ...auditor, agencyId: 'us-quartz' };
    expect((await searchAudit({ db, keyring }, elsewhere, { personId: 'karl.rowan', limit: 50 })).rows).toEqual([]);
  });

  test('are not taken over: only an administrator of all their agencies assigns a sign-in, to one person', async () => {
    const identity = { issuer: 'https://login.example', subject: 's-1', personId: 'mira.alder' };
    await giveIdentity({ db }, AT_ALDER, identity);
    await expect(giveIdentity({ db }, KARL, { ...identity, personId: 'noor.rowan' })).rejects.toEqual(
      code('INVALID_INPUT', 'subject'),
    );
    await expect(giveIdentity({ db }, AT_ALDER, { ...identity, personId: 'noor.rowan' })).rejects.toEqual(
      code('UNKNOWN_PERSON'),
    );
    const { roles: version } = await personOf('noor.rowan');
    await saveRoles({ db }, KARL, version, { personId: 'noor.rowan', agencyId: 'fi-alder', roles: ['auditor'] });
    const { person, details } = await personOf('noor.rowan');
    await expect(savePerson({ db }, AT_ALDER, details, { ...person, email: 'mine@alder.example' })).rejects.toEqual(
      code('UNKNOWN_PERSON'),
    );
  });

  test('are deactivated with every session, but never the last administrator of the coordinating agency', async () => {
    const started = new Date();
    await owner.session.create({
      data: { digest: 'd', personId: 'mira.alder', agencyId: 'fi-alder', startedAt: started, seenAt: started },
    });
    await deactivate({ db }, AT_ALDER, 'mira.alder');
    expect((await personOf('mira.alder')).person.memberships).toEqual([]);
    expect(await db.session.count({ where: { personId: 'mira.alder' } })).toBe(0);
    await expect(deactivate({ db }, KARL, 'karl.rowan')).rejects.toEqual(code('INVALID_INPUT', 'roles'));
    expect((await personOf('karl.rowan')).person.memberships).toHaveLength(1);
  });
});

test('closed days are added once and removed once', async () => {
  const day = { agencyId: 'fi-alder', day: '2026-12-24', name: 'Office moves' };
  await addClosedDay({ db }, AT_ALDER, day);
  await expect(addClosedDay({ db }, AT_ALDER, day)).rejects.toEqual(code('INVALID_INPUT', 'day'));
  await removeClosedDay({ db }, KARL, day);
  await expect(removeClosedDay({ db }, KARL, day)).rejects.toEqual(code('CHANGED_MEANWHILE'));
});
