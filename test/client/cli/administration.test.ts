/** The first administrators of an installation, and proposals about agencies, by command. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { readAgency } from '../../../prisma/store/directory-edit.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { listProposals } from '../../../prisma/store/proposals.ts';
import { connectAs, testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { runCommand } from './run-command.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
let owner: Database;
let services: CliDependencies;

beforeAll(async () => {
  const database = await testDatabase();
  owner = database.owner;
  const engineDb = connectAs(database.url, 'liaise_engine');
  services = { db: database.pages, engineDb, keyring, localIdentity: true } as CliDependencies;
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(owner, directory, people);
});

const person = (id: string, more = {}) => ({
  ...{ id, name: id, email: `${id}@desk.example`, language: 'en', zone: 'UTC' },
  ...{ issuer: 'https://id.example', subject: id, ...more },
});

async function enter(...people: object[]) {
  const file = join(await testFolder(), 'administrators.json');
  await writeFile(file, JSON.stringify(people));
  return runCommand(`first-administrators ${file}`, { services });
}

test('the first administrators are two different people, and are entered once', async () => {
  expect((await enter(person('karl.rowan'))).status).toBe(2);
  const plus = person('karl.two', { email: 'Karl.Rowan+2@desk.example' });
  expect((await enter(person('karl.rowan'), plus)).err).toContain('two different people');
  expect((await enter(person('karl.rowan'), person('karl.two', { subject: 'karl.rowan' }))).status).toBe(2);
  expect((await enter(person('karl.rowan'), person('new.rowan'))).out).toContain('Entered: karl.rowan, new.rowan');
  expect(await findIdentity(owner, 'https://id.example', 'new.rowan')).toMatchObject({
    who: { agencies: [{ id: 'xr-desk', roles: ['administrator'] }] },
  });
  const again = await enter(person('a.rowan'), person('b.rowan'));
  expect(again).toMatchObject({ status: 5, err: expect.stringContaining('ALREADY_ADMINISTERED') });
  expect(await owner.person.count({ where: { id: 'a.rowan' } })).toBe(0);
  expect(await owner.auditLeaf.count({ where: { operation: 'alteration' } })).toBe(4);
});

test('agencies are only proposed', async () => {
  const agency = (line: string) => runCommand(`agency ${line} --as karl.rowan`, { services });
  expect((await agency('add fi-fir --name "Model Unit Fir" --type government --country Finland')).out).toContain(
    'Proposed',
  );
  expect((await agency('rename fi-alder --name "Model Unit Ash"')).out).toContain('Proposed');
  expect((await agency('disable fi-birch')).out).toContain('Proposed');
  expect((await agency('enable fi-birch')).out).toContain('Nothing was proposed');
  expect((await agency('add FI --name x --type government')).status).toBe(2);
  expect((await agency('add fi-x --name x --type nothing')).status).toBe(2);
  expect((await agency('rename atlantis --name x')).status).toBe(2);
  expect((await agency('disable xr-desk')).status).toBe(2);
  expect(await readAgency(owner, 'fi-fir')).toBeUndefined();
  const types = (await listProposals(owner, keyring, 10)).map(({ proposal }) => proposal.edit.type);
  expect(types.toSorted()).toEqual(['add-agency', 'change-agency', 'disable-agency']);
});
