/** Authenticates the system of an agency by its access token (RFC 6750): signature, audience, subject and scopes. */

import { errors, type JWTPayload, jwtVerify } from 'jose';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { scopeFor } from '../../contract/scopes.ts';
import type { IdentityDeps } from './deps.ts';
import { type Principal, principalAt } from './principal.ts';
import { type Provider, providerUnavailable } from './provider.ts';

/** Asymmetric signatures only: no shared secrets, and not `none`. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LEEWAY_SECONDS = 30;

/**
 * `authorization` is the whole header. @throws ReferralError NOT_SIGNED_IN if the token is invalid, or its subject is not
 * registered as the system of an agency.
 */
export async function principalByToken(
  { db, identity }: Pick<IdentityDeps, 'db' | 'identity'>,
  provider: Provider,
  authorization: string,
): Promise<Principal> {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw invalidToken();
  const claims = await verifyToken(token, provider, identity);
  const subject = subjectOf(claims);
  const known = subject && (await findIdentity(db, identity.issuer, subject));
  if (!known || known.system === undefined) throw invalidToken();
  const { agencyId, scopes } = known.system;
  const granted = String(claims['scope'] ?? '').split(' ');
  const both = scopes.filter((scope) => granted.includes(scope));
  const principal = principalAt(known.who, agencyId, { kind: 'token', scopes: both });
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

async function verifyToken(token: string, provider: Provider, { issuer, audience }: IdentityDeps['identity']) {
  try {
    const { payload } = await jwtVerify(token, await provider.keys(), {
      ...{ issuer, audience, algorithms: ALGORITHMS },
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    throw isTokenFault(error) ? invalidToken() : providerUnavailable();
  }
}

/** False if the provider's keys could not be fetched. */
function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_FETCH_ERRORS.includes(error.code);
}

const KEY_FETCH_ERRORS = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** The subject; for a token without `sub`, the client that requested it. */
function subjectOf(claims: JWTPayload): string | undefined {
  const { sub, client_id, azp } = claims;
  return [sub, client_id, azp].find((claim) => typeof claim === 'string');
}

function invalidToken(): ReferralError {
  return new ReferralError('NOT_SIGNED_IN', 'The token is not valid here. Request a new one from the issuer.');
}
