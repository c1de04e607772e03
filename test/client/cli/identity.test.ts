/** Sign-in accounts by command: listed, and only proposed. A command has no session, so two administrators confirm. */

import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { confirmAs } from '../../support/confirm-proposal.ts';
import { connectAs, testDatabase } from '../../support/database.ts';
import { runCommand } from './run-command.ts';

const AT = '--issuer https://id.example --subject';
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
let owner: Database;
let engine: Database;
let services: CliDependencies;

beforeAll(async () => {
  const database = await testDatabase();
  owner = database.owner;
  engine = connectAs(database.url, 'liaise_engine');
  services = { db: database.pages, keyring, localIdentity: true } as CliDependencies;
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(owner, directory, people);
});

const identity = (line: string) => runCommand(`identity ${line}`, { services });

const confirm = (proposalId: string, personId: string) => confirmAs({ db: engine, keyring }, proposalId, personId);

async function proposalOf(line: string): Promise<string> {
  const { out, err } = await identity(`${line} --json`);
  const { proposalId } = out ? JSON.parse(out) : {};
  if (proposalId === undefined) throw new Error(`Nothing was proposed: ${err}`);
  return proposalId;
}

test('an account is only proposed, and the named administrator alone is not enough', async () => {
  expect((await identity('noor.rowan')).out).toBe('There are no sign-in accounts.\n');
  expect((await identity(`noor.rowan ${AT} 1000 --as karl.rowan`)).out).toContain('Two administrators must confirm it');
  const proposalId = await proposalOf(`noor.rowan ${AT} 1001 --as karl.rowan`);
  expect(await findIdentity(owner, 'https://id.example', '1001')).toBeUndefined();
  expect(await confirm(proposalId, 'karl.rowan')).toBe('confirmed-once');
  await expect(confirm(proposalId, 'karl.rowan')).rejects.toMatchObject({ code: 'SAME_PERSON' });
  expect(await confirm(proposalId, 'dora.rowan')).toBe('applied');
  expect(await findIdentity(owner, 'https://id.example', '1001')).toMatchObject({ who: { personId: 'noor.rowan' } });
  expect((await identity('noor.rowan')).out).toContain('https://id.example  1001');
});

test('a removal and the account of a system are proposed too', async () => {
  const system = await proposalOf(`system.quartz ${AT} quartz --agency us-quartz --read --as karl.rowan`);
  for (const personId of ['dora.rowan', 'karl.rowan']) await confirm(system, personId);
  expect(await findIdentity(owner, 'https://id.example', 'quartz')).toMatchObject({
    system: { agencyId: 'us-quartz', scopes: ['referrals:read'] },
  });
  const removal = await proposalOf(`system.quartz ${AT} quartz --remove --as karl.rowan`);
  for (const personId of ['dora.rowan', 'karl.rowan']) await confirm(removal, personId);
  expect(await findIdentity(owner, 'https://id.example', 'quartz')).toBeUndefined();
});

test('without a named administrator, or one of the installation, nothing is proposed', async () => {
  expect(await identity(`noor.rowan ${AT} 1`)).toMatchObject({
    status: 2,
    err: expect.stringContaining('--as PERSON'),
  });
  expect((await identity(`vera.rowan ${AT} 1 --as otto.rowan`)).status).toBe(3);
  expect((await identity(`karl.rowan ${AT} 1 --as karl.rowan`)).err).toContain('cannot give rights to yourself');
  const forbidden = { ...services, localIdentity: false };
  const refused = await runCommand(`identity noor.rowan ${AT} 1 --as karl.rowan`, { services: forbidden });
  expect(refused.status).toBe(3);
});

test('a person without a role, no system, and half an account are refused', async () => {
  expect((await identity(`nobody.known ${AT} 1 --as karl.rowan`)).status).toBe(3);
  expect((await identity(`noor.rowan ${AT} 1 --agency xr-desk --as karl.rowan`)).status).toBe(3);
  expect((await identity('noor.rowan --subject 1 --as karl.rowan')).status).toBe(2);
});

test.each(['javascript:alert(1)', 'http://id.example'])('the issuer %s is refused', async (issuer) => {
  expect(await identity(`noor.rowan --issuer ${issuer} --subject 1 --as karl.rowan`)).toMatchObject({
    status: 2,
    err: expect.stringContaining('issuer'),
  });
});
