/** The directory of agencies, the caller's own account, and exact matches of case numbers and hash values. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HASH_ALGORITHMS } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { directoryAnswer } from '../contract/answers/directory.ts';
import { matchesAnswer } from '../contract/answers/lists-and-readings.ts';
import { meAnswer } from '../contract/answers/receipt.ts';
import { country, ownReference } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { findMatches } from '../queries/search.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const hash = new RegExp(`^(${HASH_ALGORITHMS.join('|')}):[^\\s]{1,2000}$`);

const matchQuery = z
  .strictObject({
    origin: z
      .string()
      .regex(/^[^:]{1,500}:.{1,500}$/, 'must be system:number')
      .exactOptional()
      .describe("An agency's own case number, as system:number"),
    ownReference: ownReference.exactOptional().describe("The case number that the caller's agency uses for a referral"),
    hash: z
      .string()
      .regex(hash, 'must be algorithm:value, for example sha256:…')
      .exactOptional()
      .describe('A hash value, as algorithm:value; only exact matches are found'),
  })
  .refine((sought) => Object.keys(sought).length === 1, {
    error: 'give one of ownReference, origin and hash',
    path: ['origin'],
  });

/** Registers the routes that read the directory. */
export function directoryRoutes(app: FastifyInstance, { db, keyring }: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/directory',
    {
      schema: {
        operationId: 'readDirectory',
        tags: ['directory'],
        summary: 'Agencies, contact points and capabilities of each country',
        querystring: z.strictObject({ country: country.exactOptional() }),
        response: { 200: jsonAnswer(directoryAnswer, 'The directory'), ...REFUSALS },
      },
    },
    async ({ query: { country } }) => {
      const { agencies, contactPoints, capabilities } = await readDirectory(db);
      const isInCountry = (each: { country: string | null }) => country === undefined || each.country === country;
      return {
        agencies: agencies.filter(isInCountry),
        contactPoints: contactPoints.filter(isInCountry),
        capabilities: capabilities.filter(isInCountry).map(({ recordedBy, ...entry }) => ({
          ...{ ...entry, ...(recordedBy && { recordedBy: recordedBy.agencyId }) },
        })),
      };
    },
  );

  api.get(
    '/matches',
    {
      schema: {
        operationId: 'findMatches',
        tags: ['directory'],
        summary: "Referrals of the caller's agency with exactly that case number or hash value",
        querystring: matchQuery,
        response: { 200: jsonAnswer(matchesAnswer, 'Empty if there is none that the caller may read'), ...REFUSALS },
      },
    },
    async (request) => {
      const { origin, hash, ownReference } = request.query;
      const [name, value] = splitAtColon(origin ?? hash ?? '');
      const algorithm = HASH_ALGORITHMS.find((each) => each === name);
      const criterion =
        hash !== undefined && algorithm ? { hash: { algorithm, value } } : { origin: { system: name, id: value } };
      const sought = ownReference === undefined ? criterion : { ownReference };
      return { matches: await findMatches({ db, keyring }, principalOf(request).person, sought) };
    },
  );

  api.get(
    '/me',
    {
      schema: {
        operationId: 'readMe',
        tags: ['directory'],
        summary: 'The caller: person or system, agency and roles',
        response: { 200: jsonAnswer(meAnswer, 'The caller'), ...REFUSALS },
      },
    },
    async (request) => {
      const { person, ...principal } = principalOf(request);
      return { ...principal, ...person };
    },
  );
}

function splitAtColon(text: string): [before: string, after: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
