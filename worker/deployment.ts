/** Builds of the worker: one is current and carries referrals out, the open ones too; a new build takes over. */

import { setTimeout } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { type NativeConnection, Runtime, type WorkerDeploymentOptions } from '@temporalio/worker';
import { ConfigFault } from '../client/platform/config.ts';

export interface Build {
  /** Of the code: its commit. */
  id: string;
  /** `once`: it takes over when it first starts; `never`: an operator says when. */
  takesOver: 'once' | 'never';
}

const DEPLOYMENT = 'liaise';

/** An open referral goes on with the current build: what a change owes it is in docs/decisions/0007. */
export function deploymentOptions({ id }: Build): WorkerDeploymentOptions {
  return {
    useWorkerVersioning: true,
    version: { deploymentName: DEPLOYMENT, buildId: id },
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  };
}

/**
 * For a worker without a build.
 *
 * @throws ConfigFault where one is current: Temporal would give this worker nothing to do, and nobody would be told.
 */
export async function refuseMissingBuildId(connection: NativeConnection, namespace: string): Promise<void> {
  const current = await currentBuild(connection, namespace).catch((error: unknown) => {
    // Nothing is known of a deployment, or nobody can tell: the server of the tests knows no builds at all.
    if (!isGrpcServiceError(error)) throw error;
  });
  if (!current) return;
  throw new ConfigFault(
    `LIAISE_BUILD_ID: must be set, since builds are told apart here (now ${current}). To end that: ` +
      `temporal worker deployment set-current-version --deployment-name ${DEPLOYMENT} --unversioned`,
  );
}

async function currentBuild(connection: NativeConnection, namespace: string): Promise<string | null | undefined> {
  const request = { namespace, deploymentName: DEPLOYMENT };
  const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment(request);
  return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
}

export interface Takeover {
  connection: NativeConnection;
  namespace: string;
  build: Build;
  /** Gives up trying. */
  signal: AbortSignal;
}

/**
 * Makes the build current once its workers are seen, unless it has been before: an old worker that is started again must
 * not take back referrals whose histories it does not know. Answers whether the build is current.
 */
export async function takeOver({ connection, namespace, build, signal }: Takeover): Promise<boolean> {
  while (!signal.aborted) {
    const known = await ignoreTransientErrors(() => buildState(connection, namespace, build));
    if (known?.state === 'current') return true;
    if (known?.state === 'replaced' || build.takesOver === 'never') return waitForOperator(build);
    if (known?.state === 'new') {
      await ignoreTransientErrors(() => makeCurrent(connection, namespace, build, known.conflictToken));
    }
    await setTimeout(RETRY_MS, undefined, { signal }).catch(() => {});
  }
  return false;
}

const RETRY_MS = 200;

function waitForOperator({ id }: Build): false {
  Runtime.instance().logger.warn('Another build carries referrals out. This one waits until it is made current.', {
    id,
  });
  return false;
}

interface BuildState {
  /** `changing`: it becomes current, or ceases to be, at this moment. */
  state: 'new' | 'current' | 'changing' | 'replaced';
  /** Two builds that start at once do not overwrite each other unseen. */
  conflictToken: Uint8Array;
}

async function buildState(connection: NativeConnection, namespace: string, { id }: Build): Promise<BuildState> {
  const request = { namespace, deploymentName: DEPLOYMENT };
  const { workerDeploymentInfo, conflictToken } = await connection.workflowService.describeWorkerDeployment(request);
  const { versionSummaries, routingConfig } = workerDeploymentInfo ?? {};
  if (routingConfig?.currentDeploymentVersion?.buildId === id) return { state: 'current', conflictToken };
  const version = versionSummaries?.find(({ deploymentVersion }) => deploymentVersion?.buildId === id);
  if (version?.lastDeactivationTime) return { state: 'replaced', conflictToken };
  return { state: version?.lastCurrentTime ? 'changing' : 'new', conflictToken };
}

async function makeCurrent(
  connection: NativeConnection,
  namespace: string,
  { id: buildId }: Build,
  conflictToken: Uint8Array,
): Promise<void> {
  const request = { namespace, deploymentName: DEPLOYMENT, buildId, conflictToken, identity: DEPLOYMENT };
  await connection.workflowService.setWorkerDeploymentCurrentVersion(request);
}

/** gRPC: invalid argument, permission denied, unimplemented, unauthenticated. Waiting helps against everything else. */
const PERMANENT_GRPC_ERRORS = [3, 7, 12, 16];

/** The server knows a build some moments after its workers began to ask for work. */
async function ignoreTransientErrors<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!isGrpcServiceError(error) || PERMANENT_GRPC_ERRORS.includes(error.code)) throw error;
    return undefined;
  }
}
