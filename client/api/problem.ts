/** Refusals as systems read them: problem details (RFC 9457) with our codes. */

import type { FastifyReply, FastifyRequest } from 'fastify';

interface Problem {
  status: number;
  code: string;
  message: string;
  field?: string | undefined;
}

export function isForSystems({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/');
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, message, field } = problem;
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
    });
}
