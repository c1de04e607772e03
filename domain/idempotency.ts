/** Idempotency keys: the same key with the same request is one act, however often it is sent. */

/** Whose key it is. The key itself is only known as a keyed digest, since it may be a case number. */
export interface IdempotencyKey {
  agencyId: string;
  /** Empty: the key of a submission, which belongs to the whole agency. */
  personId: string;
  /** Keyed digest, base64url. */
  key: string;
}

/** What is recorded with an act that a caller requested; the engine's own acts have no keys. */
export interface Idempotency {
  /** A submission has two: the agency's, and the person's. */
  keys: readonly IdempotencyKey[];
  /** Keyed digest, base64url, of what the caller sent. */
  digest: string;
}

/** What is recorded under the keys of an act: nothing, an act of the same content, or an act of other content. */
export type KeyState = 'new' | 'same' | 'different';
