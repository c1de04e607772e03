/** `liaise identity`: by which sign-in, or by which token, a person or an agency's system is known. */

import type { Command } from 'commander';
import type { DirectoryChange, LeafContent } from '../../domain/audit/leaf.ts';
import { ReferralError } from '../../domain/errors.ts';
import { ENGINE, type Role } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { type GivenIdentity, identitiesOf, setIdentity } from '../../prisma/store/identities.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { holderOf, type KnownBy, takeIdentity } from '../../prisma/store/people-edit.ts';
import { SCOPES, type Scope } from '../contract/scopes.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  issuer?: string;
  subject?: string;
  agency?: string;
  read?: boolean;
  write?: boolean;
  remove?: boolean;
}

export function addIdentity(program: Command, { doors, io }: Cli): void {
  program
    .command('identity')
    .description('By which sign-in a person is known. Nobody is known by first sight: give each person one.')
    .argument('<person>', 'who has a membership already')
    .option('--issuer <url>', 'the OpenID provider, exactly as it names itself')
    .option('--subject <text>', 'as the provider names the person ("sub")')
    .option('--agency <id>', 'this is the system of that agency, known by its tokens')
    .option('--read', 'the system may read referrals')
    .option('--write', 'the system may act')
    .option('--remove', 'known no more; every session of the person ends')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise identity noor.rowan --issuer https://id.example --subject 248289761001')
    .action(async (personId: string, options: Options) => {
      const { db } = doors();
      await change(db, personId, options);
      const identities = await identitiesOf(db, personId);
      answer(io, options, identities, () => identitiesText(identities, io.columns));
    });
}

/** Without issuer and subject nothing is changed; whatever is stands in the audit log, though nobody is named there. */
async function change(db: Database, personId: string, options: Options): Promise<void> {
  const { issuer, subject, agency, remove } = options;
  if (issuer === undefined && subject === undefined) return;
  if (issuer === undefined || subject === undefined) {
    throw new ReferralError('INVALID_INPUT', 'An identity is an issuer and a subject: name both.');
  }
  const scopes = SCOPES.filter((scope) => options[OPTION[scope]]);
  const identity = { issuer, subject, personId };
  await db.$transaction(async (tx) => {
    if (remove) return await take(tx, identity);
    await assertHolds(tx, personId, agency);
    const holder = await holderOf(tx, identity);
    if (holder !== undefined && holder !== personId) await take(tx, { ...identity, personId: holder });
    await setIdentity(tx, { ...identity, ...(agency !== undefined && { agencyId: agency, scopes }) });
    await log(tx, personId, 'added');
  });
}

async function take(tx: Queries, identity: KnownBy): Promise<void> {
  const { personId } = identity;
  if (!(await takeIdentity(tx, identity)))
    throw new ReferralError('UNKNOWN_PERSON', `${personId} is not known by that sign-in.`, 'person');
  await log(tx, personId, 'removed');
}

async function log(tx: Queries, id: string, change: DirectoryChange): Promise<void> {
  const about: LeafContent = { directory: 'identity', id, change, fields: [] };
  await addLeaf(tx, { operation: 'alteration', by: ENGINE, about });
}

const OPTION = { 'referrals:read': 'read', 'referrals:write': 'write' } as const satisfies Record<Scope, keyof Options>;

/** A person needs a role somewhere, a system that of one at its agency. */
async function assertHolds(db: Queries, personId: string, agencyId: string | undefined): Promise<void> {
  const person = await findPerson(db, personId);
  const service: Role = 'service';
  const holds = agencyId
    ? person && at(person, agencyId)?.roles.includes(service)
    : person && person.memberships.length > 0;
  if (holds) return;
  throw new ReferralError(
    'UNKNOWN_PERSON',
    agencyId ? 'Nobody of this id has the role "service" at that agency.' : 'Nobody of this id works at any agency.',
  );
}

function identitiesText(identities: readonly GivenIdentity[], columns: number): string {
  if (identities.length === 0) return 'Known by no sign-in.\n';
  const rows = identities.map(({ issuer, subject, agencyId = '', scopes = [] }) => [
    ...[issuer, subject, agencyId, scopes.join(' ')],
  ]);
  return table(['issuer', 'subject', 'system of', 'scopes'], rows, columns);
}
