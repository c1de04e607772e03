/** Finds people of the seed. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { at, findPerson } from '../../prisma/store/people.ts';

/** The person as a member of the given or the first agency. */
export async function personOf(db: Database, personId: string, agencyId?: string): Promise<Person> {
  const known = await findPerson(db, personId);
  const acting = known && at(known, agencyId ?? known.memberships[0]?.agencyId ?? '');
  if (acting === undefined) throw new Error(`The seed has no ${personId} at ${agencyId ?? 'any agency'}.`);
  return acting;
}
