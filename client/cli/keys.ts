/** `liaise keys`: the key file of an installation. Every particulars text can be read with it, and none without it. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { newKeyFile } from '../../domain/keyring.ts';
import { reseal } from '../recovery/reseal.ts';
import { type ConfirmedOptions, proposeOrConfirm } from './confirmed-proposal.ts';
import type { Cli } from './dependencies.ts';
import { addGiveUpCommand } from './give-up-key.ts';
import { printAnswer } from './io.ts';
import { createKeyFile, keyFileText, newKeyId, readKeyFile, replaceKeyFile } from './key-file.ts';
import { addKeysSplitCommand } from './process-keys.ts';
import { recoveryDeps } from './recovery-deps.ts';
import { addRenewDigestsCommand } from './renew-digests.ts';

/** Adds the commands of `liaise keys`. */
export function addKeysCommands(program: Command, cli: Cli): void {
  const { io } = cli;
  const keys = program
    .command('keys')
    .description(
      'Creates the key file of an installation, adds a key to it, splits it by process, and re-seals stored data.',
    );
  keys.addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json');
  keys
    .command('new [file]')
    .description('Creates a key file for a new installation. Without a file name, prints it.')
    .addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json')
    .action((file?: string) => {
      const content = newKeyFile(newKeyId());
      if (file === undefined) return io.out(keyFileText(content));
      createKeyFile(file, content);
      io.out(`${file}: created. Keep a copy in a safe place: without it, no particulars can be read.\n`);
    });
  keys
    .command('rotate [file]')
    .description(
      'With a file: adds a key and makes it the current one. Without: re-seals all stored data under the current key, ' +
        'bound to its place, after two administrators confirmed it. It can be interrupted and run again.',
    )
    .option('--as <person>', 'the administrator who proposes to re-seal')
    .option('--at <agency>', 'the agency, for an administrator who works at several')
    .option('--proposal <id>', 'the confirmed proposal that is carried out')
    .option('--json', 'print JSON')
    .addHelpText('after', `\n${ROTATE_EXAMPLES}`)
    .action(async (file: string | undefined, options: ConfirmedOptions) => {
      if (file === undefined) return resealAll(cli, options);
      const keyId = newKeyId();
      const { current, keys, ...others } = readKeyFile(file);
      replaceKeyFile(file, { current: keyId, keys: { ...keys, ...newKeyFile(keyId).keys }, ...others });
      io.out(
        `${file}: key ${keyId} is current, in place of ${current}. Stop all workers and web servers, give them this ` +
          'file, or split it again for them, and start them again: they read it at the start. Then run ' +
          '"liaise keys rotate --as PERSON" without a file.\n',
      );
    });
  addKeysSplitCommand(keys, cli);
  addRenewDigestsCommand(keys, cli);
  addGiveUpCommand(keys, cli);
}

const ROTATE_EXAMPLES = `Examples:
  liaise keys rotate liaise-keys.json
  liaise keys rotate --as karl.rowan
  liaise keys rotate --proposal 5a0ea8de-3e9e-4d2c-b7a5-0c1c1f0c2b11`;

/** @throws ReferralError as `proposeOrConfirm`; NOT_WHOLE if something could not be opened. */
async function resealAll(cli: Cli, options: ConfirmedOptions): Promise<void> {
  const { keyring } = cli.services();
  await keyring.ready();
  const edit = { type: 'reseal-data', keyId: keyring.dataKeys.currentKeyId } as const;
  if (!(await proposeOrConfirm(cli, options, edit, 'keys rotate'))) return;
  const resealed = await reseal({ ...recoveryDeps(cli), keyring });
  const { keyId, keys, texts, proposals, secrets, workflows, damaged } = resealed;
  printAnswer(
    cli.io,
    options,
    resealed,
    () =>
      `All data is sealed under key ${keyId} and bound to its place. Re-sealed: ${keys} keys, ${texts} texts, ` +
      `${proposals} proposals, ${secrets} secrets of webhooks. Restarted: ${workflows} workflows.\n${damaged.map((id) => `${id} does not open.\n`).join('')}`,
  );
  if (damaged.length === 0) return;
  throw new ReferralError('NOT_WHOLE', `${damaged.length} do not open: they were changed or copied. Restore a backup.`);
}
