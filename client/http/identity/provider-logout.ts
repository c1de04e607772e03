/** Ends sessions when a person has signed out at the provider (OpenID Connect Back-Channel Logout 1.0). */

import type { FastifyInstance } from 'fastify';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import {
  type EndedSession,
  removeSessionsOf,
  removeSessionsOfProvider,
  removeUnnamedSessionsOf,
} from '../../../prisma/store/sessions.ts';
import { PROVIDER_LOGOUT } from './request-kind.ts';
import { auditProviderLogout } from './sign-in-audit.ts';
import type { SignInContext } from './signing-in.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const MAX_BODY_BYTES = 16 * 1024;
const MAX_AGE_SECONDS = 300;
const LEEWAY_SECONDS = 30;
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LOGOUT_TYPE = 'logout+jwt';

/** Section 2.4: an event, no nonce, and the session or the subject. */
const claims = z.object({
  sub: z.string().min(1).exactOptional(),
  sid: z.string().min(1).exactOptional(),
  events: z.object({ [EVENT]: z.object({}) }),
  nonce: z.undefined().optional(),
});

/** Who has signed out at the provider, or which session there has ended, or both. */
interface SignedOut {
  sub?: string;
  sid?: string;
}

/** Registers the route that the provider calls. */
export function logoutByProvider(app: FastifyInstance, { db, identity, provider }: SignInContext): void {
  app.post(PROVIDER_LOGOUT, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { logout_token: token } = Object(request.body);
    const ended = await verified(String(token ?? ''));
    if (ended === undefined) return await reply.code(400).send({ error: 'invalid_request' });
    await auditProviderLogout(db, await endSessions(ended));
    return await reply.code(200).send('');
  });

  async function endSessions({ sub, sid }: SignedOut): Promise<EndedSession[]> {
    const named = sid === undefined ? [] : await removeSessionsOfProvider(db, sid);
    if (named.length > 0 || sub === undefined) return named;
    const known = await findIdentity(db, identity.issuer, sub);
    if (known === undefined) return [];
    // The provider may name its session only at the sign-out. Sessions that it named go on if they have another name.
    const remove = sid === undefined ? removeSessionsOf : removeUnnamedSessionsOf;
    return remove(db, known.who.personId);
  }

  /** Undefined if the token is not a logout token of the provider for this client. @throws IDENTITY_UNAVAILABLE */
  async function verified(token: string): Promise<SignedOut | undefined> {
    const keys = await provider.keys();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        ...{ issuer: identity.issuer, audience: identity.clientId, algorithms: ALGORITHMS },
        ...{ requiredClaims: ['iat', 'jti'], maxTokenAge: MAX_AGE_SECONDS, clockTolerance: LEEWAY_SECONDS },
      });
      // Section 2.4: an explicit type is recommended, and absent in tokens of older providers.
      const { typ = LOGOUT_TYPE } = protectedHeader;
      if (typ.toLowerCase().replace(/^application\//, '') !== LOGOUT_TYPE) return undefined;
      const parsed = claims.safeParse(payload);
      if (!parsed.success || (parsed.data.sub ?? parsed.data.sid) === undefined) return undefined;
      const { sub, sid } = parsed.data;
      return { ...(sub && { sub }), ...(sid && { sid }) };
    } catch (error) {
      if (error instanceof ReferralError) throw error;
      return undefined;
    }
  }
}
