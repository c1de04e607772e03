/** An act is recorded in one transaction, once however often it is requested, completely or not at all. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RecordRequest, record } from '../../activities/record.ts';
import { ReferralCache } from '../../activities/referral-cache.ts';
import type { Act } from '../../domain/acts.ts';
import { leafOf } from '../../domain/audit/leaf.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/people.ts';
import { factsOf } from '../../domain/submission.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { leavesOf } from '../../prisma/store/audit.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { claimOrigins } from '../../prisma/store/origins.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { writeNext } from '../../prisma/store/write-next.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anUrgentSubmission } from '../support/factories.ts';

const NOW = '2026-11-24T14:00:00.000Z';
const TEXT = 'b1a6b4a1-7c56-4d0e-8f0a-52d1f6f1b7f3';
const facts = factsOf(anUrgentSubmission());

let db: TestDatabase['db'];
/** Renames tables. */
let owner: TestDatabase['db'];
/** The id of the referral in the current test. */
let id: string;

beforeAll(async () => {
  const database = await testDatabase();
  db = database.db;
  owner = database.owner;
  const seed = loadSeed(NOW);
  await replaceDirectory(db, seed.directory, seed.people);
});

beforeEach(() => {
  id = randomUUID();
});

const deps = () => ({ db, policies: defaultPolicies, directory: () => readDirectory(db) });

async function person(personId: string, agencyId: string): Promise<Actor> {
  const known = await findPerson(db, personId);
  const acting = known && at(known, agencyId);
  if (acting === undefined) throw new Error(`The seed has no ${personId} there.`);
  return acting;
}

/** The request of a workflow that has the current state of the referral. */
async function requestOf(act: Act, by: Actor, actId: string, referralId = id): Promise<RecordRequest> {
  const referral = await findReferral(db, referralId);
  const events = decide(referral, act, by, NOW);
  return { referralId, actId, act: act.type, by, at: NOW, afterSeq: referral?.seq ?? 0, events };
}

async function submission(referralId = id, origin = referralId): Promise<RecordRequest> {
  const submit = { type: 'submit', facts, text: TEXT, coordinatorAgencyId: 'xr-desk' } as const;
  const by = await person('quinn.quartz', 'us-quartz');
  return requestOf({ ...submit, origins: [{ digest: origin }] }, by, referralId, referralId);
}

/** An act that needs no lock. */
const taking = async () => requestOf({ type: 'take' }, await person('noor.rowan', 'xr-desk'), 'taking');

/** The number of rows of each table. */
async function rows() {
  const tables = [
    db.journal,
    db.referral,
    db.clock,
    db.recipient,
    db.letter,
    db.auditLeaf,
    db.originReference,
    db.link,
  ];
  return Promise.all(tables.map((table) => (table as typeof db.journal).count()));
}

describe('an act', () => {
  test('is completed with the reference number from the database and the due time from the calendar', async () => {
    const entries = await record(deps(), await submission());
    expect(entries.map(({ seq, event }) => `${seq} ${event.type}`)).toEqual([
      '1 submitted',
      '2 reference-allotted',
      '3 clock-started',
      '4 letters-decided',
      '5 triage-proposed',
    ]);
    expect(entries[1]?.event).toMatchObject({ reference: expect.stringMatching(/^XR-2026-\d{6}$/) });
    expect(entries[2]?.event).toMatchObject({ name: 'triage', dueAt: '2026-11-24T18:00:00.000Z' });
  });

  test('writes one leaf of the audit log for each entry, and letters that wait to be sent', async () => {
    const entries = await record(deps(), await submission());
    const leaves = await leavesOf(db, id);
    const ofEntries = leaves.map(({ about }) => about).filter((about) => !('compared' in about));
    expect(ofEntries).toHaveLength(leaves.length - 1);
    expect(ofEntries).toMatchObject(
      entries.map(({ seq, event }) => ({ seq, event: event.type, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })),
    );
    expect(await lettersOf(db, id)).toMatchObject([{ letter: 'receipt', status: 'waiting', seq: 4 }]);
    expect((await compareWithJournal(db, id)).differs).toEqual([]);
  });

  test('is recorded once if it is requested twice, with the same answer', async () => {
    const request = await submission();
    const first = await record(deps(), request);
    const written = await rows();
    expect(await record(deps(), request)).toEqual(first);
    expect(await rows()).toEqual(written);
  });

  test('is recorded once if it is requested twice at the same time', async () => {
    await record(deps(), await submission());
    const request = await taking();
    const [one, other] = await Promise.all([record(deps(), request), record(deps(), request)]);
    expect(other).toEqual(one);
    expect(await readJournal(db, id)).toHaveLength(6);
  });

  test('is found again after another act was recorded', async () => {
    const request = await submission();
    const first = await record(deps(), request);
    await record(deps(), await taking());
    expect(await record(deps(), request)).toEqual(first);
  });

  test('is found again if the request already counts its entries', async () => {
    await record(deps(), await submission());
    const request = await taking();
    const first = await record(deps(), request);
    const written = await rows();
    const requestedAfter = { ...request, afterSeq: first.at(-1)?.seq ?? 0 };
    expect(await record(deps(), requestedAfter)).toEqual(first);
    expect(await rows()).toEqual(written);
  });
});

describe('a journal with other entries than the request expects', () => {
  test('refuses a request that lacks its latest entries', async () => {
    await record(deps(), await submission());
    const late = { ...(await taking()), actId: 'late' };
    await record(deps(), await taking());
    const written = await rows();
    await expect(record(deps(), late)).rejects.toMatchObject({ code: 'STALE_JOURNAL' });
    expect(await rows()).toEqual(written);
  });

  test('is not a refusal if entries are missing: the request is retried until they are restored', async () => {
    await record(deps(), await submission());
    const ahead = { ...(await taking()), afterSeq: 9 };
    const answer = record(deps(), ahead);
    await expect(answer).rejects.toThrow('run "liaise check"');
    await expect(answer).rejects.not.toBeInstanceOf(ReferralError);
    expect(await readJournal(db, id)).toHaveLength(5);
  });

  test('accepts one of two different acts at the same time', async () => {
    await record(deps(), await submission());
    const request = await taking();
    const both = [record(deps(), request), record(deps(), { ...request, actId: 'another' })];
    const answers = await Promise.allSettled(both);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['STALE_JOURNAL']);
    expect(await readJournal(db, id)).toHaveLength(6);
  });
});

test('if two referrals are closed at once, each as a duplicate of the other, one stays open', async () => {
  const other = randomUUID();
  for (const each of [id, other]) await record(deps(), await submission(each));
  const by = await person('noor.rowan', 'xr-desk');
  const closing = (of: string, otherId: string) =>
    requestOf({ type: 'mark-duplicate', otherId }, by, `close ${of}`, of);
  const requests = await Promise.all([closing(id, other), closing(other, id)]);
  // The database may report a deadlock to one of them, which is then retried, as a worker does.
  const answers = await Promise.allSettled(requests.map((request) => untilDecided(request)));
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  expect(refused).toEqual(['DUPLICATE_OF_ANOTHER']);
  const statuses = [(await findReferral(db, id))?.status, (await findReferral(db, other))?.status];
  expect(statuses.filter((status) => status === 'closed')).toHaveLength(1);
});

async function untilDecided(request: RecordRequest): Promise<unknown> {
  return record(deps(), request).catch((error) => {
    if (error instanceof ReferralError) throw error;
    return untilDecided(request);
  });
}

describe('a referral in the cache', () => {
  test('is kept from its submission', async () => {
    const recent = new ReferralCache();
    await record({ ...deps(), recent }, await submission());
    expect(recent.find(id, 5)).toEqual(await findReferral(db, id));
  });

  test('is not read from the database', async () => {
    const recent = new ReferralCache();
    await record(deps(), await submission());
    await record({ ...deps(), recent }, await taking());
    const known = await findReferral(db, id);
    expect(recent.find(id, known?.seq ?? 0)).toEqual(known);
    expect(recent.find(id, 5)).toBeUndefined();
  });

  test('is read from the database if another worker has recorded an act', async () => {
    const recent = new ReferralCache();
    const first = await submission();
    await record(deps(), first);
    const before = await findReferral(db, id);
    const late = { ...(await taking()), actId: 'late' };
    await record(deps(), await taking());
    if (before) recent.keep(before);
    await expect(record({ ...deps(), recent }, late)).rejects.toMatchObject({ code: 'STALE_JOURNAL' });
    expect(await readJournal(db, id)).toHaveLength(6);
  });
});

describe('a transaction that fails', () => {
  test.each([1, -1])('writes nothing if the journal has another length (%i)', async (off) => {
    const [entry] = await record(deps(), await submission());
    const after = await findReferral(db, id);
    if (entry === undefined || after === undefined) throw new Error('There is no referral.');
    const written = await rows();
    const before = { ...after, seq: after.seq + off };
    const entries = [{ ...entry, seq: before.seq + 1 }];
    const leaves = [leafOf(id, entry, { before, after })];
    const change = { entries, leaves, derivedFrom: entries, before, after, at: NOW };
    expect(await writeNext(db, change)).toBe('taken');
    expect(await rows()).toEqual(written);
  });

  test.each(['letter', 'audit_leaf', 'clock', 'journal'])('writes nothing if %s cannot be written', async (table) => {
    const request = await submission();
    const written = await rows();
    await owner.$executeRawUnsafe(`ALTER TABLE ${table} RENAME TO ${table}_hidden`);
    await expect(record(deps(), request)).rejects.toThrow();
    await owner.$executeRawUnsafe(`ALTER TABLE ${table}_hidden RENAME TO ${table}`);
    expect(await rows()).toEqual(written);
    const entries = await record(deps(), request);
    expect(entries).toHaveLength(5);
  });

  test('writes nothing if the agency has already used the origin reference', async () => {
    await record(deps(), await submission());
    const written = await rows();
    const another = randomUUID();
    const again = record(deps(), await submission(another, id));
    await expect(again).rejects.toMatchObject({ code: 'DUPLICATE_ORIGIN', field: 'originReferences' });
    expect(await rows()).toEqual(written);
    expect(await readJournal(db, another)).toEqual([]);
  });
});

test('of two agencies that use one number in the same moment, the second finds the first', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const origins = [{ digest: 'z' }, { digest: 'shared' }];
  const claimed = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const earlier = db.$transaction(async (tx) => {
    await claimOrigins(tx, { agencyId: 'us-quartz', referralId: first, origins });
    claimed.resolve();
    await ended.promise;
  });
  await claimed.promise;
  let isOver = false;
  const later = db
    .$transaction((tx) => claimOrigins(tx, { agencyId: 'us-topaz', referralId: second, origins: origins.toReversed() }))
    .finally(() => {
      isOver = true;
    });
  const isBlocked = async () =>
    (
      await db.$queryRaw<object[]>`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    ).length > 0;
  await expect.poll(async () => isOver || (await isBlocked())).toBe(true);
  ended.resolve();
  await earlier;
  expect(await later).toEqual([first]);
});

test('acts wait for a free connection, and each gets its own reference number', async () => {
  const ids = Array.from({ length: 12 }, () => randomUUID());
  const requests = await Promise.all(ids.map((each) => submission(each)));
  const recorded = await Promise.all(requests.map((request) => record(deps(), request)));
  expect(new Set(recorded.map(([, allotted]) => JSON.stringify(allotted?.event))).size).toBe(ids.length);
});
