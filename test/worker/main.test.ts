/** A worker as it is started in production: what it prints, whom it sends traces to, and how it ends. */

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
import { triagedTo } from '../support/story.ts';
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

test('it is alive, ready, and counts its own work and the SDK’s', async () => {
  await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  expect(await liaise.ask('/health')).toMatchObject({ status: 200 });
  expect(await liaise.ask('/ready')).toMatchObject({ status: 200 });
  const { body } = await liaise.ask('/metrics');
  expect(body).toContain('liaise_acts_total{act="complete-triage",code="ok"} 1');
  expect(body).toContain('liaise_referrals_open{status="referred"} 1');
  expect(body).toMatch(/^temporal_num_pollers/m);
  expect(body).toMatch(/^process_cpu_seconds_total/m);
});

test('a port that is taken is said in one sentence, and the worker does not start', async () => {
  const { port } = new URL(liaise.worker.observe ?? '');
  const refused = startWorkerProcess({ ...liaise.environment, LIAISE_OBSERVE_PORT: port });
  // A stack that may use any port tries another one.
  await expect(refused).rejects.toThrow(PortTaken);
  await expect(refused).rejects.toThrow(`LIAISE_OBSERVE_PORT: port ${port} of 127.0.0.1 cannot be opened`);
});

test.each([
  ['no key file', async () => {}, /: LIAISE_KEY_FILE: there is no readable file at /],
  [
    'another key than particulars are sealed under',
    (path: string) => writeFile(path, JSON.stringify(newKeyFile('2026-12'))),
    /: LIAISE_KEY_FILE: has no key "2026-11"; add it again/,
  ],
])('with %s it does not start, and says which', async (_, prepare, said) => {
  const path = join(await testFolder(), 'keys.json');
  await prepare(path);
  await expect(startWorkerProcess({ ...liaise.environment, LIAISE_KEY_FILE: path })).rejects.toThrow(said);
});

test('a signal on which the SDK stops polling ends the process too', async () => {
  const { pid } = await startWorkerProcess({ ...liaise.environment, LIAISE_OBSERVE_PORT: '0' });
  process.kill(pid, 'SIGQUIT');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 20_000 });
});

test('told to stop it sends what is left of its traces, and every line it printed is JSON of allowed fields', async () => {
  await liaise.worker.stop();
  const said = liaise.lines.map((line): { msg: string } => JSON.parse(line));
  const own = said.map(({ msg }) => msg).filter((msg) => msg.startsWith('Worker '));
  expect(own).toEqual(['Worker ready', 'Worker stopping', 'Worker stopped']);
  expect(said.filter(({ msg }) => msg === 'act').length).toBeGreaterThan(3);

  expect(collected.map(({ url }) => url)).toContain('/v1/traces');
  const traces = Buffer.concat(collected.map(({ body }) => body)).toString('latin1');
  expect(traces).toContain('liaise-worker');
  expect(traces).toContain('turn complete-triage');
  for (const text of [traces, liaise.lines.join()]) expect(text).not.toContain(SECRET);
});
