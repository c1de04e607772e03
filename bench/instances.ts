/**
 * Compares one worker and one web server with two of each, on Temporal's full server: acts and lists by HTTP, as
 * systems send them.
 */

import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { buildId } from '../dev/cluster/build-id.ts';
import { CLUSTER_PORTS, startCluster } from '../dev/cluster/start-cluster.ts';
import { CLIENT_SECRET } from '../dev/identity.ts';
import { splitKeyFile } from '../dev/installation.ts';
import { onOwnPorts, ownPort } from '../dev/own-ports.ts';
import { webEnvironment, workerEnvironment } from '../dev/process-environment.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { startWebProcess } from '../dev/web.ts';
import { startWorkerProcess } from '../dev/worker.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { submission } from './lifecycle.ts';
import type { Measurement } from './measurements.ts';
import { busySeconds } from './processes.ts';
import { quantile } from './throughput.ts';

const AT_ONCE = 20;
const SYSTEM = 'system.quartz';
const UNLIMITED = { LIAISE_REQUESTS_PER_MINUTE: '1000000' };

/** Measures each combination in turn, without stopping the servers. */
export async function measureInstances(
  { instanceRequests }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  // The web server of the stack reads it too.
  Object.assign(process.env, UNLIMITED);
  try {
    const { path: folder, remove } = await temporaryFolder('bench-instances');
    atEnd(remove);
    progress('instances: starting the full server');
    const {
      environment,
      pages,
      stop: stopCluster,
    } = await onOwnPorts(CLUSTER_PORTS, (ports) => startCluster({ folder, ports, progress: () => {} }));
    atEnd(stopCluster);
    const keys = await splitKeyFile(folder);
    const measure = async (workers: number, webs: readonly string[]) => {
      progress(`instances: workers: ${workers}, web servers: ${webs.length}`);
      // A token is valid for a few minutes, which is less than all combinations take.
      const token = await tokenFrom(environment);
      return await measureRequests({ workers, webs, token, requests: instanceRequests });
    };
    const figures = await measure(1, [pages]);
    const port = await ownPort();
    const web = await startWebProcess(
      webEnvironment({ ...environment, ...UNLIMITED, LIAISE_WEB_PORT: String(port) }, keys.web),
    );
    atEnd(web.stop);
    const both = [pages, `http://localhost:${port}`];
    figures.push(...(await measure(1, both)));
    const build = await buildId();
    const worker = await startWorkerProcess({
      ...workerEnvironment(environment, keys.worker),
      LIAISE_TASK_QUEUES: Object.values(TASK_QUEUES).join(),
      LIAISE_OBSERVE_PORT: String(await ownPort()),
      ...(build && { LIAISE_BUILD_ID: build }),
    });
    atEnd(worker.stop);
    figures.push(...(await measure(2, [pages])), ...(await measure(2, both)));
    return figures;
  } finally {
    await stop();
  }
}

const tokenAnswer = z.object({ access_token: z.string() });

/** A token of an agency's system, from the sign-in server of the stack. */
async function tokenFrom(environment: Readonly<Record<string, string>>): Promise<string> {
  const issuer = environment['LIAISE_OIDC_ISSUER'] ?? '';
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${SYSTEM}:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'referrals:read referrals:write',
      resource: environment['LIAISE_API_AUDIENCE'] ?? '',
    }),
  });
  return tokenAnswer.parse(await answer.json()).access_token;
}

interface Requests {
  workers: number;
  webs: readonly string[];
  token: string;
  requests: { acts: number; lists: number };
}

async function measureRequests({ workers, webs, token, requests }: Requests): Promise<Measurement[]> {
  const authorization = `Bearer ${token}`;
  const submit = () => {
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const body = JSON.stringify(submission);
    return (web: string) => fetch(`${web}/api/v1/referrals`, { method: 'POST', headers, body });
  };
  const list = () => (web: string) =>
    fetch(`${web}/api/v1/referrals?limit=50`, { headers: { authorization, accept: 'application/json' } });
  await run(webs, submit, AT_ONCE);
  const acts = await run(webs, submit, requests.acts);
  const lists = await run(webs, list, requests.lists);
  const which = `${workers} × worker, ${webs.length} × pages and API`;
  const figure = (name: string, label: string, value: number, p95?: number): Measurement => ({
    ...{ of: 'liaise', name: `instances-${name}-${workers}-${webs.length}`, label: `${which}: ${label}`, value },
    ...(p95 !== undefined && { p95 }),
  });
  return [
    figure('acts', 'submissions/s', acts.perSecond),
    figure('act', 'a submission, 20 at once, ms', acts.p50, acts.p95),
    figure('act-busy', 'processors busy during submissions', acts.busy),
    figure('lists', 'lists of 50 referrals/s', lists.perSecond),
    figure('list', 'a list, 20 at once, ms', lists.p50, lists.p95),
    figure('list-busy', 'processors busy during lists', lists.busy),
  ];
}

type Send = (web: string) => Promise<Response>;

const RETRY_MS = 50;

/** Repeats a request while the server is overloaded (503), as clients do. @throws Error for any other refusal. */
async function untilAnswered(send: Send, web: string): Promise<void> {
  for (;;) {
    const answer = await send(web);
    const text = await answer.text();
    if (answer.ok) return;
    if (answer.status !== 503) throw new Error(`The server answered ${answer.status}: ${text.slice(0, 300)}`);
    await setTimeout(RETRY_MS);
  }
}

/** Sends requests to the servers in turn, 20 at once. */
async function run(webs: readonly string[], next: () => Send, count: number) {
  const times: number[] = [];
  let sent = 0;
  const [began, busy] = [performance.now(), busySeconds()];
  const client = async () => {
    while (sent < count) {
      const web = webs[sent % webs.length] ?? '';
      sent += 1;
      const start = performance.now();
      await untilAnswered(next(), web);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const seconds = (performance.now() - began) / 1_000;
  return {
    ...{ perSecond: count / seconds, busy: (busySeconds() - busy) / seconds },
    ...{ p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
}
