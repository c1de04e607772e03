/** Serves the page with which a first visit to the local stack begins. */

import { createServer } from 'node:http';
import { HOST, listenOn } from '../ports.ts';
import { tutorialPage } from './document.ts';

export interface StartPage {
  url: string;
  stop(): Promise<void>;
}

/** @throws StackFault if the port is in use */
export async function startStartPage(port: number, addresses: { pages: string; letters: string }): Promise<StartPage> {
  const body = tutorialPage(addresses);
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });
  const used = await listenOn(server, port, 'The start page');
  return {
    url: `http://${HOST}:${used}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
