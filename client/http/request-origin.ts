/** States how each request came, for the audit log: page or API, session and kind of address. */

import { createHash } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressClass, RequestOrigin } from '../../domain/audit/leaf.ts';
import { runWithOrigin } from '../../prisma/store/request-origin.ts';
import { isApiRequest } from './problem.ts';

/** Call it after `registerIdentity`: the session must be known. */
export function stateOrigin(app: FastifyInstance): void {
  // With a callback, because the rest of the request must run inside it.
  app.addHook('preHandler', (request, _reply, done) => runWithOrigin(originOf(request), done));
}

function originOf(request: FastifyRequest): RequestOrigin {
  const session = sessionOf(request);
  return {
    channel: isApiRequest(request) ? 'api' : 'page',
    ...(session && { session: digestOf(session) }),
    address: addressClass(request.ip),
  };
}

/** The session id or the access token, whichever authenticates the request. */
function sessionOf({ principal, session, headers }: FastifyRequest): string | undefined {
  return principal?.via.kind === 'token' ? headers.authorization : session.get('id');
}

/** The beginning of the digest that the row of a session has. */
function digestOf(session: string): string {
  return createHash('sha256').update(session).digest('hex').slice(0, 32);
}

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  PRIVATE.addSubnet(network, prefix);
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** The class of an IPv4 or IPv6 address (RFC 1918, RFC 4193, RFC 6598). */
export function addressClass(address: string): AddressClass {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (LOOPBACK.check(address, family)) return 'loopback';
  return PRIVATE.check(address, family) ? 'private' : 'public';
}
