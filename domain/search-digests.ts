/** Keyed digests under which case numbers and hash values are found by exact search, without being stored in clear. */

import type { OriginDigest } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { MaterialReference, OriginReference } from './submission.ts';

/** Equal numbers of equal systems compare equal, whatever their case. */
export function originDigests(keyring: Keyring, origins: readonly OriginReference[]): OriginDigest[] {
  return origins.map(({ system, id }) => {
    // As JSON, so that no choice of system and number reads as another.
    const number = JSON.stringify([system, id].map((part) => part.trim().toLowerCase()));
    return { digest: keyring.digest(`origin/${number}`) };
  });
}

export function materialDigests(
  keyring: Keyring,
  materials: readonly Pick<MaterialReference, 'algorithm' | 'value'>[],
): string[] {
  return materials.map(({ algorithm, value }) => keyring.digest(`hash/${algorithm}/${value.toLowerCase()}`));
}
