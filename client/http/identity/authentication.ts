/** Authenticates every request by session or token, and protects forms against cross-site request forgery. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, ReferralError } from '../../../domain/errors.ts';
import { mapDatabaseOutage } from '../../../prisma/store/database-unavailable.ts';
import { withinAnswerTime } from '../answer-timeout.ts';
import { isApiRequest } from '../problem.ts';
import { assertScope, principalByToken, type SentToken } from './bearer.ts';
import { registerCookies } from './cookies.ts';
import type { IdentityDeps } from './deps.ts';
import { PROOF_ALGORITHMS, proofChecker } from './dpop.ts';
import { formToken, isConfirmedSameOrigin, isFormToken, isSameOrigin } from './form-token.ts';
import type { Principal } from './principal.ts';
import { openProvider, type Provider } from './provider.ts';
import { logoutByProvider } from './provider-logout.ts';
import { limitUnauthenticatedRequests, type RefusedTokenLimit } from './rate-limit.ts';
import { isProviderCall, isPublicPath, isSafeMethod } from './request-kind.ts';
import {
  deleteSavedFormOf,
  findSavedForm,
  pathOf,
  type SavedFields,
  type SavedForm,
  saveSentForm,
} from './saved-form.ts';
import { type Sessions, sessionsOf } from './session.ts';
import { type SessionKeys, sessionKeys } from './session-keys.ts';
import { CALLBACK, signInRoutes, startPath } from './signing-in.ts';
import { signOutRoutes } from './signing-out.ts';

declare module 'fastify' {
  interface FastifyRequest {
    authentication: {
      formToken(): string;
      /** The form that was sent after the session had ended, until it is sent again. */
      savedForm: SavedForm | undefined;
      /** For requests that stay open: authenticates again. @throws ReferralError if the token is not valid any more. */
      currentPrincipal(): Promise<Principal | undefined>;
    };
  }
}

interface AuthenticationContext extends IdentityDeps {
  keys: SessionKeys;
  sessions: Sessions;
  provider: Provider;
  publicOrigin: string;
  isProof: ReturnType<typeof proofChecker>;
  limitRefusedTokens: RefusedTokenLimit;
}

/** Call it on the root instance before any route is added, and await it. @throws Error if the settings are unusable. */
export async function registerIdentity(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { identity, publicUrl, requestsPerMinute } = deps;
  if (identity.audience === identity.clientId) {
    throw new Error('The audience must differ from the client id, or the API would accept ID tokens of users.');
  }
  const keys = sessionKeys(identity.sessionKeys);
  const provider = openProvider(identity, new URL(CALLBACK, publicUrl).href);
  const publicOrigin = new URL(publicUrl).origin;
  await registerCookies(app, identity, keys);
  app.decorateRequest('principal', undefined);
  app.decorateRequest('authentication');
  app.addHook('onRequest', async (request) => {
    request.authentication = {
      formToken: () => formToken(keys, request.session.get('id') ?? ''),
      savedForm: undefined,
      currentPrincipal: () => currentPrincipal(context, request),
    };
  });
  const limitRefusedTokens = await limitUnauthenticatedRequests(app, requestsPerMinute, isPublicPath);
  const context: AuthenticationContext = {
    ...{ ...deps, keys, provider, publicOrigin, limitRefusedTokens },
    ...{ sessions: sessionsOf(deps), isProof: proofChecker() },
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isPublicPath(request) || isProviderCall(request)) return;
    const answer = isApiRequest(request)
      ? authenticateApiRequest(context, request, reply)
      : authenticatePageRequest(context, request, reply);
    return await mapDatabaseOutage(withinAnswerTime(request, answer));
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isSafeMethod(request) || isApiRequest(request) || isProviderCall(request)) return;
    return await mapDatabaseOutage(withinAnswerTime(request, checkFormToken(context, request, reply)));
  });
  app.addHook('onSend', async (request, reply) => {
    const lacksChallenge = isApiRequest(request) && reply.statusCode === 401 && !reply.hasHeader('www-authenticate');
    if (lacksChallenge) reply.header('www-authenticate', 'Bearer');
  });
  signInRoutes(app, context);
  signOutRoutes(app, context);
  logoutByProvider(app, context);
}

/** The form token: sent as the hidden field `_csrf` of every form, or as the header `x-csrf-token`. */
export function csrfField(reply: FastifyReply): string {
  return reply.request.authentication.formToken();
}

/**
 * The fields of a form that was sent after the session had ended, once the person is signed in again. `action` is the path
 * that the form posts to; by default the path of the page.
 */
export function savedFields(request: FastifyRequest, action = pathOf(request.url)): SavedFields | undefined {
  const { savedForm } = request.authentication;
  return savedForm?.action === action ? savedForm.fields : undefined;
}

/** Where to redirect a browser that is not signed in. After signing in, it returns to the requested page. */
export function signInPath(request: FastifyRequest): string {
  return `/sign-in?to=${encodeURIComponent(request.url)}`;
}

/** By token or by session. With a session, requests other than GET need the form token as a header. */
async function authenticateApiRequest(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return await authenticateByToken(context, request, reply, authorization);
  await authenticateBySession(context, request, reply);
  if (request.principal && !isSafeMethod(request)) assertFormToken(context, request, request.headers['x-csrf-token']);
}

async function authenticateByToken(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
  authorization: string,
): Promise<void> {
  reply.header('cache-control', 'no-store');
  try {
    const isProven = (token: string, thumbprint: string) =>
      context.isProof({
        ...{ proof: proofOf(request), token, thumbprint, method: request.method },
        url: context.publicOrigin + pathOf(request.url),
      });
    request.principal = await principalOfToken(context, request, { authorization, isProven });
  } catch (error) {
    const challenge = error instanceof ReferralError ? CHALLENGES[error.code] : undefined;
    if (challenge) {
      await context.limitRefusedTokens(request, reply);
      const algorithms = `, algs="${PROOF_ALGORITHMS.join(' ')}"`;
      const isBound = /^dpop /i.test(authorization);
      reply.header(
        'www-authenticate',
        `${isBound ? 'DPoP' : 'Bearer'} error="${challenge}"${isBound ? algorithms : ''}`,
      );
    }
    throw error;
  }
}

async function principalOfToken(
  context: AuthenticationContext,
  request: FastifyRequest,
  token: SentToken,
): Promise<Principal> {
  const principal = await principalByToken(context, context.provider, token);
  assertScope(principal, !isSafeMethod(request));
  return principal;
}

async function currentPrincipal(
  context: AuthenticationContext,
  request: FastifyRequest,
): Promise<Principal | undefined> {
  const { authorization = '' } = request.headers;
  const isToken = request.principal?.via.kind === 'token';
  return isToken
    ? await principalOfToken(context, request, { authorization })
    : await context.sessions.currentPrincipal(request);
}

/** Exactly one proof is allowed (RFC 9449, 4.3). */
function proofOf({ headers }: FastifyRequest): string | undefined {
  const { dpop } = headers;
  return typeof dpop === 'string' && !dpop.includes(',') ? dpop : undefined;
}

/** RFC 6750, 3.1. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  NOT_SIGNED_IN: 'invalid_token',
  SCOPE_REQUIRED: 'insufficient_scope',
};

async function authenticatePageRequest(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  await authenticateBySession(context, request, reply);
  if (request.principal || isSafeMethod(request) || request.session.get('personId') !== undefined) return;
  // Never signed in: the body is not read.
  return await sendSignInPage(context, request, reply, undefined);
}

async function authenticateBySession(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (request.session.get('id') === undefined) return;
  request.principal = await context.sessions.principal(request);
  if (request.principal === undefined) return;
  // The next user of the same browser must not find the answer in its cache.
  reply.header('cache-control', 'no-store');
  if (!request.session.get('refill')) return;
  request.authentication.savedForm = await findSavedForm(context, request.principal.person.personId);
  if (request.authentication.savedForm === undefined) request.session.set('refill', undefined);
}

/** Requires a session and a valid form token. Otherwise nothing is done, and the form is saved for its sender. */
async function checkFormToken(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { principal, session } = request;
  const token: unknown = Object(request.body)._csrf;
  if (principal === undefined) {
    const personId = session.get('personId');
    const canSave = personId !== undefined && hasValidFormToken(context, request, token);
    return await sendSignInPage(
      context,
      request,
      reply,
      canSave ? await saveSentForm(context, request, personId) : undefined,
    );
  }
  const { personId } = principal.person;
  if (hasValidFormToken(context, request, token)) {
    if (request.authentication.savedForm?.action !== pathOf(request.url)) return;
    await deleteSavedFormOf(context.db, personId);
    session.set('refill', undefined);
    return;
  }
  // The form belongs to an earlier session of this browser, for example in another tab: show it again as it was filled in.
  const page = isConfirmedSameOrigin(request) ? await saveSentForm(context, request, personId) : undefined;
  if (page === undefined) throw formNotOurs();
  session.set('refill', true);
  return await reply.redirect(page, 303);
}

/** `page` is the page that shows the saved form again; undefined if nothing was saved. */
async function sendSignInPage(
  { showSignIn }: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
  page: string | undefined,
) {
  reply.status(401);
  await showSignIn(request, reply, { start: startPath(page ?? '/'), notice: page ? 'kept' : 'not-kept' });
  return reply;
}

function assertFormToken(context: AuthenticationContext, request: FastifyRequest, token: unknown): void {
  if (!hasValidFormToken(context, request, token)) throw formNotOurs();
}

function formNotOurs(): ReferralError {
  return new ReferralError(
    'FORM_NOT_OURS',
    'This form does not belong to your session. Open its page again and send it from there.',
  );
}

function hasValidFormToken(context: AuthenticationContext, request: FastifyRequest, token: unknown): boolean {
  const { keys, publicOrigin } = context;
  const id = request.session.get('id');
  return id !== undefined && isSameOrigin(request, publicOrigin) && isFormToken(keys, id, token);
}
