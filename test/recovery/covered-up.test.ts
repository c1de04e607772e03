/** Neither `rebuild` nor `repair` derives anything from a journal that a superuser changed together with its leaves. */

import { beforeEach, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { rebuild } from '../../client/recovery/rebuild.ts';
import { repair } from '../../client/recovery/repair.ts';
import { entryDigest } from '../../domain/audit/leaf.ts';
import { hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { storedLeavesOf } from '../../prisma/store/log.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { engineAt, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { faultServer } from '../support/temporal.ts';
import { derivedRows, tamper } from './derived.ts';

let liaise: TestEngine;
let referralId: string;

/** Two referrals, with the leaves of the first in the log. */
beforeEach(async () => {
  const { address } = await faultServer();
  liaise = await engineAt({ address, namespace: 'default' });
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(referralId);
  for (const [position, { id, leaf, salt }] of (await storedLeavesOf(liaise.owner, referralId)).entries()) {
    const hash = new Uint8Array(hashOfLeaf(leaf, salt));
    await liaise.owner.logEntry.create({ data: { position, leafId: id, hash } });
  }
});

/** Changes an entry and writes its digest into its leaf, so that they agree. */
async function changeEntryWithItsLeaf(): Promise<void> {
  const entry = (await readJournal(liaise.db, referralId)).find(({ event }) => event.type === 'triage-proposed');
  if (entry?.event.type !== 'triage-proposed') throw new Error('Nothing was proposed.');
  const changed = { ...entry, at: '2026-01-01T00:00:00.000Z' };
  const of = `referral_id = '${referralId}'`;
  await tamper(liaise.owner, 'journal', `UPDATE journal SET at = '${changed.at}' WHERE ${of} AND seq = ${entry.seq}`);
  const { digest } = entryDigest(changed);
  const leaf = `jsonb_set(jsonb_set(leaf, '{about,digest}', '"${digest}"'), '{at}', '"${changed.at}"')`;
  await tamper(
    liaise.owner,
    'audit_leaf',
    `UPDATE audit_leaf SET leaf = ${leaf}, at = '${changed.at}' WHERE ${of} AND (leaf #>> '{about,seq}')::int = ${entry.seq}`,
  );
}

test('an entry that was changed with its leaf needs the decision of a person', async () => {
  await changeEntryWithItsLeaf();
  await liaise.owner.$executeRaw`UPDATE recipient SET status = 'accepted' WHERE referral_id = ${referralId}::uuid`;
  const before = await derivedRows(liaise.db, referralId);
  const found = await check(liaise);
  expect(found).toContainEqual(expect.objectContaining({ referralId, fault: 'leaf-changed' }));
  expect(found).toContainEqual(expect.objectContaining({ fault: 'projection-differs', remedy: 'investigate' }));
  expect(await rebuild(liaise)).toMatchObject({ rebuilt: [], contradicted: [referralId] });
  expect(await rebuildReferral(liaise.db, referralId)).toBe('contradicted');
  const repairs = await repair(liaise);
  expect(repairs.map(({ done }) => done)).toEqual(repairs.map(() => 'left-to-a-person'));
  expect(await derivedRows(liaise.db, referralId)).toEqual(before);
});

test('if the log itself was changed, nothing is rebuilt, and the fault is named', async () => {
  const other = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(other);
  await tamper(
    liaise.owner,
    'audit_leaf',
    `DELETE FROM audit_leaf WHERE id = (SELECT leaf_id FROM log_entry WHERE position = 1)`,
  );
  await liaise.owner.$executeRaw`UPDATE recipient SET status = 'accepted' WHERE referral_id = ${other}::uuid`;
  const before = await derivedRows(liaise.db, other);
  expect(await check(liaise)).toContainEqual(
    expect.objectContaining({ referralId: other, fault: 'projection-differs', remedy: 'investigate' }),
  );
  expect(await rebuild(liaise)).toMatchObject({
    ...{ rebuilt: [], logFault: expect.stringMatching(/^leaf-deleted, position 1, leaf \d+$/) },
  });
  await repair(liaise);
  expect(await derivedRows(liaise.db, other)).toEqual(before);
});
