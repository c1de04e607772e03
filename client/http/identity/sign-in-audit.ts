/** Audit log entries about sign-in, sign-out and refused sign-ins. */

import type { SessionChange } from '../../../domain/audit/leaf.ts';
import { type Actor, ENGINE } from '../../../domain/people.ts';
import { addLeaf } from '../../../prisma/store/audit.ts';
import type { Queries } from '../../../prisma/store/connect.ts';
import { at, findPerson } from '../../../prisma/store/people.ts';
import type { EndedSession } from '../../../prisma/store/sessions.ts';

/** Records a sign-in, a sign-out or a refused sign-in in the audit log. */
export async function auditSignIn(db: Queries, by: Actor, session: SessionChange): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by, about: { session } });
}

/** Records, once for each person and agency, that the provider has ended sessions. */
export async function auditProviderLogout(db: Queries, ended: readonly EndedSession[]): Promise<void> {
  const byPerson = Map.groupBy(ended, ({ personId }) => personId);
  for (const [personId, sessions] of byPerson) {
    const known = await findPerson(db, personId);
    for (const agencyId of new Set(sessions.map((session) => session.agencyId))) {
      const roles = (known && at(known, agencyId))?.roles ?? [];
      await auditSignIn(db, { kind: 'person', personId, agencyId, roles }, 'signed-out-by-provider');
    }
  }
}

/** The entry names nobody: the person is not known to Liaise. */
export async function auditRefusedSignIn(db: Queries): Promise<void> {
  await addLeaf(db, { operation: 'sign-in', by: ENGINE, about: { refused: 'sign-in', code: 'UNKNOWN_PERSON' } });
}
