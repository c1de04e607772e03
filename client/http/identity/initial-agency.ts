/** Chooses the agency of a new session for a person who works at several. The person can switch later. */

import type { FastifyRequest } from 'fastify';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { partiesTo } from '../../../prisma/store/parties.ts';
import type { UserAccount } from '../../../prisma/store/user-accounts.ts';
import { seesReferrals } from '../../queries/list.ts';
import { type Principal, principalAt } from './principal.ts';

/** The agency that may see the referral in `to`; else the agency of the last session; else the first. */
export async function initialPrincipal(
  db: Database,
  { session }: FastifyRequest,
  { who, to }: { who: UserAccount; to: string },
): Promise<Principal | undefined> {
  const last = session.get('personId') === who.personId ? session.get('agencyId') : undefined;
  const candidates = who.agencies
    .toSorted((one, other) => Number(other.id === last) - Number(one.id === last))
    .flatMap(({ id }) => principalAt(who, id, { kind: 'session' }) ?? []);
  const [, reference] = /^\/referrals\/([^/?]+)/.exec(to) ?? [];
  if (reference === undefined) return candidates[0];
  const seeing = candidates.flatMap(({ person }) => (seesReferrals(person) ? person.agencyId : []));
  const parties: string[] = [];
  for (const agencyId of seeing) {
    parties.push(...(await asAgency(agencyId, () => partiesTo(db, reference, [agencyId]))));
  }
  return candidates.find(({ person }) => parties.includes(person.agencyId)) ?? candidates[0];
}
