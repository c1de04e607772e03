/** A person's own settings: language, time zone, colours, digest, receipts; and which systems of an agency get receipts. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from './audit.ts';
import type { Queries } from './connect.ts';

/** The settings of a person. */
export interface Settings {
  language: string;
  /** IANA time zone. */
  zone: string;
  /** Hour of the day, in that time zone, of the daily digest; null if the person does not want it. */
  digestHour: number | null;
  /** Whether the person gets a receipt for each referral that they submit. */
  receipts: boolean;
  /** Colours of the pages: `system`, `light` or `dark`. */
  colourScheme: string;
}

/** Returns a person's settings. */
export async function readSettings(db: Queries, personId: string): Promise<Settings> {
  const select = { language: true, zone: true, digestHour: true, receipts: true, colourScheme: true } as const;
  return db.person.findFirstOrThrow({ where: { id: personId }, select });
}

/** Saves a person's settings. */
export async function saveSettings(db: Queries, personId: string, settings: Settings): Promise<void> {
  await db.person.update({ where: { id: personId }, data: settings });
}

/** A system of an agency, and whether a receipt is sent for each referral that it submits. */
export interface SystemReceipts {
  id: string;
  name: string;
  receipts: boolean;
}

/** The systems of an agency. */
export async function readSystems(db: Queries, agencyId: string): Promise<SystemReceipts[]> {
  const where = { memberships: { some: { agencyId, role: 'service' } } };
  return db.person.findMany({ where, select: { id: true, name: true, receipts: true }, orderBy: { id: 'asc' } });
}

/** Saves which systems of an agency get no receipts, and records each change in the audit log. */
export async function saveSilentSystems(db: Queries, by: Person, silent: readonly string[]): Promise<void> {
  for (const { id, receipts } of await readSystems(db, by.agencyId)) {
    if (receipts !== silent.includes(id)) continue;
    await db.person.update({ where: { id }, data: { receipts: !receipts } });
    const about: AuditLeaf['about'] = {
      ...{ directory: 'person', id, change: 'changed', fields: ['receipts'], agencies: [by.agencyId] },
    };
    await addLeaf(db, { operation: 'alteration', by, about });
  }
}
