/** Refuses to start if keys that encrypt stored particulars are missing, since those could not be read. */

import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { KeyProvider } from '../../domain/keys/key-provider.ts';
import { PROCESS_KEYS, type ProcessName } from '../../domain/keys/process-keys.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { placeOfKey, type WrappedKey, wrappedKeys } from '../../prisma/store/data-keys.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { ConfigFault } from './config.ts';

/**
 * @param process the process that starts: its key file must be its own, or that of the whole installation
 * @throws ConfigFault that names each key that is missing or differs, or says that it cannot be checked.
 */
export async function refuseMissingKeys(db: Database, keyring: Keyring, process: ProcessName): Promise<void> {
  await keyring.ready().catch((error: unknown) => {
    throw error instanceof ReferralError ? new ConfigFault(`LIAISE_KEY_SERVICE: ${error.message}`) : error;
  });
  if (keyring.process !== undefined && keyring.process !== process) {
    throw new ConfigFault(
      `LIAISE_KEY_FILE: has the keys of "${keyring.process}". This process needs those of "${process}".`,
    );
  }
  if (keyring.process && !readsParticulars(keyring.process)) return;
  const used = await wrappedKeys(db).catch((error: unknown) => {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ConfigFault('LIAISE_DATABASE_URL: the database does not answer.');
  });
  const faults = await Promise.all(used.map((each) => faultOf(keyring.dataKeys, each)));
  const found = faults.filter((fault) => fault !== undefined);
  if (found.length === 0) return;
  const variable = keyring.dataKeys.isRemote ? 'LIAISE_KEY_SERVICE' : 'LIAISE_KEY_FILE';
  throw new ConfigFault(`${variable}: ${found.join('; ')}. Particulars are sealed under it.`);
}

function readsParticulars(process: ProcessName): boolean {
  const keys: readonly string[] = PROCESS_KEYS[process];
  return keys.includes('data-key');
}

async function faultOf(
  provider: KeyProvider,
  { keyId, keys }: { keyId: string; keys: WrappedKey[] },
): Promise<string | undefined> {
  if (!(await provider.has(keyId))) return `has no key "${keyId}"; add it again`;
  // One key that was copied or changed does not stop the process.
  for (const key of keys) if (await opens(provider, key)) return undefined;
  return `has another key as "${keyId}"; put the former one back`;
}

async function opens(provider: KeyProvider, key: WrappedKey): Promise<boolean> {
  const { keyId, wrapped } = key;
  const placed = provider.unwrap(keyId, wrapped, placeOfKey(key));
  return await placed
    .catch(() => provider.unwrapUnplaced(keyId, wrapped))
    .then(
      () => true,
      () => false,
    );
}
