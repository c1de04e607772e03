/** An agency's own system: its token is checked by the issuer's keys, and speaks for one agency, as far as its scopes. */

import { errors, type JWTPayload, jwtVerify } from 'jose';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { scopeFor } from '../../contract/scopes.ts';
import type { IdentityDeps } from './deps.ts';
import { type Principal, principalAt } from './principal.ts';
import { type Provider, unavailable } from './provider.ts';

/** Whose signatures count: neither shared secrets nor none at all. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LEEWAY_SECONDS = 30;

/**
 * `authorization` is the whole header. @throws ReferralError NOT_SIGNED_IN where the token does not hold, or nobody has
 * made its subject the system of an agency.
 */
export async function principalByToken(
  { db, identity }: Pick<IdentityDeps, 'db' | 'identity'>,
  provider: Provider,
  authorization: string,
): Promise<Principal> {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw refused();
  const claims = await verified(token, provider, identity);
  const subject = subjectOf(claims);
  const known = subject && (await findIdentity(db, identity.issuer, subject));
  if (!known || known.system === undefined) throw refused();
  const { agencyId, scopes } = known.system;
  const granted = String(claims['scope'] ?? '').split(' ');
  const both = scopes.filter((scope) => granted.includes(scope));
  const principal = principalAt(known.who, agencyId, { kind: 'token', scopes: both });
  if (!principal?.person.roles.includes('service')) throw refused();
  return principal;
}

/** @throws ReferralError SCOPE_REQUIRED where a token does not reach so far. */
export function assertScope({ via }: Principal, isWrite: boolean): void {
  const scope = scopeFor(isWrite);
  if (via.kind === 'session' || via.scopes.includes(scope)) return;
  throw new ReferralError(
    'SCOPE_REQUIRED',
    `The token needs the scope ${scope}, and the system must have been given it.`,
  );
}

async function verified(token: string, provider: Provider, { issuer, audience }: IdentityDeps['identity']) {
  try {
    const { payload } = await jwtVerify(token, await provider.keys(), {
      ...{ issuer, audience, algorithms: ALGORITHMS },
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    throw isOfToken(error) ? refused() : unavailable();
  }
}

/** Else it is the keys that could not be had. */
function isOfToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEYS_AWAY.includes(error.code);
}

const KEYS_AWAY = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** Who the token is about; only one that names nobody is about the client that asked for it. */
function subjectOf(claims: JWTPayload): string | undefined {
  const { sub, client_id, azp } = claims;
  return [sub, client_id, azp].find((claim) => typeof claim === 'string');
}

function refused(): ReferralError {
  return new ReferralError('NOT_SIGNED_IN', 'The token is not valid here: ask the issuer for a new one.');
}
