/** Refusals as systems read them: problem details (RFC 9457) with our codes. */

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { InputFault } from '../contract/parse.ts';

interface Problem {
  status: number;
  code: string;
  message: string;
  field?: string | undefined;
  faults?: readonly InputFault[];
}

export function isApiRequest({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith('/api/');
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, message, field, faults } = problem;
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `urn:liaise:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title: message || 'There is nothing at this address, or it is not for your agency.',
      status,
      code,
      instance: `urn:uuid:${request.id}`,
      ...(field && { field }),
      ...(faults && { faults }),
    });
}

/** An address that cannot be read as one: it reaches no route, and so no handler of errors. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  const message = 'The address cannot be read: it is too long, or wrongly encoded.';
  if (isApiRequest(request)) sendProblem(request, reply, { status, code: 'ADDRESS_NOT_READABLE', message });
  else reply.code(status).type('text/plain; charset=utf-8').send(message);
}
