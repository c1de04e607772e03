/** Keyed digests of case numbers, hash values and file ids: they are compared without storing the values in clear. */

import type { OriginDigest } from './events.ts';
import type { Keyring } from './keyring.ts';
import { comparableOrigin } from './origin-reference.ts';
import type { MaterialReference, OriginReference, Submission } from './submission.ts';

/**
 * Equal for origin references that are compared as equal. While the digest key is renewed, each number has a digest under
 * either key. Cases from before and after are thus found.
 */
export function originDigests(keyring: Keyring, origins: readonly OriginReference[]): OriginDigest[] {
  return origins.flatMap((origin) => keyring.digests(originText(origin)).map((digest) => ({ digest })));
}

function originText(origin: OriginReference): string {
  // As JSON, so that no other pair of system and number gives the same text.
  return `origin/${JSON.stringify(comparableOrigin(origin))}`;
}

type Hash = Pick<MaterialReference, 'algorithm' | 'value'>;

/** Keyed digests of file hashes, for search. */
export function materialDigests(keyring: Keyring, materials: readonly Hash[]): string[] {
  return materials.flatMap((hash) => keyring.digests(hashText(hash)));
}

function hashText({ algorithm, value }: Hash): string {
  return `hash/${algorithm}/${value.toLowerCase()}`;
}

/** Prefix of the digests of file ids. They are stored with the digests of hash values. */
export const FILE_DIGEST = 'file/';

/** The label of a file id in the particulars of a CyberTipline report. Several files are numbered. */
const FILE_ID = /^fileDetails(\[\d+\])?\/fileId$/;

/** Prefix of the digests of agencies' own numbers. They are stored with the digests of hash values. */
export const OWN_DIGEST = 'own/';

/** Keyed digests of an agency's own number of a case. Equal numbers of two agencies have different digests. */
export function ownReferenceDigests(keyring: Keyring, agencyId: string, number: string): string[] {
  return keyring.digests(ownReferenceText(agencyId, number)).map((digest) => `${OWN_DIGEST}${digest}`);
}

function ownReferenceText(agencyId: string, number: string): string {
  return `own/${JSON.stringify([agencyId, number.trim().toLowerCase()])}`;
}

type Files = Pick<Submission, 'materials' | 'particulars'>;

/** Keyed digests of everything that identifies a reported file: its hash values, and its id in file details. */
export function fileDigests(keyring: Keyring, { materials, particulars }: Files): string[] {
  return [
    ...materialDigests(keyring, materials),
    ...fileIdTexts(particulars).flatMap((text) => keyring.digests(text).map((digest) => `${FILE_DIGEST}${digest}`)),
  ];
}

function fileIdTexts(particulars: Submission['particulars']): string[] {
  const ids = particulars.filter(({ label }) => FILE_ID.test(label)).map(({ value }) => value.trim().toLowerCase());
  return ids.map((id) => `file/cybertipline/${id}`);
}

/** A digest of an earlier key, and the one that replaces it. */
export interface RenewedDigest {
  from: string;
  to: string;
}

/**
 * The digests of origin references, of files and of own numbers that earlier keys made, each with its replacement.
 *
 * @param own the agency that stored the text, and its own number of the case if the text is one
 */
export function renewedDigests(
  keyring: Keyring,
  { originReferences = [], materials = [], particulars = [] }: Partial<Submission>,
  own: { agencyId?: string; number?: string } = {},
): { origins: RenewedDigest[]; files: RenewedDigest[] } {
  const { agencyId, number } = own;
  const ownNumbers = [...originReferences.map(({ id }) => id), ...(number === undefined ? [] : [number])];
  const renewed = (text: string, prefix = '') => {
    const [current = '', ...earlier] = keyring.digests(text);
    return earlier.map((digest) => ({ from: `${prefix}${digest}`, to: `${prefix}${current}` }));
  };
  return {
    origins: originReferences.flatMap((origin) => renewed(originText(origin))),
    files: [
      ...materials.flatMap((hash) => renewed(hashText(hash))),
      ...fileIdTexts(particulars).flatMap((text) => renewed(text, FILE_DIGEST)),
      ...(agencyId === undefined
        ? []
        : ownNumbers.flatMap((each) => renewed(ownReferenceText(agencyId, each), OWN_DIGEST))),
    ],
  };
}
