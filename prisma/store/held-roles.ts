/** Locks what an act needs, and checks in the same statement whether its actor still holds the roles. */

import type { Actor } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { areTextsLocked } from './purge.ts';

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

/** What an act needs in its transaction, locked until the end of it. */
export interface LockedForAct {
  referral: Referral | undefined;
  /** Whether the actor still holds the roles. */
  isPermitted: boolean;
  /** False if one of the texts was purged. */
  areTextsStored: boolean;
}

/** Locks the referral and the texts of an act. */
export async function lockForAct(
  db: Queries,
  referralId: string,
  { by, texts }: { by: Actor; texts: readonly string[] },
): Promise<LockedForAct> {
  const [row] = await db.$queryRaw<(Omit<LockedForAct, 'referral'> & { state: Referral | null })[]>`
    SELECT locked.state, actor."isPermitted", ${areTextsLocked(texts)} AS "areTextsStored"
    FROM (SELECT ${holdsRoles(by)} AS "isPermitted") AS actor
    LEFT JOIN LATERAL (SELECT state FROM referral WHERE id = ${referralId}::uuid FOR UPDATE) AS locked ON true`;
  const { state, isPermitted = false, areTextsStored = false } = row ?? {};
  return { referral: state ?? undefined, isPermitted, areTextsStored };
}
