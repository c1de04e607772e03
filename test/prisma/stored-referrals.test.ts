/** What is read of a referral as JSON is what its rows contain. */

import { beforeAll, expect, test } from 'vitest';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { readStoredReferral } from '../../prisma/store/stored-referrals.ts';
import { connectAs, type TestDatabase, testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

const NOW = '2026-11-24T14:00:00.120Z';

let database: TestDatabase;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  const seed = loadSeed(NOW);
  await replaceDirectory(database.db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const referral = await RecordedReferral.submit({ db: database.db, keyring }, 'quinn.quartz', {}, NOW);
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], capability: 'investigation' },
    ...{ countries: ['FI'], wanted: [] },
  });
  ({ id } = referral);
});

test('every column of every row is read, with instants as text', async () => {
  const { db } = database;
  const of = { where: { referralId: id } };
  const rows = {
    referral: await db.referral.findUnique({ where: { id } }),
    recipients: await db.recipient.findMany(of),
    parties: await db.party.findMany(of),
    clocks: await db.clock.findMany(of),
    deadlines: await db.openDeadline.findMany(of),
    requests: (await db.requestEvent.findMany(of)).map((row) => ({ ...row, tookMs: row.tookMs && Number(row.tookMs) })),
    letters: await db.letter.findMany({ ...of, select: { referralId: true, id: true, status: true } }),
  };
  for (const [name, expected] of Object.entries(JSON.parse(JSON.stringify(rows)))) {
    const read = Object.entries(await readStoredReferral(db, id)).find(([each]) => each === name)?.[1];
    if (name === 'referral') expect(read).toEqual(expected);
    else expect(new Set(Array.isArray(read) ? read : [])).toEqual(new Set(Object(expected)));
    if (name !== 'referral') expect(expected, name).not.toEqual([]);
  }
});

test('a referral agrees with its journal in every time zone of the session', async () => {
  const url = new URL(database.url);
  url.searchParams.set('options', '-c TimeZone=Asia/Kolkata');
  const elsewhere = connectAs(url.href, 'liaise_reader');
  expect((await compareWithJournal(elsewhere, id)).differs).toEqual([]);
});
