/** The bytes of a leaf in the Merkle tree. Fields that some viewers may not see are salted digests. */

import type { Person } from '../people.ts';
import { bytesOf, toHex, withPrefix } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { AuditLeaf, EntryDigest, LeafChange, LeafContent, RequestOrigin } from './leaf.ts';
import { type Hash, LEAF_PREFIX } from './merkle-tree.ts';
import { sha256, sha256Hex } from './sha256.ts';

/** The fields that everyone who sees the event may see. */
export interface ShownFields {
  at: string;
  operation: string;
  referral?: string;
  reference?: string;
  event?: string;
  /** The agency of the person who acted; absent for the engine. */
  agency?: string;
  change?: LeafChange;
  restored?: true;
}

/** The person who acted, and how the request came. Only colleagues of that person may see it. */
export interface PersonFields {
  person: string;
  roles: readonly string[];
  via?: RequestOrigin;
}

/** The parts of a leaf that are committed to by a salted digest. */
export type HiddenPart = 'person' | 'record';

/** A leaf as the tree commits to it: shown fields, and one digest for each hidden part. */
export interface LeafCommitment {
  shown: ShownFields;
  /** Absent for the engine. */
  person?: Hash;
  record: Hash;
}

/** Divides a leaf into the parts of its commitment. Leaves of all versions have the same form in the tree. */
export function partsOf(leaf: AuditLeaf): { shown: ShownFields; person?: PersonFields; record: LeafContent } {
  const { at, operation, by, via, referralId, reference, about, change, restored } = leaf;
  const event = eventOf(about);
  const shown: ShownFields = {
    ...{ at, operation },
    ...(referralId && { referral: referralId }),
    ...(reference && { reference }),
    ...(event && { event }),
    ...(by.kind === 'person' && { agency: by.agencyId }),
    ...(change && { change }),
    ...(restored && { restored }),
  };
  if (by.kind === 'engine') return { shown, record: about };
  return { shown, person: { person: by.personId, roles: by.roles, ...(via && { via }) }, record: about };
}

/** The event of a leaf about a journal entry. */
function eventOf(about: LeafContent): EntryDigest['event'] | undefined {
  return 'event' in about ? about.event : undefined;
}

/** The commitment to a leaf. @param salt of the leaf: 16 random bytes */
export function commitmentOf(leaf: AuditLeaf, salt: Uint8Array): LeafCommitment {
  const { shown, person, record } = partsOf(leaf);
  return {
    shown,
    ...(person && { person: hiddenDigest(saltOf(salt, 'person'), person) }),
    record: hiddenDigest(saltOf(salt, 'record'), record),
  };
}

/** The salt of one hidden part. It is derived, so that showing one part reveals nothing of the other. */
export function saltOf(salt: Uint8Array, part: HiddenPart): Uint8Array {
  return sha256(withPrefix(salt, part)).slice(0, SALT_LENGTH);
}

/** Length of a salt in bytes. */
export const SALT_LENGTH = 16;

/** The digest that commits to a hidden part: SHA-256(salt || canonical JSON). */
export function hiddenDigest(salt: Uint8Array, value: PersonFields | LeafContent): Hash {
  return sha256(withPrefix(salt, canonicalJson(value)));
}

/** The bytes of the leaf in the tree: canonical JSON (RFC 8785). */
export function committedBytes({ shown, person, record }: LeafCommitment): Uint8Array {
  return bytesOf(
    canonicalJson({ format: 1, ...shown, ...(person && { person: toHex(person) }), record: toHex(record) }),
  );
}

/**
 * The hash of a leaf in the tree: that of `committedBytes(commitmentOf(leaf, salt))`. The whole log is hashed by this function,
 * so it writes the members in their order, without the objects in between. @param salt of the leaf: 16 random bytes
 */
export function hashOfLeaf(leaf: AuditLeaf, salt: Uint8Array): Hash {
  const { at, operation, by, via, referralId, reference, about, change, restored } = leaf;
  const event = eventOf(about);
  let text = '{';
  if (by.kind === 'person') text += `"agency":${canonicalJson(by.agencyId)},`;
  text += `"at":${canonicalJson(at)},`;
  if (change) text += `"change":${canonicalJson(change)},`;
  if (event) text += `"event":${canonicalJson(event)},`;
  text += `"format":1,"operation":${canonicalJson(operation)},`;
  if (by.kind === 'person') text += `"person":"${hiddenHex(salt, 'person', personText(by, via))}",`;
  text += `"record":"${hiddenHex(salt, 'record', canonicalJson(about))}"`;
  if (reference) text += `,"reference":${canonicalJson(reference)}`;
  if (referralId) text += `,"referral":${canonicalJson(referralId)}`;
  if (restored) text += `,"restored":${canonicalJson(restored)}`;
  return sha256(withPrefix(LEAF_PREFIX, `${text}}`));
}

/** The canonical JSON of `PersonFields`. */
function personText({ personId, roles }: Person, via: RequestOrigin | undefined): string {
  const origin = via ? `,"via":${canonicalJson(via)}` : '';
  return `{"person":${canonicalJson(personId)},"roles":${canonicalJson(roles)}${origin}}`;
}

function hiddenHex(salt: Uint8Array, part: HiddenPart, text: string): string {
  return sha256Hex(withPrefix(saltOf(salt, part), text));
}
