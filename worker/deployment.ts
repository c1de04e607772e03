/** Worker versioning: one build is current and performs all referrals, and a new build replaces it. */

import { setTimeout } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { type NativeConnection, Runtime, type WorkerDeploymentOptions } from '@temporalio/worker';
import { ConfigFault } from '../client/platform/config.ts';

export interface Build {
  /** The version of the code, for example its commit. */
  id: string;
  /** `once`: it becomes current when it first starts. `never`: an operator makes it current. */
  takesOver: 'once' | 'never';
}

const DEPLOYMENT = 'liaise';

/** Open referrals continue with the current build; docs/decisions/0007 says what a change must consider. */
export function deploymentOptions({ id }: Build): WorkerDeploymentOptions {
  return {
    useWorkerVersioning: true,
    version: { deploymentName: DEPLOYMENT, buildId: id },
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  };
}

/**
 * For a worker without a build id.
 *
 * @throws ConfigFault if a build is current: Temporal would give this worker no tasks, without any error.
 */
export async function refuseMissingBuildId(connection: NativeConnection, namespace: string): Promise<void> {
  const current = await currentBuild(connection, namespace).catch((error: unknown) => {
    // The deployment is unknown, or the server does not support deployments (the test server).
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

export interface Takeover {
  connection: NativeConnection;
  namespace: string;
  build: Build;
  /** Stops the attempts. */
  signal: AbortSignal;
}

/**
 * Makes the build current when Temporal knows its workers, unless it was current before. An older worker that is
 * restarted must not take referrals with newer histories. Returns whether the build is current.
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
  /** `changing`: the build is just becoming current, or stops being current. */
  state: 'new' | 'current' | 'changing' | 'replaced';
  /** Detects concurrent changes by two builds that start at the same time. */
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

/** gRPC: invalid argument, permission denied, unimplemented, unauthenticated. Other errors are retried. */
const PERMANENT_GRPC_ERRORS = [3, 7, 12, 16];

/** The server knows a build only some time after its workers started polling. */
async function ignoreTransientErrors<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!isGrpcServiceError(error) || PERMANENT_GRPC_ERRORS.includes(error.code)) throw error;
    return undefined;
  }
}
