/** The state of the installation: what its operators announce. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { statusAnswer } from '../contract/answers/status.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

/** Registers the route. */
export function statusRoute(app: FastifyInstance): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/status',
    {
      schema: {
        operationId: 'readStatus',
        tags: ['directory'],
        summary: 'Planned maintenance and outages of mail that operators announce',
        response: { 200: jsonAnswer(statusAnswer, 'Empty if nothing is announced'), ...REFUSALS },
      },
    },
    async () => {
      await app.announcements.refresh();
      return { announcements: app.announcements.current() };
    },
  );
}
