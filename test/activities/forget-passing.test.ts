/** What was kept for a while goes, and nothing that is still good. */

import { expect, test } from 'vitest';
import { forgetPassing } from '../../activities/forget-passing.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { beginDraft } from '../../prisma/store/drafts.ts';
import { addSession } from '../../prisma/store/sessions.ts';
import { keepWriteKey } from '../../prisma/store/write-keys.ts';
import { testDatabase } from '../support/database.ts';

const DAY = 24 * 3_600_000;

test('a key of thirty days is forgotten, a session of two, and younger ones stay', async () => {
  const { db } = await testDatabase();
  const now = Date.now();
  const ago = (days: number) => new Date(now - days * DAY);
  for (const [key, days] of [
    ['old', 31],
    ['young', 29],
  ] as const) {
    await keepWriteKey(db, { agencyId: 'fi-alder', personId: 'aino.alder', key, digest: 'd' });
    await db.writeKey.updateMany({ where: { key }, data: { keptAt: ago(days) } });
    const startedAt = ago(days - 28);
    await addSession(db, { digest: key, personId: 'aino.alder', agencyId: 'fi-alder', startedAt, seenAt: startedAt });
  }
  await forgetPassing(db, now);
  expect((await db.writeKey.findMany()).map(({ key }) => key)).toEqual(['young']);
  expect((await db.session.findMany()).map(({ digest }) => digest)).toEqual(['young']);
});

test('a draft that was left for ninety days is gone with its key', async () => {
  const { db } = await testDatabase();
  const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
  const owner = { personId: 'aino.alder', agencyId: 'fi-alder' };
  const left = await beginDraft(db, keyring, owner, { step: 'what', words: { summary: 'left' } });
  const kept = await beginDraft(db, keyring, owner, { step: 'what', words: { summary: 'kept' } });
  const changedAt = new Date(Date.now() - 91 * DAY);
  await db.draft.update({ where: { id: left.id }, data: { changedAt } });
  await forgetPassing(db);
  expect((await db.draft.findMany()).map(({ id }) => id)).toEqual([kept.id]);
  expect((await db.dataKey.findMany()).map(({ referralId }) => referralId)).toEqual([kept.id]);
});
