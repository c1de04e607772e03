/** Posts one message to a target over https. It connects only to addresses that were checked, and follows no redirect. */

import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryFailure } from '../../domain/webhooks.ts';
import { isPublicAddress } from './public-address.ts';

/** Limits of an attempt. Tests replace the check of addresses and the certification authority. */
export interface PostOptions {
  /** Default: `isPublicAddress`. */
  mayConnect?: (address: string) => boolean;
  /** Default: the system's resolver. */
  resolve?: (name: string) => Promise<readonly string[]>;
  /** Certification authorities in PEM. Default: those of Node.js. */
  ca?: string;
  /** Milliseconds for the whole attempt. Default: 10 seconds. */
  timeoutMs?: number;
  /** Aborts the attempt; its result is then not known. */
  stopping?: AbortSignal;
}

/** The HTTP status of the answer, or the code of why there was none. */
export type PostResult = { status: number } | { code: DeliveryFailure };

const TIMEOUT_MS = 10_000;
/** The largest headers of an answer, in bytes. The body is not read. */
const MAX_HEADERS = 16_384;

/** Posts the body. It throws nothing: each failure has a code, which quotes nothing of the answer. */
export async function postMessage(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: PostOptions = {},
): Promise<PostResult> {
  const { mayConnect = isPublicAddress, resolve = addressesOf, ca, timeoutMs = TIMEOUT_MS, stopping } = options;
  if (!URL.canParse(url)) return { code: 'ADDRESS-REFUSED' };
  const target = new URL(url);
  // The brackets of an IPv6 address belong to the URL, not to the address.
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (target.protocol !== 'https:') return { code: 'ADDRESS-REFUSED' };
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = stopping ? AbortSignal.any([timeout, stopping]) : timeout;
  const addresses = isIP(host) ? [host] : await unlessAborted(resolve(host), signal).catch(() => []);
  if (addresses.length === 0) return { code: signal.aborted ? 'TIMEOUT' : 'NAME-UNKNOWN' };
  // One internal address among public ones is refused too: the name's owner would choose which one is used.
  if (!addresses.every(mayConnect)) return { code: 'ADDRESS-REFUSED' };
  const { promise, resolve: settle } = Promise.withResolvers<PostResult>();
  const sent = request(target, {
    ...{ method: 'POST', agent: false, signal, maxHeaderSize: MAX_HEADERS, minVersion: 'TLSv1.2' },
    lookup: lookupOf(addresses),
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    ...(ca !== undefined && { ca }),
  });
  sent.on('response', (response) => {
    settle({ status: response.statusCode ?? 0 });
    response.destroy();
  });
  sent.on('error', (error) => settle({ code: signal.aborted ? 'TIMEOUT' : codeOf(error) }));
  sent.end(body);
  return promise;
}

async function addressesOf(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/** Gives the connection the addresses that were checked. A second resolution could give others (DNS rebinding). */
function lookupOf(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, callback) => {
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  };
}

/** Rejects as soon as the signal aborts: a lookup of a name cannot be cancelled. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<T>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return await Promise.race([work, promise]);
}

function codeOf(error: NodeJS.ErrnoException): DeliveryFailure {
  const { code = '' } = error;
  return /CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO/.test(code) ? 'CERTIFICATE' : 'NO-CONNECTION';
}
