/** The keys under which messages to an address are counted: keyed digests, so that the table of counts shows no address. */

import type { Keyring } from '../../domain/keyring.ts';
import type { QueuedLetter } from '../../prisma/store/letter-outbox.ts';
import type { Address } from '../letters/address.ts';

/**
 * Further messages are counted under the first key. The others are digests under older keys, and the ids under which the
 * previous version counted.
 *
 * @param letters to one address
 */
export function readerKeys(
  keyring: Keyring,
  letters: readonly { of: Pick<QueuedLetter, 'addressee'>; to: Address }[],
): string[] {
  const email = letters[0]?.to.email.toLowerCase() ?? '';
  const digests = keyring.tokens(`letter-reader/${email}`);
  if (digests.length === 0) throw new Error('The key file of this process has no key for links in letters.');
  const ids = letters.map(({ of: { addressee } }) =>
    addressee.kind === 'person' ? addressee.personId : addressee.contactPointId,
  );
  return [...digests, ...new Set(ids)];
}
