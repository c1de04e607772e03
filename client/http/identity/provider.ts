/** The OpenID provider. Its metadata is fetched at first use, so that the server starts without it. */

import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { ReferralError } from '../../../domain/errors.ts';
import type { SignInFlow } from './cookies.ts';
import { ABSOLUTE_HOURS, type IdentityConfig } from './deps.ts';
import { type Authentication, authenticationOf, DEFAULT_STEP_UP, isAcceptable } from './step-up.ts';

/** The OpenID provider: begins and completes a sign-in, and supplies the keys for access tokens. */
export interface Provider {
  /**
   * Where to redirect the browser, and the state to store until it returns. `again` requires a new authentication, and `stepUp`
   * also a class that is acceptable for acts that require a recent one.
   */
  begin(options: { again: boolean; stepUp: boolean }): Promise<{ url: string } & Challenge>;
  /**
   * Resolves to who signed in, and how. @throws ReferralError NOT_SIGNED_IN if the answer does not belong to the challenge, or the
   * provider did not authenticate the person again although it was asked to. @throws ReferralError REAUTHENTICATION_REQUIRED if
   * the class is not acceptable.
   */
  finish(callbackUrl: URL, challenge: Challenge): Promise<ProvenSignIn>;
  /** The keys that verify access tokens. */
  keys(): Promise<JWTVerifyGetKey>;
}

/** A sign-in that the provider has proved. */
export interface ProvenSignIn {
  subject: string;
  /** The session at the provider (`sid`), which the provider names when it ends. */
  providerSession?: string;
  authentication: Authentication;
}

type Challenge = Omit<SignInFlow, 'to'>;

const TIMEOUT_SECONDS = 5;

/** Every method throws IDENTITY_UNAVAILABLE if the provider does not answer. */
export function openProvider(config: IdentityConfig, redirectUri: string): Provider {
  const { stepUp = DEFAULT_STEP_UP, absoluteHours = ABSOLUTE_HOURS } = config;
  const metadata = once(() => discover(config));
  const keySet = once(async () => {
    const { jwks_uri } = (await metadata()).serverMetadata();
    if (jwks_uri === undefined) throw providerUnavailable();
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1000 });
  });
  return {
    begin: async ({ again, stepUp: isStepUp }) => {
      const known = await metadata();
      const verifier = openid.randomPKCECodeVerifier();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(known, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // With max_age, the provider must return auth_time (OpenID Connect Core, 3.1.2.1).
        ...(again ? { prompt: 'login', max_age: '0' } : { max_age: String(absoluteHours * 3600) }),
        ...(isStepUp && stepUp.contextClasses.length > 0 && { acr_values: stepUp.contextClasses.join(' ') }),
      });
      return { url: url.href, state, nonce, verifier, again, stepUp: isStepUp, at: Date.now() };
    },
    finish: async (callbackUrl, { state, nonce, verifier, again, stepUp: isStepUp, at }) => {
      const known = await metadata();
      const checks = {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
        // Authenticated after the redirect.
        ...(again && { maxAge: Math.ceil((Date.now() - at) / 1000) }),
      };
      try {
        const tokens = await openid.authorizationCodeGrant(known, callbackUrl, checks);
        const claims = tokens.claims();
        const [subject, sid, authentication] = [claims?.sub, claims?.['sid'], authenticationOf(claims ?? {})];
        if (isStepUp && !isAcceptable(stepUp, authentication.contextClass)) throw tooWeak();
        if (subject) return { subject, authentication, ...(typeof sid === 'string' && { providerSession: sid }) };
      } catch (error) {
        if (error instanceof ReferralError) throw error;
        if (isProviderOutage(error)) throw providerUnavailable();
      }
      throw new ReferralError('NOT_SIGNED_IN', 'The provider did not sign you in. Start again.');
    },
    keys: keySet,
  };
}

function tooWeak(): ReferralError {
  return new ReferralError(
    'REAUTHENTICATION_REQUIRED',
    'This requires a stronger sign-in than the provider reported. Sign in again by the method that it requires.',
  );
}

async function discover({ issuer, clientId, clientSecret }: IdentityConfig): Promise<openid.Configuration> {
  const url = new URL(issuer);
  const isLoopback = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  try {
    return await openid.discovery(url, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // For any other host, the library requires https.
      ...(isLoopback && { execute: [openid.allowInsecureRequests] }),
    });
  } catch {
    throw providerUnavailable();
  }
}

/** The provider cannot be reached, or its answer does not follow OAuth. A refusal is not an outage. */
function isProviderOutage(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof openid.ClientError && OUTAGE_CODES.includes(error.code ?? '');
}

const OUTAGE_CODES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** The error for a provider that does not answer. */
export function providerUnavailable(): ReferralError {
  return new ReferralError('IDENTITY_UNAVAILABLE', 'Sign-in is not available. Try again in a minute.');
}

/** Calls `make` at the first use and keeps the result. After a failure, the next use calls it again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= make().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}
