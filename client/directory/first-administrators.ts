/** The first administrators of an installation, entered by its operator while no administrator can sign in. */

import type { PersonDetails } from '../../domain/administration/directory-edit.ts';
import { sharesMailbox } from '../../domain/administration/mailbox.ts';
import { ReferralError } from '../../domain/errors.ts';
import { ENGINE } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { editDirectory } from '../../prisma/store/directory-edit.ts';
import { findPerson } from '../../prisma/store/people.ts';
import { insertIdentity, insertPerson, setRoles } from '../../prisma/store/people-edit.ts';
import { administratorsWithAccount } from '../../prisma/store/proposals.ts';
import { guardTexts } from './guarded-texts.ts';

/** A person with the sign-in account. */
export interface FirstAdministrator extends PersonDetails {
  issuer: string;
  subject: string;
}

/**
 * Gives these people the role of an administrator at the coordinating agency, and their accounts. Missing people are added;
 * others keep their details.
 *
 * @throws ReferralError ALREADY_ADMINISTERED if an administrator has an account; INVALID_INPUT without two different people.
 */
export async function enterFirstAdministrators(db: Database, given: readonly FirstAdministrator[]): Promise<void> {
  const [first, second] = given;
  if (first === undefined || second === undefined || isSamePerson(first, second)) {
    throw new ReferralError(
      'INVALID_INPUT',
      'Name two different people, each with an account and a mailbox of their own.',
    );
  }
  for (const each of given) await guardTexts({}, each);
  await editDirectory(db, async (tx) => {
    if ((await administratorsWithAccount(tx)).length > 0) {
      throw new ReferralError(
        'ALREADY_ADMINISTERED',
        'This installation has administrators. They propose and confirm further ones in the pages.',
      );
    }
    const agencyId = await coordinatingAgency(tx);
    for (const each of given) await enter(tx, each, agencyId);
  });
}

function isSamePerson(one: FirstAdministrator, other: FirstAdministrator): boolean {
  const isSameAccount = one.issuer === other.issuer && one.subject === other.subject;
  return one.id === other.id || isSameAccount || sharesMailbox(one.email, other.email);
}

async function enter(tx: Queries, given: FirstAdministrator, agencyId: string): Promise<void> {
  const { issuer, subject, ...details } = given;
  const known = await findPerson(tx, details.id);
  if (known === undefined) await insertPerson(tx, details);
  const before = known?.memberships.find((each) => each.agencyId === agencyId)?.roles ?? [];
  const after = [...new Set([...before, 'administrator' as const])];
  await setRoles(tx, details.id, agencyId, after);
  await insertIdentity(tx, { issuer, subject, personId: details.id });
  const about = { id: details.id, fields: [], agencies: [agencyId] };
  const roles = [{ agencyId, before, after }];
  await addLeaf(tx, {
    operation: 'alteration',
    by: ENGINE,
    about: { directory: 'roles', change: 'changed', ...about, roles, codes: { roles: [before, after] } },
  });
  await addLeaf(tx, {
    operation: 'alteration',
    by: ENGINE,
    about: { directory: 'identity', change: 'added', ...about },
  });
}
