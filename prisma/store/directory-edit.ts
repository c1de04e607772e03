/** Changes of the directory by administrators: one at a time, each recorded in the audit log. */

import type { CapabilityEntry } from '../../domain/administration/directory-edit.ts';
import type { EditPlan } from '../../domain/administration/edit-plan.ts';
import type { AuditLeaf, DirectoryPart } from '../../domain/audit/leaf.ts';
import type { Agency, ClosedDay, ContactPoint, HalfDay } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Database, Queries } from './connect.ts';
import { agencyOfRow, contactPointOfRow, dayOfRow } from './directory.ts';

/** Key of the advisory lock that serialises edits; an arbitrary number, equal in all processes. */
const EDITING = 420_026;

/** Runs `work` in a transaction that no other edit of the directory can overlap. */
export async function editDirectory<T>(db: Database, work: (tx: Queries) => Promise<T>): Promise<T> {
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${EDITING}::bigint)`;
    return await work(tx);
  }, LIMITS);
}

/** An import changes up to a thousand entries. The engine gives up a request after ten seconds. */
const LIMITS = { timeout: 9_000 };

/** Returns the agency; undefined if there is none of that id. */
export async function readAgency(db: Queries, id: string): Promise<Agency | undefined> {
  const row = await db.agency.findFirst({ where: { id } });
  return row === null ? undefined : agencyOfRow(row as Parameters<typeof agencyOfRow>[0]);
}

/** Adds an agency. It is not the coordinating one. */
export async function insertAgency(
  tx: Queries,
  agency: Pick<Agency, 'id' | 'name' | 'country' | 'type' | 'excludes'>,
): Promise<void> {
  await tx.agency.create({ data: { ...agency, coordinating: false } });
}

/** Disables or enables an agency. */
export async function setAgencyStatus(tx: Queries, id: string, disabled: boolean): Promise<void> {
  await tx.agency.update({ where: { id }, data: { disabled } });
}

/** Updates an agency. Its function in the network cannot be changed. */
export async function writeAgency(
  tx: Queries,
  { id, name, type, excludes }: Pick<Agency, 'id' | 'name' | 'type' | 'excludes'>,
): Promise<void> {
  await tx.agency.update({ where: { id }, data: { name, type, excludes } });
}

/** Returns the contact point; undefined if there is none of that id. */
export async function readContactPoint(db: Queries, id: string): Promise<ContactPoint | undefined> {
  const row = await db.contactPoint.findFirst({ where: { id } });
  return row === null ? undefined : contactPointOfRow(row);
}

/** Updates the contact point, or adds it if there is none of that id. */
export async function writeContactPoint(tx: Queries, { id, ...point }: ContactPoint): Promise<void> {
  const { dutyEmail = null, deputyId = null, calendar = null, capacity = null, drillDays = null } = point;
  const data = { ...point, dutyEmail, deputyId, calendar, capacity, drillDays };
  await tx.contactPoint.upsert({ where: { id }, create: { id, ...data }, update: data });
}

/** Disables or enables a contact point. */
export async function setContactPointStatus(tx: Queries, id: string, disabled: boolean): Promise<void> {
  await tx.contactPoint.update({ where: { id }, data: { disabled } });
}

/** Writes an entry of the capability registry, confirmed now by the person who stated it. */
export async function writeCapability(
  tx: Queries,
  { country, capability, level, providerIds }: CapabilityEntry,
  by: EditPlan['recordedBy'],
): Promise<void> {
  const recorded = { recordedBy: by?.personId ?? null, recordedAtAgencyId: by?.agencyId ?? null };
  const data = { level, providerIds, verifiedAt: new Date(), ...recorded };
  const where = { country_capability: { country, capability } };
  await tx.countryCapability.upsert({ where, create: { country, capability, ...data }, update: data });
}

/** Confirms an entry of the capability registry as it is. */
export async function confirmCapability(
  tx: Queries,
  { country, capability }: Pick<CapabilityEntry, 'country' | 'capability'>,
  by: EditPlan['recordedBy'],
): Promise<void> {
  const recorded = { recordedBy: by?.personId ?? null, recordedAtAgencyId: by?.agencyId ?? null };
  await tx.countryCapability.updateMany({
    where: { country, capability },
    data: { verifiedAt: new Date(), ...recorded },
  });
}

/** Returns closed days and half days in order: of the agency, or of all agencies if none is given. */
export async function readClosedDays(db: Queries, agencyId?: string): Promise<(ClosedDay | HalfDay)[]> {
  const where = agencyId === undefined ? {} : { agencyId };
  const rows = await db.closedDay.findMany({ where, orderBy: [{ day: 'asc' }, { agencyId: 'asc' }] });
  return rows.map(dayOfRow);
}

/** Adds a closed day or half day. */
export async function insertClosedDay(tx: Queries, day: ClosedDay | HalfDay): Promise<void> {
  await tx.closedDay.create({ data: day });
}

/** Removes a closed day or half day. Returns false if there was none. */
export async function deleteClosedDay(tx: Queries, { agencyId, day }: Omit<ClosedDay, 'name'>): Promise<boolean> {
  const { count } = await tx.closedDay.deleteMany({ where: { agencyId, day } });
  return count > 0;
}

/** A recorded change of the directory with its time and person. */
export interface Edit {
  at: Instant;
  byPersonId: string;
  byName: string;
  leaf: AuditLeaf;
}

/** Returns edits, newest first. Only leaves that concern no referral are scanned: edits are few among millions. */
export async function editsOf(
  db: Queries,
  id: string,
  parts: readonly DirectoryPart[],
  limit: number,
): Promise<Edit[]> {
  const rows = await db.$queryRaw<{ leaf: AuditLeaf; byPersonId: string; byName: string | null }[]>`
    WITH edit AS MATERIALIZED (
      SELECT id, leaf, leaf->'by'->>'personId' AS by FROM audit_leaf
      WHERE referral_id IS NULL AND operation = 'alteration' AND leaf->'about'->>'id' = ${id}
        AND leaf->'about'->>'directory' IN (${Prisma.join([...parts])})
    )
    SELECT edit.leaf, edit.by AS "byPersonId", person.name AS "byName"
    FROM edit LEFT JOIN person ON person.id = edit.by ORDER BY edit.id DESC LIMIT ${limit}`;
  return rows.map(({ leaf, byPersonId, byName }) => ({ leaf, at: leaf.at, byPersonId, byName: byName ?? byPersonId }));
}
