/** Keys, texts, drafts and forms that were copied to another row of the database cannot be decrypted there. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionKeys } from '../../../client/http/identity/session-keys.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { readDraft, saveDraft } from '../../../client/workspace/drafts.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { refuseUnplaced } from '../../../prisma/store/sealing-state.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { acceptUnplaced, sealAsBefore } from '../../support/earlier-sealing.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('k1')));

let database: TestDatabase;
let reader: Reader;
/** The attacker's own referral, and the victim. */
let own: RecordedReferral;
let other: RecordedReferral;

beforeAll(async () => {
  database = await testDatabase();
  const seed = loadSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  reader = openReader({ db: database.pages, keyring });
});

beforeEach(async () => {
  const deps = { db: database.db, keyring };
  own = await RecordedReferral.submit(deps, 'quinn.quartz', { summary: 'The own case.' });
  other = await RecordedReferral.submit(deps, 'quinn.quartz', { summary: 'The secret of another case.' });
});

async function read({ id }: RecordedReferral): Promise<string> {
  const noor = await personOf(database.db, 'noor.rowan');
  const { said } = await asAgency(noor.agencyId, () => reader.particulars(noor, id, 'To see it.'));
  return JSON.stringify(said);
}

const keyOf = ({ id: referralId }: RecordedReferral) =>
  database.db.dataKey.findUniqueOrThrow({ where: { referralId } });
/** The text of the submission. Purposes of reading are rows too. */
async function textOf(of: RecordedReferral) {
  const [id = ''] = (await of.read()).particulars;
  return database.db.particulars.findUniqueOrThrow({ where: { id } });
}

async function copyText(): Promise<void> {
  const { sealed, sealVersion } = await textOf(other);
  await database.db.particulars.update({ where: { id: (await textOf(own)).id }, data: { sealed, sealVersion } });
}

async function copyKey(): Promise<void> {
  const { keyId, wrapped, sealVersion } = await keyOf(other);
  await database.db.dataKey.update({ where: { referralId: own.id }, data: { keyId, wrapped, sealVersion } });
}

describe('copied from another referral', () => {
  test.each<[string, () => Promise<void>]>([
    ['a text', copyText],
    ['a key', copyKey],
    [
      'a key with its text',
      async () => {
        await copyKey();
        await copyText();
      },
    ],
  ])('%s does not open', async (_, copy) => {
    expect(await read(own)).toContain('The own case.');
    await copy();
    await expect(read(own)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
    expect(await read(other)).toContain('The secret of another case.');
  });

  test('a text of the same referral under another id does not open', async () => {
    const [first, second] = [await textOf(own), await own.storeText({ note: 'A note.' })];
    await database.db.particulars.update({ where: { id: first.id }, data: { sealed: await sealedOf(second) } });
    await expect(read(own)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  });
});

async function sealedOf(id: string) {
  return (await database.db.particulars.findUniqueOrThrow({ where: { id } })).sealed;
}

test('a draft does not open for another person, also if its row says so', async () => {
  const deps = { db: database.pages, keyring };
  const [noor, ines] = [await personOf(database.db, 'noor.rowan'), await personOf(database.db, 'ines.rowan')];
  await asAgency(noor.agencyId, async () => {
    const { id } = await saveDraft(deps, noor, { step: 'what', content: { summary: 'Mine.' } });
    expect(await readDraft(deps, noor, id)).toMatchObject({ content: { summary: 'Mine.' } });
    await database.db.draft.update({ where: { id }, data: { personId: ines.personId } });
    await expect(readDraft(deps, ines, id)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  });
});

test('a saved form does not open for another person', () => {
  const keys = sessionKeys([Buffer.alloc(32, 1).toString('base64')]);
  const sealed = keys.seal('typed', ['form', 'noor.rowan']);
  expect(keys.open(sealed, ['form', 'noor.rowan'])).toBe('typed');
  expect(keys.open(sealed, ['form', 'ines.rowan'])).toBeUndefined();
  expect(keys.openUnplaced(sealed)).toBeUndefined();
});

// Last: the change is final.
test('data of the previous version opens until it is refused for good, and a copy never opens', async () => {
  await sealAsBefore(database.db, keyring, own.id);
  await expect(read(own)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  await acceptUnplaced(database);
  expect(await read(own)).toContain('The own case.');
  await copyText();
  await expect(read(own)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  await refuseUnplaced(database.db);
  await sealAsBefore(database.db, keyring, other.id);
  await expect(read(other)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  await expect(database.db.sealingState.deleteMany()).rejects.toThrow('append-only');
});
