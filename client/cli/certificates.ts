/** `liaise certificates` makes the certificates and tokens between the services of an installation. */

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { certificateFiles, serviceFiles } from '../platform/certificates.ts';
import type { Cli } from './dependencies.ts';

/** Longer than a year, so that a yearly renewal leaves a month. */
const DAYS = 397;

/** Adds `liaise certificates`. */
export function addCertificatesCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('certificates <folder>')
    .description(
      'Makes certificates for TLS to PostgreSQL and Temporal, and tokens for its authoriser, each in a file.',
    )
    .option('--days <number>', 'how long they are valid', String(DAYS))
    .option('--services', 'a folder for each service of docker-compose.yml, with its files only')
    .option('--renew', 'replace the files in the folder: then restart every service')
    .addHelpText('after', '\nExample:\n  liaise certificates certificates')
    .action((folder: string, options: Options) => make(io.out, folder, options));
}

interface Options {
  days: string;
  services?: boolean;
  renew?: boolean;
}

async function make(
  out: (text: string) => void,
  folder: string,
  { days, services = false, renew = false }: Options,
): Promise<void> {
  const valid = Number(days);
  if (!Number.isInteger(valid) || valid < 1 || valid > 3_650) {
    throw new ReferralError('INVALID_INPUT', '--days is a whole number from 1 to 3650.', 'days');
  }
  if (existsSync(join(folder, services ? 'postgres' : '', 'ca.pem')) && !renew) {
    return out(`${folder}: there are certificates already. --renew replaces them.\n`);
  }
  if (services) {
    for (const [service, files] of Object.entries(serviceFiles(valid)))
      await write(join(folder, service), files, IN_VOLUME);
    return out(`${folder}: a folder for each service, valid for ${valid} days. Restart every service.\n`);
  }
  const files = certificateFiles(valid);
  await write(folder, files, FOR_OWNER);
  out(
    `${folder}: ${Object.keys(files).length} files, valid for ${valid} days. Give each service its own files only.\n`,
  );
}

const FOR_OWNER = { folder: 0o700, file: 0o600 };
/** Each service mounts its own volume, and runs as another user than the one that makes the files. */
const IN_VOLUME = { folder: 0o755, file: 0o644 };

async function write(folder: string, files: Record<string, string>, mode: typeof FOR_OWNER): Promise<void> {
  await mkdir(folder, { recursive: true, mode: mode.folder });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content, { mode: mode.file });
  }
}
