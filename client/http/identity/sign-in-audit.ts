/** Signing in and out stand in the audit log, and so does being refused. */

import type { LeafContent } from '../../../domain/audit/leaf.ts';
import { type Actor, ENGINE } from '../../../domain/people.ts';
import { addLeaf } from '../../../prisma/store/audit.ts';
import type { Queries } from '../../../prisma/store/connect.ts';

type OfSession = Extract<LeafContent, { session: string }>['session'];

export async function auditSignIn(db: Queries, by: Actor, session: OfSession): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by, about: { session } });
}

/** Nobody is named: whoever it was is not known here. */
export async function auditRefusedSignIn(db: Queries): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by: ENGINE, about: { refused: 'sign-in', code: 'UNKNOWN_PERSON' } });
}
