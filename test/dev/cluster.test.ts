/** The production topology without containers: Temporal's full server on PostgreSQL, and two workers. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Client, Connection } from '@temporalio/client';
import { Client as PostgresClient } from 'pg';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { readClientConfig } from '../../client/platform/config.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { PARTS } from '../../client/preflight/finding.ts';
import { preflight } from '../../client/preflight/preflight.ts';
import { makeCertificates } from '../../dev/certificates.ts';
import { hasServerPrograms } from '../../dev/cluster/server-programs.ts';
import { CLUSTER_PORTS, type ClusterPorts, startCluster } from '../../dev/cluster/start-cluster.ts';
import { connectionWith } from '../../dev/cluster/temporal-tls.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { urlAs } from '../../dev/postgres.ts';
import type { Stack } from '../../dev/stack.ts';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import type { Person } from '../../domain/people.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';

/** Building the server takes minutes, so these tests are skipped unless it is built already. */
const IS_REQUESTED = process.env['LIAISE_TEST_CLUSTER'] === '1';
const BUILD_MS = 30 * 60_000;
const runs = IS_REQUESTED || (await hasServerPrograms());
const title = runs ? 'the cluster' : 'skipped: "npm run cluster" or LIAISE_TEST_CLUSTER=1 first builds the server';

const POLL = { timeout: 30_000, interval: 100 };
const SLOW = { timeout: 180_000 };

interface ClusterClients {
  db: Database;
  temporal: Client;
  engine: Engine;
  quinn: Person;
}

let place: { folder: string; ports: ClusterPorts };
let cluster: Stack;
let clients: ClusterClients;

async function start(): Promise<void> {
  cluster = await startCluster({ ...place, progress: () => {} });
  atEnd(cluster.stop);
  clients = await open(cluster);
}

async function open({ environment }: Stack): Promise<ClusterClients> {
  const { databaseUrl, engineDatabaseUrl, keyring, temporal: place } = readClientConfig(environment);
  const pages = connectDatabase({ databaseUrl, byAgency: true });
  atEnd(() => pages.$disconnect());
  const db = connectDatabase({ databaseUrl: engineDatabaseUrl });
  atEnd(() => db.$disconnect());
  const temporal = connectTemporal({ ...place, keyring });
  atEnd(() => temporal.connection.close());
  const found = await findPerson(db, 'quinn.quartz');
  const quinn = found && at(found, 'us-quartz');
  if (quinn === undefined) throw new Error('The seed has no quinn.quartz at us-quartz.');
  return { db, temporal, engine: createEngine({ db: pages, temporal, keyring }), quinn };
}

async function submitted(): Promise<string> {
  const key = crypto.randomUUID();
  return (await retry(() => clients.engine.submit(clients.quinn, anUrgentSubmission(), { key }))).referralId;
}

/** On a busy machine an act may be deferred. A repetition under the same key has the same effect. */
function retry<T>(act: () => Promise<T>): Promise<T> {
  return vi.waitFor(act, POLL);
}

async function waitForLetter(words: string): Promise<void> {
  await vi.waitUntil(() => cluster.mail.letters().some(({ subject }) => subject.includes(words)), POLL);
}

describe.skipIf(!runs)(title, () => {
  beforeAll(async () => {
    const folder = await testFolder();
    await onOwnPorts(CLUSTER_PORTS, (ports) => {
      place = { folder, ports };
      return start();
    });
  }, BUILD_MS);

  test('Temporal is the server of docker-compose.yml, by version, store and number of shards', async () => {
    const { services } = parse(await readFile('docker-compose.yml', 'utf8'), { merge: true });
    const { image, environment } = services.temporal;
    const operator = await connectionWith(join(place.folder, 'certificates'), 'operator');
    const address = cluster.environment['LIAISE_TEMPORAL_ADDRESS'] ?? '';
    const connection = await Connection.connect({ address, ...operator });
    const info = await connection.workflowService.getClusterInfo({}).finally(() => connection.close());
    expect(`temporalio/server:${info.serverVersion}`).toBe(image);
    expect(info).toMatchObject({
      historyShardCount: environment.NUM_HISTORY_SHARDS,
      persistenceStore: environment.DB,
      visibilityStore: environment.DB,
    });
  });

  test('Temporal has its own databases, and no access to the database of Liaise', async () => {
    const { rows } = await asTemporal('postgres', 'SELECT datname FROM pg_database ORDER BY datname');
    expect(rows.map(({ datname }) => datname)).toEqual(expect.arrayContaining(['temporal', 'temporal_visibility']));
    const versions = await asTemporal('temporal', 'SELECT curr_version FROM schema_version');
    expect(versions.rows).toHaveLength(1);
    await expect(asTemporal('liaise', 'SELECT 1')).rejects.toThrow('permission denied for database');
  });

  test('PostgreSQL knows each process by its certificate, and refuses every other connection', async () => {
    const { rows } = await query(urlOf('liaise_pages'), 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    expect(rows).toEqual([{ ssl: true }]);
    const refused = async (change: (url: URL) => void) => {
      const url = urlOf('liaise_pages');
      change(url);
      return await query(url, 'SELECT 1').then(
        () => 'connected',
        (error: Error) => error.message,
      );
    };
    expect(await refused((url) => url.searchParams.set('sslmode', 'disable'))).toContain('no encryption');
    const withoutCertificate = (url: URL) => ['sslcert', 'sslkey'].map((name) => url.searchParams.delete(name));
    expect(await refused(withoutCertificate)).toContain('requires a valid client certificate');
    const asEngine = (url: URL) => {
      url.username = 'liaise_engine';
    };
    expect(await refused(asEngine)).toContain('certificate authentication failed for user "liaise_engine"');
    const ofOthers = await makeCertificates(join(place.folder, 'others'));
    const foreign = (url: URL) => {
      url.searchParams.set('sslcert', join(ofOthers, 'liaise_pages.pem'));
      url.searchParams.set('sslkey', join(ofOthers, 'liaise_pages-key.pem'));
    };
    expect(await refused(foreign)).not.toBe('connected');
  });

  test('a worker is given its own keys, and no secret of the web server', async () => {
    const variables = (await readFile(`/proc/${cluster.worker.pid}/environ`, 'utf8')).split('\0');
    expect(variables.filter((each) => each.startsWith('LIAISE_KEY_FILE='))).toEqual([
      `LIAISE_KEY_FILE=${join(place.folder, 'worker-keys.json')}`,
    ]);
    expect(variables.filter((each) => /^LIAISE_(OIDC|LOCAL|ENGINE)/.test(each))).toEqual([]);
  });

  test('Temporal asks for a certificate and a token, and the token decides', async () => {
    const certificates = join(place.folder, 'certificates');
    const { LIAISE_TEMPORAL_ADDRESS: address = '' } = cluster.environment;
    const namespace = 'liaise';
    const attempt = async (options: object, call: (to: Connection) => Promise<unknown>) => {
      const connection = Connection.lazy({ address, connectTimeout: '3 seconds', ...options });
      try {
        await connection.withDeadline(Date.now() + 5_000, () => call(connection));
        return 'permitted';
      } catch (error) {
        return error instanceof Error ? error.message : 'refused';
      } finally {
        await connection.close();
      }
    };
    const list = (to: Connection) => to.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
    const signal = (to: Connection) =>
      to.workflowService.signalWorkflowExecution({
        namespace,
        workflowExecution: { workflowId: 'none' },
        signalName: 'none',
      });
    const register = (to: Connection) => to.workflowService.registerNamespace({ namespace: 'other' });
    const withToken = (token?: string) => connectionWith(certificates, token);
    const { tls } = await withToken();
    const { clientCertPair: _, ...anonymous } = typeof tls === 'object' && tls ? tls : {};
    expect(await attempt({}, list)).not.toBe('permitted');
    expect(await attempt({ tls: anonymous }, list)).not.toBe('permitted');
    expect(await attempt(await withToken(), list)).toContain('Request unauthorized');
    expect(await attempt(await withToken('viewer'), list)).toBe('permitted');
    expect(await attempt(await withToken('viewer'), signal)).toContain('Request unauthorized');
    expect(await attempt(await withToken('engine'), list)).toBe('permitted');
    expect(await attempt(await withToken('engine'), register)).toContain('Request unauthorized');
    const { apiKey = '' } = await withToken('engine');
    const forged = { ...(await withToken()), apiKey: `${String(apiKey).slice(0, -4)}AAAA` };
    expect(await attempt(forged, list)).toContain('Request unauthorized');
  });

  test('liaise preflight finds nothing missing', async () => {
    const findings = await preflight(cluster.environment);
    expect(findings.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(new Set(findings.map(({ part }) => part))).toEqual(new Set(PARTS));
    const lines = findings.map(({ text }) => text);
    expect(lines).toContain('liaise_pages connects by TLS.');
    expect(lines).toContain('Its authoriser refuses requests without a token.');
    expect(lines).toContain('Temporal starts workflows, and its clock agrees.');
  });

  test('closed runs are kept for 72 hours', async () => {
    const { config } = await clients.temporal.workflowService.describeNamespace({ namespace: 'liaise' });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(72 * 3_600);
  });

  test('referrals and letters are processed by separate workers', async () => {
    const workflows = await pollers('referrals', 'workflow');
    const letters = await pollers('letters', 'activity');
    expect(workflows).toEqual([expect.stringContaining(`${cluster.worker.pid}`)]);
    expect(letters).toHaveLength(1);
    expect(letters).not.toEqual(workflows);
  });

  test('the current build is that of this commit', async () => {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD']);
    const deployment = { namespace: 'liaise', deploymentName: 'liaise' };
    const current = async () => {
      const { workerDeploymentInfo: info } =
        await clients.temporal.workflowService.describeWorkerDeployment(deployment);
      return info?.routingConfig?.currentDeploymentVersion?.buildId;
    };
    await expect.poll(current, POLL).toBe(stdout.trim());
  });

  test('workers with a build id run the nightly maintenance', async () => {
    const { schedule, workflow } = clients.temporal;
    await vi.waitFor(() => schedule.getHandle('upkeep/repairOpen').trigger(), POLL);
    const done = async () => (await workflow.count("WorkflowType = 'upkeep' AND ExecutionStatus = 'Completed'")).count;
    await expect.poll(done, POLL).toBeGreaterThan(0);
  });

  test.each(['referralsWorker', 'lettersWorker'] as const)('the %s serves readiness and metrics', async (name) => {
    const get = (page: string) => fetch(`http://127.0.0.1:${place.ports[name]}/${page}`);
    expect(await (await get('ready')).json()).toMatchObject({ ready: true });
    expect(await (await get('metrics')).text()).toContain('liaise_database_up 1');
  });

  test('a referral is processed, its time is moved, and its letters arrive', SLOW, async () => {
    const referralId = await submitted();
    await waitForLetter('received');
    const { temporal } = clients;
    await moveTimeTo(temporal, referralId, new Date((await timeOf(temporal, referralId)).getTime() + 2.2 * 3_600_000));
    await waitForLetter('Reminder');
  });

  test('after a restart the referral continues', SLOW, async () => {
    const referralId = await submitted();
    await cluster.stop();
    await start();
    const take = () => clients.engine.perform(clients.quinn, referralId, { type: 'take' }, { key: 'after the stop' });
    expect(await retry(take)).toMatchObject({ referralId, status: 'received' });
  });

  test.runIf(IS_REQUESTED)('the demo runs on the cluster', SLOW, async () => {
    const args = ['--import', 'tsx', 'dev/cluster.ts', '--demo'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toContain('The demo has ended');
  });
});

/** The URL of a database of the cluster, with the certificate of the role. */
function urlOf(role: string, database = 'liaise'): URL {
  const url = new URL(urlAs(cluster.environment['LIAISE_DATABASE_URL'] ?? '', role));
  url.pathname = `/${database}`;
  return url;
}

function asTemporal(database: string, statement: string) {
  return query(urlOf('temporal', database), statement);
}

async function query({ href: connectionString }: URL, statement: string) {
  const client = new PostgresClient({ connectionString });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The identities of the workers that poll the task queue, as soon as there are any. */
async function pollers(taskQueue: string, kind: 'workflow' | 'activity'): Promise<(string | null | undefined)[]> {
  return await vi.waitUntil(async () => {
    const { pollers: polling } = await clients.temporal.workflowService.describeTaskQueue({
      namespace: 'liaise',
      taskQueue: { name: taskQueue },
      taskQueueType: kind === 'workflow' ? 1 : 2,
    });
    return polling?.length ? [...new Set(polling.map(({ identity }) => identity))] : undefined;
  }, POLL);
}
