/** Warns before an act sends a referral to a country in which no contact point can receive it. */

import type { Person } from '../../domain/people.ts';
import { unreachableCountries } from '../../domain/routing/request.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import type { ActRequest } from '../contract/acts.ts';
import type { Cli } from './dependencies.ts';

/** Prints a line for people on standard error, for acts that choose countries. The act is done nevertheless. */
export async function warnOfUnreachable(
  { services, io }: Cli,
  actor: Person,
  reference: string,
  request: ActRequest,
): Promise<void> {
  const chosen = choiceOf(request);
  if (chosen === undefined || chosen.countries.length === 0) return;
  const { reader, db } = services();
  const { referral } = await reader.status(actor, reference);
  const asked = { ...chosen, referral, asOf: new Date().toISOString() };
  const countries = unreachableCountries(asked, await readDirectory(db));
  if (countries.length > 0)
    io.err(`Warning: no contact point in ${countries.join(', ')} can receive the referral now.\n`);
}

function choiceOf(request: ActRequest) {
  if (request.type === 'add-country') return { countries: [request.country] };
  return request.type === 'complete-triage'
    ? { countries: request.countries, capability: request.capability }
    : undefined;
}
