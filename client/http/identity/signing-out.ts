/** Routes for signing out, here or everywhere, and for switching to another agency. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { at, findPerson } from '../../../prisma/store/people.ts';
import { localPath } from './local-path.ts';
import { principalOf } from './principal.ts';
import { auditSignIn } from './sign-in-audit.ts';
import type { SignInContext } from './signing-in.ts';

/** Registers the routes of a sign-out. */
export function signOutRoutes(app: FastifyInstance, { db, sessions }: SignInContext): void {
  app.post('/sign-out', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.end(request);
    await auditSignIn(db, person, 'signed-out');
    requireReauthentication(request);
    return await reply.redirect('/sign-in?out', 303);
  });

  app.post('/sign-out-everywhere', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.endEverywhere(request, person.personId);
    await auditSignIn(db, person, 'signed-out-everywhere');
    requireReauthentication(request);
    return await reply.redirect('/sign-in?out', 303);
  });

  app.post('/agency', async (request, reply) => {
    const { person, agencies } = principalOf(request);
    const { agency: chosen, to } = Object(request.body);
    const agency = agencies.find(({ id }) => id === chosen);
    if (agency === undefined) throw new ReferralError('UNKNOWN_AGENCY', 'You have no role at that agency.', 'agency');
    await sessions.move(request, agency.id);
    const known = await findPerson(db, person.personId);
    await auditSignIn(db, (known && at(known, agency.id)) ?? person, 'switched-agency');
    return await reply.redirect(localPath(to), 303);
  });
}

/** Recorded in the sign-in cookie, because signing out deletes the session cookie. */
function requireReauthentication({ passage }: FastifyRequest): void {
  passage.regenerate();
  passage.set('again', true);
}
