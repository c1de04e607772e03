/** Refuses requests while the process is overloaded, instead of answering them too late. */

import fastifyUnderPressure, { type FastifyUnderPressureOptions } from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';

/** The longest average delay of the event loop, in milliseconds. Later answers would exceed the answer time. */
const LIMITS = { maxEventLoopDelay: 8_000 };

/** Register it after authentication, so that the refusal is in the person's language. */
export async function refuseUnderPressure(
  app: FastifyInstance,
  limits: FastifyUnderPressureOptions = LIMITS,
): Promise<void> {
  await app.register(fastifyUnderPressure, {
    ...limits,
    // Health checks are always answered.
    pressureHandler: async ({ routeOptions }) => {
      if (routeOptions.url === '/health' || routeOptions.url === '/ready') return;
      throw new ReferralError('ENGINE_UNAVAILABLE', 'Liaise is overloaded. Try again shortly.');
    },
  });
}
