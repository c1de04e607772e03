/** Creates a worker with the workflow bundle and the activities, for the configured task queues. */

import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createMailer } from '../activities/mail.ts';
import type { RecordDeps } from '../activities/record.ts';
import { connectTemporal, dataConverter } from '../client/platform/connect.ts';
import { refuseMissingKeys } from '../client/platform/keys-in-use.ts';
import type { ClockPolicies } from '../domain/clocks/clock-policy.ts';
import type { Keyring } from '../domain/keyring.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { type Figures, readFigures } from '../prisma/store/figures.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import type { WorkerConfig } from './config.ts';
import { deploymentOptions, refuseMissingBuildId, takeOver } from './deployment.ts';
import { type Readiness, readiness } from './health.ts';
import { maintainSchedules, repairOpen, repairRecent } from './maintenance.ts';
import { createObserver, type Observer } from './observer.ts';

export interface WorkerParts {
  config: Pick<WorkerConfig, 'databaseUrl' | 'temporal' | 'mail' | 'publicUrl' | 'taskQueues' | 'build'>;
  keyring: Keyring;
  policies: ClockPolicies;
  bundle: WorkflowBundleOption;
  /** Default: nothing is logged or counted. */
  observer?: Observer;
  /** Replaces the function that decides letters; the benchmark measures without letters. */
  consequences?: RecordDeps['consequences'];
}

export interface RunningWorker {
  /** Ends when the worker was stopped, or with the error that stopped it. */
  done: Promise<void>;
  /** Not ready after `stop` is called. */
  readiness(): Promise<Readiness>;
  /** The figures of the database. */
  figures(): Promise<Figures>;
  /** Accepts no new work, finishes the current work, and closes all resources. */
  stop(): Promise<void>;
}

/** Opens its own connections and starts polling. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const { config, keyring, policies, bundle, observer = createObserver(), consequences } = parts;
  const { temporal, mail, publicUrl, taskQueues, build } = config;
  const { connection, db } = await open(config, keyring);
  const mailer = observer.mailer(createMailer(mail));
  const client = connectTemporal({ ...temporal, keyring });
  const activities = createActivities({
    ...{ db, policies, mailer, publicUrl, ...(consequences && { consequences }) },
    repairOpen: () => repairOpen({ db, temporal: client }),
    repairRecent: () => repairRecent({ db, temporal: client }),
  });
  const workers = await Promise.all(
    taskQueues.map((taskQueue) =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue,
        activities,
        dataConverter: dataConverter(keyring),
        sinks: observer.sinks,
        interceptors: { activity: [observer.activities] },
        ...(taskQueue === TASK_QUEUES.referrals && { workflowBundle: bundle }),
        ...(build && { workerDeploymentOptions: deploymentOptions(build) }),
        shutdownGraceTime: '10 seconds',
        // Limits memory. A referral that is not cached is replayed when it wakes up.
        maxCachedWorkflows: 1_000,
        // If a worker is killed, another one gets the task before the client stops waiting.
        stickyQueueScheduleToStartTimeout: '5 seconds',
      }),
    ),
  );
  const stopping = new AbortController();
  const stopAll = () => {
    stopping.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const runs = workers.map((worker) => worker.run());
  // The SDK stops workers on some signals, so the other tasks must end as well.
  const tasks: Promise<unknown>[] = [...runs, Promise.all(runs).finally(() => stopping.abort())];
  const { namespace } = temporal;
  const { signal } = stopping;
  if (build) tasks.push(takeOver({ connection, namespace, build, signal }));
  if (taskQueues.includes(TASK_QUEUES.upkeep)) tasks.push(maintainSchedules(client, signal));
  const done = Promise.all(tasks).finally(async () => {
    stopAll();
    await Promise.allSettled(tasks);
    mailer.close();
    await db.$disconnect();
    await client.connection.close();
    await connection.close();
  });
  return {
    done: done.then(() => undefined),
    readiness: () => readiness({ stopping: stopping.signal, workers, connection, db }),
    figures: () => readFigures(db, new Date()),
    stop: async () => {
      stopAll();
      await done;
    },
  };
}

interface Opened {
  connection: NativeConnection;
  db: Database;
}

/** @throws ConfigFault if keys are missing, or the build id is. */
async function open({ databaseUrl, temporal, build }: WorkerParts['config'], keyring: Keyring): Promise<Opened> {
  const connection = await NativeConnection.connect({ address: temporal.address });
  const db = connectDatabase({ databaseUrl });
  try {
    await refuseMissingKeys(db, keyring);
    if (!build) await refuseMissingBuildId(connection, temporal.namespace);
    return { connection, db };
  } catch (error) {
    await db.$disconnect();
    await connection.close();
    throw error;
  }
}
