/** Worker versioning: one build is current and runs all workflows, also open ones, until a new build takes over. */

import { setTimeout } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { type NativeConnection, Runtime, type WorkerDeploymentOptions } from '@temporalio/worker';
import { ConfigFault } from '../client/platform/config.ts';

/** The build id of a worker, and when it takes over. */
export interface Build {
  /** Id of the build: its commit. */
  id: string;
  /** `once`: the build becomes current when it first starts; `never`: an operator makes it current. */
  takesOver: 'once' | 'never';
}

const DEPLOYMENT = 'liaise';

/**
 * Worker deployment options. Open referrals move to the current build; docs/decisions/0007 states what changes require.
 */
export function deploymentOptions({ id }: Build): WorkerDeploymentOptions {
  return {
    useWorkerVersioning: true,
    version: { deploymentName: DEPLOYMENT, buildId: id },
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  };
}

/**
 * Checks a worker that has no build id.
 *
 * @throws ConfigFault if a build is current: Temporal would then give this worker no tasks, without an error.
 */
export async function refuseMissingBuildId(connection: NativeConnection, namespace: string): Promise<void> {
  const current = await currentBuild(connection, namespace).catch((error: unknown) => {
    // The deployment does not exist, or the server (as in tests) does not support builds.
    if (!isGrpcServiceError(error)) throw error;
  });
  if (!current) return;
  throw new ConfigFault(
    `LIAISE_BUILD_ID: is required, because builds have versions here (current: ${current}). To stop using versions: ` +
      `temporal worker deployment set-current-version --deployment-name ${DEPLOYMENT} --unversioned`,
  );
}

async function currentBuild(connection: NativeConnection, namespace: string): Promise<string | null | undefined> {
  const request = { namespace, deploymentName: DEPLOYMENT };
  const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment(request);
  return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
}

/** What taking over needs: the connection, the namespace and the build. */
export interface Takeover {
  connection: NativeConnection;
  namespace: string;
  build: Build;
  /** Aborts the attempts. */
  signal: AbortSignal;
}

/**
 * Makes the build current once its workers have registered, unless it was current before. An old worker that restarts
 * must not take back referrals with newer histories. Returns true if the build is current.
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
  Runtime.instance().logger.warn('Another build is current. This build waits until an operator makes it current.', {
    id,
  });
  return false;
}

interface BuildState {
  /** `changing`: the build is becoming current or ceasing to be. */
  state: 'new' | 'current' | 'changing' | 'replaced';
  /** Detects a concurrent change by another build. */
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

/** gRPC: invalid argument, permission denied, unimplemented, unauthenticated. All other errors may be temporary. */
const PERMANENT_GRPC_ERRORS = [3, 7, 12, 16];

/** The server registers a build some moments after its workers begin to poll. */
async function ignoreTransientErrors<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!isGrpcServiceError(error) || PERMANENT_GRPC_ERRORS.includes(error.code)) throw error;
    return undefined;
  }
}
