/** Creates X.509 certificates (RFC 5280) of a private certification authority, with keys on P-256. */

import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its private key, in PEM. */
export interface IssuedCertificate {
  certificate: string;
  key: string;
}

/** Whom a certificate is for. */
export interface CertificateSubject {
  /** The common name. PostgreSQL compares it with the role that signs in. */
  name: string;
  /** DNS names and IPv4 addresses of a server; none for a client. */
  hosts?: readonly string[];
  /** Servers that also sign in at others need both. */
  usages: readonly ('server' | 'client')[];
}

/** A certification authority. Its private key exists only in memory. */
export interface CertificateAuthority {
  certificate: string;
  issue(subject: CertificateSubject): IssuedCertificate;
}

/** Creates an authority. @param days how long all certificates are valid */
export function createAuthority(name: string, days: number): CertificateAuthority {
  const { publicKey, privateKey } = newKeyPair();
  const validity = validityOf(days);
  const issuer = nameOf(name);
  const certified = (subject: Buffer, key: KeyObject, extensions: Buffer[]) =>
    pem('CERTIFICATE', signed({ issuer, validity, subject, key, extensions }, privateKey));
  return {
    certificate: certified(issuer, publicKey, [
      extension('551d13', true, sequence(BOOLEAN_TRUE)),
      extension('551d0f', true, Buffer.from('03020106', 'hex')),
    ]),
    issue: ({ name: subject, hosts = [], usages }) => {
      const own = newKeyPair();
      const extensions = [
        extension('551d0f', true, Buffer.from('03020780', 'hex')),
        extension('551d25', false, sequence(...usages.map((usage) => oid(USAGES[usage])))),
        ...(hosts.length > 0 ? [extension('551d11', false, sequence(...hosts.map(alternativeName)))] : []),
      ];
      return {
        certificate: certified(nameOf(subject), own.publicKey, extensions),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

/** id-kp-serverAuth and id-kp-clientAuth. */
const USAGES = { server: '2b06010505070301', client: '2b06010505070302' } as const;
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';

function newKeyPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

interface ToBeSigned {
  issuer: Buffer;
  validity: Buffer;
  subject: Buffer;
  key: KeyObject;
  extensions: readonly Buffer[];
}

function signed({ issuer, validity, subject, key, extensions }: ToBeSigned, by: KeyObject): Buffer {
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const serial = randomBytes(16);
  // Positive, and without a zero byte at the beginning.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const version = tagged(0xa0, tagged(0x02, Buffer.from([2])));
  const publicKey = key.export({ type: 'spki', format: 'der' });
  const body = sequence(
    ...[version, tagged(0x02, serial), algorithm, issuer, validity, subject, publicKey],
    tagged(0xa3, sequence(...extensions)),
  );
  return sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, by)])));
}

/** A minute earlier, because clocks differ. */
function validityOf(days: number): Buffer {
  const now = Date.now();
  const time = (at: number) => {
    const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
    return tagged(0x17, Buffer.from(`${digits}Z`));
  };
  return sequence(time(now - 60_000), time(now + days * 86_400_000));
}

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(oid(COMMON_NAME), tagged(0x0c, Buffer.from(commonName)))));
}

function alternativeName(host: string): Buffer {
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(host);
  return isAddress ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host));
}

const BOOLEAN_TRUE = Buffer.from('0101ff', 'hex');

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(isCritical ? [BOOLEAN_TRUE] : []), tagged(0x04, value));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

/** Tag, length and content (DER). */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
