/** Keyed digests under several keys: the current one, and earlier ones until every stored digest is renewed. */

import { createHmac, type KeyObject } from 'node:crypto';

/** A digest key. The id of the first key of an installation is empty. */
export interface DigestKey<Key = Uint8Array> {
  id: string;
  key: Key;
}

/** HMAC-SHA-256 in base64url. */
export function hmac(secret: Uint8Array | KeyObject, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** The digest with the id of its key in front of it, so that digests of an earlier key can be distinguished. */
export function digestUnder({ id, key }: DigestKey, text: string): string {
  return `${digestTag(id)}${hmac(key, text)}`;
}

/** What the digests of a key begin with. */
export function digestTag(keyId: string): string {
  return keyId === '' ? '' : `${keyId}.`;
}
