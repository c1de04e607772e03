/** Absences of people: columns of the person, which the person's own agency changes. */

import type { Absence } from '../../domain/absence.ts';
import type { LeafContent } from '../../domain/audit/leaf.ts';
import type { Person, Role } from '../../domain/people.ts';
import { addLeaf } from './audit.ts';
import type { Database, Queries } from './connect.ts';

/** A member of an agency with the present or next absence. */
export interface AbsentMember {
  id: string;
  name: string;
  /** IANA time zone. */
  zone: string;
  roles: Role[];
  absence?: Absence;
}

/** The columns of an absence. */
export interface AbsenceColumns {
  absentFrom: string | null;
  absentUntil: string | null;
  deputyId: string | null;
}

/** The absence of a row; undefined if it has none. */
export function absenceOfRow({ absentFrom, absentUntil, deputyId }: AbsenceColumns): Absence | undefined {
  if (absentFrom === null || absentUntil === null) return undefined;
  return { from: absentFrom, until: absentUntil, ...(deputyId !== null && { deputyId }) };
}

/** The people of an agency, without its systems, by name. */
export async function listAbsences(db: Queries, agencyId: string): Promise<AbsentMember[]> {
  const rows = await db.person.findMany({
    where: { memberships: { some: { agencyId } } },
    include: { memberships: { where: { agencyId } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const members = rows.map(({ id, name, zone, memberships, ...columns }) => {
    const absence = absenceOfRow(columns);
    return { id, name, zone, roles: memberships.map(({ role }) => role as Role), ...(absence && { absence }) };
  });
  return members.filter(({ roles }) => !roles.includes('service'));
}

/** Writes the absence of a person, or removes it, and records that in the audit log. */
export async function writeAbsence(
  db: Database,
  by: Person,
  personId: string,
  absence: Absence | undefined,
): Promise<void> {
  const { from = null, until = null, deputyId = null } = absence ?? {};
  await db.$transaction(async (tx) => {
    await tx.person.updateMany({ where: { id: personId }, data: { absentFrom: from, absentUntil: until, deputyId } });
    const about: LeafContent = {
      ...{ directory: 'person', id: personId, change: 'changed' },
      ...{ fields: ['absence'], agencies: [by.agencyId] },
    };
    await addLeaf(tx, { operation: 'alteration', by, about });
  });
}
