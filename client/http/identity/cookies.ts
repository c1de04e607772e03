/** The two cookies: who is signed in, and what must be remembered on the way to the provider and back. */

import secureSession, { type Session } from '@fastify/secure-session';
import type { FastifyInstance } from 'fastify';
import type { IdentityConfig } from './deps.ts';
import type { SessionKeys } from './session-keys.ts';

declare module '@fastify/secure-session' {
  interface SessionData {
    /** Random; the database knows its digest. */
    id: string;
    /** Whose session it is, known even when it has ended: what was typed is given back to nobody else. */
    personId: string;
    /** Where they were at work: they are again once they are back. */
    agencyId: string;
    /** Something that was typed is kept and waits to be shown. */
    refill: true;
  }
}

/** What was asked of the provider, and where to go once it has answered. */
export interface SignInFlow {
  state: string;
  nonce: string;
  verifier: string;
  to: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether the provider was to make sure anew who it is. */
  again: boolean;
}

/** On the way to the provider. */
interface Passage {
  asked: SignInFlow;
  /** Signed out on purpose: the provider is to ask again who it is. */
  again: true;
}

declare module 'fastify' {
  interface FastifyRequest {
    passage: Session<Passage>;
  }
}

/**
 * Sealed cookies are opened so long; when a session ends is decided by the database, and earlier. After the longest
 * holidays it is still known that there was one: the provider is asked to make sure.
 */
const OPENED_SECONDS = 30 * 24 * 3600;

export async function registerCookies(app: FastifyInstance, config: IdentityConfig, keys: SessionKeys): Promise<void> {
  const secure = config.secureCookies;
  const cookie = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  await app.register(
    secureSession,
    (['session', 'passage'] as const).map((sessionName) => ({
      sessionName,
      // The prefix makes browsers refuse one that another host of the domain has set.
      cookieName: `${secure ? '__Host-' : ''}liaise-${sessionName}`,
      key: keys.ofCookie(sessionName),
      expiry: OPENED_SECONDS,
      cookie,
    })),
  );
}
