/** Absences of the people of an agency: everybody enters their own, supervisors and administrators those of everybody. */

import { type Absence, LONGEST_ABSENCE_DAYS } from '../../domain/absence.ts';
import { dayIn, isoDate } from '../../domain/clocks/local-day.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type Person, worksOnReferrals } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { type AbsentMember, listAbsences, writeAbsence } from '../../prisma/store/absences.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** True if the person may enter absences of colleagues. */
export function mayEnterForOthers({ roles }: Person): boolean {
  return roles.includes('supervisor') || roles.includes('administrator');
}

/** The people of the agency, each with the present or next absence. Those that are over are left out. */
export async function absencesAt(db: Database, { agencyId }: Person, now: Instant): Promise<AbsentMember[]> {
  const members = await listAbsences(db, agencyId);
  return members.map(({ absence, ...member }) => ({
    ...member,
    ...(absence && absence.until >= isoDate(dayIn(now, member.zone)) && { absence }),
  }));
}

/** Those who can act for the person: everybody else who works on referrals at the agency. */
export function deputiesFor(members: readonly AbsentMember[], personId: string): AbsentMember[] {
  return members.filter((each) => each.id !== personId && worksOnReferrals(each));
}

/**
 * Enters an absence, which replaces the one before; or removes it if none is given.
 *
 * @throws ReferralError UNKNOWN_PERSON if the agency has no such person; ROLE_REQUIRED for a colleague; INVALID_INPUT for dates that are
 * over, not in order or too far apart, and for a deputy who cannot act for the person.
 */
export async function enterAbsence(
  db: Database,
  by: Person,
  { personId, absence, now }: { personId: string; absence: Absence | undefined; now: Instant },
): Promise<void> {
  const members = await listAbsences(db, by.agencyId);
  const member = members.find(({ id }) => id === personId);
  if (member === undefined) throw new ReferralError('UNKNOWN_PERSON', 'There is no user with that id at your agency.');
  if (personId !== by.personId && !mayEnterForOthers(by)) {
    const message = 'Only supervisors and administrators enter absences of others.';
    throw new ReferralError('ROLE_REQUIRED', message);
  }
  if (absence) check(absence, isoDate(dayIn(now, member.zone)), deputiesFor(members, personId));
  await writeAbsence(db, by, personId, absence);
}

function check({ from, until, deputyId }: Absence, today: string, deputies: readonly AbsentMember[]): void {
  if (until < from) throw new ReferralError('INVALID_INPUT', 'is before the first day', 'until');
  if (until < today) throw new ReferralError('INVALID_INPUT', 'is over already', 'until');
  if ((Date.parse(until) - Date.parse(from)) / 86_400_000 >= LONGEST_ABSENCE_DAYS) {
    throw new ReferralError('INVALID_INPUT', `is more than ${LONGEST_ABSENCE_DAYS} days after the first`, 'until');
  }
  if (deputyId !== undefined && !deputies.some(({ id }) => id === deputyId)) {
    throw new ReferralError('INVALID_INPUT', 'must be a person who works on referrals at your agency', 'deputyId');
  }
}
