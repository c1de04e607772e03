/** Settings of authentication, and the content of the sign-in page. */

import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../../prisma/store/connect.ts';
import type { Guard } from '../../platform/guard/guard.ts';
import type { StepUpPolicy } from './step-up.ts';

/** A session ends this long after sign-in, unless the configuration says otherwise. */
export const ABSOLUTE_HOURS = 12;

/** The OpenID provider, the client credentials and the session keys. */
export interface IdentityConfig {
  /** Issuer of the OpenID provider, exactly as in its metadata. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** 32 bytes each, in base64 or hex. The first encrypts, each can decrypt. */
  sessionKeys: readonly string[];
  /** Audience that access tokens of agencies' systems must have; never the client id. */
  audience: string;
  /** The longest lifetime of an access token. Default 60. */
  tokenMinutes?: number;
  /** Accepts access tokens without the type `at+jwt` (RFC 9068). */
  anyTokenType?: boolean;
  /** Refuses access tokens that are not bound to a key (RFC 9449) or certificate (RFC 8705) of their sender. */
  boundTokensOnly?: boolean | 'certificate';
  /** The header in which trusted proxies report the certificate of a client. */
  certificateHeader?: string | undefined;
  /** What a recent sign-in is. Default: fifteen minutes, by any class. */
  stepUp?: StepUpPolicy;
  /** A session ends after this time without a request. Default 30. */
  idleMinutes?: number;
  /** A session ends this long after sign-in in any case. Default 12. */
  absoluteHours?: number;
  /** Whether browsers use https. */
  secureCookies: boolean;
}

/** Why the sign-in page is shown. */
export type SignInNotice =
  /** The session had ended. The form that was sent is saved for 30 minutes and shown again after sign-in. */
  | 'kept'
  /** The session had ended. The form that was sent could not be saved. */
  | 'not-kept'
  /** The request requires a recent sign-in. The form that was sent is saved for 30 minutes, and shown again. */
  | 'recent'
  /** The same. The form that was sent could not be saved. */
  | 'recent-not-kept'
  /** The sign-in was not by a class that is acceptable for the request. */
  | 'weak'
  | 'signed-out'
  /** The provider refused, or its answer did not match a sign-in of this browser. */
  | 'failed'
  /** The provider knows the person, but nobody has given them access to Liaise. */
  | 'unknown'
  /** The provider cannot be reached. */
  | 'unavailable';

/** The content of the sign-in page: the target of its button, and a notice. */
export interface SignInPage {
  /** Target of the sign-in button. It is a link, because `form-action` of the CSP forbids a form that leads elsewhere. */
  start: string;
  notice?: SignInNotice;
}

/** What sign-in, sessions and tokens need. */
export interface IdentityDeps {
  db: Database;
  identity: IdentityConfig;
  /** The origin that browsers use, with scheme. */
  publicUrl: string;
  /** The proxies that are trusted: their number or networks; true for all. Default: none. */
  trustProxy?: boolean | number | string[];
  /** Limit for each session; for each address without one. */
  requestsPerMinute: number;
  log: FastifyBaseLogger;
  /** Checks a form before it is saved. */
  guard: Pick<Guard, 'material'>;
  /** Sends the sign-in page. The status of the reply is already set. */
  showSignIn(request: FastifyRequest, reply: FastifyReply, page: SignInPage): Promise<unknown>;
}
