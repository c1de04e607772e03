/** Whoever asks is answered within ten seconds, if only that the answer takes too long. */

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is left of it. */
    remainingMs: number;
  }
}

export const ANSWER_TIMEOUT_MS = 10_000;

/** Every route that is added from now on, and whatever is waited for by `inTime` before it. */
export function limitAnswerTime(app: FastifyInstance, timeoutMs = ANSWER_TIMEOUT_MS): void {
  app.decorateRequest('remainingMs', timeoutMs);
  app.addHook('onRoute', (route) => {
    route.handler = handledInTime(route.handler);
  });
}

/**
 * What the door has used up is not there for the page any more; how long a body takes to arrive is its sender's affair.
 *
 * @throws ReferralError ENGINE_UNAVAILABLE where it takes longer.
 */
export async function withTimeout<T>(request: FastifyRequest, answer: Promise<T>): Promise<T> {
  const began = Date.now();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooLate()), request.remainingMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
    request.remainingMs -= Date.now() - began;
  }
}

function handledInTime(handler: RouteHandlerMethod): RouteHandlerMethod {
  return function (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
    const answer: unknown = handler.call(this, request, reply);
    return answer instanceof Promise ? withTimeout(request, answer) : answer;
  };
}

function tooLate(): ReferralError {
  return new ReferralError('ENGINE_UNAVAILABLE', 'The answer takes too long; try again, nothing is done twice.');
}
