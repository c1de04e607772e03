/** Audit log entries about sign-in, sign-out and refused sign-ins. */

import type { LeafContent } from '../../../domain/audit/leaf.ts';
import { type Actor, ENGINE } from '../../../domain/people.ts';
import { addLeaf } from '../../../prisma/store/audit.ts';
import type { Queries } from '../../../prisma/store/connect.ts';

type SessionEvent = Extract<LeafContent, { session: string }>['session'];

/** Records a sign-in, a sign-out or a refused sign-in in the audit log. */
export async function auditSignIn(db: Queries, by: Actor, session: SessionEvent): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by, about: { session } });
}

/** The entry names nobody: the person is not known to Liaise. */
export async function auditRefusedSignIn(db: Queries): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by: ENGINE, about: { refused: 'sign-in', code: 'UNKNOWN_PERSON' } });
}
