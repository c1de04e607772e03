/** `liaise keys renew-digests`: replaces the key of the digests by which equal case numbers and hashes are found. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { newKeyFile } from '../../domain/keyring.ts';
import { countEarlierDigests } from '../../prisma/store/digest-renewal.ts';
import { renewDigests } from '../recovery/renew-digests.ts';
import { type ConfirmedOptions, proposeOrConfirm } from './confirmed-proposal.ts';
import type { Cli } from './dependencies.ts';
import { printAnswer } from './io.ts';
import { newKeyId, readKeyFile, replaceKeyFile } from './key-file.ts';
import { recoveryDeps } from './recovery-deps.ts';

interface RenewOptions extends ConfirmedOptions {
  finish?: boolean;
}

/** Adds `liaise keys renew-digests`. */
export function addRenewDigestsCommand(keys: Command, cli: Cli): void {
  keys
    .command('renew-digests [file]')
    .description(
      'With a file: adds a digest key; the former one stays in use beside it. Without: computes all stored digests again ' +
        'from the sealed texts, after two administrators confirmed it. It can be interrupted and run again. With a file and --finish: removes the former key.',
    )
    .option('--finish', 'removes the former digest key from the file, when no stored digest needs it')
    .option('--as <person>', 'the administrator who proposes to renew the stored digests')
    .option('--at <agency>', 'the agency, for an administrator who works at several')
    .option('--proposal <id>', 'the confirmed proposal that is carried out')
    .option('--json', 'print JSON')
    .addHelpText('after', `\n${EXAMPLES}`)
    .action((file: string | undefined, options: RenewOptions) => {
      if (file === undefined) return renewAll(cli, options);
      return options.finish ? finish(cli, file) : addKey(cli, file);
    });
}

const EXAMPLES = `Examples:
  liaise keys renew-digests keys.json
  liaise keys renew-digests --as karl.rowan
  liaise keys renew-digests --proposal 5a0ea8de-3e9e-4d2c-b7a5-0c1c1f0c2b11
  liaise keys renew-digests keys.json --finish`;

function addKey({ io }: Cli, path: string): void {
  const { digest, digestId = '', earlierDigests = [], ...others } = readKeyFile(path);
  if (earlierDigests.length > 0) {
    throw new ReferralError(
      'INVALID_INPUT',
      `${path} has two digest keys. First finish that renewal (--finish).`,
      'file',
    );
  }
  const id = newKeyId();
  const earlier = [{ id: digestId, key: digest }];
  replaceKeyFile(path, { ...others, digest: newKeyFile(id).digest, digestId: id, earlierDigests: earlier });
  io.out(
    `${path}: digest key ${id} is current, beside the former one. Run "liaise keys split" and restart all web servers, ` +
      'one after the other. Then run "liaise keys renew-digests --as PERSON" without a file.\n',
  );
}

/** @throws ReferralError as `proposeOrConfirm`; NOT_WHOLE if digests of the former key are left. */
async function renewAll(cli: Cli, options: RenewOptions): Promise<void> {
  const { keyring } = cli.services();
  await keyring.ready();
  const edit = { type: 'renew-digests', keyId: keyring.digestKeyId } as const;
  if (!(await proposeOrConfirm(cli, options, edit, 'keys renew-digests'))) return;
  const renewed = await renewDigests({ ...recoveryDeps(cli), keyring });
  const { digestKeyId, texts, damaged, left } = renewed;
  printAnswer(
    cli.io,
    options,
    renewed,
    () =>
      `The digests of ${texts} texts were renewed under digest key ${digestKeyId || '(the first)'}.\n` +
      damaged.map((id) => `${id} does not open.\n`).join(''),
  );
  if (left > 0) throw digestsLeft(left);
}

async function finish({ io, services }: Cli, path: string): Promise<void> {
  const { earlierDigests: _, ...file } = readKeyFile(path);
  const left = await countEarlierDigests(services().engineDb, file.digestId ?? '');
  if (left > 0) throw digestsLeft(left);
  replaceKeyFile(path, file);
  io.out(`${path}: the former digest key is removed. Run "liaise keys split" and restart all web servers.\n`);
}

function digestsLeft(left: number): ReferralError {
  return new ReferralError(
    'NOT_WHOLE',
    `${left} stored digests still need the former digest key. Run "liaise keys renew-digests" again, without a file.`,
  );
}
