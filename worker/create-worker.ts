/** Creates a worker: the workflow bundle and the activities, on the configured task queues. */

import type { Client } from '@temporalio/client';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Registry } from 'prom-client';
import { createActivities } from '../activities/index.ts';
import { createMailer } from '../activities/mail.ts';
import type { RecordDeps } from '../activities/record.ts';
import { gaugeClocks } from '../client/platform/clock-offset.ts';
import { connectionOptions, connectTemporal, dataConverter, unplacedAcceptance } from '../client/platform/connect.ts';
import { forgeryAlarm } from '../client/platform/forgery-alarm.ts';
import { refuseMissingKeys } from '../client/platform/keys-in-use.ts';
import { keepMeasuringClocks } from '../client/platform/measure-clocks.ts';
import type { ClockPolicies } from '../domain/clocks/policy-schema.ts';
import type { Keyring } from '../domain/keyring.ts';
import { LETTER_PACING } from '../domain/letter-pacing.ts';
import type { TriageWeights } from '../domain/routing/weights.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { type Figures, readFigures } from '../prisma/store/figures.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import type { LetterOptions, WorkerConfig } from './config.ts';
import { deploymentOptions, refuseMissingBuildId, takeOver } from './deployment.ts';
import { startDueDrills } from './drills.ts';
import { type ErasureFiles, type ErasureRegistrar, openErasures } from './erasures.ts';
import { type Readiness, readiness } from './health.ts';
import { deliveryReporter, maintainDispatchers } from './letter-dispatchers.ts';
import { maintainSchedules, repairEnded, repairOpen, repairRecent } from './maintenance.ts';
import { createObserver, type Observer } from './observer.ts';
import { purgeOrphans } from './purge.ts';
import { refuseForgedActivities } from './refuse-forged-activities.ts';
import { releaseRecipients } from './release-recipients.ts';
import { reviewRetention } from './retention.ts';

/** What a worker is created from. */
export interface WorkerParts {
  config: Pick<WorkerConfig, 'databaseUrl' | 'temporal' | 'mail' | 'publicUrl' | 'taskQueues' | 'build'> & {
    /** For the counts; default: `databaseUrl`. */
    readerDatabaseUrl?: string;
    /** Default: one dispatcher, with the limits of the policy. */
    letters?: LetterOptions;
    /** After so many years a closed referral is reviewed. Default: 3. */
    retentionYears?: number;
    /** Default: the built-in ones. */
    triageWeights?: TriageWeights;
    /** For so many years after the last act, the log names who acted. Default: 3. */
    officerYears?: number;
    /** The erasure register and the key that signs it. Without it, erasures are not registered. */
    erasures?: ErasureFiles;
  };
  keyring: Keyring;
  policies: ClockPolicies;
  bundle: WorkflowBundleOption;
  /** Receives acts, activities and letters; optional. */
  observer?: Observer;
  /** Overrides which letters follow from an entry. The benchmark uses it to measure without letters. */
  consequences?: RecordDeps['consequences'];
}

/** A running worker. */
export interface RunningWorker {
  /** Resolves when the worker has stopped, or rejects with the error that stopped it. */
  done: Promise<void>;
  /** Not ready as soon as the worker starts to stop. */
  readiness(): Promise<Readiness>;
  /** Reads the counts for monitoring from the database. */
  figures(): Promise<Figures>;
  /** Adds the gauge of clocks. */
  gaugeClocks(registry: Registry): void;
  /** Accepts no new tasks, completes the current ones, and closes all connections. */
  stop(): Promise<void>;
}

/** Opens connections and starts polling. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const { config, keyring, policies, bundle, observer = createObserver(), consequences } = parts;
  const { temporal, mail, publicUrl, taskQueues, build, databaseUrl, retentionYears = 3 } = config;
  const { shards, pacing }: LetterOptions = config.letters ?? { shards: 1, pacing: LETTER_PACING };
  const stopping = new AbortController();
  const { connection, db, client, registerErasure } = await open(parts, observer);
  const readerDb = connectDatabase({ databaseUrl: config.readerDatabaseUrl ?? config.databaseUrl, connections: 1 });
  const mailer = observer.mailer(createMailer(mail));
  const onForged = forgeryAlarm(db, observer.forged, observer.failed);
  const codec = {
    ...{ keyring, acceptsUnplaced: unplacedAcceptance(db), marksMissingKeys: true },
    onForged: (workflowId: string) => onForged({ what: 'payload', workflowId }),
  };
  const activities = createActivities({
    ...{ db, keyring, policies, mailer, publicUrl, ...(consequences && { consequences }) },
    ...(registerErasure && { registerErasure }),
    ...(config.officerYears && { officerYears: config.officerYears }),
    dispatcher: { databaseUrl, shards, pacing, report: deliveryReporter(client), stopping: stopping.signal },
    triageWeights: config.triageWeights,
    repairOpen: () => repairOpen({ db, temporal: client }),
    repairRecent: () => repairRecent({ db, temporal: client }),
    repairEnded: () => repairEnded({ db, temporal: client, onEnded: observer.ended }),
    reviewRetention: () => reviewRetention({ db, temporal: client, retentionYears }),
    releaseRecipients: () => releaseRecipients({ db, temporal: client }),
    startDrills: () => startDueDrills({ db, temporal: client }),
    purgeOrphans: (options) => purgeOrphans({ db, temporal: client }, options),
  });
  const workers = await Promise.all(
    taskQueues.map((taskQueue) =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue,
        activities,
        dataConverter: dataConverter(codec),
        sinks: observer.sinks(onForged),
        interceptors: { activity: [observer.activities, refuseForgedActivities(onForged)] },
        ...(taskQueue === TASK_QUEUES.referrals && { workflowBundle: bundle }),
        ...(build && { workerDeploymentOptions: deploymentOptions(build) }),
        shutdownGraceTime: '10 seconds',
        // A cancelled dispatcher must send nothing more.
        maxHeartbeatThrottleInterval: '1 second',
        // Limits memory, however many referrals are open. A workflow outside the cache is replayed when it wakes.
        maxCachedWorkflows: 1_000,
        // After a worker was killed, another one gets the task in time for the act to be answered.
        stickyQueueScheduleToStartTimeout: '5 seconds',
      }),
    ),
  );
  const stopAll = () => {
    stopping.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const runs = workers.map((worker) => worker.run());
  // The SDK stops workers on some signals by itself. The tasks that run beside them must then stop too.
  const tasks: Promise<unknown>[] = [...runs, Promise.all(runs).finally(() => stopping.abort())];
  const { namespace } = temporal;
  const { signal } = stopping;
  tasks.push(keepMeasuringClocks({ db, temporal: observer.temporalClock }, signal));
  if (build) tasks.push(takeOver({ connection, namespace, build, signal }));
  if (taskQueues.includes(TASK_QUEUES.letters)) tasks.push(maintainDispatchers(client, shards, signal));
  if (taskQueues.includes(TASK_QUEUES.upkeep)) tasks.push(maintainSchedules(client, signal));
  const done = Promise.all(tasks).finally(async () => {
    stopAll();
    await Promise.allSettled(tasks);
    mailer.close();
    await db.$disconnect();
    await readerDb.$disconnect();
    await client.connection.close();
    await connection.close();
  });
  return {
    done: done.then(() => undefined),
    readiness: () => readiness({ stopping: stopping.signal, workers, connection, db }),
    figures: () => readFigures(readerDb, new Date()),
    gaugeClocks: (registry) => gaugeClocks(registry, readerDb, observer.temporalClock),
    stop: async () => {
      stopAll();
      await done;
    },
  };
}

interface Opened {
  connection: NativeConnection;
  db: Database;
  client: Client;
  registerErasure?: ErasureRegistrar;
}

/** @throws ConfigFault if the configuration does not let this worker run, or if the erasure register does not. */
async function open({ config, keyring }: WorkerParts, observer: Observer): Promise<Opened> {
  const { databaseUrl, temporal, build, erasures } = config;
  const connection = await NativeConnection.connect(connectionOptions(temporal));
  const db = connectDatabase({ databaseUrl });
  const client = connectTemporal({ ...temporal, keyring, db });
  try {
    await refuseMissingKeys(db, keyring, 'worker');
    if (!build) await refuseMissingBuildId(connection, temporal.namespace);
    const registerErasure = erasures && (await openErasures({ db, temporal: client }, erasures, observer.erasedAgain));
    return { connection, db, client, ...(registerErasure && { registerErasure }) };
  } catch (error) {
    await db.$disconnect();
    await client.connection.close();
    await connection.close();
    throw error;
  }
}
