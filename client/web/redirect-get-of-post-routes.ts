/** Redirects a GET of an address that only accepts POST to the page above it. */

import type { FastifyInstance } from 'fastify';
import { redirectAfterPost } from './page.tsx';

/** `add` registers all pages. After a new sign-in, a person may return to such an address. */
export function redirectGetOfPostRoutes(app: FastifyInstance, add: () => void): void {
  const posted: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method === 'POST') posted.push(url);
  });
  add();
  for (const url of posted.filter((each) => !isPage(app, each))) {
    const depth = pageAbove(app, url).split('/').length;
    app.get(url, (request, reply) => redirectAfterPost(reply, request.url.split('/').slice(0, depth).join('/') || '/'));
  }
}

function isPage(app: FastifyInstance, url: string): boolean {
  return app.hasRoute({ method: 'GET', url });
}

function pageAbove(app: FastifyInstance, url: string): string {
  const above = url.slice(0, url.lastIndexOf('/'));
  return above === '' || isPage(app, above) ? above : pageAbove(app, above);
}
