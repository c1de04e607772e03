/** Sessions: rows that are found by the digest of the id in the cookie. They end when idle, at their limit or on request. */

import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import {
  addSession,
  findSession,
  keepNewestSessions,
  moveSession,
  type OpenSession,
  recordSessionUse,
  removeSession,
  removeSessionsBefore,
  removeSessionsOf,
} from '../../../prisma/store/sessions.ts';
import { ABSOLUTE_HOURS, type IdentityDeps } from './deps.ts';
import { type Principal, principalAt } from './principal.ts';
import { isUserInitiated } from './request-kind.ts';
import type { Authentication } from './step-up.ts';

const MINUTE = 60_000;

/** The most open sessions of a person, on all devices. */
export const MOST_SESSIONS = 10;

/** Who signed in, for which agency, and how. */
export interface StartedSession {
  personId: string;
  agencyId: string;
  authentication: Authentication;
  /** The session at the provider, if the provider names it. */
  providerSession?: string;
}

/** Begins, reads and ends sessions. */
export interface Sessions {
  /** Undefined if there is no open session. Extends the session. */
  principal(request: FastifyRequest): Promise<Principal | undefined>;
  /** For requests that stay open. Does not extend the session. */
  currentPrincipal(request: FastifyRequest): Promise<Principal | undefined>;
  /** Starts a session under a new id. An earlier session of the browser ends, and the oldest beyond the most allowed. */
  begin(request: FastifyRequest, started: StartedSession): Promise<void>;
  /** Switches to another agency, under a new id. The limits of the session stay. */
  move(request: FastifyRequest, agencyId: string): Promise<void>;
  end(request: FastifyRequest): Promise<void>;
  endEverywhere(request: FastifyRequest, personId: string): Promise<void>;
}

/** Creates the functions for sessions on a database. */
export function sessionsOf({ db, identity }: Pick<IdentityDeps, 'db' | 'identity'>): Sessions {
  const { idleMinutes = 30, absoluteHours = ABSOLUTE_HOURS } = identity;
  const absolute = absoluteHours * 60 * MINUTE;

  const open = async ({ session }: FastifyRequest) => {
    const id = session.get('id');
    const found = id && (await findSession(db, digestOf(id)));
    if (!id || !found) return undefined;
    const now = Date.now();
    const idle = now - found.seenAt.getTime();
    const isOver = idle > idleMinutes * MINUTE || now - found.startedAt.getTime() > absolute;
    // The cookie is sealed: write access to the table is not enough to give a session to another person.
    const isOwn = found.who.personId === session.get('personId');
    return isOver || !isOwn ? undefined : { ...found, digest: digestOf(id), idle, authentication: sealedIn(session) };
  };

  const principal: Sessions['principal'] = async (request) => {
    const found = await open(request);
    if (found === undefined) return undefined;
    // At most once a minute, to avoid a write for every page.
    if (found.idle > MINUTE && isUserInitiated(request)) await recordSessionUse(db, found.digest, new Date());
    return principalOfSession(found);
  };

  const end: Sessions['end'] = async ({ session }) => {
    const id = session.get('id');
    if (id) await removeSession(db, digestOf(id));
    session.delete();
  };

  return {
    principal,
    currentPrincipal: async (request) => {
      const found = await open(request);
      return found && principalOfSession(found);
    },
    begin: async ({ session }, { personId, agencyId, authentication, providerSession }) => {
      const old = session.get('id');
      if (old) await removeSession(db, digestOf(old));
      const now = new Date();
      await removeSessionsBefore(db, new Date(now.getTime() - absolute));
      const id = newId();
      const started = { startedAt: now, seenAt: now, ...(providerSession && { providerSession }) };
      await addSession(db, { digest: digestOf(id), personId, agencyId, ...started });
      await keepNewestSessions(db, personId, MOST_SESSIONS);
      session.regenerate();
      session.set('id', id);
      session.set('personId', personId);
      session.set('agencyId', agencyId);
      session.set('authenticatedAt', authentication.at);
      session.set('contextClass', authentication.contextClass);
    },
    move: async ({ session }, agencyId) => {
      const id = newId();
      const moved = await moveSession(db, digestOf(session.get('id') ?? ''), { digest: digestOf(id), agencyId });
      if (!moved) return;
      session.set('id', id);
      session.set('agencyId', agencyId);
    },
    end,
    endEverywhere: async (request, personId) => {
      await removeSessionsOf(db, personId);
      await end(request);
    },
  };
}

function principalOfSession({
  who,
  agencyId,
  authentication,
}: OpenSession & { authentication: Authentication }): Principal | undefined {
  return principalAt(who, agencyId, { kind: 'session' }, authentication);
}

/** In the sealed cookie, because write access to the table must not make a sign-in recent. */
function sealedIn(session: FastifyRequest['session']): Authentication {
  const [at, contextClass] = [session.get('authenticatedAt'), session.get('contextClass')];
  return { ...(at !== undefined && { at }), ...(contextClass !== undefined && { contextClass }) };
}

function newId(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest of the session of a request, by which lists name it; undefined without a session. */
export function sessionDigest({ session }: FastifyRequest): string | undefined {
  const id = session.get('id');
  return id === undefined ? undefined : digestOf(id);
}

function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
