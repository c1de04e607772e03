/** Texts whose act was never recorded are purged within an hour. Texts of recorded or pending acts are not. */

import { randomUUID } from 'node:crypto';
import type { Client as TemporalClient, WorkflowHandle } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Client } from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { type RecordRequest, record } from '../../activities/record.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { connectDatabase, type Database, type Queries } from '../../prisma/store/connect.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { beginDraft } from '../../prisma/store/drafts.ts';
import { saveParticulars } from '../../prisma/store/particulars.ts';
import { purgeText } from '../../prisma/store/purge.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { purgeOrphans } from '../../worker/purge.ts';
import { REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { connectAs, type TestDatabase, testDatabase } from '../support/database.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';
import { realServer } from '../support/temporal.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
const NOOR = 'noor.rowan';

let database: TestDatabase;
let administrator: Client;
/** As the role of the worker, which purges. */
let engine: Database;
let temporal: TemporalClient;

beforeAll(async () => {
  const { address } = await realServer();
  temporal = connectTemporal({ address, namespace: 'default', keyring });
  atEnd(() => temporal.connection.close());
  database = await testDatabase();
  engine = connectAs(database.url, 'liaise_engine');
  administrator = new Client({ connectionString: database.adminUrl });
  await administrator.connect();
  atEnd(() => administrator.end());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
});

const purge = (all = false) => new MockActivityEnvironment().run(purgeOrphans, { db: engine, temporal }, { all });

const submitted = () => RecordedReferral.submit({ db: database.db, keyring }, 'quinn.quartz');

/** Stores a text as the pages do before an act; 40 minutes ago unless it is said otherwise. */
async function stored(referralId: string, minutes = 40): Promise<string> {
  const id = randomUUID();
  await saveParticulars(database.db, keyring, { id, referralId, content: 'An invented text.' });
  await aged(id, minutes);
  return id;
}

async function aged(id: string, minutes: number): Promise<void> {
  await database.owner.$executeRaw`
    UPDATE particulars SET kept_at = now() - make_interval(mins => ${minutes}::int) WHERE id = ${id}::uuid`;
}

const exists = async (id: string) => (await database.db.particulars.count({ where: { id } })) === 1;
const hasKey = async (referralId: string) => (await database.db.dataKey.count({ where: { referralId } })) === 1;

async function takeRequest(referralId: string, text: string): Promise<RecordRequest> {
  const by = await personOf(database.db, NOOR);
  const referral = await findReferral(database.db, referralId);
  const at = new Date().toISOString();
  const events = decide(referral, { type: 'ask-information', text }, by, at);
  return { referralId, actId: randomUUID(), act: 'ask-information', by, at, afterSeq: referral?.seq ?? 0, events };
}

const recordDeps = () => ({
  ...{ db: engine, policies: defaultPolicies, directory: () => readDirectory(engine) },
});

test('a submission that never came leaves nothing, and the log says so to its agency', async () => {
  const referralId = randomUUID();
  const text = await stored(referralId);
  await database.owner.$executeRaw`UPDATE particulars SET agency_id = 'us-quartz' WHERE id = ${text}::uuid`;
  expect(await purge()).toEqual({ texts: 1, keys: 1 });
  expect([await exists(text), await hasKey(referralId)]).toEqual([false, false]);
  const [leaf] = await database.db.auditLeaf.findMany({ orderBy: { id: 'desc' }, take: 1 });
  expect(leaf).toMatchObject({ operation: 'erasure', referralId: null });
  expect(leaf?.leaf).toMatchObject({
    by: { kind: 'engine' },
    about: { purged: [text], keys: 1, agencies: ['us-quartz'] },
  });
  expect(await purge()).toEqual({ texts: 0, keys: 0 });
});

test('the text of a refused act is purged, and the key and the recorded texts of the referral stay', async () => {
  const referral = await submitted();
  const [own = ''] = (await referral.read()).particulars;
  await aged(own, 40);
  const refused = await stored(referral.id);
  expect(await purge()).toEqual({ texts: 1, keys: 0 });
  expect([await exists(refused), await exists(own), await hasKey(referral.id)]).toEqual([false, true, true]);
});

test('young texts, drafts and purposes of reading stay', async () => {
  const young = await stored(randomUUID(), 5);
  const owner = { personId: 'quinn.quartz', agencyId: 'us-quartz' };
  const { id: draft } = await beginDraft(database.db, keyring, owner, { step: 'kind', content: { kind: 'x' } });
  await database.owner.$executeRaw`
    UPDATE particulars SET kept_at = now() - interval '40 minutes' WHERE referral_id = ${draft}::uuid`;
  const referral = await submitted();
  const purpose = await stored(referral.id);
  const about = { consulted: [], purpose };
  const by = await personOf(database.db, NOOR);
  const leaf = { v: 2, at: new Date().toISOString(), operation: 'consultation', by, referralId: referral.id, about };
  await database.db.auditLeaf.create({
    data: { at: leaf.at, operation: leaf.operation, referralId: referral.id, leaf: JSON.parse(JSON.stringify(leaf)) },
  });
  expect(await purge()).toEqual({ texts: 0, keys: 0 });
  expect([await exists(young), await hasKey(draft), await exists(purpose)]).toEqual([true, true, true]);
});

test('an act that is under way keeps its text', async () => {
  const referral = await submitted();
  const [acting, unsubmitted] = [await stored(referral.id), randomUUID()];
  const waiting = await stored(unsubmitted);
  const [, submission] = [await startWorkflow(referral.id), await startWorkflow(unsubmitted)];
  await completeWorkflowTask(unsubmitted);
  expect(await purge()).toEqual({ texts: 0, keys: 0 });
  expect([await exists(acting), await exists(waiting)]).toEqual([true, true]);
  await completeWorkflowTask(referral.id);
  await submission.terminate();
  expect(await purge()).toEqual({ texts: 2, keys: 1 });
});

test('a legal hold keeps also the texts of refused acts', async () => {
  const referral = await submitted();
  const hold = { type: 'place-legal-hold', text: await referral.storeText('A court asked for it.') } as const;
  await referral.act('ines.rowan', hold);
  const refused = await stored(referral.id);
  expect(await purge(true)).toEqual({ texts: 0, keys: 0 });
  // The hold was placed after the list of orphans was made.
  const listed = { id: refused, referralId: referral.id, agencyId: null, isRecorded: true };
  expect(await purgeText(database.db, listed)).toEqual({ texts: 0, keys: 0 });
  await referral.act('ines.rowan', { type: 'lift-legal-hold', text: hold.text });
  expect(await purge(true)).toEqual({ texts: 1, keys: 0 });
  expect(await exists(refused)).toBe(false);
});

test('an act that is being recorded wins against the purge', async () => {
  const referral = await submitted();
  const text = await stored(referral.id);
  const orphan = { id: text, referralId: referral.id, agencyId: null, isRecorded: true };
  const request = await takeRequest(referral.id, text);
  const finish = await openTransaction(async (tx) => {
    await record({ ...recordDeps(), db: inTransaction(tx) }, request);
  });
  const purging = purgeText(engine, orphan);
  await someoneWaits();
  await finish();
  expect(await purging).toEqual({ texts: 0, keys: 0 });
  expect(await exists(text)).toBe(true);
});

test('an act whose text is being purged is refused, and nothing of it is recorded', async () => {
  const referral = await submitted();
  const { seq } = await referral.read();
  const text = await stored(referral.id);
  const request = await takeRequest(referral.id, text);
  const finish = await openTransaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM particulars WHERE id = ${text}::uuid`;
  });
  const recording = record(recordDeps(), request).catch((error: unknown) => error);
  await someoneWaits();
  await finish();
  expect(await recording).toMatchObject({ code: 'TEXT_PURGED' });
  expect((await referral.read()).seq).toBe(seq);
});

test('a request that is sent again stores its text again, so that it is not purged meanwhile', async () => {
  const referralId = randomUUID();
  const text = await stored(referralId);
  await saveParticulars(database.db, keyring, { id: text, referralId, content: 'An invented text.' });
  expect(await purge()).toEqual({ texts: 0, keys: 0 });
  expect(await exists(text)).toBe(true);
});

/** Starts a workflow on a queue of its own, without a worker: its first task is pending. */
function startWorkflow(referralId: string): Promise<WorkflowHandle> {
  return temporal.workflow.start(REFERRAL_WORKFLOW, { workflowId: workflowIdOf(referralId), taskQueue: referralId });
}

/** Completes the pending task as a worker does that has nothing to do. The workflow then waits. */
async function completeWorkflowTask(referralId: string): Promise<void> {
  const { workflowService, options } = temporal;
  const { namespace } = options;
  const poll = () => workflowService.pollWorkflowTaskQueue({ namespace, taskQueue: { name: referralId } });
  const { taskToken } = await temporal.withDeadline(Date.now() + 60_000, poll);
  await workflowService.respondWorkflowTaskCompleted({ namespace, taskToken });
}

/** Waits until a statement of another connection waits for a lock. Only an administrator sees what others wait for. */
async function someoneWaits(): Promise<void> {
  const sql = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await vi.waitUntil(async () => (await administrator.query(sql)).rowCount, { timeout: 20_000, interval: 20 });
}

/** Works in a transaction of another client, which stays open until the result is called. */
async function openTransaction(work: (tx: Queries) => Promise<void>): Promise<() => Promise<void>> {
  const [worked, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const other = connectDatabase({ databaseUrl: database.url, connections: 1 });
  atEnd(() => other.$disconnect());
  const open = other.$transaction(
    async (tx) => {
      await work(tx);
      worked.resolve();
      await finished.promise;
    },
    { timeout: 60_000 },
  );
  await Promise.race([worked.promise, open]);
  return async () => {
    finished.resolve();
    await open;
  };
}

/** A database whose nested transactions run in this one. */
function inTransaction(tx: unknown): TestDatabase['db'] {
  return Object.assign(Object.create(tx as object), {
    $transaction: (work: (inner: unknown) => unknown) => work(tx),
  }) as TestDatabase['db'];
}
