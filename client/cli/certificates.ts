/** `liaise certificates` makes the certificates and tokens between the services of an installation. */

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import { certificateFiles } from '../platform/certificates.ts';
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
    .option('--renew', 'replace the files in the folder: then restart every service')
    .addHelpText('after', '\nExample:\n  liaise certificates certificates')
    .action((folder: string, options: { days: string; renew?: boolean }) => make(io.out, folder, options));
}

async function make(
  out: (text: string) => void,
  folder: string,
  { days, renew = false }: { days: string; renew?: boolean },
): Promise<void> {
  const valid = Number(days);
  if (!Number.isInteger(valid) || valid < 1 || valid > 3_650) {
    throw new ReferralError('INVALID_INPUT', '--days is a whole number from 1 to 3650.', 'days');
  }
  if (existsSync(join(folder, 'ca.pem')) && !renew) {
    return out(`${folder}: there are certificates already. --renew replaces them.\n`);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = certificateFiles(valid);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content, { mode: 0o600 });
  out(
    `${folder}: ${Object.keys(files).length} files, valid for ${valid} days. Give each service its own files only.\n`,
  );
}
