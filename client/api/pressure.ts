/** More than the process can do is refused at the door, before anybody waits for nothing. */

import fastifyUnderPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';

const DELAY_MS = 3_000;

export async function refuseUnderPressure(app: FastifyInstance): Promise<void> {
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: DELAY_MS,
    // Whoever asks for the health of the process is told in any case.
    pressureHandler: async ({ routeOptions }) => {
      if (routeOptions.url === '/health' || routeOptions.url === '/ready') return;
      throw new ReferralError('ENGINE_UNAVAILABLE', 'There is too much to do at the moment; try again shortly.');
    },
  });
}
