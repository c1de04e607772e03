/** The state of the installation: what is announced, and the announcing of maintenance and outages of mail. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ANNOUNCEMENT_KINDS } from '../../domain/announcement.ts';
import { statusAnswer } from '../contract/answers/status.ts';
import { instant } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { announce, withdraw } from '../workspace/announcements.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const tags = ['directory'];

/** Registers the routes. */
export function statusRoutes(app: FastifyInstance, { db }: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const response = { 200: jsonAnswer(statusAnswer, 'Empty if nothing is announced'), ...REFUSALS };

  api.get(
    '/status',
    {
      schema: {
        ...{ operationId: 'readStatus', tags, response },
        summary: 'Planned maintenance and outages of mail that operators announce',
      },
    },
    async () => {
      await app.announcements.refresh();
      return { announcements: app.announcements.current() };
    },
  );

  api.post(
    '/announcements',
    {
      schema: {
        ...{ operationId: 'announce', tags, response },
        summary: 'Announces maintenance or an outage of mail on every page, and in the status',
        description:
          'For supervisors and administrators of the coordinating agency. It ends at its end, or if it is withdrawn.',
        body: z.strictObject({
          kind: z.enum(ANNOUNCEMENT_KINDS).describe('Maintenance needs an end'),
          from: instant.exactOptional().describe('Default: now'),
          to: instant.exactOptional(),
        }),
      },
    },
    async (request) => {
      await announce(db, principalOf(request).person, request.body, new Date().toISOString());
      await app.announcements.reload();
      return { announcements: app.announcements.current() };
    },
  );

  api.post(
    '/announcements/:id/withdraw',
    {
      schema: {
        ...{ operationId: 'withdrawAnnouncement', tags, response },
        summary: 'Ends an announcement at once',
        params: z.strictObject({ id: z.string().min(1).max(100) }),
      },
    },
    async (request) => {
      await withdraw(db, principalOf(request).person, request.params.id);
      await app.announcements.reload();
      return { announcements: app.announcements.current() };
    },
  );
}
