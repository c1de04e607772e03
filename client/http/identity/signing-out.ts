/** Routes for signing out, here or everywhere, and for switching to another agency. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import { at, findPerson } from '../../../prisma/store/people.ts';
import { removeOwnSession } from '../../../prisma/store/sessions.ts';
import { localPath } from './local-path.ts';
import { principalOf } from './principal.ts';
import { sessionDigest } from './session.ts';
import { auditSignIn } from './sign-in-audit.ts';
import type { SignInContext } from './signing-in.ts';

/** Registers the routes of a sign-out. */
export function signOutRoutes(app: FastifyInstance, { db, sessions }: SignInContext): void {
  app.post('/sign-out', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.end(request);
    await auditSignIn(db, person, 'signed-out');
    requireReauthentication(request);
    return await signedOut(reply);
  });

  app.post('/sessions/end', async (request, reply) => {
    const { person } = principalOf(request);
    const { session } = Object(request.body);
    const digest = String(session ?? '');
    if (digest === sessionDigest(request)) {
      await sessions.end(request);
      await auditSignIn(db, person, 'signed-out');
      requireReauthentication(request);
      return await signedOut(reply);
    }
    if (await removeOwnSession(db, person.personId, digest)) await auditSignIn(db, person, 'signed-out');
    return await reply.redirect('/settings?ended', 303);
  });

  app.post('/sign-out-everywhere', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.endEverywhere(request, person.personId);
    await auditSignIn(db, person, 'signed-out-everywhere');
    requireReauthentication(request);
    return await signedOut(reply);
  });

  app.post('/agency', async (request, reply) => {
    const { person, agencies } = principalOf(request);
    const { agency: chosen, to } = Object(request.body);
    const agency = agencies.find(({ id }) => id === chosen);
    if (agency === undefined) throw new ReferralError('UNKNOWN_AGENCY', 'You have no role at that agency.', 'agency');
    await sessions.move(request, agency.id);
    const known = await findPerson(db, person.personId);
    const switched = (known && at(known, agency.id)) ?? person;
    await asAgency(switched.agencyId, () => auditSignIn(db, switched, 'switched-agency'));
    return await reply.redirect(localPath(to), 303);
  });
}

/** Cookies stay: one of them makes the provider authenticate the next person again. */
function signedOut(reply: FastifyReply): FastifyReply {
  return reply.header('clear-site-data', '"cache", "storage"').redirect('/sign-in?out', 303);
}

/** Recorded in the sign-in cookie, because signing out deletes the session cookie. */
function requireReauthentication({ passage }: FastifyRequest): void {
  passage.regenerate();
  passage.set('again', true);
}
