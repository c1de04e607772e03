/** For which of their agencies somebody who signs in is at work: they may change that afterwards. */

import type { FastifyRequest } from 'fastify';
import type { Database } from '../../../prisma/store/connect.ts';
import { partiesTo } from '../../../prisma/store/parties.ts';
import type { UserAccount } from '../../../prisma/store/user-accounts.ts';
import { seesReferrals } from '../../queries/list.ts';
import { type Principal, principalAt } from './principal.ts';

/** Where they see the referral that a letter led to; else where they were when their session ended; else the first. */
export async function initialPrincipal(
  db: Database,
  { session }: FastifyRequest,
  { who, to }: { who: UserAccount; to: string },
): Promise<Principal | undefined> {
  const last = session.get('personId') === who.personId ? session.get('agencyId') : undefined;
  const homes = who.agencies
    .toSorted((one, other) => Number(other.id === last) - Number(one.id === last))
    .flatMap(({ id }) => principalAt(who, id, { kind: 'session' }) ?? []);
  const [, reference] = /^\/referrals\/([^/?]+)/.exec(to) ?? [];
  if (reference === undefined) return homes[0];
  const seeing = homes.flatMap(({ person }) => (seesReferrals(person) ? person.agencyId : []));
  const parties = await partiesTo(db, reference, seeing);
  return homes.find(({ person }) => parties.includes(person.agencyId)) ?? homes[0];
}
