/** Finds the current address of an addressee when a letter is sent, because addresses change. */

import type { Addressee } from '../../domain/letter-kinds.ts';
import { type Role, worksOnReferrals } from '../../domain/people.ts';
import { agency, contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { at, findPerson } from '../../prisma/store/people.ts';

/** The e-mail address of an addressee, with name, time zone and language. */
export interface Address {
  name: string;
  email: string;
  /** IANA. */
  zone: string;
  /** ISO 639-1. */
  language: string;
  /** Those of a person at the agency; absent for a contact point. */
  roles?: readonly Role[];
}

/**
 * Undefined if the desk or agency is disabled, or no longer in the directory. Also undefined if the person no longer works
 * on referrals at the agency.
 */
export async function addressOf(db: Database, directory: Directory, to: Addressee): Promise<Address | undefined> {
  if (to.kind === 'person') return isDisabled(directory, to.agencyId) ? undefined : addressOfPerson(db, to);
  const point = contactPoint(directory, to.contactPointId);
  if (point === undefined || point.disabled || isDisabled(directory, point.agencyId)) return undefined;
  const email = to.line === 'duty' ? (point.dutyEmail ?? point.email) : point.email;
  return { name: point.name, email, zone: point.zone, language: point.languages[0] ?? 'en' };
}

function isDisabled(directory: Directory, agencyId: string): boolean {
  return agency(directory, agencyId)?.disabled ?? false;
}

async function addressOfPerson(
  db: Database,
  { personId, agencyId }: Addressee & { kind: 'person' },
): Promise<Address | undefined> {
  const person = await findPerson(db, personId);
  const acting = person && at(person, agencyId);
  return acting && worksOnReferrals(acting) ? { ...person, roles: acting.roles } : undefined;
}
