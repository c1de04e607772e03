/** Routes for signing in: the page, the redirect to the provider, and the provider's answer. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import type { IdentityDeps, SignInNotice } from './deps.ts';
import { initialPrincipal } from './initial-agency.ts';
import { localPath } from './local-path.ts';
import type { ProvenSignIn, Provider } from './provider.ts';
import { findSavedForm } from './saved-form.ts';
import type { Sessions } from './session.ts';
import type { SessionKeys } from './session-keys.ts';
import { auditRefusedSignIn, auditSignIn } from './sign-in-audit.ts';

/** The path to which the OpenID provider redirects after a sign-in. */
export const CALLBACK = '/sign-in/callback';
/** A sign-in that takes longer must be started again. */
const SIGN_IN_TIMEOUT_MS = 10 * 60_000;

/** What the routes of sign-in and sign-out need. */
export interface SignInContext extends IdentityDeps {
  keys: SessionKeys;
  sessions: Sessions;
  provider: Provider;
}

/** The path that begins a sign-in and returns to the page `to`. */
export function startPath(to: string): string {
  return to === '/' ? '/sign-in/start' : `/sign-in/start?to=${encodeURIComponent(to)}`;
}

/** The same for a request that requires a recent sign-in. */
export function stepUpPath(to: string): string {
  return `/sign-in/start?to=${encodeURIComponent(to)}&recent`;
}

/** Registers the routes of a sign-in. */
export function signInRoutes(app: FastifyInstance, deps: SignInContext): void {
  const { provider, showSignIn, log } = deps;

  app.get('/sign-in', async (request, reply) => {
    const { to, out } = queryOf(request);
    if (request.principal) return await reply.redirect(localPath(to), 303);
    const notice = out === undefined ? {} : ({ notice: 'signed-out' } as const);
    return await showSignIn(request, reply, { start: startPath(localPath(to)), ...notice });
  });

  app.get('/sign-in/start', async (request, reply) => {
    const { to: asked, recent } = queryOf(request);
    const to = localPath(asked);
    const stepUp = recent !== undefined;
    try {
      const { url, ...challenge } = await provider.begin({ again: stepUp || needsReauthentication(request), stepUp });
      request.passage.set('asked', { ...challenge, to });
      return await reply.redirect(url, 303);
    } catch (error) {
      return await notSignedIn(request, reply, stepUp ? stepUpPath(to) : startPath(to), error);
    }
  });

  app.get(CALLBACK, async (request, reply) => {
    const asked = request.passage.get('asked');
    // Each sign-in accepts one answer.
    request.passage.set('asked', undefined);
    try {
      if (asked === undefined || Date.now() - asked.at > SIGN_IN_TIMEOUT_MS) {
        throw new ReferralError(
          'NOT_SIGNED_IN',
          'This answer does not belong to a sign-in of this browser. Start again.',
        );
      }
      const proven = await provider.finish(new URL(request.url, deps.publicUrl), asked);
      await beginSession(deps, request, { ...proven, to: asked.to, stepUp: asked.stepUp ?? false });
      request.passage.delete();
      return await reply.redirect(asked.to, 303);
    } catch (error) {
      const to = asked?.to ?? '/';
      return await notSignedIn(request, reply, asked?.stepUp ? stepUpPath(to) : startPath(to), error);
    }
  });

  async function notSignedIn(request: FastifyRequest, reply: FastifyReply, start: string, error: unknown) {
    if (!(error instanceof ReferralError) || !isNotice(error.code)) throw error;
    const [status, notice] = NOTICES[error.code];
    log.warn({ code: error.code }, 'sign-in refused');
    if (status === 503) reply.header('retry-after', '30');
    return await showSignIn(request, reply.status(status), { start, notice });
  }
}

const NOTICES = {
  NOT_SIGNED_IN: [401, 'failed'],
  UNKNOWN_PERSON: [403, 'unknown'],
  REAUTHENTICATION_REQUIRED: [403, 'weak'],
  IDENTITY_UNAVAILABLE: [503, 'unavailable'],
} as const satisfies Record<string, readonly [number, SignInNotice]>;

function isNotice(code: string): code is keyof typeof NOTICES {
  return Object.hasOwn(NOTICES, code);
}

/** Starts a session. @throws ReferralError UNKNOWN_PERSON if no person with a role has this sign-in. */
async function beginSession(
  deps: SignInContext,
  request: FastifyRequest,
  { subject, to, stepUp, ...proven }: ProvenSignIn & { to: string; stepUp: boolean },
): Promise<void> {
  const { db, identity, sessions } = deps;
  const known = await findIdentity(db, identity.issuer, subject);
  const who = known?.system === undefined ? known?.who : undefined;
  const principal = who && (await initialPrincipal(db, request, { who, to }));
  if (principal === undefined) {
    await auditRefusedSignIn(db);
    throw new ReferralError(
      'UNKNOWN_PERSON',
      'You have no access to Liaise yet. Ask the administrator of your agency.',
    );
  }
  const { person } = principal;
  await sessions.begin(request, { personId: person.personId, agencyId: person.agencyId, ...proven });
  if (await findSavedForm(deps, person.personId)) request.session.set('refill', true);
  await auditSignIn(db, person, stepUp ? 'signed-in-again' : 'signed-in');
}

/** After a session in this browser, the provider must not sign in the next person from its own session. */
function needsReauthentication({ passage, session }: FastifyRequest): boolean {
  return passage.get('again') === true || session.get('id') !== undefined;
}

function queryOf(request: FastifyRequest): Record<string, unknown> {
  return Object(request.query);
}
