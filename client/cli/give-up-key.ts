/** `liaise keys give-up`: an installation whose key is lost can start again, without what was sealed under it. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { countUnderKey, giveUpKey } from '../../prisma/store/lost-keys.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, confirmAct, printAnswer } from './io.ts';

type GiveUpOptions = AnswerOptions & ActingOptions & { yes?: boolean };

/** Adds `liaise keys give-up`. */
export function addGiveUpCommand(keys: Command, cli: Cli): void {
  actingOptions(keys.command('give-up <key>'))
    .description(
      'Deletes the particulars, drafts and proposals that are sealed under a key that is lost. Without it, no web server ' +
        'starts. It cannot be undone. The audit log records it, and supervisors are notified.',
    )
    .option('--yes', 'do not ask to confirm')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise keys give-up 2026-10 --as karl.rowan')
    .action((keyId: string, options: GiveUpOptions) => giveUp(cli, keyId, options));
}

/**
 * Proposals need a web server, and without the key none starts. One administrator therefore does it alone. Supervisors of the
 * coordinating agency get a letter that names the administrator.
 */
async function giveUp({ services, io }: Cli, keyId: string, options: GiveUpOptions): Promise<void> {
  const { engineDb, keyring } = services();
  await keyring.ready();
  const { actor } = await actingPerson(services(), options);
  if (!actor.roles.includes('administrator') || actor.agencyId !== (await coordinatingAgency(engineDb))) {
    throw new ReferralError('ROLE_REQUIRED', 'Only administrators of the coordinating agency give up keys.', 'as');
  }
  if (keyring.has('proposal', keyId) || (await keyring.dataKeys.has(keyId))) {
    throw new ReferralError('INVALID_INPUT', `The key file has the key "${keyId}": it is not lost.`, 'key');
  }
  const { keys, texts, proposals } = await countUnderKey(engineDb, keyId);
  if (keys + proposals === 0) {
    throw new ReferralError('INVALID_INPUT', `Nothing is sealed under a key "${keyId}".`, 'key');
  }
  const warning = `This deletes ${texts} texts of ${keys} referrals and drafts, and ${proposals} proposals. It cannot be undone.`;
  await confirmAct(io, warning, options.yes);
  const given = await giveUpKey(engineDb, actor, keyId);
  printAnswer(
    io,
    options,
    given,
    () => `Deleted: ${given.texts} texts, ${given.keys} keys, ${given.proposals} proposals.\n`,
  );
}
