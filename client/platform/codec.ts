/** Payload codec: encrypts every payload to Temporal for its place, and names its key. Active in every environment. */

import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Keyring } from '../../domain/keyring.ts';
import type { Place } from '../../domain/keys/sealing.ts';
import { REFUSED_ENCODINGS } from '../../workflows/messages.ts';

const ENCODING = 'binary/encrypted';

const text = { encode: (value: string) => new TextEncoder().encode(value), decode: new TextDecoder() };

/** How a codec treats what it cannot open. */
export interface CodecOptions {
  keyring: Keyring;
  /** Whether payloads of the previous version, which belong to no workflow, are still opened. Default: never. */
  acceptsUnplaced?: () => Promise<boolean>;
  /**
   * In a worker, `decode` never throws: the workflow task would fail for ever. Instead it marks the payload, and the
   * interceptors refuse it. In other processes, a missing key is an error.
   */
  marksMissingKeys?: boolean;
  /** Called for a payload that was changed, copied from another workflow, or never encrypted. */
  onForged?: (workflowId: string) => void;
}

/**
 * Encrypts with the current key of the ring, and decrypts with the key that the payload names, so that keys can be
 * rotated. A payload that was not encrypted for this workflow is replaced by a mark.
 */
export function payloadCodec(options: CodecOptions): PayloadCodec {
  return {
    encode: async (payloads, context) => {
      await options.keyring.ready();
      return payloads.map((payload) => seal(options.keyring, payload, placeOf(context)));
    },
    decode: async (payloads, context) => {
      await options.keyring.ready();
      return Promise.all(payloads.map((payload) => open(options, payload, context)));
    },
  };
}

/** Temporal adds the time to the workflow ids that a schedule starts. The schedule is encrypted for the id without it. */
const SCHEDULED_TIME = /-\d{4}-\d\d-\d\dT[\d:]{8}Z$/;

function placeOf(context?: SerializationContext): Place {
  const { namespace = '', workflowId = '' } = context ?? {};
  return ['payload', namespace, workflowId.replace(SCHEDULED_TIME, '')];
}

function seal(keyring: Keyring, payload: Payload, place: Place): Payload {
  const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
  const { keyId, sealed } = keyring.seal('payload', plain, place);
  return { metadata: { encoding: text.encode(ENCODING), 'key-id': text.encode(keyId) }, data: sealed };
}

async function open(options: CodecOptions, payload: Payload, context?: SerializationContext): Promise<Payload> {
  const { keyring, marksMissingKeys = false, onForged = () => {} } = options;
  const keyId = text.decode.decode(payload.metadata?.['key-id'] ?? new Uint8Array());
  const { data } = payload;
  if (isEncrypted(payload) && data && !keyring.has('payload', keyId)) {
    if (marksMissingKeys) return marked('unreadable');
    throw new Error(`The key file has no key "${keyId}". Add it to the key file again.`);
  }
  const opened = isEncrypted(payload) && data ? await openAtPlace(options, keyId, data, placeOf(context)) : 'forged';
  if (opened === 'forged') onForged(context?.workflowId ?? '');
  return typeof opened === 'string' ? marked(opened) : proto.temporal.api.common.v1.Payload.decode(opened);
}

type Refused = keyof typeof REFUSED_ENCODINGS;

async function openAtPlace(
  { keyring, acceptsUnplaced = async () => false }: CodecOptions,
  keyId: string,
  sealed: Uint8Array,
  place: Place,
): Promise<Uint8Array | Refused> {
  const placed = opened(() => keyring.open('payload', keyId, sealed, place));
  if (placed) return placed;
  const unplaced = opened(() => keyring.openUnplaced('payload', keyId, sealed));
  if (unplaced === undefined) return 'forged';
  // If the database is not available, nothing is decided: the task is retried.
  const isAccepted = await acceptsUnplaced().catch(() => undefined);
  if (isAccepted === undefined) return 'unreadable';
  return isAccepted ? unplaced : 'forged';
}

function opened(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function isEncrypted({ metadata }: Payload): boolean {
  return text.decode.decode(metadata?.['encoding'] ?? new Uint8Array()) === ENCODING;
}

function marked(why: Refused): Payload {
  return { metadata: { encoding: text.encode(REFUSED_ENCODINGS[why]) } };
}
