/** Who can be reached where, who asks, and whether a number or a hash is known. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HASH_ALGORITHMS } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { directoryAnswer } from '../contract/answers/directory.ts';
import { matchesAnswer } from '../contract/answers/lists-and-readings.ts';
import { meAnswer } from '../contract/answers/receipt.ts';
import { country } from '../contract/submission.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { findMatches } from '../queries/search.ts';
import { answers, REFUSALS } from './document.ts';

const hash = new RegExp(`^(${HASH_ALGORITHMS.join('|')}):[^\\s]{1,2000}$`);

const sought = z
  .strictObject({
    origin: z
      .string()
      .regex(/^[^:]{1,500}:.{1,500}$/, 'must be system:number')
      .exactOptional()
      .describe("An agency's own number for a case, as system:number"),
    hash: z
      .string()
      .regex(hash, 'must be algorithm:value, for example sha256:…')
      .exactOptional()
      .describe('A fingerprint, as algorithm:value; compared exactly'),
  })
  .refine(({ origin, hash }) => (origin === undefined) !== (hash === undefined), {
    error: 'name either an origin or a hash',
    path: ['origin'],
  });

export function directoryRoutes(app: FastifyInstance, { db, keyring }: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/directory',
    {
      schema: {
        operationId: 'readDirectory',
        tags: ['directory'],
        summary: 'Agencies, contact points, and what each country can do',
        querystring: z.strictObject({ country: country.exactOptional() }),
        response: { 200: answers(directoryAnswer, 'The directory'), ...REFUSALS },
      },
    },
    async ({ query: { country } }) => {
      const { agencies, contactPoints, capabilities } = await readDirectory(db);
      const isThere = (each: { country: string | null }) => country === undefined || each.country === country;
      return {
        agencies: agencies.filter(isThere),
        contactPoints: contactPoints.filter(isThere),
        capabilities: capabilities.filter(isThere),
      };
    },
  );

  api.get(
    '/matches',
    {
      schema: {
        operationId: 'findMatches',
        tags: ['directory'],
        summary: "Referrals of the caller's agency with exactly that number or fingerprint",
        querystring: sought,
        response: { 200: answers(matchesAnswer, 'None where there is none, or none of theirs'), ...REFUSALS },
      },
    },
    async (request) => {
      const { origin, hash } = request.query;
      const [name, value] = halves(origin ?? hash ?? '');
      const algorithm = HASH_ALGORITHMS.find((each) => each === name);
      const exactly =
        hash !== undefined && algorithm ? { hash: { algorithm, value } } : { origin: { system: name, id: value } };
      return { matches: await findMatches({ db, keyring }, principalOf(request).person, exactly) };
    },
  );

  api.get(
    '/me',
    {
      schema: {
        operationId: 'readMe',
        tags: ['directory'],
        summary: 'Who asks, for which agency, in which roles',
        response: { 200: answers(meAnswer, 'The caller'), ...REFUSALS },
      },
    },
    async (request) => {
      const { person, ...principal } = principalOf(request);
      return { ...principal, ...person };
    },
  );
}

function halves(text: string): [before: string, after: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
