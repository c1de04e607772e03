/** Reads and loads the directory. It is read and replaced as a whole, since it has only some hundred rows. */

import { ReferralError } from '../../domain/errors.ts';
import {
  type Agency,
  type ClosedDay,
  type ContactPoint,
  type CountryCapability,
  type Directory,
  type HalfDay,
  isHalfDay,
} from '../../domain/routing/directory.ts';
import type { ContactPointType } from '../../domain/vocabulary.ts';
import type { Prisma } from '../generated/client.ts';
import type { Database, Queries } from './connect.ts';
import type { KnownPerson } from './people.ts';

/** Reads the whole directory. */
export async function readDirectory(db: Queries): Promise<Directory> {
  const byId = { orderBy: { id: 'asc' } } as const;
  const [agencies, contactPoints, capabilities, chains, inner, closedDays] = await Promise.all([
    db.agency.findMany(byId),
    db.contactPoint.findMany(byId),
    db.countryCapability.findMany({ orderBy: [{ country: 'asc' }, { capability: 'asc' }] }),
    db.fallbackChain.findMany(),
    db.innerCountry.findMany({ orderBy: { country: 'asc' } }),
    db.closedDay.findMany({ orderBy: [{ agencyId: 'asc' }, { day: 'asc' }] }),
  ]);
  return {
    agencies: agencies.map(agencyOfRow),
    contactPoints: contactPoints.map(contactPointOfRow),
    capabilities: capabilities.map(capabilityOfRow),
    chains: Object.fromEntries(chains.map(({ country, types }) => [country.trim(), types as ContactPointType[]])),
    withinEu: inner.map(({ country }) => country),
    ...daysOfRows(closedDays),
  };
}

/** A day with a closing time is a half day. A directory without such days lacks the fields. */
function daysOfRows(rows: readonly Prisma.ClosedDayGetPayload<object>[]): Pick<Directory, 'closedDays' | 'halfDays'> {
  const days = rows.map(dayOfRow);
  const halfDays = days.filter(isHalfDay);
  const closedDays = days.filter((day) => !isHalfDay(day));
  return { ...(closedDays.length > 0 && { closedDays }), ...(halfDays.length > 0 && { halfDays }) };
}

/** A closed day, or a half day if its row has a closing time. */
export function dayOfRow({ closesAt, ...day }: Prisma.ClosedDayGetPayload<object>): ClosedDay | HalfDay {
  return closesAt === null ? day : { ...day, closesAt };
}

/** An agency as the domain has it: `disabled` only if it is. */
export function agencyOfRow({
  disabled,
  ...row
}: { disabled: boolean; type: string } & Omit<Agency, 'disabled' | 'type'>): Agency {
  return { ...row, type: row.type as Agency['type'], ...(disabled && { disabled }) };
}

/** Fields of a contact point that may be absent are null in its row. */
export function contactPointOfRow({
  dutyEmail,
  deputyId,
  calendar,
  capacity,
  drillDays,
  verifiedAt,
  disabled,
  remindedFor: _,
  ...point
}: Prisma.ContactPointGetPayload<object>): ContactPoint {
  return {
    ...(point as unknown as ContactPoint),
    ...(dutyEmail && { dutyEmail }),
    ...(deputyId && { deputyId }),
    ...(calendar && { calendar }),
    ...(capacity !== null && { capacity }),
    ...(drillDays !== null && { drillDays }),
    verifiedAt: verifiedAt.toISOString(),
    ...(disabled && { disabled }),
  };
}

/** An entry of the registry. `recordedBy` is absent if no person is recorded. */
function capabilityOfRow({
  verifiedAt,
  recordedBy: personId,
  recordedAtAgencyId: agencyId,
  ...capability
}: Prisma.CountryCapabilityGetPayload<object>): CountryCapability {
  return {
    ...(capability as Omit<CountryCapability, 'verifiedAt'>),
    verifiedAt: verifiedAt?.toISOString() ?? null,
    ...(personId !== null && agencyId !== null && { recordedBy: { personId, agencyId } }),
  };
}

/** Returns the id of the agency that triages and routes. @throws ReferralError UNKNOWN_AGENCY if there is none. */
export async function coordinatingAgency(db: Queries): Promise<string> {
  const [agency] = await db.$queryRaw<{ id: string }[]>`SELECT id FROM agency WHERE coordinating LIMIT 1`;
  if (agency) return agency.id;
  throw new ReferralError('UNKNOWN_AGENCY', 'The directory has no coordinating agency: load one first.');
}

/** Replacing some hundred rows may take longer than Prisma's default limits if the database is busy. */
const AT_LEISURE = { timeout: 60_000, maxWait: 60_000 };

/** Replaces the directory and the people in one transaction. */
export async function replaceDirectory(
  db: Database,
  directory: Directory,
  people: readonly KnownPerson[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    await Promise.all([
      tx.agency.deleteMany(),
      tx.contactPoint.deleteMany(),
      tx.countryCapability.deleteMany(),
      tx.fallbackChain.deleteMany(),
      tx.innerCountry.deleteMany(),
      tx.membership.deleteMany(),
    ]);
    await tx.person.deleteMany();
    await tx.agency.createMany({ data: directory.agencies });
    await tx.contactPoint.createMany({ data: directory.contactPoints });
    await tx.countryCapability.createMany({
      data: directory.capabilities.map(({ recordedBy: by, ...capability }) => ({
        ...{ ...capability, recordedBy: by?.personId ?? null, recordedAtAgencyId: by?.agencyId ?? null },
      })),
    });
    const chains = Object.entries(directory.chains).map(([country, types]) => ({ country, types }));
    await tx.fallbackChain.createMany({ data: chains });
    await tx.innerCountry.createMany({ data: directory.withinEu.map((country) => ({ country })) });
    await tx.person.createMany({ data: people.map(({ memberships: _, ...person }) => person) });
    const memberships = people.flatMap(({ id: personId, memberships }) =>
      memberships.flatMap(({ agencyId, roles }) => roles.map((role) => ({ personId, agencyId, role }))),
    );
    await tx.membership.createMany({ data: memberships });
  }, AT_LEISURE);
}

/** True if a directory was ever loaded. */
export async function hasDirectory(db: Database): Promise<boolean> {
  return (await db.agency.count()) > 0;
}
