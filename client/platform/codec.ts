/** Payload codec: encrypts every payload to Temporal and names its key. Active in every environment. */

import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Keyring } from '../../domain/keyring.ts';

const ENCODING = 'binary/encrypted';
/**
 * Replaces payloads that were never encrypted. No converter knows this encoding, so reading it fails, and Temporal
 * rejects the act. A codec that throws would instead block every other act on that referral.
 */
const NOT_OURS: Payload = { metadata: { encoding: new TextEncoder().encode('refused/never-sealed') } };

const text = { encode: (value: string) => new TextEncoder().encode(value), decode: new TextDecoder() };

/**
 * Encrypts with the current key of the ring, and decrypts with the key that the payload names, so that keys can be
 * rotated. Payloads that were never encrypted come from a sender without a key and are not read.
 */
export function payloadCodec(keyring: Keyring): PayloadCodec {
  return {
    encode: async (payloads) => payloads.map((payload) => seal(keyring, payload)),
    decode: async (payloads) => payloads.map((payload) => open(keyring, payload)),
  };
}

function seal(keyring: Keyring, payload: Payload): Payload {
  const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
  const { keyId, sealed } = keyring.seal('payload', plain);
  return { metadata: { encoding: text.encode(ENCODING), 'key-id': text.encode(keyId) }, data: sealed };
}

function open(keyring: Keyring, payload: Payload): Payload {
  const encoding = payload.metadata?.['encoding'];
  if (!encoding || text.decode.decode(encoding) !== ENCODING || !payload.data) {
    return NOT_OURS;
  }
  const keyId = text.decode.decode(payload.metadata?.['key-id'] ?? new Uint8Array());
  return proto.temporal.api.common.v1.Payload.decode(keyring.open('payload', keyId, payload.data));
}
