/** Drills of contact points: results, and starting one. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readDirectory } from '../../prisma/store/directory.ts';
import { drillsAnswer, startedDrillAnswer } from '../contract/answers/directory.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { drillablePoints, readDrills } from '../queries/drills.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const body = z.strictObject({ contactPoint: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/) });

/** Registers the routes of drills. */
export function drillRoutes(app: FastifyInstance, { db, engine }: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/drills',
    {
      schema: {
        ...{
          operationId: 'listDrills',
          tags: ['directory'],
          summary: 'The last drills of contact points, and the next',
        },
        description: 'Of all contact points for the coordinating agency, and of the own ones for others.',
        response: { 200: jsonAnswer(drillsAnswer, 'The contact points with their drills'), ...REFUSALS },
      },
    },
    async (request) => {
      const { person, coordinating } = principalOf(request);
      const points = drillablePoints(await readDirectory(db));
      const seen = points.filter(({ agencyId }) => coordinating || agencyId === person.agencyId);
      const drills = await readDrills(db, seen);
      return {
        contactPoints: drills.map(({ point: { id }, next, drills: results }) => ({
          ...{ contactPointId: id, next: next ?? null },
          drills: results.map(({ contactPointId: _, agencyId: __, ...drill }) => drill),
        })),
      };
    },
  );

  api.post(
    '/drills',
    {
      schema: {
        ...{ operationId: 'startDrill', tags: ['directory'], summary: 'Starts a drill of a contact point' },
        description:
          'For supervisors and administrators of the coordinating agency. A drill is a test referral that asks for an ' +
          'acknowledgement only.',
        body,
        response: { 200: jsonAnswer(startedDrillAnswer, 'The drill is started'), ...REFUSALS },
      },
    },
    async (request) => {
      const { referralId, reference } = await engine.startDrill(principalOf(request).person, request.body.contactPoint);
      return { referralId, reference };
    },
  );
}
