/** Who an addressee is at this moment: desks and people move, so the address is looked up when the letter goes. */

import type { Addressee } from '../../domain/letters.ts';
import { contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findPerson } from '../../prisma/store/people.ts';

export interface Address {
  name: string;
  email: string;
  /** IANA. */
  zone: string;
  /** ISO 639-1. */
  language: string;
}

/** Undefined when the desk or person is no longer in the directory. */
export async function addressOf(db: Database, directory: Directory, to: Addressee): Promise<Address | undefined> {
  if (to.kind === 'person') return findPerson(db, to.personId);
  const point = contactPoint(directory, to.contactPointId);
  if (point === undefined) return undefined;
  const email = to.line === 'duty' ? (point.dutyEmail ?? point.email) : point.email;
  return { name: point.name, email, zone: point.zone, language: point.languages[0] ?? 'en' };
}
