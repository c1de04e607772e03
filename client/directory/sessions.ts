/** Lets administrators end the sessions of a person. It gives no right, so one administrator does it alone, at once. */

import { type Editor, maySee } from '../../domain/administration/editor.ts';
import { ReferralError } from '../../domain/errors.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findPerson } from '../../prisma/store/people.ts';
import { removeSessionsOf } from '../../prisma/store/sessions.ts';

/** Ends the person's sessions on all devices. @throws ReferralError UNKNOWN_PERSON */
export async function endSessions({ db }: { db: Database }, editor: Editor, personId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const known = await findPerson(tx, personId);
    if (known === undefined || !maySee(editor, known)) {
      throw new ReferralError('UNKNOWN_PERSON', 'There is no user with that id at your agency.');
    }
    await removeSessionsOf(tx, personId);
    const agencies = known.memberships.map(({ agencyId }) => agencyId);
    const about = { directory: 'sessions', id: personId, change: 'removed', fields: [], agencies } as const;
    await addLeaf(tx, { operation: 'alteration', by: editor.person, about: { ...about, fields: [] } });
  });
}
