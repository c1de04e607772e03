/** A worker process as in production: its output, its traces, its startup errors and its shutdown. */

import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test, vi } from 'vitest';
import { PortTaken } from '../../dev/ports.ts';
import { startWorkerProcess } from '../../dev/worker.ts';
import { newKeyFile } from '../../domain/keyring.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { type ObservedProcess, observedProcess } from './worker-process.ts';

let collected: { url: string | undefined; body: Buffer }[];
let liaise: ObservedProcess;

beforeAll(async () => {
  const collector = createServer(async (request, response) => {
    collected.push({ url: request.url, body: await buffer(request) });
    response.end();
  });
  collected = [];
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  atEnd(async () => void collector.close());
  const { port } = collector.address() as AddressInfo;
  liaise = await observedProcess({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
});

test('it is healthy and ready, and exports metrics of Liaise and of the SDK', async () => {
  await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  expect(await liaise.get('/health')).toMatchObject({ status: 200 });
  expect(await liaise.get('/ready')).toMatchObject({ status: 200 });
  const { body } = await liaise.get('/metrics');
  expect(body).toContain('liaise_acts_total{act="complete-triage",code="ok"} 1');
  expect(body).toContain('liaise_referrals_open{status="referred"} 1');
  expect(body).toMatch(/^temporal_num_pollers/m);
  expect(body).toMatch(/^process_cpu_seconds_total/m);
});

test('it reads the counts of its metrics as liaise_reader', async () => {
  expect((await liaise.get('/metrics')).body).toContain('liaise_database_up 1');
  const logins = await liaise.db.$queryRaw<{ usename: string }[]>`
    SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user`;
  expect(logins.map(({ usename }) => usename)).toEqual(expect.arrayContaining(['liaise_engine', 'liaise_reader']));
});

test('if its port is in use, the worker does not start, and the error names the port', async () => {
  const { port } = new URL(liaise.worker.observe ?? '');
  const refused = startWorkerProcess({ ...liaise.environment, LIAISE_OBSERVE_PORT: port });
  // A stack that can use any port recognises this error and tries another port.
  await expect(refused).rejects.toThrow(PortTaken);
  await expect(refused).rejects.toThrow(`LIAISE_OBSERVE_PORT: port ${port} of 127.0.0.1 cannot be opened`);
});

test.each([
  ['no key file', async () => {}, /: LIAISE_KEY_FILE: there is no readable file at /],
  [
    'a key file without the key that encrypted the particulars',
    (path: string) => writeFile(path, JSON.stringify(newKeyFile('2026-12'))),
    /: LIAISE_KEY_FILE: has no key "2026-11"; add it again/,
  ],
])('with %s it does not start, and the error names the problem', async (_, prepare, message) => {
  const path = join(await testFolder(), 'keys.json');
  await prepare(path);
  await expect(startWorkerProcess({ ...liaise.environment, LIAISE_KEY_FILE: path })).rejects.toThrow(message);
});

test('without the erasure register it does not start, and the error says what to do', async () => {
  const register = join(await testFolder(), 'erasures.jsonl');
  const refused = startWorkerProcess({ ...liaise.environment, LIAISE_ERASURE_REGISTER_FILE: register });
  await expect(refused).rejects.toThrow(
    /LIAISE_ERASURE_REGISTER_FILE: There is no register at .*erasure-register create/,
  );
});

test('SIGQUIT, on which the SDK stops polling, ends the process too', async () => {
  const { pid } = await startWorkerProcess({ ...liaise.environment, LIAISE_OBSERVE_PORT: '0' });
  process.kill(pid, 'SIGQUIT');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 20_000 });
});

test('on shutdown it sends its remaining traces; every line that it printed is JSON without particulars', async () => {
  await liaise.worker.stop();
  const logged = liaise.lines.map((line): { msg: string } => JSON.parse(line));
  const own = logged.map(({ msg }) => msg).filter((msg) => msg.startsWith('Worker '));
  expect(own).toEqual(['Worker ready', 'Worker stopping', 'Worker stopped']);
  expect(logged.filter(({ msg }) => msg === 'act').length).toBeGreaterThan(3);

  expect(collected.map(({ url }) => url)).toContain('/v1/traces');
  const traces = Buffer.concat(collected.map(({ body }) => body)).toString('latin1');
  expect(traces).toContain('liaise-worker');
  expect(traces).toContain('turn complete-triage');
  for (const text of [traces, liaise.lines.join()]) expect(text).not.toContain(SECRET);
});
