/** The monitoring endpoint of a process, for example `/health` and `/metrics`. It contains no case data. */

import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { ConfigFault } from './config.ts';

/** A running endpoint for health and metrics. */
export interface Endpoint {
  url: string;
  close(): Promise<void>;
}

/** The response of one path of the endpoint. */
export interface EndpointAnswer {
  status: number;
  type: string;
  body: string;
}

interface EndpointParts {
  host: string;
  /** 0 for any free port. */
  port: number;
  /** Handlers by path, called at every request. */
  pages: Record<string, () => Promise<EndpointAnswer>>;
}

/** Starts the endpoint. @throws ConfigFault if the port cannot be opened. */
export async function startEndpoint({ host, port, pages }: EndpointParts): Promise<Endpoint> {
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

/** Builds an answer with a JSON body. */
export function json(status: number, body: object): EndpointAnswer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
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

function send(response: ServerResponse, { status, type, body }: EndpointAnswer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
