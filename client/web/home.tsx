/** The first page: the first desk that a person has. */

import type { FastifyInstance } from 'fastify';
import { askerOf } from '../http/identity/principal.ts';
import { desksOf } from './navigation.ts';
import { goTo } from './page.tsx';

export function homePages(app: FastifyInstance): void {
  app.get('/', (request, reply) => goTo(reply, desksOf(askerOf(request))[0]?.path ?? '/settings'));
}
