/** Expired sessions and drafts are deleted, and others are not. */

import { expect, test } from 'vitest';
import { purgeExpired } from '../../activities/purge-expired.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { beginDraft } from '../../prisma/store/drafts.ts';
import { addSession } from '../../prisma/store/sessions.ts';
import { testDatabase } from '../support/database.ts';

const DAY = 24 * 3_600_000;

test('a session older than two days is deleted, and a newer one stays', async () => {
  const { db, owner: migrations } = await testDatabase();
  const now = Date.now();
  const ago = (days: number) => new Date(now - days * DAY);
  for (const [digest, days] of [
    ['old', 3],
    ['young', 1],
  ] as const) {
    const startedAt = ago(days);
    await addSession(migrations, {
      digest,
      personId: 'aino.alder',
      agencyId: 'fi-alder',
      startedAt,
      seenAt: startedAt,
    });
  }
  await purgeExpired(db, now);
  expect((await db.session.findMany()).map(({ digest }) => digest)).toEqual(['young']);
});

test('a draft that was unchanged for ninety days is deleted with its key', async () => {
  const { db, owner: migrations } = await testDatabase();
  const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
  const owner = { personId: 'aino.alder', agencyId: 'fi-alder' };
  const expired = await beginDraft(migrations, keyring, owner, { step: 'what', content: { summary: 'expired' } });
  const recent = await beginDraft(migrations, keyring, owner, { step: 'what', content: { summary: 'recent' } });
  const changedAt = new Date(Date.now() - 91 * DAY);
  await migrations.draft.update({ where: { id: expired.id }, data: { changedAt } });
  await purgeExpired(db);
  expect((await db.draft.findMany()).map(({ id }) => id)).toEqual([recent.id]);
  expect((await db.dataKey.findMany()).map(({ referralId }) => referralId)).toEqual([recent.id]);
});

test('a proposal is deleted after ninety days, with its decisions', async () => {
  const { db } = await testDatabase();
  const row = {
    personId: 'karl.rowan',
    agencyId: 'xr-desk',
    channel: 'page',
    concerns: [],
    keyId: 'k',
    sealed: Buffer.of(),
  };
  const ids = [crypto.randomUUID(), crypto.randomUUID()] as const;
  for (const [index, id] of ids.entries()) {
    const proposedAt = new Date(Date.now() - (index === 0 ? 91 : 89) * DAY);
    await db.proposal.create({ data: { ...row, id, proposedAt } });
    const decision = { proposalId: id, step: 'withdrawn', personId: 'karl.rowan', at: proposedAt };
    await db.proposalDecision.create({ data: { id: crypto.randomUUID(), ...decision } });
  }
  await purgeExpired(db);
  expect((await db.proposal.findMany()).map(({ id }) => id)).toEqual([ids[1]]);
  expect(await db.proposalDecision.count()).toBe(1);
});
