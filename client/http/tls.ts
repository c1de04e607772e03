/** TLS of the web server itself, for installations without a proxy in front of it. */

import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:https';

/** Certificate with its chain, and private key (PEM). */
export interface TlsFiles {
  cert: string;
  key: string;
}

/** How long a request may take to arrive. */
export const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Makes the server for Fastify. It asks each client for a certificate, which access tokens can be bound to. Any authority is
 * accepted: only the thumbprint counts (RFC 8705, section 2.2).
 */
export function tlsServer({ cert, key }: TlsFiles): (handler: RequestListener) => Server {
  return (handler) => {
    const server = createServer({ cert, key, requestCert: true, rejectUnauthorized: false }, handler);
    server.requestTimeout = REQUEST_TIMEOUT_MS;
    return server;
  };
}
