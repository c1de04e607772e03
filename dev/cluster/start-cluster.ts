/** The production topology without containers: Temporal's full server on PostgreSQL, and workers for referrals and letters. */

import { join } from 'node:path';
import { TASK_QUEUES } from '../../workflows/messages.ts';
import { makeCertificates } from '../certificates.ts';
import { onOwnPorts } from '../own-ports.ts';
import { openStack, type Stack, type StackOptions, type WorkerShare } from '../stack.ts';
import { buildId } from './build-id.ts';
import { serverPrograms } from './server-programs.ts';
import { startTemporalServer, type TemporalServerPorts } from './temporal-server.ts';

/** The ports of all servers of the cluster. */
export type ClusterPorts = TemporalServerPorts & {
  postgres: number;
  smtp: number;
  inbox: number;
  identity: number;
  web: number;
  witness: number;
  /** The ports for health and metrics of the workers. */
  referralsWorker: number;
  lettersWorker: number;
};

/** The default ports of `npm run cluster`. Those of Temporal are its own defaults. */
export const CLUSTER_PORTS: ClusterPorts = {
  postgres: 5439,
  smtp: 1025,
  inbox: 8025,
  identity: 9080,
  web: 8080,
  witness: 9466,
  referralsWorker: 9464,
  lettersWorker: 9465,
  temporal: 7233,
  temporalHttp: 7243,
  frontendMembers: 6933,
  history: 7234,
  historyMembers: 6934,
  matching: 7235,
  matchingMembers: 6935,
  upkeep: 7239,
  upkeepMembers: 6939,
  internalFrontend: 7236,
  internalFrontendMembers: 6936,
};

/** Like `startCluster`, on ports that nothing else uses. */
export function startClusterOnOwnPorts(options: Omit<StackOptions, 'ports'>): Promise<Stack> {
  return onOwnPorts(CLUSTER_PORTS, (ports) => startCluster({ ...options, ports }));
}

/** Starts the cluster. @throws StackFault if a part cannot start, or Temporal's server cannot be built. */
export async function startCluster(options: StackOptions<ClusterPorts>): Promise<Stack> {
  const { folder, ports, progress } = options;
  const [programs, build] = [await serverPrograms(progress), await buildId()];
  const certificates = await makeCertificates(folder);
  return await openStack(options, {
    certificates,
    startTemporal: async (database) => {
      const { url: databaseUrl } = await database;
      return startTemporalServer({
        programs,
        databaseUrl,
        certificates,
        settingsFile: join(folder, 'temporal-settings.yaml'),
        ports,
      });
    },
    workers: [
      worker('Worker, referrals', allBut(TASK_QUEUES.letters), ports.referralsWorker, build),
      worker('Worker, letters', [TASK_QUEUES.letters], ports.lettersWorker, build),
    ],
  });
}

function allBut(taskQueue: string): string[] {
  return Object.values(TASK_QUEUES).filter((each) => each !== taskQueue);
}

function worker(name: string, taskQueues: string[], port: number, build: string | undefined): WorkerShare {
  const environment = { LIAISE_TASK_QUEUES: taskQueues.join(), LIAISE_OBSERVE_PORT: String(port) };
  return { name, environment: { ...environment, ...(build && { LIAISE_BUILD_ID: build }) } };
}
