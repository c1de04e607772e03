/** The door: who asks is known before anything is answered, and no form of another site is taken for ours. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, ReferralError } from '../../../domain/errors.ts';
import { isDatabaseAway } from '../../../prisma/store/database-unavailable.ts';
import { inTime } from '../with-timeout.ts';
import { askerByToken, assertScope } from './bearer.ts';
import { registerCookies } from './cookies.ts';
import type { IdentityDeps } from './deps.ts';
import { formToken, isFormToken, isSentByUs, isSurelyOurPage } from './form-token.ts';
import type { Asker } from './principal.ts';
import { openProvider, type Provider } from './provider.ts';
import { countRequests } from './rate-limit.ts';
import { findKept, forget, type KeptFields, type KeptForm, keep, pathOf } from './saved-form.ts';
import { type Sessions, sessionsOf } from './session.ts';
import { type SessionKeys, sessionKeys } from './session-keys.ts';
import { CALLBACK, signingIn, startPath } from './signing-in.ts';
import { signingOut } from './signing-out.ts';

declare module 'fastify' {
  interface FastifyRequest {
    door: {
      formToken(): string;
      kept: KeptForm | undefined;
      /** Who asks, asked again of a request that lasts. @throws ReferralError where a token does not hold any more. */
      askerNow(): Promise<Asker | undefined>;
    };
  }
}

interface Door extends IdentityDeps {
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
  const door: Door = { ...deps, keys, provider, publicOrigin, sessions: sessionsOf(deps) };
  await registerCookies(app, identity, keys);
  app.decorateRequest('asker', undefined);
  app.decorateRequest('door');
  app.addHook('onRequest', async (request) => {
    request.door = {
      formToken: () => formToken(keys, request.session.get('id') ?? ''),
      kept: undefined,
      askerNow: () => askerNow(door, request),
    };
  });
  await countRequests(app, requestsPerMinute, isForAnybody);
  app.addHook('onRequest', async (request, reply) => {
    if (isForAnybody(request)) return;
    return await calm(request, isApi(request) ? atApi(door, request, reply) : atPages(door, request, reply));
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isRead(request) || isApi(request)) return;
    return await calm(request, beforeWrite(door, request, reply));
  });
  app.addHook('onSend', async (request, reply) => {
    const isBare = isApi(request) && reply.statusCode === 401 && !reply.hasHeader('www-authenticate');
    if (isBare) reply.header('www-authenticate', 'Bearer');
  });
  signingIn(app, door);
  signingOut(app, door);
}

/** The value of the hidden `_csrf` of every form, and of the header `x-csrf-token`. */
export function csrfField(reply: FastifyReply): string {
  return reply.request.door.formToken();
}

/**
 * What the person had typed when the session ended, once they are back. `action` is the path that the form posts to;
 * without one, that of the page itself.
 */
export function keptFields(request: FastifyRequest, action = pathOf(request.url)): KeptFields | undefined {
  const { kept } = request.door;
  return kept?.action === action ? kept.fields : undefined;
}

/** Where to send a browser that asks for a page and is not signed in; it comes back to the page. */
export function signInPath(request: FastifyRequest): string {
  return `/sign-in?to=${encodeURIComponent(request.url)}`;
}

/** Of a token or of a session; what a session writes needs the form token as a header. */
async function atApi(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return await byToken(door, request, reply, authorization);
  await bySession(door, request, reply);
  if (request.asker && !isRead(request)) assertOurs(door, request, request.headers['x-csrf-token']);
}

async function byToken(door: Door, request: FastifyRequest, reply: FastifyReply, authorization: string): Promise<void> {
  reply.header('cache-control', 'no-store');
  try {
    request.asker = await byTokenNow(door, request, authorization);
  } catch (error) {
    const challenge = error instanceof ReferralError ? CHALLENGES[error.code] : undefined;
    if (challenge) reply.header('www-authenticate', `Bearer error="${challenge}"`);
    throw error;
  }
}

async function byTokenNow(door: Door, request: FastifyRequest, authorization: string): Promise<Asker> {
  const asker = await askerByToken(door, door.provider, authorization);
  assertScope(asker, !isRead(request));
  return asker;
}

async function askerNow(door: Door, request: FastifyRequest): Promise<Asker | undefined> {
  const { authorization = '' } = request.headers;
  const isToken = request.asker?.via.kind === 'token';
  return isToken ? await byTokenNow(door, request, authorization) : await door.sessions.askerNow(request);
}

/** RFC 6750, 3.1. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  NOT_SIGNED_IN: 'invalid_token',
  SCOPE_REQUIRED: 'insufficient_scope',
};

async function atPages(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  await bySession(door, request, reply);
  if (request.asker || isRead(request) || request.session.get('personId') !== undefined) return;
  // Never signed in: the body is not even read.
  return await turnAway(door, request, reply, undefined);
}

async function bySession(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.session.get('id') === undefined) return;
  request.asker = await door.sessions.asker(request);
  if (request.asker === undefined) return;
  // What one person may see is in no cache when the next one sits there.
  reply.header('cache-control', 'no-store');
  if (!request.session.get('refill')) return;
  request.door.kept = await findKept(door, request.asker.person.personId);
  if (request.door.kept === undefined) request.session.set('refill', undefined);
}

/** Signed in, and by a form of ours: else nothing is done, and what was typed waits for its writer. */
async function beforeWrite(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { asker, session } = request;
  const token: unknown = Object(request.body)._csrf;
  if (asker === undefined) {
    const personId = session.get('personId');
    const canKeep = personId !== undefined && isOurs(door, request, token);
    return await turnAway(door, request, reply, canKeep ? await keep(door, request, personId) : undefined);
  }
  const { personId } = asker.person;
  if (isOurs(door, request, token)) {
    if (request.door.kept?.action !== pathOf(request.url)) return;
    await forget(door.db, personId);
    session.set('refill', undefined);
    return;
  }
  // Of an earlier session of the same browser, in another tab perhaps: the page comes back as it was typed.
  const page = isSurelyOurPage(request) ? await keep(door, request, personId) : undefined;
  if (page === undefined) throw notOurs();
  session.set('refill', true);
  return await reply.redirect(page, 303);
}

/** `page` is where what was typed will be shown again. */
async function turnAway({ showSignIn }: Door, request: FastifyRequest, reply: FastifyReply, page: string | undefined) {
  reply.status(401);
  await showSignIn(request, reply, { start: startPath(page ?? '/'), notice: page ? 'kept' : 'not-kept' });
  return reply;
}

function assertOurs(door: Door, request: FastifyRequest, token: unknown): void {
  if (!isOurs(door, request, token)) throw notOurs();
}

function notOurs(): ReferralError {
  return new ReferralError(
    'FORM_NOT_OURS',
    'This form was not made for your session: open its page again and send it.',
  );
}

function isOurs({ keys, publicOrigin }: Door, request: FastifyRequest, token: unknown): boolean {
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

async function calm<T>(request: FastifyRequest, answer: Promise<T>): Promise<T> {
  try {
    return await inTime(request, answer);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    throw new ReferralError('ENGINE_UNAVAILABLE', 'The database does not answer; try again, nothing is done twice.');
  }
}
