/** Refuses to start if keys that encrypt stored particulars are missing, since those could not be read. */

import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { placeOfKey, type WrappedKey, wrappedKeys } from '../../prisma/store/particulars.ts';
import { ConfigFault } from './config.ts';

/**
 * @throws ConfigFault that names each key that is missing from the ring or differs, or says that it cannot be checked.
 */
export async function refuseMissingKeys(db: Database, keyring: Keyring): Promise<void> {
  const used = await wrappedKeys(db).catch((error: unknown) => {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ConfigFault('LIAISE_DATABASE_URL: the database does not answer.');
  });
  const faults = used.flatMap(({ keyId, keys }) => {
    if (!keyring.has(keyId)) return [`has no key "${keyId}"; add it again`];
    // One key that was copied or changed does not stop the process.
    return keys.some((key) => opens(keyring, key)) ? [] : [`has another key as "${keyId}"; put the former one back`];
  });
  if (faults.length === 0) return;
  throw new ConfigFault(`LIAISE_KEY_FILE: ${faults.join('; ')}. Particulars are sealed under it.`);
}

function opens(keyring: Keyring, key: WrappedKey): boolean {
  const { keyId, wrapped } = key;
  return (
    succeeds(() => keyring.open('data-key', keyId, wrapped, placeOfKey(key))) ||
    succeeds(() => keyring.openUnplaced('data-key', keyId, wrapped))
  );
}

function succeeds(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
