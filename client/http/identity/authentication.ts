/** The door: who asks is known before anything is answered, and no form of another site is taken for ours. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, ReferralError } from '../../../domain/errors.ts';
import { mapDatabaseOutage } from '../../../prisma/store/database-unavailable.ts';
import { withinAnswerTime } from '../answer-timeout.ts';
import { assertScope, principalByToken } from './bearer.ts';
import { registerCookies } from './cookies.ts';
import type { IdentityDeps } from './deps.ts';
import { formToken, isFormToken, isSentByUs, isSurelyOurPage } from './form-token.ts';
import type { Principal } from './principal.ts';
import { openProvider, type Provider } from './provider.ts';
import { limitRequests } from './rate-limit.ts';
import { findSavedForm, forget, keep, pathOf, type SavedFields, type SavedForm } from './saved-form.ts';
import { type Sessions, sessionsOf } from './session.ts';
import { type SessionKeys, sessionKeys } from './session-keys.ts';
import { CALLBACK, signingIn, startPath } from './signing-in.ts';
import { signingOut } from './signing-out.ts';

declare module 'fastify' {
  interface FastifyRequest {
    authentication: {
      formToken(): string;
      kept: SavedForm | undefined;
      /** Who asks, asked again of a request that lasts. @throws ReferralError where a token does not hold any more. */
      currentPrincipal(): Promise<Principal | undefined>;
    };
  }
}

interface AuthenticationContext extends IdentityDeps {
  keys: SessionKeys;
  sessions: Sessions;
  provider: Provider;
  publicOrigin: string;
}

/** Called on the instance that everything hangs on, before any route; await it. @throws Error on unusable settings. */
export async function registerIdentity(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { identity, publicUrl, requestsPerMinute } = deps;
  if (identity.audience === identity.clientId) {
    throw new Error('The audience must not be the client id: what says who signed in would open the API too.');
  }
  const keys = sessionKeys(identity.sessionKeys);
  const provider = openProvider(identity, new URL(CALLBACK, publicUrl).href);
  const publicOrigin = new URL(publicUrl).origin;
  const context: AuthenticationContext = { ...deps, keys, provider, publicOrigin, sessions: sessionsOf(deps) };
  await registerCookies(app, identity, keys);
  app.decorateRequest('principal', undefined);
  app.decorateRequest('authentication');
  app.addHook('onRequest', async (request) => {
    request.authentication = {
      formToken: () => formToken(keys, request.session.get('id') ?? ''),
      kept: undefined,
      currentPrincipal: () => currentPrincipal(context, request),
    };
  });
  await limitRequests(app, requestsPerMinute, isForAnybody);
  app.addHook('onRequest', async (request, reply) => {
    if (isForAnybody(request)) return;
    const answer = isApi(request) ? atApi(context, request, reply) : atPages(context, request, reply);
    return await mapDatabaseOutage(withinAnswerTime(request, answer));
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isRead(request) || isApi(request)) return;
    return await mapDatabaseOutage(withinAnswerTime(request, beforeWrite(context, request, reply)));
  });
  app.addHook('onSend', async (request, reply) => {
    const isBare = isApi(request) && reply.statusCode === 401 && !reply.hasHeader('www-authenticate');
    if (isBare) reply.header('www-authenticate', 'Bearer');
  });
  signingIn(app, context);
  signingOut(app, context);
}

/** The value of the hidden `_csrf` of every form, and of the header `x-csrf-token`. */
export function csrfField(reply: FastifyReply): string {
  return reply.request.authentication.formToken();
}

/**
 * What the person had typed when the session ended, once they are back. `action` is the path that the form posts to;
 * without one, that of the page itself.
 */
export function savedFields(request: FastifyRequest, action = pathOf(request.url)): SavedFields | undefined {
  const { kept } = request.authentication;
  return kept?.action === action ? kept.fields : undefined;
}

/** Where to send a browser that asks for a page and is not signed in; it comes back to the page. */
export function signInPath(request: FastifyRequest): string {
  return `/sign-in?to=${encodeURIComponent(request.url)}`;
}

/** Of a token or of a session; what a session writes needs the form token as a header. */
async function atApi(context: AuthenticationContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return await byToken(context, request, reply, authorization);
  await bySession(context, request, reply);
  if (request.principal && !isRead(request)) assertOurs(context, request, request.headers['x-csrf-token']);
}

async function byToken(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
  authorization: string,
): Promise<void> {
  reply.header('cache-control', 'no-store');
  try {
    request.principal = await byTokenNow(context, request, authorization);
  } catch (error) {
    const challenge = error instanceof ReferralError ? CHALLENGES[error.code] : undefined;
    if (challenge) reply.header('www-authenticate', `Bearer error="${challenge}"`);
    throw error;
  }
}

async function byTokenNow(
  context: AuthenticationContext,
  request: FastifyRequest,
  authorization: string,
): Promise<Principal> {
  const principal = await principalByToken(context, context.provider, authorization);
  assertScope(principal, !isRead(request));
  return principal;
}

async function currentPrincipal(
  context: AuthenticationContext,
  request: FastifyRequest,
): Promise<Principal | undefined> {
  const { authorization = '' } = request.headers;
  const isToken = request.principal?.via.kind === 'token';
  return isToken ? await byTokenNow(context, request, authorization) : await context.sessions.principal(request);
}

/** RFC 6750, 3.1. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  NOT_SIGNED_IN: 'invalid_token',
  SCOPE_REQUIRED: 'insufficient_scope',
};

async function atPages(context: AuthenticationContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  await bySession(context, request, reply);
  if (request.principal || isRead(request) || request.session.get('personId') !== undefined) return;
  // Never signed in: the body is not even read.
  return await turnAway(context, request, reply, undefined);
}

async function bySession(context: AuthenticationContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.session.get('id') === undefined) return;
  request.principal = await context.sessions.principal(request);
  if (request.principal === undefined) return;
  // What one person may see is in no cache when the next one sits there.
  reply.header('cache-control', 'no-store');
  if (!request.session.get('refill')) return;
  request.authentication.kept = await findSavedForm(context, request.principal.person.personId);
  if (request.authentication.kept === undefined) request.session.set('refill', undefined);
}

/** Signed in, and by a form of ours: else nothing is done, and what was typed waits for its writer. */
async function beforeWrite(
  context: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { principal, session } = request;
  const token: unknown = Object(request.body)._csrf;
  if (principal === undefined) {
    const personId = session.get('personId');
    const canKeep = personId !== undefined && isOurs(context, request, token);
    return await turnAway(context, request, reply, canKeep ? await keep(context, request, personId) : undefined);
  }
  const { personId } = principal.person;
  if (isOurs(context, request, token)) {
    if (request.authentication.kept?.action !== pathOf(request.url)) return;
    await forget(context.db, personId);
    session.set('refill', undefined);
    return;
  }
  // Of an earlier session of the same browser, in another tab perhaps: the page comes back as it was typed.
  const page = isSurelyOurPage(request) ? await keep(context, request, personId) : undefined;
  if (page === undefined) throw notOurs();
  session.set('refill', true);
  return await reply.redirect(page, 303);
}

/** `page` is where what was typed will be shown again. */
async function turnAway(
  { showSignIn }: AuthenticationContext,
  request: FastifyRequest,
  reply: FastifyReply,
  page: string | undefined,
) {
  reply.status(401);
  await showSignIn(request, reply, { start: startPath(page ?? '/'), notice: page ? 'kept' : 'not-kept' });
  return reply;
}

function assertOurs(context: AuthenticationContext, request: FastifyRequest, token: unknown): void {
  if (!isOurs(context, request, token)) throw notOurs();
}

function notOurs(): ReferralError {
  return new ReferralError(
    'FORM_NOT_OURS',
    'This form was not made for your session: open its page again and send it.',
  );
}

function isOurs({ keys, publicOrigin }: AuthenticationContext, request: FastifyRequest, token: unknown): boolean {
  const id = request.session.get('id');
  return id !== undefined && isSentByUs(request, publicOrigin) && isFormToken(keys, id, token);
}

/** Files of ours and the checks of health ask nobody who they are. */
function isForAnybody({ url }: FastifyRequest): boolean {
  return url.startsWith('/public/') || url === '/health' || url === '/ready';
}

function isApi({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/');
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
