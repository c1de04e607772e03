/** A complete engine for one test file: real database, Temporal, mail catcher and worker, with the people of the seed. */

import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { ensureErasureKey, ensureErasureRegister } from '../../dev/installation.ts';
import { type MailCatcher, startMailCatcher } from '../../dev/mail.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { nextDuty } from '../../domain/duty.ts';
import type { ReferralError } from '../../domain/errors.ts';
import { type KeyFile, type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { LetterPacing } from '../../domain/letter-pacing.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { type RunningWorker, startWorker } from '../../worker/create-worker.ts';
import type { ErasureFiles } from '../../worker/erasures.ts';
import { stateQuery, workflowIdOf } from '../../workflows/messages.ts';
import { mailOptions, type TemporalAddress } from './addresses.ts';
import { atEnd } from './at-end.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { startDirectDispatcher } from './direct-dispatcher.ts';
import { testFolder } from './folder.ts';
import { personOf } from './people.ts';
import { alwaysOpenSeed } from './seed.ts';
import { timeSkippingServer, workflowBundle } from './temporal.ts';

export interface TestEngine {
  engine: Engine;
  /** As the role of the workers. */
  db: Database;
  /** As the role of the engine's callers: pages, API and command line. */
  pages: Database;
  /** As the role of migrations, for rows that no process writes, and for damage. */
  owner: Database;
  databaseUrl: string;
  adminUrl: string;
  temporal: Client;
  keys: KeyFile;
  /** The erasure register of the workers, and the key that signs it. */
  erasures: ErasureFiles;
  mail: MailCatcher;
  /** A person of the seed, at the given or the first agency. */
  person(personId: string, agencyId?: string): Promise<Person>;
  /** Performs an act as a person of the seed. */
  act(personId: string, referralId: string, request: ActRequest): Promise<Receipt>;
  /** The referral as of its projection. */
  read(referralId: string): Promise<Referral>;
  /** Waits until no letter of the referral is waiting, and its deliveries are recorded. Returns the referral. */
  lettersSent(referralId: string): Promise<Referral>;
  /** Waits until the state of the workflow satisfies the condition, and returns it. */
  waitUntil(referralId: string, satisfied: (referral: Referral) => boolean): Promise<Referral>;
}

/** An engine on a server that skips time. `skip` moves its time. Call once per test file, in `beforeAll`. */
export async function timeSkippingEngine(
  keys?: KeyFile,
): Promise<TestEngine & { skip(duration: string): Promise<void> }> {
  const environment = await timeSkippingServer();
  const place = { address: environment.address, namespace: 'default' };
  const engine = await connectedEngine(place, keys);
  await workerWithoutDispatcher(engine, place);
  startDirectDispatcher({ ...engine, smtpPort: engine.mail.smtpPort, temporal: place });
  return { ...engine, skip: (duration) => environment.sleep(duration) };
}

/** An engine with a worker in this process, on the given server. */
export async function engineAt(place: TemporalAddress, keys?: KeyFile): Promise<TestEngine> {
  const test = await connectedEngine(place, keys);
  await workerFor(test, place);
  return test;
}

/** Starts a worker on a server that skips time. It sends no letters: see `direct-dispatcher.ts`. */
function workerWithoutDispatcher(
  test: Pick<TestEngine, 'databaseUrl' | 'mail' | 'keys' | 'erasures'>,
  temporal: TemporalAddress,
): Promise<RunningWorker> {
  return workerFor(test, temporal, ['referrals', 'letters'], 0);
}

/** Starts a worker for the engine in this process. It is stopped at the end of the test or file. */
export async function workerFor(
  test: Pick<TestEngine, 'databaseUrl' | 'mail' | 'keys' | 'erasures'>,
  temporal: TemporalAddress,
  taskQueues = ['referrals', 'letters'],
  shards = 1,
  pacing?: LetterPacing,
): Promise<RunningWorker> {
  const { databaseUrl, mail, keys, erasures } = test;
  await ensureErasureRegister(erasures, databaseUrl);
  const publicUrl = 'https://liaise.example';
  const worker = await startWorker({
    config: {
      ...{ databaseUrl, temporal, publicUrl, taskQueues, mail: mailOptions(mail.smtpPort) },
      letters: { shards, pacing },
      erasures,
    },
    keyring: parseKeyring(JSON.stringify(keys)),
    policies: defaultPolicies,
    bundle: workflowBundle(),
  });
  atEnd(worker.stop);
  return worker;
}

/** An engine without a worker. The test starts its own. */
export async function connectedEngine(
  place: TemporalAddress,
  keys = newKeyFile('2026-11'),
  database?: TestDatabase,
): Promise<TestEngine> {
  const { db, pages, owner, url: databaseUrl, adminUrl } = database ?? (await testDatabase());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  const erasures = await ensureErasureKey(await testFolder());
  const mail = await startMailCatcher();
  atEnd(mail.stop);
  const keyring: Keyring = parseKeyring(JSON.stringify(keys));
  const temporal = connectTemporal({ ...place, keyring });
  atEnd(() => temporal.connection.close());
  const engine = createEngine({ db: pages, temporal, keyring });
  const person = (personId: string, agencyId?: string) => personOf(db, personId, agencyId);
  return {
    ...{ engine, db, pages, owner, databaseUrl, adminUrl, temporal, keys, erasures, mail, person },
    act: async (personId, referralId, request) =>
      engine.perform(await person(personId), referralId, actRequest.parse(request), { key: crypto.randomUUID() }),
    read: async (referralId) => {
      const referral = await findReferral(db, referralId);
      if (referral === undefined) throw new Error('The projection has no such referral.');
      return referral;
    },
    lettersSent: (referralId) => lettersSent(db, referralId),
    waitUntil: (referralId, satisfied) => until({ temporal, db }, referralId, satisfied),
  };
}

/** The code of the refusal. Fails if the act is not refused. */
export async function refusalCodeOf(result: Promise<unknown>): Promise<ReferralError['code']> {
  const refusal = await result.then(
    () => undefined,
    (error: unknown) => error as ReferralError,
  );
  if (refusal === undefined) throw new Error('The act was not refused.');
  if (!refusal.code) throw refusal;
  return refusal.code;
}

/** On a busy machine, a server, its worker and the first letter take several times as long as on an idle one. */
const LONGEST_WAIT_MS = 120_000;

/** Queries the workflow until its state satisfies the condition. The pauses leave the processor to the workflow. */
async function until(
  { temporal, db }: Pick<TestEngine, 'temporal' | 'db'>,
  referralId: string,
  satisfied: (referral: Referral) => boolean,
): Promise<Referral> {
  const handle = temporal.workflow.getHandle(workflowIdOf(referralId));
  const deadline = performance.now() + LONGEST_WAIT_MS;
  let last: Referral | undefined;
  while (performance.now() < deadline) {
    last = await handle.query(stateQuery);
    if (last && satisfied(last)) return last;
    await setTimeout(POLL_MS);
  }
  const letters = await db.letter.findMany({
    where: { referralId },
    select: { status: true, code: true, dueAt: true, heldFor: true, tries: true, lastError: true, claimedUntil: true },
  });
  const state = `Status: ${last?.status}, entries: ${last?.seq}, letters: ${JSON.stringify(letters)}.`;
  throw new Error(`The condition was not satisfied in time. ${state}`);
}

/** Waits until no letter of the referral is waiting or about to be decided, and deliveries are recorded. */
async function lettersSent(db: Database, referralId: string): Promise<Referral> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < deadline) {
    const waiting = await db.letter.count({ where: { referralId, status: 'waiting' } });
    const unreported = await db.letterReport.count({ where: { referralId } });
    const referral = await findReferral(db, referralId);
    const isDue = referral && ['propose-triage', 'route'].includes(nextDuty(referral, referral.submittedAt).type);
    if (referral && waiting + unreported === 0 && !isDue) return referral;
    await setTimeout(POLL_MS);
  }
  throw new Error('Letters are still waiting.');
}

const POLL_MS = 20;
