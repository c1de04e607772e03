/** Whoever asks is answered within ten seconds, if only that the answer takes too long. */

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';

const DEADLINE_MS = 10_000;

/** Every route that is added from now on. */
export function answerInTime(app: FastifyInstance, deadlineMs = DEADLINE_MS): void {
  app.addHook('onRoute', (route) => {
    route.handler = inTime(route.handler, deadlineMs);
  });
}

function inTime(handler: RouteHandlerMethod, deadlineMs: number): RouteHandlerMethod {
  return function (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
    const answer: unknown = handler.call(this, request, reply);
    return answer instanceof Promise ? before(deadlineMs, answer) : answer;
  };
}

async function before(deadlineMs: number, answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(tooLate()), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(): ReferralError {
  return new ReferralError('ENGINE_UNAVAILABLE', 'The answer takes too long; try again, nothing is done twice.');
}
