/** The two encrypted cookies: the session, and the state of a sign-in at the provider. Stored names do not change. */

import secureSession, { type Session } from '@fastify/secure-session';
import type { FastifyInstance } from 'fastify';
import type { IdentityConfig } from './deps.ts';
import type { SessionKeys } from './session-keys.ts';

declare module '@fastify/secure-session' {
  interface SessionData {
    /** Random. The database stores its digest. */
    id: string;
    /** Remains after the session has ended, so that a saved form is shown to nobody else. */
    personId: string;
    /** The agency of the session. It is chosen again at the next sign-in. */
    agencyId: string;
    /** A saved form waits to be shown. */
    refill: true;
    /** When the provider authenticated the person, in seconds since 1970; absent if it did not say. */
    authenticatedAt: number;
    /** How, as the provider names it (`acr`). */
    contextClass: string;
  }
}

/** One sign-in at the provider, from the redirect to its answer. */
export interface SignInFlow {
  state: string;
  nonce: string;
  verifier: string;
  /** The path to return to. */
  to: string;
  /** When it began, in milliseconds since 1970. */
  at: number;
  /** Whether the provider was asked to authenticate the person again. */
  again: boolean;
  /** Whether the sign-in is for an act that requires a recent one. */
  stepUp?: boolean;
}

/** Content of the cookie `liaise-passage`. */
interface SignInCookie {
  asked: SignInFlow;
  /** The person signed out: the provider must authenticate the next person again. */
  again: true;
}

declare module 'fastify' {
  interface FastifyRequest {
    passage: Session<SignInCookie>;
  }
}

/**
 * The database ends sessions much earlier. The cookie lasts longer, so that after an absence the provider is still asked to
 * authenticate the person again.
 */
const COOKIE_LIFETIME_SECONDS = 30 * 24 * 3600;

/** Registers the session cookie and the cookie of a sign-in in progress. */
export async function registerCookies(app: FastifyInstance, config: IdentityConfig, keys: SessionKeys): Promise<void> {
  const secure = config.secureCookies;
  const cookie = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  await app.register(
    secureSession,
    (['session', 'passage'] as const).map((sessionName) => ({
      sessionName,
      // With the prefix, browsers refuse a cookie that another host of the domain sets.
      cookieName: `${secure ? '__Host-' : ''}liaise-${sessionName}`,
      key: keys.cookieKeys(sessionName),
      expiry: COOKIE_LIFETIME_SECONDS,
      cookie,
    })),
  );
}
