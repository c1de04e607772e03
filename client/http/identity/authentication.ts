/** Authenticates every request by session or token, and protects forms against cross-site request forgery. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { mapDatabaseOutage } from '../../../prisma/store/database-unavailable.ts';
import { withinAnswerTime } from '../answer-timeout.ts';
import { isApiRequest } from '../problem.ts';
import { certificateReader } from './client-certificate.ts';
import { registerCookies } from './cookies.ts';
import type { IdentityDeps } from './deps.ts';
import { proofChecker } from './dpop.ts';
import { formToken, isConfirmedSameOrigin, isFormToken, isSameOrigin } from './form-token.ts';
import type { Principal } from './principal.ts';
import { openProvider } from './provider.ts';
import { logoutByProvider } from './provider-logout.ts';
import { limitUnauthenticatedRequests } from './rate-limit.ts';
import { requireRecentSignIn } from './recent-sign-in.ts';
import { isCalendarRequest, isProviderCall, isPublicPath, isSafeMethod } from './request-kind.ts';
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
import { authenticateByToken, principalOfToken, type TokenContext } from './token-authentication.ts';

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

interface AuthenticationContext extends TokenContext {
  keys: SessionKeys;
  sessions: Sessions;
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
    certificateOf: certificateReader({ header: identity.certificateHeader, trustProxy: deps.trustProxy ?? false }),
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isPublicPath(request) || isProviderCall(request) || isCalendarRequest(request)) return;
    const answer = isApiRequest(request)
      ? authenticateApiRequest(context, request, reply)
      : authenticatePageRequest(context, request, reply);
    return await mapDatabaseOutage(withinAnswerTime(request, answer));
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isSafeMethod(request) || isApiRequest(request) || isProviderCall(request)) return;
    return await mapDatabaseOutage(withinAnswerTime(request, checkFormToken(context, request, reply)));
  });
  requireRecentSignIn(app, context);
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
