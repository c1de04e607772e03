/** `liaise keys split` and `liaise key-service`: each process gets only its keys, and a key service may wrap them. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { parseKeys } from '../../domain/keyring.ts';
import type { KeyService } from '../../domain/keys/key-provider.ts';
import {
  keysOfProcess,
  PROCESSES,
  type ProcessName,
  plainFile,
  type RingKeys,
  wrappedFile,
} from '../../domain/keys/process-keys.ts';
import { ConfigFault } from '../platform/config.ts';
import { connectKeyService, serveKeyService } from '../platform/remote-keys.ts';
import type { Cli } from './dependencies.ts';
import { replaceKeyFile } from './key-file.ts';
import { stopRequested } from './stop-requested.ts';

interface SplitOptions {
  service?: string;
  keepDataKeys?: boolean;
}

/** Adds `liaise keys split`. */
export function addKeysSplitCommand(keys: Command, { io }: Pick<Cli, 'io'>): void {
  keys
    .command('split <file> <folder>')
    .description(
      'Writes a key file for each process, with the keys that it needs and no others: ' +
        `${PROCESSES.map(fileName).join(', ')}. Run it again after each rotation.`,
    )
    .option('--service <socket>', 'wraps every key by the key service at this Unix socket')
    .option('--keep-data-keys', 'with --service: also the keys of referrals, until "keys rotate" has re-sealed them')
    .addHelpText('after', '\nExample:\n  liaise keys split keys.json .')
    .action(async (file: string, folder: string, options: SplitOptions) => {
      const all = await keysIn(file);
      const service = options.service === undefined ? undefined : connectKeyService(options.service);
      await service?.connect();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const process of PROCESSES) {
        const own = keysOfProcess(all, process);
        const content = service ? await wrapped(own, service, options) : await plainFile(own);
        replaceKeyFile(join(folder, fileName(process)), content);
      }
      io.out(`${folder}: ${PROCESSES.map(fileName).join(', ')}. Give each process its own file (LIAISE_KEY_FILE).\n`);
    });
}

/** Adds `liaise key-service`. */
export function addKeyServiceCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('key-service')
    .description(
      'Holds the key-encryption keys and wraps keys over a Unix socket. A model for adapters to a KMS or HSM.',
    )
    .requiredOption('--keys <file>', 'key file; no other process needs it')
    .requiredOption('--socket <path>', 'Unix socket that it listens on')
    .option('--only <process>', `unwraps only what this process needs: ${PROCESSES.join(', ')}`)
    .addHelpText('after', '\nExample:\n  liaise key-service --keys keys.json --socket /run/liaise/keys.sock')
    .action(async ({ keys, socket, only }: { keys: string; socket: string; only?: string }) => {
      const process = PROCESSES.find((each) => each === only);
      if (only !== undefined && process === undefined) {
        throw new ReferralError('INVALID_INPUT', `--only is one of: ${PROCESSES.join(', ')}.`, 'only');
      }
      await keysIn(keys);
      const server = await serveKeyService(await readFile(keys, 'utf8'), socket, process).catch(() => {
        throw new ConfigFault(`${socket}: the socket cannot be opened. Delete it if no other process uses it.`);
      });
      io.out(`Key service ready at ${socket}\n`);
      await stopRequested();
      server.close();
    });
}

function fileName(process: ProcessName): string {
  return `${process}-keys.json`;
}

async function keysIn(path: string): Promise<RingKeys> {
  const keys = await readFile(path, 'utf8')
    .then(parseKeys, () => undefined)
    .catch(() => undefined);
  if (keys === undefined) throw new ReferralError('INVALID_INPUT', `${path} cannot be read as a key file.`, 'file');
  if (keys.process === undefined) return keys;
  const message = `${path} has the keys of one process only. Name the key file of the installation.`;
  throw new ReferralError('INVALID_INPUT', message, 'file');
}

/** The service wraps the keys of referrals itself, so the processes need none. */
function wrapped(keys: RingKeys, service: KeyService, { keepDataKeys = false }: SplitOptions) {
  const { 'data-key': dataKeys, ...purposes } = keys.purposes;
  const needed = keepDataKeys && dataKeys ? { ...purposes, 'data-key': dataKeys } : purposes;
  const keyId = service.currentKeyId;
  return wrappedFile({ ...keys, purposes: needed }, async (key, place) => ({
    keyId,
    wrapped: await service.wrap(keyId, key, place),
  }));
}
