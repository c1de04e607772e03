/** The certificates of a stack, made by each start: what the one-shot service of docker-compose.yml does. */

import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateFiles, DATABASE_ROLES } from '../client/platform/certificates.ts';
import { postgresOwner } from './postgres-owner.ts';

/** The administrator of the local PostgreSQL. */
const ADMINISTRATOR = 'liaise';
const DAYS = 30;

/** Returns the folder. PostgreSQL reads its key as its own user. */
export async function makeCertificates(folder: string): Promise<string> {
  const own = join(folder, 'certificates');
  await mkdir(own, { recursive: true, mode: 0o755 });
  for (const [name, content] of Object.entries(certificateFiles(DAYS, [...DATABASE_ROLES, ADMINISTRATOR]))) {
    const path = join(own, name);
    await writeFile(path, content);
    await chmod(path, /-key\.pem$|\.jwt$/.test(name) ? 0o600 : 0o644);
  }
  await writeFile(join(own, 'pg_hba.conf'), CERTIFICATES_ONLY);
  const owner = postgresOwner();
  if (owner) await chown(join(own, 'postgres-key.pem'), owner.uid, owner.gid);
  return own;
}

/** The role is the common name of the certificate. There is no line for connections without TLS. */
const CERTIFICATES_ONLY = 'hostssl all all 127.0.0.1/32 cert\n';
