/** Every refusal of the API becomes a problem with a stable code. Bugs pass on to the server's own error handler. */

import type { FastifyError, FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { InvalidReport } from '../../domain/exchange/report-faults.ts';
import { InvalidInput } from '../contract/parse.ts';
import { isWrongMethod } from '../http/allowed-methods.ts';
import { type ProblemDetails, sendProblem } from '../http/problem.ts';

/** A refusal that is about HTTP and not about a referral. */
export class RequestRefused extends Error {
  readonly statusCode: keyof typeof REQUEST_PROBLEMS;

  constructor(statusCode: keyof typeof REQUEST_PROBLEMS, message?: string) {
    super(message ?? REQUEST_PROBLEMS[statusCode][1]);
    this.statusCode = statusCode;
  }
}

/** A hook that refuses requests whose Accept header excludes each of the media types (RFC 9110, 12.5.1). */
export function requireAccept(...mediaTypes: string[]): onRequestAsyncHookHandler {
  return async (request) => {
    // An empty header states no preference.
    const isStated = request.headers.accept?.trim();
    if (isStated && request.type(mediaTypes) === false) throw new RequestRefused(406);
  };
}

/** Answers errors of API routes with problem details (RFC 9457). */
export function answerRefusals(api: FastifyInstance): void {
  api.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    if (problem.status === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', '30');
    return sendProblem(request, reply, problem);
  });
  api.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      isWrongMethod(request, reply)
        ? { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'The header Allow lists the methods of this address.' }
        : { status: 404, code: 'NO_SUCH_ADDRESS', message: 'There is nothing at this address.' },
    ),
  );
}

/** Undefined for what the server's own error handler answers. */
function problemOf(error: FastifyError): ProblemDetails | undefined {
  if (error instanceof InvalidInput) {
    const { code, message, field, faults } = error;
    return { status: 422, code, message, field, faults: faults.map(({ unknown: _, ...fault }) => fault) };
  }
  if (error instanceof InvalidReport) {
    const { code, message, field } = error;
    const faults = error.faults.slice(0, 100).map(({ path, reason, line, column }) => ({
      ...{ field: path, message: reason, line, column },
    }));
    return { status: 422, code, message, field, faults };
  }
  if (isUnknownReferral(error)) return UNKNOWN_REFERRAL;
  if (error instanceof ReferralError || !isRequestProblem(error.statusCode)) return undefined;
  const [code, message] = REQUEST_PROBLEMS[error.statusCode];
  return { status: error.statusCode, code, message: error instanceof RequestRefused ? error.message : message };
}

/** About the referral in the address; the field is set for another referral that an act names. */
function isUnknownReferral(error: FastifyError): boolean {
  return error instanceof ReferralError && error.code === 'UNKNOWN_REFERRAL' && error.field === undefined;
}

/** The same text whether there is no such referral or the caller may not see it. */
const UNKNOWN_REFERRAL: ProblemDetails = {
  ...{ status: 404, code: 'UNKNOWN_REFERRAL' },
  message: 'There is no such referral, or it is not with your agency.',
};

/** What Fastify and this module refuse: code and detail for each status. */
const REQUEST_PROBLEMS = {
  400: ['BODY_NOT_READABLE', 'The body is not in the format that its content type names.'],
  406: ['NOT_ACCEPTABLE', 'This resource has no representation that the Accept header allows.'],
  413: ['BODY_TOO_LARGE', 'The body is larger than this resource accepts.'],
  415: ['MEDIA_TYPE_NOT_TAKEN', 'This resource does not accept a body of this content type.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests. Wait for as many seconds as Retry-After says.'],
} as const satisfies Record<number, readonly [ProblemDetails['code'], string]>;

function isRequestProblem(status = 0): status is keyof typeof REQUEST_PROBLEMS {
  return Object.hasOwn(REQUEST_PROBLEMS, status);
}
