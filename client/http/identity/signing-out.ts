/** Leaving: signing out here or everywhere, and going to work for another agency. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { at, findPerson } from '../../../prisma/store/people.ts';
import { localPath } from './local-path.ts';
import { principalOf } from './principal.ts';
import { auditSignIn } from './sign-in-audit.ts';
import type { SigningIn } from './signing-in.ts';

export function signingOut(app: FastifyInstance, { db, sessions }: SigningIn): void {
  app.post('/sign-out', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.end(request);
    await auditSignIn(db, person, 'signed-out');
    askAgain(request);
    return await reply.redirect('/sign-in?out', 303);
  });

  app.post('/sign-out-everywhere', async (request, reply) => {
    const { person } = principalOf(request);
    await sessions.endEverywhere(request, person.personId);
    await auditSignIn(db, person, 'signed-out-everywhere');
    askAgain(request);
    return await reply.redirect('/sign-in?out', 303);
  });

  app.post('/agency', async (request, reply) => {
    const { person, agencies } = principalOf(request);
    const { agency: chosen, to } = Object(request.body);
    const agency = agencies.find(({ id }) => id === chosen);
    if (agency === undefined) throw new ReferralError('UNKNOWN_AGENCY', 'You hold no role there.', 'agency');
    await sessions.move(request, agency.id);
    const known = await findPerson(db, person.personId);
    await auditSignIn(db, (known && at(known, agency.id)) ?? person, 'switched-agency');
    return await reply.redirect(localPath(to), 303);
  });
}

/** Whoever signs out on purpose leaves the desk, and their cookie with them: that is remembered for the next sign-in. */
function askAgain({ passage }: FastifyRequest): void {
  passage.regenerate();
  passage.set('again', true);
}
