/** The keys of the development sign-in, created once for each folder so that sessions survive a restart. */

import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWKS } from 'oidc-provider';
import { StackFault } from '../fault.ts';
import { writeAtomically } from '../write-atomically.ts';

/** The signing keys and cookie keys of the sign-in server. */
export interface Secrets {
  jwks: JWKS;
  cookieKeys: string[];
}

/** @throws StackFault if the file in the folder is damaged. */
export async function readSecrets(folder: string | undefined): Promise<Secrets> {
  if (folder === undefined) return await newSecrets();
  const path = join(folder, 'identity.json');
  if (existsSync(path)) return await readStoredSecrets(path);
  const secrets = await newSecrets();
  await writeAtomically(path, JSON.stringify(secrets), 0o600);
  return secrets;
}

async function readStoredSecrets(path: string): Promise<Secrets> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new StackFault(`${path} is damaged: remove it. Everybody then has to sign in again.`);
  }
}

async function newSecrets(): Promise<Secrets> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}
