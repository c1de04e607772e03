/** Ends sessions when a person has signed out at the provider (OpenID Connect Back-Channel Logout 1.0). */

import type { FastifyInstance } from 'fastify';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { removeSessionsOf, removeSessionsOfProvider } from '../../../prisma/store/sessions.ts';
import { PROVIDER_LOGOUT } from './request-kind.ts';
import type { SignInContext } from './signing-in.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const MAX_BODY_BYTES = 16 * 1024;
const MAX_AGE_SECONDS = 300;
const LEEWAY_SECONDS = 30;
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Section 2.4: an event, no nonce, and the session or the subject. */
const claims = z.object({
  sub: z.string().min(1).exactOptional(),
  sid: z.string().min(1).exactOptional(),
  events: z.object({ [EVENT]: z.object({}) }),
  nonce: z.undefined().optional(),
});

/** Registers the route that the provider calls. */
export function logoutByProvider(app: FastifyInstance, { db, identity, provider }: SignInContext): void {
  app.post(PROVIDER_LOGOUT, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { logout_token: token } = Object(request.body);
    const ended = await verified(String(token ?? ''));
    if (ended === undefined) return await reply.code(400).send({ error: 'invalid_request' });
    const { sub, sid } = ended;
    if (sid !== undefined) await removeSessionsOfProvider(db, sid);
    const known = sid === undefined && sub !== undefined ? await findIdentity(db, identity.issuer, sub) : undefined;
    if (known) await removeSessionsOf(db, known.who.personId);
    return await reply.code(200).send('');
  });

  /** Undefined if the token is not a logout token of the provider for this client. @throws IDENTITY_UNAVAILABLE */
  async function verified(token: string): Promise<{ sub?: string; sid?: string } | undefined> {
    const keys = await provider.keys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer: identity.issuer, audience: identity.clientId, algorithms: ALGORITHMS },
        ...{ requiredClaims: ['iat', 'jti'], maxTokenAge: MAX_AGE_SECONDS, clockTolerance: LEEWAY_SECONDS },
      });
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
