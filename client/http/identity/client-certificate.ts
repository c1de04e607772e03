/** The certificate of the client: of its own TLS connection, or as a trusted proxy reports it (RFC 8705, RFC 9440). */

import { createHash, X509Certificate } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { FastifyRequest } from 'fastify';

/** Whose word counts. */
export interface CertificateSource {
  /** The header with the certificate, from the networks of `trustProxy` only; undefined: from nobody. */
  header: string | undefined;
  trustProxy: boolean | number | string[];
}

/**
 * Returns a function that gives the thumbprint of the client's certificate (`x5t#S256`); undefined if it presented none. The
 * handshake has proved that the client holds the private key.
 */
export function certificateReader({
  header,
  trustProxy,
}: CertificateSource): (request: FastifyRequest) => string | undefined {
  const networks = Array.isArray(trustProxy) ? networksOf(trustProxy) : undefined;
  const isDirect = networks === undefined && (trustProxy === false || trustProxy === 0);
  return ({ headers, raw: { socket } }) => {
    if (networks !== undefined && isIn(networks, socket.remoteAddress)) {
      // The certificate of the connection is that of the proxy.
      const value = header === undefined ? undefined : headers[header.toLowerCase()];
      return typeof value === 'string' ? thumbprintOf(bytesIn(value)) : undefined;
    }
    // With a number of proxies, every connection is from a proxy.
    if (!isDirect && networks === undefined) return undefined;
    return socket instanceof TLSSocket ? thumbprintOf(socket.getPeerX509Certificate()?.raw) : undefined;
  };
}

/** DER in base64 between colons (RFC 9440), or percent-encoded PEM, as nginx sends it. */
function bytesIn(value: string): Buffer | string | undefined {
  const [, base64] = /^:([\w+/]+={0,2}):$/.exec(value.trim()) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  try {
    const pem = decodeURIComponent(value);
    return pem.startsWith('-----BEGIN CERTIFICATE-----') ? pem : undefined;
  } catch {
    return undefined;
  }
}

function thumbprintOf(certificate: Buffer | string | undefined): string | undefined {
  if (certificate === undefined) return undefined;
  try {
    return createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
  } catch {
    return undefined;
  }
}

/** As Fastify names them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

function networksOf(names: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of names.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isIn(networks: BlockList, peer: string | undefined): boolean {
  if (peer === undefined) return false;
  const address = peer.replace(/^::ffff:(?=\d+\.)/, '');
  return networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
