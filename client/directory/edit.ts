/** Changes directory entries with permission checks, optimistic locking and an audit record. */

import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { AuditLeaf, DirectoryConcern, DirectoryPart } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { editDirectory } from '../../prisma/store/directory-edit.ts';

/** The administrator who makes a change, and the reach of their permission. */
export interface Editor {
  person: Person;
  /** True for administrators of the coordinating agency, who may change every agency. Others may change their own. */
  everywhere: boolean;
}

/** True if the editor may change entries of the agency. */
export function mayEdit({ person, everywhere }: Editor, agencyId: string): boolean {
  return person.roles.includes('administrator') && (everywhere || person.agencyId === agencyId);
}

/** Version of an entry as it was read. A change is refused if the entry has another version by then. */
export function versionOf(entry: unknown): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex').slice(0, 16);
}

/** A change of one directory entry: its version, and how it is read and written. */
export interface EntryChange<T> {
  part: DirectoryPart;
  id: string;
  /** The version that the editor has read. */
  version: string;
  read: (tx: Queries) => Promise<T | undefined>;
  /** Writes the change. If it throws, the transaction is rolled back. */
  write: (tx: Queries, before: T) => Promise<void>;
  /** Whom the change concerns. It is called after `write`. */
  concerns: () => DirectoryConcern;
}

/**
 * Changes an entry and records it in the audit log. Writes no record if no field differs.
 *
 * @throws ReferralError CHANGED_MEANWHILE if the entry has another version by now, or does not exist any more.
 */
export async function changeEntry<T>(db: Database, editor: Editor, changing: EntryChange<T>): Promise<void> {
  const { part, id, version, read, write, concerns } = changing;
  await editDirectory(db, async (tx) => {
    const before = await read(tx);
    if (before === undefined || versionOf(before) !== version) throw changedMeanwhile();
    await write(tx, before);
    const fields = differences(before, await read(tx));
    if (fields.length > 0) await log(tx, editor, { directory: part, id, change: 'changed', fields, ...concerns() });
  });
}

/** Adds, removes or confirms an entry by `write`, and records it in the audit log. */
export async function recordChange(
  db: Database,
  editor: Editor,
  about: { part: DirectoryPart; id: string; change: 'added' | 'removed' | 'confirmed'; fields?: readonly string[] },
  write: (tx: Queries) => Promise<void>,
  concerns: () => DirectoryConcern,
): Promise<void> {
  await editDirectory(db, async (tx) => {
    await write(tx);
    const { part: directory, id, change, fields = [] } = about;
    await log(tx, editor, { directory, id, change, fields: [...fields], ...concerns() });
  });
}

/** Returns the error for an entry that another person changed after the editor read it. */
export function changedMeanwhile(): ReferralError {
  return new ReferralError('CHANGED_MEANWHILE', 'Somebody else changed it after you opened it.');
}

async function log(tx: Queries, { person: by }: Editor, about: AuditLeaf['about']): Promise<void> {
  await addLeaf(tx, { operation: 'alteration', by, about });
}

function differences(before: unknown, after: unknown): string[] {
  const [one, other]: Record<string, unknown>[] = [Object(before), Object(after)];
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => canonicalJson(one?.[name]) !== canonicalJson(other?.[name])).sort();
}
