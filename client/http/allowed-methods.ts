/** The methods of each address, so that a wrong method is answered with 405 and `Allow` (RFC 9110, 15.5.6). */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods that the address accepts; empty if there is nothing at the address. */
    allowedMethods(url: string): string[];
  }
}

/** Call it before any route is added. */
export function rememberMethods(app: FastifyInstance): void {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // A route for every address would make no address unknown.
    if (url !== '*' && url !== '/*') routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  app.decorate('allowedMethods', (url: string) => {
    const [path = ''] = url.split('?');
    const methods = routes.flatMap((route) => (route.pattern.test(path) ? route.methods : []));
    return [...new Set(methods)].sort();
  });
}

/** Whether only the method is wrong. Then the header `Allow` is set. */
export function isWrongMethod(request: FastifyRequest, reply: FastifyReply): boolean {
  const allowed = request.server.allowedMethods(request.url);
  if (allowed.length === 0 || allowed.includes(request.method)) return false;
  reply.header('allow', allowed.join(', '));
  return true;
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}
