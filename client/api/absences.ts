/** Absences of the people of the caller's agency: who is out of office, until when, and who acts meanwhile. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { type Person, worksOnReferrals } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { absencesAnswer } from '../contract/answers/absences.ts';
import { isoDay } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { absencesAt, enterAbsence } from '../workspace/absences.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const personId = z.string().min(1).max(100);
const tags = ['directory'];
const response = { 200: jsonAnswer(absencesAnswer, 'The absences after the change'), ...REFUSALS };

/** Registers the routes. */
export function absenceRoutes(app: FastifyInstance, { db }: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/absences',
    {
      schema: {
        ...{ operationId: 'listAbsences', tags, summary: 'Present and next absences of the people of the agency' },
        response,
      },
    },
    (request) => answer(db, callerOf(request)),
  );

  api.post(
    '/absences/:person',
    {
      schema: {
        ...{ operationId: 'enterAbsence', tags, summary: 'Enters an absence, which replaces the one before' },
        description:
          'People enter their own. Supervisors and administrators enter those of everybody at their agency. Letters for the person ' +
          'go to the deputy too.',
        params: z.strictObject({ person: personId }),
        body: z.strictObject({
          from: isoDay.describe('The first day, in the time zone of the person'),
          until: isoDay.describe('The last day'),
          deputyId: personId.exactOptional().describe('Somebody of the agency who works on referrals'),
        }),
        response,
      },
    },
    async (request) => {
      const person = callerOf(request);
      const { params, body: absence } = request;
      await enterAbsence(db, person, { personId: params.person, absence, now: new Date().toISOString() });
      return answer(db, person);
    },
  );

  api.post(
    '/absences/:person/remove',
    {
      schema: {
        ...{ operationId: 'removeAbsence', tags, summary: 'Removes an absence' },
        params: z.strictObject({ person: personId }),
        response,
      },
    },
    async (request) => {
      const person = callerOf(request);
      const now = new Date().toISOString();
      await enterAbsence(db, person, { personId: request.params.person, absence: undefined, now });
      return answer(db, person);
    },
  );
}

/** @throws ReferralError ROLE_REQUIRED for people who neither work on referrals nor administer. */
function callerOf(request: FastifyRequest): Person {
  const { person } = principalOf(request);
  if (worksOnReferrals(person) || person.roles.includes('administrator')) return person;
  throw new ReferralError('ROLE_REQUIRED', 'Only people who work on referrals, and administrators, see absences.');
}

async function answer(db: Database, person: Person): Promise<z.input<typeof absencesAnswer>> {
  const members = await absencesAt(db, person, new Date().toISOString());
  return {
    absences: members.flatMap(({ id, name, zone, absence }) =>
      absence ? [{ personId: id, name, zone, ...absence }] : [],
    ),
  };
}
