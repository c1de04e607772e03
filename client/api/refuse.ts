/** Every refusal of the API becomes a problem in our own codes; what is a bug goes on to whoever answers bugs. */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { InvalidInput } from '../contract/parse.ts';
import { sendProblem } from '../http/problem.ts';

/** Refused for what HTTP itself says; the case has no code for it. */
export class Refused extends Error {
  readonly statusCode: 406 | 429;

  constructor(statusCode: 406 | 429) {
    super('Refused.');
    this.statusCode = statusCode;
  }
}

export function answerRefusals(api: FastifyInstance): void {
  api.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof InvalidInput) {
      const { code, message, field, faults } = error;
      return sendProblem(request, reply, { status: 422, code, message, field, faults });
    }
    if (isUnknownReferral(error)) return sendUnknown(request, reply);
    const refusal = OF_THE_SERVER[error.statusCode ?? 0];
    if (refusal === undefined || error instanceof ReferralError) throw error;
    const [code, message] = refusal;
    if (error.statusCode === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', '30');
    return sendProblem(request, reply, { status: error.statusCode ?? 400, code, message });
  });
  api.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, { status: 404, code: 'NO_SUCH_ADDRESS', message: 'There is nothing at this address.' }),
  );
}

/** Of one that an act names beside the referral itself, the field is said. */
function isUnknownReferral(error: FastifyError): boolean {
  return error instanceof ReferralError && error.code === 'UNKNOWN_REFERRAL' && error.field === undefined;
}

/** In the same words whether there is none or it is somebody else's: who asks learns nothing. */
function sendUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'There is no such referral, or it is not with your agency.';
  return sendProblem(request, reply, { status: 404, code: 'UNKNOWN_REFERRAL', message });
}

/** What Fastify refuses by itself. */
const OF_THE_SERVER: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BODY_NOT_READABLE', 'The body cannot be read as what its content type says.'],
  406: ['NOT_ACCEPTABLE', 'This resource has no representation that the Accept header takes.'],
  413: ['BODY_TOO_LARGE', 'The body is larger than this resource takes.'],
  415: ['MEDIA_TYPE_NOT_TAKEN', 'This resource does not take a body of that content type.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests: wait as long as Retry-After says.'],
};
