/** `liaise sealer`, `witness`, `log-signer` and `log-key`: the processes of the audit log, and their keys. */

import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type LogPolicy, parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { formatVerifierKey, NoteFault, type SignatureType } from '../../domain/audit/note.ts';
import { type NoteSigner, signerWithPrivateKey } from '../../domain/audit/note-signer.ts';
import { openSealingStore } from '../../prisma/store/log-sealing.ts';
import { startSealer } from '../log/sealer.ts';
import { serveSigner, signerFromFile, signerFromSocket } from '../log/signers.ts';
import { readState, writeState } from '../log/state-file.ts';
import { createWitness, type WitnessState, witnessState } from '../log/witness.ts';
import { serveWitness } from '../log/witness-server.ts';
import { ConfigFault } from '../platform/config.ts';
import type { Cli } from './dependencies.ts';
import { readBytes } from './files.ts';
import type { Io } from './io.ts';
import { stopRequested } from './stop-requested.ts';

interface SealerOptions {
  key: string[];
  signer: string[];
  policy: string;
  state: string;
  every: string;
}

/** Adds `liaise sealer`. */
export function addSealerCommand(program: Command, { io, databaseUrl }: Pick<Cli, 'io' | 'databaseUrl'>): void {
  program
    .command('sealer')
    .description('Seals the audit log and signs checkpoints, until it is stopped. Only this process needs the key.')
    .requiredOption('--policy <file>', 'keys of the log, its witnesses with their addresses, and the quorum')
    .requiredOption('--state <file>', 'holds the last checkpoint; not on the disk of the database')
    .option('--key <file...>', 'private keys (Ed25519, PEM); two during a rotation', [])
    .option('--signer <socket...>', 'Unix sockets of processes that hold a key instead', [])
    .option('--every <seconds>', 'how often it seals; it also seals when a process asks for it', '10')
    .addHelpText('after', `\n${SEALER_EXAMPLE}`)
    .action((options: SealerOptions) => asConfiguration(() => runSealer(io, databaseUrl(), options)));
}

const SEALER_EXAMPLE =
  'Example:\n  liaise sealer --key log-key.pem --policy log-policy.txt --state /var/lib/liaise/sealer.json';

async function runSealer(io: Io, databaseUrl: string, options: SealerOptions): Promise<void> {
  const everyMs = Number(options.every) * 1000;
  if (!(everyMs >= 100)) throw new NoteFault('--every is a number of seconds.');
  const policy = await readPolicy(options.policy);
  const signers = await signersOf(policy.origin, options);
  const missing = signers.find(({ key }) => !policy.logKeys.some((known) => isSameKey(known.publicKey, key.publicKey)));
  if (missing) throw new NoteFault(`Add the key to the policy first: log ${formatVerifierKey(missing.key)}`);
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const store = await openSealingStore(databaseUrl, lose);
  const log = (line: string) => io.out(`${JSON.stringify({ time: new Date().toISOString(), msg: line })}\n`);
  try {
    const sealer = await startSealer({ store, signers, policy, stateFile: options.state, everyMs, log });
    log('Sealer ready');
    // Without its connection the process ends, and whatever runs it starts it again.
    await Promise.race([stopRequested(), lost]);
    await sealer.stop();
  } finally {
    await store.close().catch(() => {});
  }
}

async function signersOf(origin: string, { key, signer }: SealerOptions): Promise<NoteSigner[]> {
  const fromFiles = key.map((path) => signerFromFile(origin, 'note', path));
  const signers = await Promise.all([...fromFiles, ...signer.map((path) => signerFromSocket(origin, 'note', path))]);
  if (signers.length === 0) throw new NoteFault('Add --key or --signer: the sealer must be able to sign.');
  return signers;
}

function isSameKey(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

interface WitnessOptions {
  name: string;
  key: string;
  log: string;
  state: string;
  host: string;
  port: string;
}

/** Adds `liaise witness`. */
export function addWitnessCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('witness')
    .description('Countersigns checkpoints of a log that only grows (C2SP tlog-witness), until it is stopped.')
    .requiredOption('--name <name>', 'name of the witness, for example witness.agency.example/w1')
    .requiredOption('--key <file>', 'private key of the witness (Ed25519, PEM)')
    .requiredOption('--log <file>', 'public keys of the logs that it countersigns, one on each line')
    .requiredOption('--state <file>', 'holds the last checkpoint of each log')
    .option('--host <host>', 'address that it listens on', '127.0.0.1')
    .option('--port <port>', 'port that it listens on', '9466')
    .addHelpText('after', `\n${WITNESS_EXAMPLE}`)
    .action((options: WitnessOptions) => asConfiguration(() => runWitness(io, options)));
}

const WITNESS_EXAMPLE =
  'Example:\n  liaise witness --name w1.example --key witness-key.pem --log log-policy.txt --state witness.json';

async function runWitness(io: Io, options: WitnessOptions): Promise<void> {
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : Number.NaN;
  if (!(port <= 65_535)) throw new NoteFault('--port is a number from 0 to 65535.');
  const { logKeys } = await readPolicy(options.log);
  const signer = await signerFromFile(options.name, 'cosignature', options.key);
  const state = (await readState(options.state, witnessState)) ?? {};
  const save = (next: WitnessState) => writeState(options.state, next);
  const onRefusal = (line: string) => io.err(`Refused: ${line}\n`);
  const witness = createWitness({ signer, logKeys, state, save, onRefusal });
  const server = await serveWitness(witness, options.host, port);
  io.out(`Witness ready at ${server.url}\n`);
  await stopRequested();
  await server.close();
}

/** Adds `liaise log-signer`. */
export function addLogSignerCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('log-signer')
    .description('Holds a key of the log and signs for the sealer over a Unix socket. A model for adapters to an HSM.')
    .requiredOption('--key <file>', 'private key (Ed25519, PEM)')
    .requiredOption('--socket <path>', 'Unix socket that it listens on')
    .addHelpText('after', '\nExample:\n  liaise log-signer --key log-key.pem --socket /run/liaise/signer.sock')
    .action(({ key, socket }: { key: string; socket: string }) =>
      asConfiguration(async () => {
        const server = await serveSigner(await signerFromFile('signer', 'note', key), socket);
        io.out(`Signer ready at ${socket}\n`);
        await stopRequested();
        server.close();
      }),
    );
}

/** Adds `liaise log-key`. */
export function addLogKeyCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('log-key <name>')
    .description(
      'Makes a new key of a log or a witness: the private key in a file, the public key as a line of a policy.',
    )
    .requiredOption('--out <file>', 'file for the private key; it must not exist')
    .option('--witness', 'the key of a witness')
    .addHelpText('after', '\nExample:\n  liaise log-key hub.example/liaise --out log-key.pem >> log-policy.txt')
    .action((name: string, { out, witness }: { out: string; witness?: boolean }) =>
      asConfiguration(async () => {
        const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
        const type: SignatureType = witness ? 'cosignature' : 'note';
        const { key } = signerWithPrivateKey(name, type, pem);
        await writeFile(out, pem, { mode: 0o600, flag: 'wx' }).catch(() => {
          throw new NoteFault(`${out} exists already, or cannot be written.`);
        });
        io.out(`${witness ? 'witness' : 'log'} ${formatVerifierKey(key)}\n`);
      }),
    );
}

async function readPolicy(path: string): Promise<LogPolicy> {
  return parseLogPolicy(new TextDecoder().decode(await readBytes(path)));
}

/** A wrong key or policy is a fault of the configuration. */
async function asConfiguration(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof NoteFault ? new ConfigFault(error.message) : error;
  }
}
