/** Finds referrals by reference number, origin reference, the agency's own number, or hash value; exact matches only. */

import { disclose } from '../../domain/disclosure.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { CYBERTIPLINE } from '../../domain/origin-reference.ts';
import type { Person } from '../../domain/people.ts';
import { materialDigests, originDigests, ownReferenceDigests } from '../../domain/search-digests.ts';
import type { MaterialReference, OriginReference } from '../../domain/submission.ts';
import { HASH_ALGORITHMS } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { referralsByHash, referralsByOrigin, referralsByOwnReference } from '../../prisma/store/origins.ts';
import { partiesAmong, partyNamed } from '../../prisma/store/parties.ts';
import { readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { seesReferrals } from './list.ts';

/** A referral that matches a search, and what matched. */
export interface SearchMatch {
  referralId: string;
  reference: string;
  by: 'reference' | 'own-reference' | 'origin' | 'hash';
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

/** Longer text cannot be a number or a hash, and is not looked up. */
const LONGEST = 1_000;

/**
 * Finds referrals of the viewer's agency. A missing and an undisclosed referral give the same answer. An origin
 * reference has the form `system number` or `system:number`. A number alone is searched as the agency's own number, and
 * as a report of a reporting hotline.
 */
export async function search(deps: Deps, viewer: Person, text: string): Promise<SearchMatch[]> {
  const sought = text.trim();
  if (sought === '' || sought.length > LONGEST) return [];
  const named = seesReferrals(viewer) ? await partyNamed(deps.db, viewer.agencyId, sought) : undefined;
  const found = [
    named ? [{ ...named, by: 'reference' as const }] : [],
    await findOwnReferences(deps, viewer, sought),
    await findOrigins(deps, viewer, originsIn(sought)),
    await findHashes(deps, viewer, hashesIn(sought)),
  ].flat();
  return [...new Map(found.map((each) => [each.referralId, each])).values()];
}

/** The same search for programs, which send the exact kind of value. */
export async function findMatches(
  deps: Deps,
  viewer: Person,
  sought: { origin: OriginReference } | { hash: Hash } | { ownReference: string },
): Promise<SearchMatch[]> {
  if ('ownReference' in sought) return findOwnReferences(deps, viewer, sought.ownReference);
  return 'origin' in sought ? findOrigins(deps, viewer, [sought.origin]) : findHashes(deps, viewer, [sought.hash]);
}

type Hash = Pick<MaterialReference, 'algorithm' | 'value'>;

function originsIn(text: string): OriginReference[] {
  const parts = [...text.matchAll(/[\s:]+/g)].map(({ index, 0: { length } }) => {
    return { system: text.slice(0, index), id: text.slice(index + length) };
  });
  return [{ system: CYBERTIPLINE, id: text }, ...parts];
}

/** The value as a hash of every possible algorithm, so that users need not name one. */
function hashesIn(value: string): Hash[] {
  return HASH_ALGORITHMS.map((algorithm) => ({ algorithm, value }));
}

async function findOrigins({ db, keyring }: Deps, viewer: Person, origins: OriginReference[]): Promise<SearchMatch[]> {
  await keyring.ready();
  const digests = originDigests(keyring, origins).map(({ digest }) => digest);
  return readable(db, viewer, await referralsByOrigin(db, digests), 'origin');
}

async function findOwnReferences({ db, keyring }: Deps, viewer: Person, number: string): Promise<SearchMatch[]> {
  await keyring.ready();
  const { agencyId } = viewer;
  const digests = ownReferenceDigests(keyring, agencyId, number);
  return readable(db, viewer, await referralsByOwnReference(db, agencyId, digests), 'own-reference');
}

async function findHashes({ db, keyring }: Deps, viewer: Person, hashes: Hash[]): Promise<SearchMatch[]> {
  await keyring.ready();
  return readable(db, viewer, await referralsByHash(db, materialDigests(keyring, hashes)), 'hash');
}

async function seen(
  db: Database,
  viewer: Person,
  referralIds: string[],
  by: SearchMatch['by'],
): Promise<SearchMatch[]> {
  if (!seesReferrals(viewer)) return [];
  return (await partiesAmong(db, viewer.agencyId, referralIds)).map((party) => ({ ...party, by }));
}

/** Numbers and hashes are particulars: matches are shown only to people who may read them. */
async function readable(
  db: Database,
  viewer: Person,
  referralIds: string[],
  by: SearchMatch['by'],
): Promise<SearchMatch[]> {
  const found = await seen(db, viewer, referralIds, by);
  const referrals = await readWithLiveClocks(
    db,
    found.map(({ referralId }) => referralId),
  );
  const open = referrals.filter((referral) => disclose(referral, viewer).mayReadParticulars).map(({ id }) => id);
  return found.filter(({ referralId }) => open.includes(referralId));
}
