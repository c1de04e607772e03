/** Nothing is readable in Temporal: every payload is sealed, and says under which key. On in every environment. */

import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Keyring } from '../../domain/keyring.ts';

const ENCODING = 'binary/encrypted';
/**
 * In place of what was never sealed. No converter knows it, so it fails where it is read: there Temporal turns an act
 * away, while a codec that fails would hold up every other act on that referral.
 */
const NOT_OURS: Payload = { metadata: { encoding: new TextEncoder().encode('refused/never-sealed') } };

const text = { encode: (value: string) => new TextEncoder().encode(value), decode: new TextDecoder() };

/**
 * Seals with the ring's current key; opens with whichever key the payload names, so keys can be rotated. What was never
 * sealed comes from somebody who has no key: nobody reads it.
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
