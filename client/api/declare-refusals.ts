/** Declares in the OpenAPI document which statuses each operation can answer, and with which problem codes. */

import type { RouteOptions } from 'fastify';
import { ERRORS, isErrorCode } from '../../domain/errors.ts';
import type { ProblemCode } from '../http/problem.ts';
import { ownCodesOf } from './operation-refusals.ts';

/** The statuses of codes that are about HTTP and not about a referral. */
const REQUEST_STATUSES: Partial<Record<ProblemCode, readonly number[]>> = {
  ADDRESS_NOT_READABLE: [400, 414],
  BODY_NOT_READABLE: [400],
  METHOD_NOT_ALLOWED: [405],
  NOT_ACCEPTABLE: [406],
  BODY_TOO_LARGE: [413],
  MEDIA_TYPE_NOT_TAKEN: [415],
  TOO_MANY_REQUESTS: [429],
};

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Not authenticated, or not recently enough',
  403: 'Not permitted',
  404: 'There is no such thing, or the caller may not see it',
  405: 'Another method on this path; the header Allow lists its methods',
  406: 'No representation that the header Accept allows',
  409: 'Not possible in the present state',
  412: 'Changed since the caller read it: read it again, then decide',
  413: 'The body is too large',
  414: 'The address is too long',
  415: 'No body of this content type is accepted',
  422: 'The content is invalid; the problem names each fault',
  429: 'Too many requests: wait as long as Retry-After says',
  503: 'Unavailable: send it again after Retry-After, under the same key',
};

const text = (description: string) => ({ description, schema: { type: 'string' } });
const HEADERS: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': text('How to authenticate (RFC 6750, RFC 9449 and RFC 9470)') },
  405: { Allow: text('The methods of the path') },
  429: { 'Retry-After': text('Seconds to wait') },
  503: { 'Retry-After': text('Seconds to wait') },
};

/** The parts of a route from which its refusals follow. */
export type DeclaredRoute = Pick<RouteOptions, 'method' | 'config'> & {
  schema?: { operationId?: string; params?: unknown; querystring?: unknown; headers?: unknown; body?: unknown };
};

/** The codes that a route can answer, by status. */
export function codesByStatus({ method, config, schema = {} }: DeclaredRoute): Map<number, ProblemCode[]> {
  const isRead = [method].flat().every((each) => each === 'GET' || each === 'HEAD');
  const isValidated = [schema.querystring, schema.headers, schema.body].some((part) => part !== undefined);
  const codes: ProblemCode[] = [
    ...(['NOT_SIGNED_IN', 'SCOPE_REQUIRED', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE', 'TOO_MANY_REQUESTS'] as const),
    ...(['ENGINE_UNAVAILABLE', 'IDENTITY_UNAVAILABLE'] as const),
    ...(isRead ? [] : BODY_CODES),
    ...(isValidated ? (['INVALID_INPUT'] as const) : []),
    ...(schema.params === undefined ? [] : (['ADDRESS_NOT_READABLE', 'UNKNOWN_REFERRAL'] as const)),
    ...(config?.stepUp ? (['REAUTHENTICATION_REQUIRED'] as const) : []),
    ...ownCodesOf(schema.operationId ?? ''),
  ];
  const pairs = [...new Set(codes)].sort().flatMap((code) => statusesOf(code).map((status) => [status, code] as const));
  const statuses = [...new Set(pairs.map(([status]) => status))].sort((one, other) => one - other);
  return new Map(statuses.map((status) => [status, pairs.flatMap(([of, code]) => (of === status ? [code] : []))]));
}

const BODY_CODES = ['BODY_NOT_READABLE', 'BODY_TOO_LARGE', 'MEDIA_TYPE_NOT_TAKEN', 'FORM_NOT_OURS'] as const;

function statusesOf(code: ProblemCode): readonly number[] {
  return isErrorCode(code) ? [ERRORS[code].http] : (REQUEST_STATUSES[code] ?? []);
}

/** A response of the document: problem details with one of these codes. */
function responseOf(status: number, codes: readonly ProblemCode[]): object {
  const ofCodes = { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, ofCodes] };
  return {
    description: `${DESCRIPTIONS[status] ?? 'Refused'}: ${codes.join(', ')}`,
    ...(HEADERS[status] && { headers: HEADERS[status] }),
    content: { 'application/problem+json': { schema } },
  };
}

/**
 * Replaces the general responses of each operation by one for each status, in place. A response that most operations share is a
 * named component of the document. `codes`: by operation id.
 */
export function declareRefusals(
  document: object,
  codes: ReadonlyMap<string, ReadonlyMap<number, readonly ProblemCode[]>>,
): void {
  const { paths, components } = Object(document);
  const shared = new Map<string, object>();
  for (const { operationId, responses } of Object.values(Object(paths))
    .flatMap((methods) => Object.values(Object(methods)))
    .map(Object)) {
    for (const general of ['4XX', '503']) Reflect.deleteProperty(responses, general);
    for (const [status, ofStatus] of codes.get(operationId) ?? []) {
      const response = responseOf(status, ofStatus);
      const name = SHARED[status];
      if (name !== undefined) shared.set(name, response);
      Reflect.set(responses, status, name === undefined ? response : { $ref: `#/components/responses/${name}` });
    }
  }
  Reflect.set(components, 'responses', Object.fromEntries([...shared].sort()));
}

/** Names of the statuses whose codes are the same for every operation that has them. */
const SHARED: Readonly<Record<number, string>> = {
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  413: 'BodyTooLarge',
  414: 'AddressTooLong',
  415: 'MediaTypeNotAccepted',
  429: 'TooManyRequests',
  503: 'Unavailable',
};
