/** Lists the routes of a server. */

import type { FastifyInstance } from 'fastify';

/** All routes for the method, with named parameters, for example `/referrals/:reference`. */
export function routesOf(app: FastifyInstance, method: 'GET' | 'POST'): string[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \((.*)\)/.exec(line) ?? [];
      const depth = indent.length / 4;
      const route = `${depth === 0 ? '' : above[depth - 1]}${part}`;
      above[depth] = route;
      return methods.split(', ').includes(method) ? [route] : [];
    });
}
