/** Refusals for programs: problem details (RFC 9457) with stable codes. */

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, isErrorCode } from '../../domain/errors.ts';
import type { InputFault } from '../contract/parse.ts';
import { translatorFor } from '../i18n/i18n.ts';
import { setEarlyHeaders } from './security-headers.ts';

/** Titles of problems that are about the request as HTTP sees it, not about a referral. */
const REQUEST_TITLES = {
  ADDRESS_NOT_READABLE: 'The address cannot be read',
  BODY_NOT_READABLE: 'The body cannot be read',
  BODY_TOO_LARGE: 'The body is too large',
  BUG: 'Something went wrong in Liaise',
  METHOD_NOT_ALLOWED: 'The address does not accept this method',
  MEDIA_TYPE_NOT_TAKEN: 'This content type is not accepted',
  NO_SUCH_ADDRESS: 'There is nothing at this address',
  NO_SUCH_PAGE: 'There is nothing at this address',
  NOT_ACCEPTABLE: 'There is no answer of the media type that was asked for',
  REFUSED: 'The request was refused',
  TOO_MANY_REQUESTS: 'Too many requests',
} as const;

/** The code of a problem: an error of the domain, or of HTTP itself. */
export type ProblemCode = ErrorCode | keyof typeof REQUEST_TITLES;

/** What a problem details response contains. */
export interface ProblemDetails {
  status: number;
  code: ProblemCode;
  /** What happened this time and what to do; never content of a case. */
  message: string;
  field?: string | undefined;
  faults?: readonly InputFault[];
}

/** Whether the request is for the API and not for a page. */
export function isApiRequest({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith('/api/');
}

/** `title` belongs to the type and is the same each time; `detail` is about this occurrence (RFC 9457, 3.1.3 and 3.1.4). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  const { status, code, message, field, faults } = problem;
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `urn:liaise:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title: problemTitle(code),
      detail: message || 'There is nothing at this address, or your agency may not see it.',
      status,
      code,
      instance: `urn:uuid:${request.id}`,
      ...(field && { field }),
      ...(faults && { faults }),
    });
}

/** An address that cannot be decoded reaches no route, and so no error handler. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  const message = 'The address cannot be read: it is too long, or wrongly encoded.';
  setEarlyHeaders(reply);
  if (isApiRequest(request)) sendProblem(request, reply, { status, code: 'ADDRESS_NOT_READABLE', message });
  else reply.code(status).type('text/plain; charset=utf-8').send(message);
}

function problemTitle(code: ProblemCode): string {
  return isErrorCode(code) ? translatorFor('en')(`codes:error.${code}`) : REQUEST_TITLES[code];
}
