/** The first page: the first desk that a person has. */

import type { FastifyInstance } from 'fastify';
import { principalOf } from '../http/identity/principal.ts';
import { desksOf } from './navigation.ts';
import { redirectAfterPost } from './page.tsx';

export function homePages(app: FastifyInstance): void {
  app.get('/', (request, reply) => redirectAfterPost(reply, desksOf(principalOf(request))[0]?.path ?? '/settings'));
}
