/** Announcements of planned maintenance and outages of mail: who may announce, and what is a valid announcement. */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Announcement } from '../../domain/announcement.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { addAnnouncement, withdrawAnnouncement } from '../../prisma/store/announcements.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';

/** An announcement before it has an id. Without a beginning, it begins now. */
export interface NewAnnouncement {
  kind: Announcement['kind'];
  from?: Instant | undefined;
  to?: Instant | undefined;
}

/** @throws ReferralError ROLE_REQUIRED; INVALID_INPUT if maintenance has no end, or if the end is over or before the beginning. */
export async function announce(
  db: Database,
  by: Person,
  { kind, from, to }: NewAnnouncement,
  now: Instant,
): Promise<void> {
  await assertMayAnnounce(db, by);
  const begins = from ?? now;
  if (to === undefined && kind === 'maintenance') throw fault('is missing: state when the maintenance ends');
  if (to !== undefined && (to <= begins || to <= now)) throw fault('must be after the beginning, and in the future');
  const id = randomUUID();
  await addAnnouncement(db, { id, kind, from: begins, ...(to !== undefined && { to }) }, by.personId);
}

/** Ends an announcement. @throws ReferralError ROLE_REQUIRED; INVALID_INPUT if there is none with that id, or it was withdrawn. */
export async function withdraw(db: Database, by: Person, id: string): Promise<void> {
  await assertMayAnnounce(db, by);
  if (z.uuid().safeParse(id).success && (await withdrawAnnouncement(db, id, by.personId))) return;
  throw new ReferralError('INVALID_INPUT', 'names no announcement, or one that was withdrawn', 'id');
}

/** Every agency sees announcements, so only the coordinating agency makes them. */
async function assertMayAnnounce(db: Database, { agencyId, roles }: Person): Promise<void> {
  const hasRole = roles.some((role) => role === 'supervisor' || role === 'administrator');
  if (hasRole && agencyId === (await coordinatingAgency(db))) return;
  throw new ReferralError(
    'ROLE_REQUIRED',
    'Only a supervisor or an administrator of the coordinating agency may announce.',
  );
}

function fault(message: string): ReferralError {
  return new ReferralError('INVALID_INPUT', message, 'to');
}
