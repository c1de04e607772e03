/** Checks Temporal: TLS, namespace, authoriser, lists, and its clock. It starts one workflow that no worker runs, and ends it. */

import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { isLoopbackHost } from '../../domain/administration/issuer.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { connectTemporal } from '../platform/connect.ts';
import type { TemporalPlace } from '../platform/temporal-config.ts';
import { MOST_SKEW_MS } from './database.ts';
import { failed, found, type PreflightFinding, passed, reasonOf } from './finding.ts';

const TIMEOUT_MS = 5_000;
/** gRPC status codes. */
const [NOT_FOUND, PERMISSION_DENIED, UNAUTHENTICATED] = [5, 7, 16];

/** Checks everything that workers and pages need of Temporal. */
export async function checkTemporal(place: TemporalPlace, keyring: Keyring): Promise<PreflightFinding[]> {
  const client = connectTemporal({ ...place, keyring });
  try {
    await within(client, () => client.workflowService.describeNamespace({ namespace: place.namespace }));
    return [
      passed('temporal', `The namespace "${place.namespace}" exists at ${place.address}.`),
      tlsOf(place),
      await authoriserOf(place, keyring),
      await listsOf(client),
      await clockOf(client),
    ];
  } catch (error) {
    return [unreachable(place, error)];
  } finally {
    await client.connection.close();
  }
}

function within<T>(client: Client, call: () => Promise<T>): Promise<T> {
  return client.connection.withDeadline(Date.now() + TIMEOUT_MS, call);
}

function unreachable({ address, namespace, tls }: TemporalPlace, error: unknown): PreflightFinding {
  const { code } = Object(error);
  if (code === NOT_FOUND) {
    const remedy = `Create it: temporal operator namespace create -n ${namespace} --retention 720h`;
    return failed('temporal', `There is no namespace "${namespace}" at ${address}.`, remedy);
  }
  if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) {
    const remedy = 'Check the token file (LIAISE_TEMPORAL_TOKEN_FILE), its permissions and its expiry.';
    return failed('temporal', `Temporal at ${address} refuses this process.`, remedy);
  }
  const text = `Temporal does not answer at ${address}${tls ? ' by TLS' : ''}: ${reasonOf(error)}.`;
  return failed(
    'temporal',
    text,
    'Check that it runs, the address, and the files LIAISE_TEMPORAL_CA_FILE and _CERT_FILE.',
  );
}

function isOnThisMachine({ address }: TemporalPlace): boolean {
  return isLoopbackHost(address.replace(/:\d+$/, ''));
}

function tlsOf(place: TemporalPlace): PreflightFinding {
  if (!place.tls && isOnThisMachine(place)) return passed('temporal', 'Temporal is on this machine, without TLS.');
  return found(
    place.tls?.clientCertPair !== undefined,
    'temporal',
    'The connection uses TLS with a client certificate.',
    [
      'The connection has no TLS, or no client certificate.',
      'Set LIAISE_TEMPORAL_CA_FILE, LIAISE_TEMPORAL_CERT_FILE and LIAISE_TEMPORAL_CERT_KEY_FILE ("liaise certificates").',
    ],
  );
}

/** The authoriser must refuse the same certificate without a token. */
async function authoriserOf(place: TemporalPlace, keyring: Keyring): Promise<PreflightFinding> {
  if (!place.tls && isOnThisMachine(place))
    return passed('temporal', 'Temporal is on this machine, without authoriser.');
  const { apiKey: _, ...withoutToken } = place;
  const client = connectTemporal({ ...withoutToken, keyring });
  try {
    await within(client, () => client.workflowService.describeNamespace({ namespace: place.namespace }));
    return failed(
      'temporal',
      'Temporal accepts requests without a token.',
      'Switch its authoriser on (TEMPORAL_AUTH_AUTHORIZER=default), as docker-compose.yml does.',
    );
  } catch (error) {
    const { code } = Object(error);
    if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) {
      return passed('temporal', 'Its authoriser refuses requests without a token.');
    }
    return failed('temporal', `The authoriser cannot be checked: ${reasonOf(error)}.`, 'Run this command again.');
  } finally {
    await client.connection.close();
  }
}

/** Only the search attributes that every namespace has. */
async function listsOf(client: Client): Promise<PreflightFinding> {
  try {
    await within(client, () => client.workflow.count("WorkflowType = 'referral' AND ExecutionStatus = 'Running'"));
    return passed('temporal', 'Workflows can be searched by type and status. No other search attributes are needed.');
  } catch (error) {
    const remedy = 'Check the visibility store of Temporal (temporal-sql-tool update-schema).';
    return failed('temporal', `Workflows cannot be searched: ${reasonOf(error)}.`, remedy);
  }
}

async function clockOf(client: Client): Promise<PreflightFinding> {
  const workflowId = `preflight/${randomUUID()}`;
  try {
    const options = { workflowId, taskQueue: 'preflight', workflowExecutionTimeout: '1 minute', args: [] } as const;
    const before = Date.now();
    const handle = await within(client, () => client.workflow.start('preflight', options));
    const middle = (before + Date.now()) / 2;
    const { startTime } = await within(client, () => handle.describe());
    await within(client, () => handle.terminate('preflight'));
    const seconds = Math.round((startTime.getTime() - middle) / 1000);
    return found(Math.abs(seconds) * 1000 <= MOST_SKEW_MS, 'time', 'Temporal starts workflows, and its clock agrees.', [
      `The clock of Temporal differs by ${seconds} seconds.`,
      'Synchronise the clocks of all machines (NTP).',
    ]);
  } catch (error) {
    const remedy = 'Give this process a token with write permission for the namespace.';
    return failed('time', `Temporal starts no workflow: ${reasonOf(error)}.`, remedy);
  }
}
