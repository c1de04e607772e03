/** Threads that share the work of a check find what one thread finds, in the same order. */

import { beforeAll, expect, test } from 'vitest';
import { compareLog } from '../../client/log/compare-log.ts';
import { seal } from '../../client/log/seal.ts';
import { openCheckThreads } from '../../client/recovery/check-threads.ts';
import { type CheckWork, workHere } from '../../client/recovery/check-work.ts';
import { urlAs } from '../../dev/postgres.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from '../client/log/log-fixture.ts';
import { atEnd } from '../support/at-end.ts';
import { RECIPIENT_IN } from '../support/cases-by-status.ts';
import { separateTemplate, testDatabase } from '../support/database.ts';
import { newSigner, ORIGIN } from '../support/log-keys.ts';
import { storeCase } from '../support/store-case.ts';

const signer = newSigner();
const policy: LogPolicy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let db: Database;
let threads: CheckWork;
let ids: string[];

/** More leaves than a range has, and two cases, one of which is damaged. */
beforeAll(async () => {
  const database = await testDatabase(await separateTemplate());
  db = database.db;
  await addSomeLeaves(db, 1_500);
  const [one, other] = [await storeCase(db, RECIPIENT_IN.accepted()), await storeCase(db, RECIPIENT_IN.declined())];
  ids = [one, other].map(({ referral }) => referral.id);
  await addSomeLeaves(db, 1_000);
  const store = await sealingStore(database.url);
  await seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
  await asSuperuser(
    db,
    'journal',
    `UPDATE journal SET by = '{"kind":"engine"}' WHERE seq = 1 AND referral_id = '${ids[0]}'`,
  );
  const opened = openCheckThreads(urlAs(database.url, 'liaise_reader'), 2);
  atEnd(opened.close);
  threads = opened;
});

const inLog = (work: CheckWork) => compareLog(db, policy, work);

test('an unchanged log passes the check', async () => {
  expect(await inLog(threads)).toEqual([]);
});

test('referrals that are examined', async () => {
  const referrals = ids.map((id) => ({ id, remembered: [{ seq: 900 }] }));
  const found = await threads.examine(referrals);
  expect(found).toEqual(await workHere(db).examine(referrals));
  expect(found.map(({ findings }) => findings.map(({ fault }) => fault))).toEqual([
    ['journal-behind', 'entry-changed'],
    ['journal-behind'],
  ]);
});

test('referrals that seem to differ from their journal', async () => {
  const found = await threads.differing(ids);
  expect(found).toEqual(await workHere(db).differing(ids));
  expect(found).toContain(ids[0]);
  expect(await threads.differing(['00000000-0000-4000-8000-000000000000'])).toEqual([]);
});

test('changes of the log, in several ranges', async () => {
  await asSuperuser(db, 'audit_leaf', `UPDATE audit_leaf SET salt = gen_random_uuid() WHERE id IN (7, 1030, 2400)`);
  await asSuperuser(db, 'log_tile', `UPDATE log_tile SET root = sha256('x') WHERE index = 5`);
  await asSuperuser(db, 'log_entry', `UPDATE log_entry SET hash = sha256('x') WHERE position = 1900`);
  const found = await inLog(threads);
  expect(found).toEqual(await inLog(workHere(db)));
  expect(found.map(({ fault }) => fault)).toEqual([
    ...['leaf-changed', 'leaf-changed', 'leaf-changed', 'node-changed', 'node-changed', 'node-changed', 'leaf-changed'],
    'log-forked',
  ]);
});
