/** Keyed digests of case numbers and hash values, for exact search without storing the values in clear. */

import type { OriginDigest } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { MaterialReference, OriginReference } from './submission.ts';

/** Upper and lower case make no difference. */
export function originDigests(keyring: Keyring, origins: readonly OriginReference[]): OriginDigest[] {
  return origins.map(({ system, id }) => {
    // As JSON, so that no other pair of system and number gives the same text.
    const number = JSON.stringify([system, id].map((part) => part.trim().toLowerCase()));
    return { digest: keyring.digest(`origin/${number}`) };
  });
}

/** Keyed digests of file hashes, for search. */
export function materialDigests(
  keyring: Keyring,
  materials: readonly Pick<MaterialReference, 'algorithm' | 'value'>[],
): string[] {
  return materials.map(({ algorithm, value }) => keyring.digest(`hash/${algorithm}/${value.toLowerCase()}`));
}
