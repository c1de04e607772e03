/** Drafts: encrypted under their own key, readable by one person, and deleted completely. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { deleteDraft, listDrafts, readDraft, saveDraft } from '../../../client/workspace/drafts.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readParticulars, saveParticulars } from '../../../prisma/store/particulars.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST } from '../../support/factories.ts';

const content = { summary: 'The child wrote under the name Copperfield-Lantern.' };

let deps: { db: Database; keyring: Keyring };
let db: Database;
let migrations: Database;

beforeAll(async () => {
  const { pages, ...database } = await testDatabase();
  db = database.db;
  migrations = database.owner;
  deps = { db: pages, keyring: parseKeyring(JSON.stringify(newKeyFile('test'))) };
});

test('are saved and read back, with the latest text only', async () => {
  const { id } = await saveDraft(deps, CAST.sender, { step: 'what', content: {} });
  await saveDraft(deps, CAST.sender, { id, step: 'where', content });
  expect(await readDraft(deps, CAST.sender, id)).toMatchObject({ id, step: 'where', content });
  expect(await db.particulars.count({ where: { referralId: id } })).toBe(1);
  const [row] = await db.particulars.findMany({ where: { referralId: id } });
  expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('Copperfield');
});

test('are listed for their owner, the last changed first', async () => {
  const owner = CAST.otherSender;
  const first = await saveDraft(deps, owner, { step: 'what', content });
  const second = await saveDraft(deps, owner, { step: 'what', content });
  await migrations.draft.update({ where: { id: second.id }, data: { changedAt: new Date(0) } });
  expect((await listDrafts(deps, owner)).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('are deleted together with their key', async () => {
  const { id } = await saveDraft(deps, CAST.sender, { step: 'what', content });
  await deleteDraft(deps, CAST.sender, id);
  expect(await readDraft(deps, CAST.sender, id)).toBeUndefined();
  expect(await db.dataKey.count({ where: { referralId: id } })).toBe(0);
  expect(await db.particulars.count({ where: { referralId: id } })).toBe(0);
});

test('cannot be read, written or deleted by another person', async () => {
  const { id } = await saveDraft(deps, CAST.sender, { step: 'what', content });
  for (const other of [CAST.otherSender, { ...CAST.sender, agencyId: 'fi-birch' }]) {
    expect(await readDraft(deps, other, id)).toBeUndefined();
    const written = saveDraft(deps, other, { id, step: 'send', content: {} });
    await expect(written).rejects.toMatchObject({ code: 'UNKNOWN_REFERRAL' });
    await deleteDraft(deps, other, id);
  }
  expect(await readDraft(deps, CAST.sender, id)).toMatchObject({ step: 'what', content });
});

test('cannot replace the particulars of a referral', async () => {
  const kept = { id: randomUUID(), referralId: randomUUID() };
  await saveParticulars(db, deps.keyring, { ...kept, content: content });
  const written = saveDraft(deps, CAST.sender, { id: kept.referralId, step: 'what', content: {} });
  await expect(written).rejects.toMatchObject({ code: 'UNKNOWN_REFERRAL' });
  await deleteDraft(deps, CAST.sender, kept.referralId);
  expect(await readParticulars(db, deps.keyring, kept)).toEqual(content);
});
