/** One box: a reference number, an origin reference or a hash value, each exactly, finds referrals. */

import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import type { MaterialReference, OriginReference } from '../../domain/submission.ts';
import type { Database } from '../../prisma/store/connect.ts';

export interface Found {
  referralId: string;
  reference: string;
  by: 'reference' | 'origin' | 'hash';
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

/**
 * Only what is with the viewer's agency: not found and not yours answer alike. An origin reference is written as
 * `system number` or `system:number`; a number alone is sought as the report of a reporting hotline.
 */
export async function search(_deps: Deps, _viewer: Person, _text: string): Promise<Found[]> {
  throw new Error('to come');
}

/** The same for what a program knows exactly. */
export async function findMatches(
  _deps: Deps,
  _viewer: Person,
  _sought: { origin: OriginReference } | { hash: Pick<MaterialReference, 'algorithm' | 'value'> },
): Promise<Found[]> {
  throw new Error('to come');
}
