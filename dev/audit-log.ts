/** The sealer of the audit log and one witness: each in its own process with its own key, as in production. */

import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatVerifierKey, type SignatureType } from '../domain/audit/note.ts';
import { signerWithPrivateKey } from '../domain/audit/note-signer.ts';
import { startChild } from './child.ts';
import { StackFault } from './fault.ts';
import { HOST, PortTaken, saysPortTaken } from './ports.ts';
import { writeAtomically } from './write-atomically.ts';

/** The files of the log in the data folder. Each private key is read by its own process only. */
export interface AuditLogFiles {
  /** Public keys of the log and its witness. */
  policy: string;
  logKey: string;
  witnessKey: string;
  sealerState: string;
  witnessState: string;
}

const ORIGIN = 'hub.example/liaise';
const WITNESS = 'witness.hub.example/w1';

/** Creates missing keys, and writes the policy with the address of the witness. */
export async function prepareAuditLog(folder: string, witnessPort: number): Promise<AuditLogFiles> {
  const own = join(folder, 'audit-log');
  await mkdir(own, { recursive: true });
  const files = {
    policy: join(own, 'log-policy.txt'),
    logKey: join(own, 'log-key.pem'),
    witnessKey: join(own, 'witness-key.pem'),
    sealerState: join(own, 'sealer.json'),
    witnessState: join(own, 'witness.json'),
  };
  const log = await publicKey(files.logKey, ORIGIN, 'note');
  const witness = await publicKey(files.witnessKey, WITNESS, 'cosignature');
  const lines = [`log ${log}`, `witness ${witness} http://${HOST}:${witnessPort}`, 'quorum 1'];
  await writeAtomically(files.policy, `${lines.join('\n')}\n`);
  return files;
}

async function publicKey(path: string, name: string, type: SignatureType): Promise<string> {
  if (!existsSync(path)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeAtomically(path, `${pem}`, 0o600);
  }
  return formatVerifierKey(signerWithPrivateKey(name, type, await readFile(path, 'utf8')).key);
}

/** A running process of the log. */
export interface LogProcess {
  stop(): Promise<void>;
  /** Sends SIGKILL, like a power cut. */
  kill(): Promise<void>;
}

/** Starts the witness. @throws PortTaken, or StackFault if it cannot start. */
export function startWitness(
  { policy, witnessKey, witnessState }: AuditLogFiles,
  port: number,
  log?: (line: string) => void,
): Promise<LogProcess> {
  const files = ['--key', witnessKey, '--log', policy, '--state', witnessState];
  const args = ['witness', '--name', WITNESS, ...files, '--port', String(port)];
  return startLogProcess({ args, environment: {}, name: 'The witness', log });
}

/** Starts the sealer, as its own role of the database. @throws StackFault if it cannot start. */
export function startSealer(
  { policy, logKey, sealerState }: AuditLogFiles,
  environment: Record<string, string>,
  log?: (line: string) => void,
): Promise<LogProcess> {
  const files = ['--key', logKey, '--policy', policy, '--state', sealerState];
  return startLogProcess({ args: ['sealer', ...files], environment, name: 'The sealer', log });
}

const FROM_SOURCE = ['--import', 'tsx', fileURLToPath(import.meta.resolve('../client/cli/main.ts'))];

interface LogProgram {
  args: string[];
  environment: Record<string, string>;
  name: string;
  /** Gets each line that it prints. */
  log: ((line: string) => void) | undefined;
}

async function startLogProcess({ args, environment, name, log }: LogProgram): Promise<LogProcess> {
  const child = await startChild({
    command: process.execPath,
    args: [...FROM_SOURCE, ...args],
    env: { ...process.env, ...environment },
    stopSignal: 'SIGTERM',
    log,
  });
  if (await child.waitForLine(/(Sealer|Witness) ready/)) return { stop: child.stop, kill: child.kill };
  const { lines } = await child.exited;
  const Fault = saysPortTaken(lines) ? PortTaken : StackFault;
  throw new Fault(`${name} did not start. Its last output: ${lines.slice(-12).join('\n')}`);
}
