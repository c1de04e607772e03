/** Searches the audit log: who did what, when and to which referral. Returns codes and names, never particulars. */

import { z } from 'zod';
import type { LeafContent } from '../../domain/audit/leaf.ts';
import type { EntryNumbers } from '../../domain/entry-numbers.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Actor, Person, Role } from '../../domain/people.ts';
import type { AuditOperation, Instant } from '../../domain/vocabulary.ts';
import { type FoundLeaf, type LeafPlace, searchLeaves } from '../../prisma/store/audit-search.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { partyNamed } from '../../prisma/store/parties.ts';
import { namesOfAgencies, namesOfPeople, peopleNamed } from '../../prisma/store/people.ts';
import { instant } from '../contract/submission.ts';
import { numbersOf } from './entry-numbers.ts';

/** The filters of a search in the audit log. */
export interface AuditQuery {
  /** Reference number or id. */
  referral?: string;
  /** Of the referral: the entries with these numbers in the viewer's own view. */
  entries?: readonly number[];
  /** The id of a person, or a part of a name. */
  person?: string;
  agencyId?: string;
  operation?: AuditOperation;
  /** Leaves out what no person did. */
  withoutEngine?: boolean;
  from?: Instant;
  /** Exclusive. */
  before?: Instant;
  cursor?: string;
  limit: number;
}

/** One entry of the audit log with the names of its person and agency. */
export interface AuditRow {
  /** Id of the leaf in the log. */
  id: string;
  at: Instant;
  operation: AuditOperation;
  by: { kind: 'engine' } | { kind: 'person'; personId: string; name: string; agencyId: string; agencyName: string };
  referral?: { referralId: string; reference: string };
  /** Of an entry of the journal: its number in the viewer's own view. Entries about letters have none. */
  number?: number;
  about: LeafContent;
  /** SHA-256 of documents, bundles and journal entries, in hexadecimal. Only the coordinator has those of entries. */
  digests: string[];
  /** Why particulars were read. Only auditors and data protection officers see it. */
  purpose?: string;
}

/** They see for what purpose particulars were read, and never the particulars. */
const READERS_OF_PURPOSES: readonly Role[] = ['auditor', 'data-protection-officer'];

/** Whether the viewer sees for what purpose particulars were read. */
export function seesPurposes({ roles }: Person): boolean {
  return roles.some((role) => READERS_OF_PURPOSES.includes(role));
}

interface AuditDeps {
  db: Database;
  keyring: Keyring;
}

/** One page of the result. */
export interface AuditPage {
  rows: AuditRow[];
  /** Cursor of the next page; absent on the last. */
  next?: string;
}

/**
 * Searches acts of the agency's people, changes of its directory entries by anyone, and all about referrals that it sent
 * or coordinates. Newest first.
 *
 * @throws ReferralError ROLE_REQUIRED if the viewer is no auditor, data protection officer or supervisor; INVALID_INPUT
 * for an invalid cursor.
 */
export async function searchAudit(deps: AuditDeps, viewer: Person, query: AuditQuery): Promise<AuditPage> {
  const { db } = deps;
  if (!viewer.roles.includes('supervisor') && !seesPurposes(viewer)) {
    throw new ReferralError(
      'ROLE_REQUIRED',
      'The audit log is for auditors, data protection officers and supervisors.',
    );
  }
  const { referral, entries, person, agencyId, cursor, limit, ...others } = query;
  const after = cursor === undefined ? undefined : placeOf(cursor);
  // A missing and an undisclosed referral give the same answer. Attempts by the agency's own people are still listed.
  const known = referral === undefined ? undefined : await partyNamed(db, viewer.agencyId, referral);
  if (referral !== undefined && known === undefined) return { rows: [] };
  const found = await searchLeaves(db, {
    ...{ agencyId: viewer.agencyId, ...others },
    ...(known && { referralId: known.referralId }),
    ...(known && entries && { seqs: await seqsOf(db, viewer, known.referralId, entries) }),
    ...(person && { byPersonIds: await peopleNamed(db, person) }),
    ...(agencyId && { byAgencyId: agencyId }),
    ...(after && { after }),
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    rows: await withPurposes(deps, viewer, await named(db, viewer, page)),
    ...(last && { next: cursorOf(last) }),
  };
}

/** The places of the entries in the journal. A number that the viewer does not see has none. */
async function seqsOf(
  db: Database,
  { agencyId }: Person,
  referralId: string,
  entries: readonly number[],
): Promise<number[]> {
  const numbers = (await numbersOf(db, agencyId, new Map([[referralId, 0]]))).get(referralId);
  return entries.flatMap((number) => {
    const seq = numbers?.seqOf(number) ?? 0;
    return seq > 0 && numbers?.numberOf(seq) === number ? [seq] : [];
  });
}

/** Adds the stated purposes of reading. An erased purpose is left out. */
async function withPurposes(
  { db, keyring }: AuditDeps,
  viewer: Person,
  rows: readonly AuditRow[],
): Promise<AuditRow[]> {
  if (!seesPurposes(viewer)) return [...rows];
  return Promise.all(
    rows.map(async (row) => {
      const { about, referral } = row;
      if (!('consulted' in about) || referral === undefined) return row;
      const { referralId } = referral;
      const purpose = await readParticulars(db, keyring, { id: about.purpose, referralId });
      return typeof purpose === 'string' ? { ...row, purpose } : row;
    }),
  );
}

/** Adds names. People who have no account any more appear by id only. */
async function named(db: Database, viewer: Person, leaves: readonly FoundLeaf[]): Promise<AuditRow[]> {
  const people = leaves.flatMap(({ leaf: { by } }) => (by.kind === 'person' ? [by] : []));
  const entries = new Map<string, number>();
  for (const { leaf } of leaves) {
    const { referralId, about } = leaf;
    if (referralId === undefined || !('seq' in about)) continue;
    entries.set(referralId, Math.min(entries.get(referralId) ?? about.seq, about.seq - 1));
  }
  const [persons, agencies, numbers] = await Promise.all([
    namesOfPeople(
      db,
      people.map(({ personId }) => personId),
    ),
    namesOfAgencies(
      db,
      people.map(({ agencyId }) => agencyId),
    ),
    numbersOf(db, viewer.agencyId, entries),
  ]);
  const who = (by: Actor): AuditRow['by'] => {
    if (by.kind === 'engine') return { kind: 'engine' };
    const { personId, agencyId } = by;
    const [name, agencyName] = [persons.get(personId) ?? personId, agencies.get(agencyId) ?? agencyId];
    return { kind: 'person', personId, name, agencyId, agencyName };
  };
  return leaves.map(({ id, at, reference, isCoordinator, leaf: { operation, by, referralId, about } }) => ({
    ...{ id, at, operation, by: who(by) },
    ...(referralId && reference && { referral: { referralId, reference } }),
    ...numberIn(about, numbers.get(referralId ?? '')),
    ...{ about, digests: digestsIn(about, isCoordinator) },
  }));
}

/** The digest of an entry has no salt: with it, a person could try every number and person until it matches. */
function digestsIn(about: LeafContent, isCoordinator: boolean): string[] {
  if ('proof' in about) return [about.proof];
  if ('document' in about) return [about.sha256];
  if (!isCoordinator) return [];
  if ('forgotten' in about) return about.forgotten.map(({ digest }) => digest);
  return 'digest' in about ? [about.digest] : [];
}

function numberIn(about: LeafContent, numbers: EntryNumbers | undefined): { number?: number } {
  if (!('seq' in about) || numbers === undefined) return {};
  const number = numbers.numberOf(about.seq);
  return numbers.seqOf(number) === about.seq ? { number } : {};
}

function cursorOf({ at, id }: LeafPlace): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

const place = z.tuple([instant, z.string().regex(/^\d{1,18}$/)]);

/** @throws ReferralError INVALID_INPUT */
function placeOf(cursor: string): LeafPlace {
  const [at, id] = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' ')).data ?? [];
  if (at !== undefined && id !== undefined) return { at, id };
  throw new ReferralError('INVALID_INPUT', 'The cursor belongs to another search. Start at the first page.', 'cursor');
}
