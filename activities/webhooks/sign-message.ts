/** The headers of a message by the Standard Webhooks specification, version 1.0. */

import { createHmac } from 'node:crypto';

/** @param secrets as bytes, the newest first; a receiver accepts the signature of any of them */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly Uint8Array[],
  now = Date.now(),
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
