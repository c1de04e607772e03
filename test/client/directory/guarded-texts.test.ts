/** Texts of the directory and of saved views: the material guard checks them, and each has a maximum length. */

import { beforeAll, describe, expect, test } from 'vitest';
import { administer } from '../../../client/directory/administer.ts';
import { saveView } from '../../../client/workspace/saved-views.ts';
import type { DirectoryEdit } from '../../../domain/administration/directory-edit.ts';
import type { Editor } from '../../../domain/administration/editor.ts';
import { detailsOf } from '../../../domain/administration/plan-person-edit.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { readAgency, readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { findPerson } from '../../../prisma/store/people.ts';
import { testDatabase } from '../../support/database.ts';

/** The smallest picture of format GIF, of one pixel. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
const KARL: Editor = {
  person: { kind: 'person', personId: 'karl.rowan', agencyId: 'xr-desk', roles: ['administrator'] },
  everywhere: true,
};

let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  const seed = loadSeed('2026-11-24T14:00:00.000Z');
  await replaceDirectory(db, seed.directory, seed.people);
});

async function entries() {
  const agency = await readAgency(db, 'fi-alder');
  const point = await readContactPoint(db, 'fi-birch-spoc');
  const person = await findPerson(db, 'karl.rowan');
  if (!agency || !point || !person) throw new Error('The seed lacks an entry.');
  return { agency, point, person: detailsOf(person) };
}

type Save = (text: string) => Promise<unknown>;

const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

function save(edit: DirectoryEdit): Promise<unknown> {
  const changeDirectory = () => Promise.reject(new Error('The engine was asked.'));
  return administer({ db, keyring, changeDirectory }, KARL, edit);
}

/** Each text that a person may type, by what stores it and by its field. */
const TEXTS: [name: string, field: string, save: Save][] = [
  [
    'the name of an agency',
    'name',
    async (name) => save({ type: 'change-agency', agency: { ...(await entries()).agency, name } }),
  ],
  ...(['id', 'name'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a new agency`,
    field,
    async (text) => save({ type: 'add-agency', agency: { ...(await entries()).agency, id: 'new', [field]: text } }),
  ]),
  ...(['name', 'email', 'dutyEmail', 'zone', 'hours'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a contact point`,
    field,
    async (text) => save({ type: 'change-contact-point', point: { ...(await entries()).point, [field]: text } }),
  ]),
  ...(['id', 'name'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a new contact point`,
    field,
    async (text) =>
      save({ type: 'add-contact-point', point: { ...(await entries()).point, id: 'new', [field]: text } }),
  ]),
  [
    'the new address of a contact point',
    'email',
    (address) => save({ type: 'change-address', id: 'fi-birch-spoc', line: 'desk', address }),
  ],
  [
    'the name of a closed day',
    'name',
    (name) => save({ type: 'add-closed-day', day: { agencyId: 'fi-alder', day: '2027-01-04', name } }),
  ],
  ...(['id', 'name', 'email'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a new person`,
    field,
    async (text) => {
      const person = { ...(await entries()).person, id: 'new', [field]: text };
      return save({ type: 'add-person', person, agencyId: 'xr-desk', roles: [] });
    },
  ]),
  ...(['name', 'email', 'zone'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a person`,
    field,
    async (text) => save({ type: 'change-person', person: { ...(await entries()).person, [field]: text } }),
  ]),
  ...(['issuer', 'subject'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of an account`,
    field,
    (text) => {
      const account = { personId: 'noor.rowan', issuer: 'https://a.example', subject: '1', [field]: text };
      return save({ type: 'add-account', account });
    },
  ]),
  [
    'the url of a webhook',
    'url',
    (url) => {
      const webhook = { id: crypto.randomUUID(), agencyId: 'xr-desk', url, kinds: ['answers' as const] };
      return save({ type: 'add-webhook', webhook });
    },
  ],
  ...(['name', 'query'] as const).map((field): (typeof TEXTS)[number] => [
    `the ${field} of a saved view`,
    field,
    (text) => saveView({ db }, KARL.person, { page: '/referrals', name: 'Open', query: '', [field]: text }),
  ]),
];

/** Fields that are shorter than the picture. */
const SHORT = ['the zone of a contact point', 'the zone of a person', 'the name of a saved view'];

describe.each(TEXTS)('%s', (name, field, save) => {
  const stored = () =>
    Promise.all([
      entries(),
      db.closedDay.count(),
      db.person.count(),
      db.savedView.count(),
      db.auditLeaf.count(),
      db.proposal.count(),
    ]);

  test('cannot carry a picture, and a refusal neither repeats nor stores it', async () => {
    const before = await stored();
    const refused: unknown = await save(PICTURE).catch((error) => error);
    expect(refused).toMatchObject({ code: SHORT.includes(name) ? 'INVALID_INPUT' : 'MATERIAL_REFUSED', field });
    expect(Object(refused).message).not.toContain('R0lGOD');
    expect(await stored()).toEqual(before);
  });

  test('has a longest length', async () => {
    await expect(save('a '.repeat(2_500))).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  });
});
