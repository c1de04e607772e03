/** `liaise identity`: the sign-in accounts of people, and the token subjects of agencies' systems. */

import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { type GivenIdentity, identitiesOf } from '../../prisma/store/identities.ts';
import { issuer as issuerSchema } from '../contract/issuer.ts';
import { parse } from '../contract/parse.ts';
import { SCOPES, type TokenScope } from '../contract/scopes.ts';
import type { Administered } from '../directory/administer.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { printProposed, proposeAs } from './propose-as.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  issuer?: string;
  subject?: string;
  agency?: string;
  read?: boolean;
  write?: boolean;
  remove?: boolean;
  as?: string;
  at?: string;
}

const account = z.object({ issuer: issuerSchema });

/** Adds the commands of `liaise identity`. */
export function addIdentityCommands(program: Command, cli: Cli): void {
  const { services, io } = cli;
  program
    .command('identity')
    .description(
      'Lists the sign-in accounts of a person, or proposes to add or remove one. Two administrators confirm it in the ' +
        'pages. Accounts are not created on first sign-in.',
    )
    .argument('<person>', 'a person who has a role already')
    .option('--issuer <url>', 'issuer of the OpenID provider, exactly as in its metadata')
    .option('--subject <text>', 'subject of the person at the provider ("sub")')
    .option('--agency <id>', 'the account is the system of that agency, with access tokens')
    .option('--read', 'the system may read referrals')
    .option('--write', 'the system may act')
    .option('--remove', 'propose to remove the account; every session of the person then ends')
    .option('--as <person>', 'the administrator who proposes it')
    .option('--at <agency>', 'the agency, for an administrator who works at several')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  liaise identity noor.rowan --issuer https://id.example --subject 248289761001 --as karl.rowan',
    )
    .action(async (personId: string, options: Options) => {
      const proposed = await change(cli, personId, options);
      if (proposed !== undefined) return printProposed(io, options, proposed);
      const identities = await identitiesOf(services().db, personId);
      printAnswer(io, options, identities, () => identitiesText(identities, io.columns));
    });
}

/** Proposes nothing without issuer and subject. */
async function change(cli: Cli, personId: string, options: Options): Promise<Administered | undefined> {
  const { issuer, subject, agency: agencyId, remove, as, at } = options;
  if (issuer === undefined && subject === undefined) return undefined;
  if (issuer === undefined || subject === undefined) {
    throw new ReferralError(
      'INVALID_INPUT',
      'A sign-in account has an issuer and a subject. Give both --issuer and --subject.',
    );
  }
  if (!remove) parse(account, { issuer });
  const scopes = SCOPES.filter((scope) => options[OPTION[scope]]);
  const added = { issuer, subject, personId, ...(agencyId !== undefined && { agencyId, scopes }) };
  const edit = remove
    ? ({ type: 'remove-account', account: { issuer, subject, personId } } as const)
    : ({ type: 'add-account', account: added } as const);
  return proposeAs(cli.services(), { as, ...(at !== undefined && { at }) }, edit);
}

const OPTION = { 'referrals:read': 'read', 'referrals:write': 'write' } as const satisfies Record<
  TokenScope,
  keyof Options
>;

function identitiesText(identities: readonly GivenIdentity[], columns: number): string {
  if (identities.length === 0) return 'There are no sign-in accounts.\n';
  const rows = identities.map(({ issuer, subject, agencyId = '', scopes = [] }) => [
    ...[issuer, subject, agencyId, scopes.join(' ')],
  ]);
  return table(['issuer', 'subject', 'system of', 'scopes'], rows, columns);
}
