/** The OpenID provider: found when it is first needed, so that we start without it, and asked again after a failure. */

import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { ReferralError } from '../../../domain/errors.ts';
import type { SignInFlow } from './cookies.ts';
import type { IdentityConfig } from './deps.ts';

export interface Provider {
  /** Where to send the browser, and what must be remembered until it is back. `again` makes sure that it is still they. */
  begin(options: { again: boolean }): Promise<{ url: string } & Challenge>;
  /**
   * The subject. @throws ReferralError NOT_SIGNED_IN where the answer does not belong to the challenge, or the provider
   * let somebody in by its own memory who was to be asked.
   */
  finish(callbackUrl: URL, challenge: Challenge): Promise<string>;
  /** The keys that tokens are signed by. */
  keys(): Promise<JWTVerifyGetKey>;
}

type Challenge = Omit<SignInFlow, 'to'>;

const TIMEOUT_SECONDS = 5;

/** Every call throws IDENTITY_UNAVAILABLE where the provider does not answer. */
export function openProvider(config: IdentityConfig, redirectUri: string): Provider {
  const found = lazily(() => discover(config));
  const keySet = lazily(async () => {
    const { jwks_uri } = (await found()).serverMetadata();
    if (jwks_uri === undefined) throw unavailable();
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 });
  });
  return {
    begin: async ({ again }) => {
      const known = await found();
      const verifier = openid.randomPKCECodeVerifier();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(known, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Asked for the age, it must say when it was (OpenID Connect Core, 3.1.2.1).
        ...(again && { prompt: 'login', max_age: '0' }),
      });
      return { url: url.href, state, nonce, verifier, again, at: Date.now() };
    },
    finish: async (callbackUrl, { state, nonce, verifier, again, at }) => {
      const known = await found();
      const checks = {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
        // Not before we asked.
        ...(again && { maxAge: Math.ceil((Date.now() - at) / 1000) }),
      };
      try {
        const tokens = await openid.authorizationCodeGrant(known, callbackUrl, checks);
        const subject = tokens.claims()?.sub;
        if (subject) return subject;
      } catch (error) {
        if (isAway(error)) throw unavailable();
      }
      throw new ReferralError('NOT_SIGNED_IN', 'The provider did not sign you in: start again.');
    },
    keys: keySet,
  };
}

async function discover({ issuer, clientId, clientSecret }: IdentityConfig): Promise<openid.Configuration> {
  const url = new URL(issuer);
  const onThisMachine = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  try {
    return await openid.discovery(url, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // Elsewhere everything is https, or refused.
      ...(onThisMachine && { execute: [openid.allowInsecureRequests] }),
    });
  } catch {
    throw unavailable();
  }
}

/** Not found, or answering with something else than OAuth says: as opposed to an answer that refuses. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof openid.ClientError && AWAY.includes(error.code ?? '');
}

const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

export function unavailable(): ReferralError {
  return new ReferralError('IDENTITY_UNAVAILABLE', 'Signing in does not work at the moment: try again in a minute.');
}

/** Made at the first call and kept; one that failed is made again at the next. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= make().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}
