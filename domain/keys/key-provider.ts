/** Who holds the key-encryption keys: they wrap and unwrap data keys. The ring of a key file does, or a key service. */

import type { Place } from './sealing.ts';

/** Wraps and unwraps keys of 32 bytes. Each is bound to its place. */
export interface KeyProvider {
  /** Whether each call leaves this process. A stored key is then read before a new one is wrapped. */
  isRemote: boolean;
  /** The key that wraps new data keys. */
  readonly currentKeyId: string;
  has(keyId: string): Promise<boolean>;
  /** @throws Error without that key; ReferralError ENGINE_UNAVAILABLE if the provider does not answer. */
  wrap(keyId: string, key: Uint8Array, place: Place): Promise<Uint8Array>;
  /** @throws Error if the key was changed or belongs to another place; ReferralError ENGINE_UNAVAILABLE as `wrap`. */
  unwrap(keyId: string, sealed: Uint8Array, place: Place): Promise<Uint8Array>;
  /** Unwraps a key of the previous version, which has no place. @throws as `unwrap` */
  unwrapUnplaced(keyId: string, sealed: Uint8Array): Promise<Uint8Array>;
}

/** A provider in another process. */
export interface KeyService extends KeyProvider {
  /** Asks for the ids of its keys. Call it before the first use. @throws ReferralError ENGINE_UNAVAILABLE */
  connect(): Promise<void>;
}

/** The service wraps. What the file has wrapped opens with the file, until `liaise keys rotate` has re-sealed it. */
export function serviceAndLocal(service: KeyProvider, local: KeyProvider): KeyProvider {
  const holder = async (keyId: string) => ((await local.has(keyId)) ? local : service);
  return {
    isRemote: true,
    get currentKeyId() {
      return service.currentKeyId;
    },
    has: async (keyId) => (await holder(keyId)).has(keyId),
    wrap: service.wrap,
    unwrap: async (keyId, sealed, place) => (await holder(keyId)).unwrap(keyId, sealed, place),
    unwrapUnplaced: async (keyId, sealed) => (await holder(keyId)).unwrapUnplaced(keyId, sealed),
  };
}
