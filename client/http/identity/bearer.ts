/** Authenticates the system of an agency by its access token (RFC 6750, RFC 8705, RFC 9068, RFC 9449). */

import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { scopeFor } from '../../contract/scopes.ts';
import type { IdentityDeps } from './deps.ts';
import { type Principal, principalAt } from './principal.ts';
import { type Provider, providerUnavailable } from './provider.ts';
import { authenticationOf } from './step-up.ts';

/** Asymmetric signatures only: no shared secrets, and not `none`. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LEEWAY_SECONDS = 30;
const MAX_TOKEN_MINUTES = 60;

/** The schemes of tokens: a bearer token, or one that is bound to the key of its sender. */
export const TOKEN_SCHEME = /^(Bearer|DPoP)( |$)/i;

/** What a token is bound to: a key (RFC 9449), a certificate (RFC 8705), or both. */
export interface TokenBinding {
  /** The thumbprint of the key. */
  key?: string;
  /** The thumbprint of the certificate. */
  certificate?: string;
}

/** A token as a request carries it. */
export interface SentToken {
  /** The whole header. */
  authorization: string;
  /** Whether the request proves that its sender holds these. Absent if that was checked before, for open requests. */
  isProven?: (token: string, binding: TokenBinding) => Promise<boolean>;
}

/**
 * @throws ReferralError NOT_SIGNED_IN if the token is invalid, or its subject is not registered as the system of an
 * agency.
 */
export async function principalByToken(
  { db, identity }: Pick<IdentityDeps, 'db' | 'identity'>,
  provider: Provider,
  { authorization, isProven = async () => true }: SentToken,
): Promise<Principal> {
  const [, scheme = '', token] = /^(Bearer|DPoP) +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw invalidToken();
  const claims = await verifyToken(token, provider, identity);
  const binding = bindingOf(claims);
  const isDpop = scheme.toLowerCase() === 'dpop';
  if (!isEnough(binding, identity) || (binding.key !== undefined) !== isDpop) throw invalidToken();
  const isBound = binding.key !== undefined || binding.certificate !== undefined;
  if (isBound && !(await isProven(token, binding))) throw invalidToken();
  const subject = subjectOf(claims);
  const known = subject && (await findIdentity(db, identity.issuer, subject));
  if (!known || known.system === undefined) throw invalidToken();
  const { agencyId, scopes } = known.system;
  const granted = String(claims['scope'] ?? '').split(' ');
  const both = scopes.filter((scope) => granted.includes(scope));
  // A system authenticates itself when it requests the token. Such tokens have no `auth_time` (RFC 9068, 2.2.1).
  const { at = claims.iat, ...authentication } = authenticationOf(claims);
  const recent = { ...authentication, ...(at !== undefined && { at }) };
  const principal = principalAt(
    known.who,
    agencyId,
    { kind: 'token', scheme: isDpop ? 'dpop' : 'bearer', scopes: both },
    recent,
  );
  if (!principal?.person.roles.includes('service')) throw invalidToken();
  return principal;
}

/** @throws ReferralError SCOPE_REQUIRED if a token lacks the scope for reading or writing. */
export function assertScope({ via }: Principal, isWrite: boolean): void {
  const scope = scopeFor(isWrite);
  if (via.kind === 'session' || via.scopes.includes(scope)) return;
  throw new ReferralError(
    'SCOPE_REQUIRED',
    `The token needs the scope ${scope}, and an operator must have granted it to the system.`,
  );
}

async function verifyToken(token: string, provider: Provider, identity: IdentityDeps['identity']) {
  const { issuer, audience, anyTokenType = false, tokenMinutes = MAX_TOKEN_MINUTES } = identity;
  try {
    const { payload } = await jwtVerify(token, await provider.keys(), {
      ...{ issuer, audience, algorithms: ALGORITHMS },
      ...(!anyTokenType && { typ: 'at+jwt' }),
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'iat'],
    });
    const { exp = 0, iat = 0 } = payload;
    if (exp - iat > tokenMinutes * 60 || iat > Date.now() / 1000 + LEEWAY_SECONDS) throw invalidToken();
    return payload;
  } catch (error) {
    if (error instanceof ReferralError) throw error;
    throw isTokenFault(error) ? invalidToken() : providerUnavailable();
  }
}

/** False if the provider's keys could not be fetched. */
function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_FETCH_ERRORS.includes(error.code);
}

const KEY_FETCH_ERRORS = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

const confirmation = z.strictObject({ jkt: z.string().exactOptional(), 'x5t#S256': z.string().exactOptional() });

/** @throws ReferralError NOT_SIGNED_IN if the token is bound in a way that cannot be verified here. */
function bindingOf({ cnf }: JWTPayload): TokenBinding {
  if (cnf === undefined) return {};
  const bound = confirmation.safeParse(cnf);
  if (!bound.success || Object.keys(bound.data).length === 0) throw invalidToken();
  const { jkt: key, 'x5t#S256': certificate } = bound.data;
  return { ...(key !== undefined && { key }), ...(certificate !== undefined && { certificate }) };
}

function isEnough({ key, certificate }: TokenBinding, { boundTokensOnly }: IdentityDeps['identity']): boolean {
  if (boundTokensOnly === 'certificate') return certificate !== undefined;
  return !boundTokensOnly || key !== undefined || certificate !== undefined;
}

/** The subject; for a token without `sub`, the client that requested it. */
function subjectOf(claims: JWTPayload): string | undefined {
  const { sub, client_id, azp } = claims;
  return [sub, client_id, azp].find((claim) => typeof claim === 'string');
}

function invalidToken(): ReferralError {
  return new ReferralError('NOT_SIGNED_IN', 'The token is not valid here. Request a new one from the issuer.');
}
