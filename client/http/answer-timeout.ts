/** Every request is answered within ten seconds, if necessary by 503. */

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { withTimeout } from '../platform/with-timeout.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds that are left for the answer. */
    remainingMs: number;
  }
}

/** The time limit of a request in milliseconds. */
export const ANSWER_TIMEOUT_MS = 10_000;

/** Time limit of an act that a form sends: less than that of the answer, so that the form can be shown again as it was typed. */
export const FORM_ACT_TIMEOUT_MS = 8_000;

/** Applies to the handler of every route that is added afterwards. Hooks before it use `withinAnswerTime`. */
export function limitAnswerTime(app: FastifyInstance, timeoutMs = ANSWER_TIMEOUT_MS): void {
  app.decorateRequest('remainingMs', timeoutMs);
  app.addHook('onRoute', (route) => {
    route.handler = withTimeLimit(route.handler);
  });
}

/**
 * Waits for `step`, one part of the work for a request. Its duration is deducted from the time that later parts may take.
 * The time that the body takes to arrive does not count.
 *
 * @throws ReferralError ENGINE_UNAVAILABLE if the remaining time is not enough.
 */
export async function withinAnswerTime<T>(request: FastifyRequest, step: Promise<T>): Promise<T> {
  const startedAt = Date.now();
  try {
    return await withTimeout(step, request.remainingMs);
  } finally {
    request.remainingMs -= Date.now() - startedAt;
  }
}

function withTimeLimit(handler: RouteHandlerMethod): RouteHandlerMethod {
  return function (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
    const answer: unknown = handler.call(this, request, reply);
    return answer instanceof Promise ? withinAnswerTime(request, answer) : answer;
  };
}
