/** Keyed digests of case numbers, hash values and file ids: they are compared without storing the values in clear. */

import type { OriginDigest } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { MaterialReference, OriginReference, Submission } from './submission.ts';

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

/** Prefix of the digests of file ids. They are stored with the digests of hash values. */
export const FILE_DIGEST = 'file/';

/** The label of a file id in the particulars of a CyberTipline report. Several files are numbered. */
const FILE_ID = /^fileDetails(\[\d+\])?\/fileId$/;

/** Keyed digests of everything that identifies a reported file: its hash values, and its id in file details. */
export function fileDigests(
  keyring: Keyring,
  { materials, particulars }: Pick<Submission, 'materials' | 'particulars'>,
): string[] {
  const ids = particulars.filter(({ label }) => FILE_ID.test(label)).map(({ value }) => value.trim().toLowerCase());
  return [
    ...materialDigests(keyring, materials),
    ...ids.map((id) => `${FILE_DIGEST}${keyring.digest(`file/cybertipline/${id}`)}`),
  ];
}
