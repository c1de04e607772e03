/** The directory as administrators change it: one change after another, each found by its line in the audit log. */

import type { DirectoryPart, Leaf } from '../../domain/audit/leaf.ts';
import type { Agency, ContactPoint } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Database, Queries } from './connect.ts';

/** Nobody else changes the directory until `work` is done; any number, the same for all who ask. */
const EDITING = 420_026;

export async function editDirectory<T>(db: Database, work: (tx: Queries) => Promise<T>): Promise<T> {
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${EDITING}::bigint)`;
    return await work(tx);
  });
}

export async function readAgency(db: Queries, id: string): Promise<Agency | undefined> {
  return ((await db.agency.findUnique({ where: { id } })) as Agency | null) ?? undefined;
}

/** What kind of desk it is in the network stays. */
export async function writeAgency(
  tx: Queries,
  { id, name, type, excludes }: Pick<Agency, 'id' | 'name' | 'type' | 'excludes'>,
): Promise<void> {
  await tx.agency.update({ where: { id }, data: { name, type, excludes } });
}

export async function readContactPoint(db: Queries, id: string): Promise<ContactPoint | undefined> {
  const row = await db.contactPoint.findUnique({ where: { id } });
  if (row === null) return undefined;
  const { dutyEmail, deputyId, verifiedAt, ...point } = row;
  return {
    ...(point as unknown as ContactPoint),
    ...(dutyEmail && { dutyEmail }),
    ...(deputyId && { deputyId }),
    verifiedAt: verifiedAt.toISOString(),
  };
}

/** Adds it where there is none of that id. */
export async function writeContactPoint(tx: Queries, { id, ...point }: ContactPoint): Promise<void> {
  const data = { ...point, dutyEmail: point.dutyEmail ?? null, deputyId: point.deputyId ?? null };
  await tx.contactPoint.upsert({ where: { id }, create: { id, ...data }, update: data });
}

export interface ClosedDay {
  agencyId: string;
  /** `2026-12-24`. */
  day: string;
  name: string;
}

/** In order; of all agencies where none is named. */
export async function readClosedDays(db: Queries, agencyId?: string): Promise<ClosedDay[]> {
  const where = agencyId === undefined ? {} : { agencyId };
  return await db.closedDay.findMany({ where, orderBy: [{ day: 'asc' }, { agencyId: 'asc' }] });
}

export async function addClosedDay(tx: Queries, day: ClosedDay): Promise<void> {
  await tx.closedDay.create({ data: day });
}

/** False where there was none. */
export async function removeClosedDay(tx: Queries, { agencyId, day }: Omit<ClosedDay, 'name'>): Promise<boolean> {
  const { count } = await tx.closedDay.deleteMany({ where: { agencyId, day } });
  return count > 0;
}

export interface Edit {
  at: Instant;
  byPersonId: string;
  byName: string;
  leaf: Leaf;
}

/** The latest first. Only what is about no referral is looked through: changes of the directory are few among millions. */
export async function editsOf(
  db: Queries,
  id: string,
  parts: readonly DirectoryPart[],
  limit: number,
): Promise<Edit[]> {
  const rows = await db.$queryRaw<{ leaf: Leaf; byPersonId: string; byName: string | null }[]>`
    WITH edit AS MATERIALIZED (
      SELECT id, leaf, leaf->'by'->>'personId' AS by FROM audit_leaf
      WHERE referral_id IS NULL AND operation = 'alteration' AND leaf->'about'->>'id' = ${id}
        AND leaf->'about'->>'directory' IN (${Prisma.join([...parts])})
    )
    SELECT edit.leaf, edit.by AS "byPersonId", person.name AS "byName"
    FROM edit LEFT JOIN person ON person.id = edit.by ORDER BY edit.id DESC LIMIT ${limit}`;
  return rows.map(({ leaf, byPersonId, byName }) => ({ leaf, at: leaf.at, byPersonId, byName: byName ?? byPersonId }));
}
