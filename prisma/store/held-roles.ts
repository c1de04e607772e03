/** Whether an actor still holds the roles of an act, in the statement that reads the referral. */

import type { Actor } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** SQL condition: the person holds every role with which the act was requested. The engine needs none. */
export function holdsRoles(actor: Actor): Prisma.Sql {
  if (actor.kind === 'engine') return Prisma.sql`true`;
  const roles = [...new Set(actor.roles)];
  return Prisma.sql`(
    SELECT count(*) FROM membership
    WHERE person_id = ${actor.personId} AND agency_id = ${actor.agencyId} AND role = ANY(${roles}::text[])
      AND NOT EXISTS (SELECT FROM agency WHERE agency.id = membership.agency_id AND agency.disabled)
  ) = ${roles.length}`;
}

/** The referral, locked until the transaction ends, and whether the actor of an act on it still holds the roles. */
export async function lockForAct(
  db: Queries,
  referralId: string,
  actor: Actor,
): Promise<{ referral: Referral | undefined; isPermitted: boolean }> {
  const [row] = await db.$queryRaw<{ state: Referral | null; isPermitted: boolean }[]>`
    SELECT locked.state, actor."isPermitted" FROM (SELECT ${holdsRoles(actor)} AS "isPermitted") AS actor
    LEFT JOIN LATERAL (SELECT state FROM referral WHERE id = ${referralId}::uuid FOR UPDATE) AS locked ON true`;
  return { referral: row?.state ?? undefined, isPermitted: row?.isPermitted ?? false };
}
