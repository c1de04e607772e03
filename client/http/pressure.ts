/** More than the process can do is refused at the door, before anybody waits for nothing. */

import fastifyUnderPressure, { type FastifyUnderPressureOptions } from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';

/** As far as the process may fall behind on average, in milliseconds: whoever is answered later is answered too late. */
const LIMITS = { maxEventLoopDelay: 8_000 };

/** After the door: whoever is refused is told in their language. */
export async function refuseUnderPressure(
  app: FastifyInstance,
  limits: FastifyUnderPressureOptions = LIMITS,
): Promise<void> {
  await app.register(fastifyUnderPressure, {
    ...limits,
    // Whoever asks for the health of the process is told in any case.
    pressureHandler: async ({ routeOptions }) => {
      if (routeOptions.url === '/health' || routeOptions.url === '/ready') return;
      throw new ReferralError('ENGINE_UNAVAILABLE', 'There is too much to do at the moment; try again shortly.');
    },
  });
}
