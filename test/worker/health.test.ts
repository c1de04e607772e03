/** Health and readiness of a worker without PostgreSQL, without Temporal, and during shutdown. */

import { Client } from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { startEndpoint } from '../../client/platform/endpoint.ts';
import type { Temporal } from '../../dev/temporal.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { startWorker } from '../../worker/create-worker.ts';
import { watchedPages } from '../../worker/health-endpoints.ts';
import { createMetrics } from '../../worker/metrics.ts';
import { createObserver } from '../../worker/observer.ts';
import { mailOptions } from '../support/addresses.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { realServer, workflowBundle } from '../support/temporal.ts';

let temporal: Temporal;
let engine: TestEngine;

beforeAll(async () => {
  temporal = await realServer();
  engine = await connectedEngine({ address: temporal.address, namespace: 'default' });
});

test('it is ready if and only if PostgreSQL answers', async () => {
  const { get, readiness } = await observedWorker();
  expect(await readiness()).toEqual({ status: 200, ready: true, running: true, temporal: true, database: true });
  await closeDatabase(true);
  expect(await readiness()).toEqual({ status: 503, ready: false, running: true, temporal: true, database: false });
  expect((await get('/health')).status).toBe(200);
  await closeDatabase(false);
  expect(await readiness()).toMatchObject({ ready: true });
});

test('without the database it exports no outdated figures', async () => {
  const { get } = await observedWorker();
  await closeDatabase(true);
  const { status, body } = await get('/metrics');
  await closeDatabase(false);
  expect(status).toBe(200);
  expect(body).toContain('liaise_database_up 0');
  expect(body).not.toMatch(/^liaise_(referrals|clocks|letters_waiting|letters_failed|journal)\w*(\{.*\})? \d/m);
});

test('during shutdown it is not ready, but still answers', async () => {
  const { worker, get, readiness } = await observedWorker();
  const stopped = worker.stop();
  expect(await readiness()).toMatchObject({ status: 503, ready: false, running: false });
  expect((await get('/health')).status).toBe(200);
  await stopped;
});

test('other paths, parameters and methods are not found', async () => {
  const { get } = await observedWorker();
  expect(await get('/')).toMatchObject({ status: 404 });
  expect(await get('/ready?verbose')).toMatchObject({ status: 404 });
  expect(await get('/health', { method: 'POST' })).toMatchObject({ status: 404 });
});

test('it is not ready while Temporal is unavailable', async () => {
  // Without the letter dispatcher, whose activity takes long to stop while Temporal is unavailable.
  const { get, readiness } = await observedWorker(['referrals']);
  await temporal.stop();
  expect(await readiness()).toEqual({ status: 503, ready: false, running: true, temporal: false, database: true });
  expect((await get('/metrics')).body).toMatch(/^liaise_temporal_up 0$/m);
});

/** Starts a worker with its endpoint for health and metrics. */
async function observedWorker(taskQueues: string[] = ['referrals', 'letters']) {
  const metrics = createMetrics();
  const worker = await startWorker({
    config: {
      databaseUrl: engine.databaseUrl,
      temporal: { address: temporal.address, namespace: 'default' },
      publicUrl: 'https://liaise.example',
      taskQueues,
      mail: mailOptions(engine.mail.smtpPort),
    },
    keyring: parseKeyring(JSON.stringify(engine.keys)),
    policies: defaultPolicies,
    bundle: workflowBundle(),
    observer: createObserver({ metrics }),
  });
  atEnd(worker.stop);
  const pages = watchedPages({ worker, metrics, sdkMetrics: async () => '' });
  const endpoint = await startEndpoint({ host: '127.0.0.1', port: 0, pages });
  atEnd(endpoint.close);
  const get = async (page: string, options?: RequestInit) => {
    const response = await fetch(endpoint.url + page, options);
    return { status: response.status, body: await response.text() };
  };
  const readiness = async () => {
    const { status, body } = await get('/ready');
    return { status, ...JSON.parse(body) };
  };
  return { worker, get, readiness };
}

/** Refuses new connections and terminates existing ones, or accepts connections again. */
async function closeDatabase(closed: boolean): Promise<void> {
  const name = new URL(engine.databaseUrl).pathname.slice(1);
  const server = new Client({ connectionString: inject('templateUrl').replace(/[^/]+$/, 'postgres') });
  await server.connect();
  await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${!closed}`);
  if (closed) await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await server.end();
}
