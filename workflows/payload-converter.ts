/** Payload converter: gives a fixed text in place of a payload that the codec refused, for the interceptors to recognise. */

import { DefaultPayloadConverter, type Payload } from '@temporalio/common';
import { decode } from '@temporalio/common/lib/encoding.js';
import { FORGED, REFUSED_ENCODINGS, UNREADABLE } from './messages.ts';

const REFUSED = { [REFUSED_ENCODINGS.forged]: FORGED, [REFUSED_ENCODINGS.unreadable]: UNREADABLE };

class RefusingPayloadConverter extends DefaultPayloadConverter {
  override fromPayload<T>(payload: Payload): T {
    const encoding = decode(payload.metadata?.['encoding'] ?? new Uint8Array());
    return Object.hasOwn(REFUSED, encoding) ? Reflect.get(REFUSED, encoding) : super.fromPayload<T>(payload);
  }
}

/** The client and the worker load the converter by this name. */
export const payloadConverter = new RefusingPayloadConverter();
