/** By which sign-in somebody is known: given by hand, shown, and taken again. */

import { beforeAll, expect, test } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { testDatabase } from '../../support/database.ts';
import { runCommand } from './run-command.ts';

const AT = '--issuer https://id.example --subject';
let db: Database;
let owner: Database;

beforeAll(async () => {
  ({ db, owner } = await testDatabase());
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(db, directory, people);
});

const identity = (line: string) => runCommand(`identity ${line}`, { services: { engineDb: db } as CliDependencies });

test('a person is known by the sign-in that was given, and by the next one that was given', async () => {
  expect((await identity('noor.rowan')).out).toBe('There are no sign-in accounts.\n');
  expect((await identity(`noor.rowan ${AT} 1001`)).out).toContain('https://id.example  1001');
  expect(await findIdentity(db, 'https://id.example', '1001')).toMatchObject({ who: { personId: 'noor.rowan' } });
  await identity(`otto.rowan ${AT} 1001`);
  expect(await findIdentity(db, 'https://id.example', '1001')).toMatchObject({ who: { personId: 'otto.rowan' } });
});

test('an agency’s system has an agency and scopes', async () => {
  await identity(`system.quartz ${AT} quartz --agency us-quartz --read`);
  expect(await findIdentity(db, 'https://id.example', 'quartz')).toMatchObject({
    system: { agencyId: 'us-quartz', scopes: ['referrals:read'] },
  });
});

test('taking it ends the sessions that began by it', async () => {
  await identity(`vera.rowan ${AT} 1002`);
  const now = new Date();
  await owner.session.create({
    data: { digest: 'x', personId: 'vera.rowan', agencyId: 'xr-desk', startedAt: now, seenAt: now },
  });
  expect((await identity(`vera.rowan ${AT} 1002 --remove`)).out).toBe('There are no sign-in accounts.\n');
  expect(await db.session.count({ where: { personId: 'vera.rowan' } })).toBe(0);
});

test('the previous holder is signed out; the audit log records everything', async () => {
  await identity(`ines.rowan ${AT} 1003`);
  const now = new Date();
  await owner.session.create({
    data: { digest: 'y', personId: 'ines.rowan', agencyId: 'xr-desk', startedAt: now, seenAt: now },
  });
  await identity(`emil.rowan ${AT} 1003`);
  expect(await db.session.count({ where: { personId: 'ines.rowan' } })).toBe(0);
  const refused = await identity(`ines.rowan ${AT} 1003 --remove`);
  expect(refused).toMatchObject({ status: 3, err: expect.stringContaining('does not have that sign-in account') });
  await identity(`emil.rowan ${AT} 1003 --remove`);
  const leaves = await db.auditLeaf.findMany({ orderBy: { id: 'desc' }, take: 4 });
  expect(leaves.reverse().map(({ leaf }) => Object(leaf).about)).toMatchObject([
    { directory: 'identity', id: 'ines.rowan', change: 'added' },
    { directory: 'identity', id: 'ines.rowan', change: 'removed' },
    { directory: 'identity', id: 'emil.rowan', change: 'added' },
    { directory: 'identity', id: 'emil.rowan', change: 'removed' },
  ]);
});

test('who works nowhere, or is no system there, is refused; so is half an identity', async () => {
  expect((await identity(`nobody.known ${AT} 1`)).status).toBe(3);
  expect((await identity(`noor.rowan ${AT} 1 --agency xr-desk`)).status).toBe(3);
  expect((await identity('noor.rowan --subject 1')).status).toBe(2);
});
