/** What signing in needs to be told, and what it asks of the pages around it. */

import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../../prisma/store/connect.ts';

export interface IdentityConfig {
  /** Of the OpenID provider, exactly as it names itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** 32 bytes each, base64 or hex: the first seals, every one opens. */
  sessionKeys: readonly string[];
  /** What tokens of agencies' systems must be meant for; never the client id. */
  audience: string;
  /** A session ends when nothing was asked for so long. 30 where none is given. */
  idleMinutes?: number;
  /** And at the latest so long after signing in. 12 where none is given. */
  absoluteHours?: number;
  /** Whether browsers come by https. */
  secureCookies: boolean;
}

/** Why somebody stands at the door. */
export type SignInNotice =
  /** The session had ended; what was being sent is kept for 30 minutes and shown again after signing in. */
  | 'kept'
  /** The session had ended; what was being sent could not be kept. */
  | 'not-kept'
  | 'signed-out'
  /** The provider refused, or the answer was not to a question of ours: start again. */
  | 'failed'
  /** The provider knows the person, and no administrator has given them a membership here. */
  | 'unknown'
  /** The provider cannot be reached now. */
  | 'unavailable';

export interface SignInPage {
  /** Where the one button leads. A link, not a form: `form-action` of the CSP would stop it on its way. */
  start: string;
  notice?: SignInNotice;
}

export interface IdentityDeps {
  db: Database;
  identity: IdentityConfig;
  /** As browsers know us, with scheme. */
  publicUrl: string;
  /** Of one session, or of one address without one. */
  requestsPerMinute: number;
  log: FastifyBaseLogger;
  /** Sends the page; its status is set by then. */
  showSignIn(request: FastifyRequest, reply: FastifyReply, page: SignInPage): Promise<unknown>;
}
