/** Where a worker is asked how it does: `/health`, `/ready` and `/metrics`. Nothing of a case is told. */

import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics } from 'prom-client';
import { ConfigFault } from '../client/config.ts';
import type { RunningWorker } from './create-worker.ts';
import type { Metrics } from './metrics.ts';
import { gaugeFigures } from './metrics-figures.ts';

export interface EndpointParts {
  host: string;
  /** 0 for a free one. */
  port: number;
  worker: Pick<RunningWorker, 'readiness' | 'figures'>;
  metrics: Metrics;
  /** What Temporal's SDK counts in this process, as Prometheus reads it. */
  sdkMetrics: () => Promise<string>;
}

export interface Endpoint {
  url: string;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

/** @throws ConfigFault when the port cannot be opened. */
export async function startEndpoint({ host, port, worker, metrics, sdkMetrics }: EndpointParts): Promise<Endpoint> {
  const { registry } = metrics;
  collectDefaultMetrics({ register: registry });
  const askDatabase = gaugeFigures(registry, worker.figures);

  const pages: Record<string, () => Promise<Answer>> = {
    '/health': async () => json(200, { alive: true }),
    '/ready': async () => {
      const readiness = await worker.readiness();
      return json(readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async () => {
      const [sdk] = await Promise.all([sdkMetrics(), askDatabase()]);
      return { status: 200, type: registry.contentType, body: (await registry.metrics()) + sdk };
    },
  };

  const server = createServer((request, response) => {
    const page = request.method === 'GET' ? pages[request.url ?? ''] : undefined;
    const answer = page ? page() : Promise.resolve(json(404, { pages: Object.keys(pages) }));
    answer.catch(() => json(500, {})).then((ready) => send(response, ready));
  });
  return {
    url: `http://${host}:${await listen(server, host, port)}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch {
    throw new ConfigFault(`LIAISE_OBSERVE_PORT: port ${port} of ${host} cannot be opened; perhaps it is busy.`);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
