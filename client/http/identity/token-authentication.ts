/** Authenticates requests of the API by a token, with a proof of its key or certificate if it is bound to one. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, ReferralError } from '../../../domain/errors.ts';
import { assertScope, principalByToken, type SentToken } from './bearer.ts';
import type { IdentityDeps } from './deps.ts';
import { PROOF_ALGORITHMS, type ProvenRequest } from './dpop.ts';
import type { Principal } from './principal.ts';
import type { Provider } from './provider.ts';
import type { RefusedTokenLimit } from './rate-limit.ts';
import { isSafeMethod } from './request-kind.ts';
import { pathOf } from './saved-form.ts';

/** What authentication by token needs. */
export interface TokenContext extends IdentityDeps {
  provider: Provider;
  publicOrigin: string;
  isProof: (request: ProvenRequest) => Promise<boolean>;
  /** The thumbprint of the certificate that the client presented. */
  certificateOf: (request: FastifyRequest) => string | undefined;
  limitRefusedTokens: RefusedTokenLimit;
}

/** Sets the principal of a request by its token. A refused token is counted by the address that sent it. */
export async function authenticateByToken(
  context: TokenContext,
  request: FastifyRequest,
  reply: FastifyReply,
  authorization: string,
): Promise<void> {
  reply.header('cache-control', 'no-store');
  try {
    const isProven: SentToken['isProven'] = async (token, { key, certificate }) => {
      if (certificate !== undefined && certificate !== context.certificateOf(request)) return false;
      if (key === undefined) return true;
      return await context.isProof({
        ...{ proof: proofOf(request), token, thumbprint: key, method: request.method },
        url: context.publicOrigin + pathOf(request.url),
      });
    };
    request.principal = await principalOfToken(context, request, { authorization, isProven });
  } catch (error) {
    const challenge = error instanceof ReferralError ? CHALLENGES[error.code] : undefined;
    if (challenge) {
      await context.limitRefusedTokens(request, reply);
      const algorithms = `, algs="${PROOF_ALGORITHMS.join(' ')}"`;
      const isBound = /^dpop /i.test(authorization);
      reply.header(
        'www-authenticate',
        `${isBound ? 'DPoP' : 'Bearer'} error="${challenge}"${isBound ? algorithms : ''}`,
      );
    }
    throw error;
  }
}

/** The principal of the access token in a request. @throws ReferralError NOT_SIGNED_IN, SCOPE_REQUIRED */
export async function principalOfToken(
  context: TokenContext,
  request: FastifyRequest,
  token: SentToken,
): Promise<Principal> {
  const principal = await principalByToken(context, context.provider, token);
  assertScope(principal, !isSafeMethod(request));
  return principal;
}

/** Exactly one proof is allowed (RFC 9449, 4.3). */
function proofOf({ headers }: FastifyRequest): string | undefined {
  const { dpop } = headers;
  return typeof dpop === 'string' && !dpop.includes(',') ? dpop : undefined;
}

/** RFC 6750, 3.1. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  NOT_SIGNED_IN: 'invalid_token',
  SCOPE_REQUIRED: 'insufficient_scope',
};
