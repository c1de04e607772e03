/** `liaise identity`: the sign-in accounts of people, and the token subjects of agencies' systems. */

import type { Command } from 'commander';
import { z } from 'zod';
import type { DirectoryChange, LeafContent } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import { ENGINE, type Role } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { type GivenIdentity, identitiesOf, setIdentity } from '../../prisma/store/identities.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { deleteIdentity, holderOf, type PersonIdentity } from '../../prisma/store/people-edit.ts';
import { issuer as issuerSchema } from '../contract/issuer.ts';
import { parse } from '../contract/parse.ts';
import { SCOPES, type TokenScope } from '../contract/scopes.ts';
import { guardTexts } from '../directory/guarded-texts.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  issuer?: string;
  subject?: string;
  agency?: string;
  read?: boolean;
  write?: boolean;
  remove?: boolean;
}

const account = z.object({ issuer: issuerSchema });

/** Adds the commands of `liaise identity`. */
export function addIdentityCommands(program: Command, { services, io }: Cli): void {
  program
    .command('identity')
    .description('Lists, adds or removes the sign-in accounts of a person. Accounts are not created on first sign-in.')
    .argument('<person>', 'a person who has a role already')
    .option('--issuer <url>', 'issuer of the OpenID provider, exactly as in its metadata')
    .option('--subject <text>', 'subject of the person at the provider ("sub")')
    .option('--agency <id>', 'the account is the system of that agency, with access tokens')
    .option('--read', 'the system may read referrals')
    .option('--write', 'the system may act')
    .option('--remove', 'remove the account; every session of the person ends')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise identity noor.rowan --issuer https://id.example --subject 248289761001')
    .action(async (personId: string, options: Options) => {
      const { engineDb: db } = services();
      await change(db, personId, options);
      const identities = await identitiesOf(db, personId);
      printAnswer(io, options, identities, () => identitiesText(identities, io.columns));
    });
}

/** Changes nothing without issuer and subject. The audit log records each change, without the name of an actor. */
async function change(db: Database, personId: string, options: Options): Promise<void> {
  const { issuer, subject, agency, remove } = options;
  if (issuer === undefined && subject === undefined) return;
  if (issuer === undefined || subject === undefined) {
    throw new ReferralError(
      'INVALID_INPUT',
      'A sign-in account has an issuer and a subject. Give both --issuer and --subject.',
    );
  }
  const scopes = SCOPES.filter((scope) => options[OPTION[scope]]);
  const identity = { issuer, subject, personId };
  if (!remove) {
    parse(account, { issuer });
    await guardTexts({}, { issuer, subject });
  }
  await db.$transaction(async (tx) => {
    if (remove) return await removeAccount(tx, identity);
    await assertRole(tx, personId, agency);
    const holder = await holderOf(tx, identity);
    if (holder !== undefined && holder !== personId) await removeAccount(tx, { ...identity, personId: holder });
    await setIdentity(tx, { ...identity, ...(agency !== undefined && { agencyId: agency, scopes }) });
    await writeLeaf(tx, personId, 'added');
  });
}

async function removeAccount(tx: Queries, identity: PersonIdentity): Promise<void> {
  const { personId } = identity;
  if (!(await deleteIdentity(tx, identity)))
    throw new ReferralError('UNKNOWN_PERSON', `${personId} does not have that sign-in account.`, 'person');
  await writeLeaf(tx, personId, 'removed');
}

async function writeLeaf(tx: Queries, id: string, change: DirectoryChange): Promise<void> {
  const known = await findPerson(tx, id);
  const agencies = known?.memberships.map(({ agencyId }) => agencyId) ?? [];
  const about: LeafContent = { directory: 'identity', id, change, fields: [], agencies };
  await addLeaf(tx, { operation: 'alteration', by: ENGINE, about });
}

const OPTION = { 'referrals:read': 'read', 'referrals:write': 'write' } as const satisfies Record<
  TokenScope,
  keyof Options
>;

/** A person needs a role at any agency; a system needs the role `service` at its agency. */
async function assertRole(db: Queries, personId: string, agencyId: string | undefined): Promise<void> {
  const person = await findPerson(db, personId);
  const service: Role = 'service';
  const holds = agencyId
    ? person && at(person, agencyId)?.roles.includes(service)
    : person && person.memberships.length > 0;
  if (holds) return;
  throw new ReferralError(
    'UNKNOWN_PERSON',
    agencyId
      ? 'No person with this id has the role "service" at that agency.'
      : 'No person with this id has a role at any agency.',
  );
}

function identitiesText(identities: readonly GivenIdentity[], columns: number): string {
  if (identities.length === 0) return 'There are no sign-in accounts.\n';
  const rows = identities.map(({ issuer, subject, agencyId = '', scopes = [] }) => [
    ...[issuer, subject, agencyId, scopes.join(' ')],
  ]);
  return table(['issuer', 'subject', 'system of', 'scopes'], rows, columns);
}
