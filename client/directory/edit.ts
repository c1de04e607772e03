/** Changing the directory: by administrators, each only where they may, never over what somebody else has just changed. */

import { createHash } from 'node:crypto';
import { canonicalJson, type DirectoryPart, type Leaf } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { editDirectory } from '../../prisma/store/directory-edit.ts';

export interface Editor {
  person: Person;
  /** Administrators of the coordinating agency may change every agency, others their own. */
  everywhere: boolean;
}

export function mayEdit({ person, everywhere }: Editor, agencyId: string): boolean {
  return person.roles.includes('administrator') && (everywhere || person.agencyId === agencyId);
}

/** Of an entry as somebody has seen it: what they send back is done only where it still is. */
export function versionOf(entry: unknown): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex').slice(0, 16);
}

export interface Changing<T> {
  part: DirectoryPart;
  id: string;
  /** As the editor has seen it. */
  version: string;
  read: (tx: Queries) => Promise<T | undefined>;
  /** Writes it anew; what it throws leaves everything as it was. */
  write: (tx: Queries, before: T) => Promise<void>;
}

/**
 * Nothing is written, and nothing logged, where nothing is different.
 *
 * @throws ReferralError CHANGED_MEANWHILE where it is not any more as it was seen, or is gone.
 */
export async function change<T>(db: Database, editor: Editor, changing: Changing<T>): Promise<void> {
  const { part, id, version, read, write } = changing;
  await editDirectory(db, async (tx) => {
    const before = await read(tx);
    if (before === undefined || versionOf(before) !== version) throw changedMeanwhile();
    await write(tx, before);
    const fields = differences(before, await read(tx));
    if (fields.length > 0) await log(tx, editor, { directory: part, id, change: 'changed', fields });
  });
}

/** Adds or removes an entry, as `write` does. */
export async function record(
  db: Database,
  editor: Editor,
  about: { part: DirectoryPart; id: string; change: 'added' | 'removed' | 'confirmed'; fields?: readonly string[] },
  write: (tx: Queries) => Promise<void>,
): Promise<void> {
  await editDirectory(db, async (tx) => {
    await write(tx);
    const { part: directory, id, change, fields = [] } = about;
    await log(tx, editor, { directory, id, change, fields: [...fields] });
  });
}

export function changedMeanwhile(): ReferralError {
  return new ReferralError('CHANGED_MEANWHILE', 'Somebody has changed it since you saw it.');
}

async function log(tx: Queries, { person: by }: Editor, about: Leaf['about']): Promise<void> {
  await addLeaf(tx, { operation: 'alteration', by, about });
}

function differences(before: unknown, after: unknown): string[] {
  const [one, other]: Record<string, unknown>[] = [Object(before), Object(after)];
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => canonicalJson(one?.[name]) !== canonicalJson(other?.[name])).sort();
}
