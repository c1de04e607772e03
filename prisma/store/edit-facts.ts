/** Reads what the directory holds about an edit. Call it within `editDirectory` to write what follows. */

import type { Account, DirectoryEdit, EditFacts } from '../../domain/administration/directory-edit.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { adoptedPolicies } from './clock-policies.ts';
import type { Queries } from './connect.ts';
import { readDirectory } from './directory.ts';
import { readClosedDays } from './directory-edit.ts';
import { findPerson } from './people.ts';
import { webhooksOf } from './webhooks.ts';

/** Reads the facts of an edit. */
export async function readEditFacts(db: Queries, edit: DirectoryEdit, now: Instant): Promise<EditFacts> {
  const personId = personOf(edit);
  const directory = await readDirectory(db);
  const person = personId === undefined ? undefined : await findPerson(db, personId);
  const account = 'account' in edit ? await findAccount(db, edit.account) : undefined;
  const closedDays = 'day' in edit ? await readClosedDays(db, edit.day.agencyId) : [];
  const webhooks = 'webhook' in edit ? await webhooksOf(db, edit.webhook.agencyId) : [];
  const lastActed = edit.type === 'pseudonymise-person' ? await lastActOf(db, edit.personId) : undefined;
  const policies = edit.type === 'adopt-policies' ? await adoptedPolicies(db) : [];
  return { directory, closedDays, webhooks, now, person, account, lastActed, policies };
}

/** The newest leaf of the person in the audit log: an act, a reading or a session. */
async function lastActOf(db: Queries, personId: string): Promise<EditFacts['lastActed']> {
  const rows = await db.$queryRaw<{ at: Date; agencyId: string }[]>`
    SELECT at, leaf #>> '{by,agencyId}' AS "agencyId" FROM audit_leaf
    WHERE leaf #>> '{by,personId}' = ${personId} ORDER BY at DESC LIMIT 1`;
  return rows[0] && { at: rows[0].at.toISOString(), agencyId: rows[0].agencyId };
}

function personOf(edit: DirectoryEdit): string | undefined {
  if ('personId' in edit) return edit.personId;
  if ('person' in edit) return edit.person.id;
  return 'account' in edit ? edit.account.personId : undefined;
}

async function findAccount(db: Queries, { issuer, subject }: Account): Promise<Account | undefined> {
  const row = await db.identity.findFirst({ where: { issuer, subject } });
  if (row === null) return undefined;
  const { agencyId, scopes, personId } = row;
  return { issuer, subject, personId, ...(agencyId !== null && { agencyId, scopes }) };
}
