/** Checks certificates, their keys and tokens: files that this process uses, and the certificate of the public address. */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { failed, found, type PreflightFinding, reasonOf, skipped } from './finding.ts';

const TIMEOUT_MS = 5_000;
const DAY_MS = 86_400_000;
/** A certificate must be valid for so many days. */
const MIN_DAYS = 14;

interface CertificateFile {
  /** The variable, or the parameter of the URL, that names it. */
  named: string;
  certificate: string;
  key?: string;
}

/** Checks every file that the variables name. */
export async function checkCertificates(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  const files = filesOf(environment);
  const findings = [...files.map(checkFile), ...tokenOf(environment), ...(await publicAddress(environment))];
  if (findings.length > 0) return findings;
  return [skipped('certificates', 'No certificate is configured here.', 'Without TLS, use one machine only.')];
}

function filesOf(environment: NodeJS.ProcessEnv): CertificateFile[] {
  const pair = (prefix: string): CertificateFile[] => {
    const [certificate, key] = [environment[`${prefix}CERT_FILE`], environment[`${prefix}CERT_KEY_FILE`]];
    return certificate ? [{ named: `${prefix}CERT_FILE`, certificate, ...(key && { key }) }] : [];
  };
  const authority = environment['LIAISE_TEMPORAL_CA_FILE'];
  return [
    ...(authority ? [{ named: 'LIAISE_TEMPORAL_CA_FILE', certificate: authority }] : []),
    ...pair('LIAISE_TEMPORAL_'),
    ...pair('LIAISE_WEB_'),
    ...['LIAISE_DATABASE_URL', 'LIAISE_ENGINE_DATABASE_URL', 'LIAISE_READER_DATABASE_URL'].flatMap((name) =>
      filesOfUrl(name, environment[name]),
    ),
  ];
}

function filesOfUrl(name: string, url = ''): CertificateFile[] {
  if (!URL.canParse(url)) return [];
  const { searchParams } = new URL(url);
  const [authority, certificate, key] = ['sslrootcert', 'sslcert', 'sslkey'].map((each) => searchParams.get(each));
  return [
    ...(authority ? [{ named: `${name}, sslrootcert`, certificate: authority }] : []),
    ...(certificate ? [{ named: `${name}, sslcert`, certificate, ...(key && { key }) }] : []),
  ];
}

function checkFile({ named, certificate: path, key }: CertificateFile): PreflightFinding {
  try {
    const certificate = new X509Certificate(readFileSync(path));
    if (key !== undefined && !certificate.checkPrivateKey(createPrivateKey(readFileSync(key)))) {
      return failed(
        'certificates',
        `${named}: the key is that of another certificate.`,
        'Give both files of one pair.',
      );
    }
    return validUntil(named, certificate.validToDate);
  } catch (error) {
    const text = `${named}: ${path} or its key cannot be read: ${reasonOf(error)}.`;
    return failed('certificates', text, 'Check the paths, and that this user may read the files.');
  }
}

function validUntil(named: string, at: Date): PreflightFinding {
  const days = Math.floor((at.getTime() - Date.now()) / DAY_MS);
  const day = at.toISOString().slice(0, 10);
  return found(days >= MIN_DAYS, 'certificates', `${named}: valid until ${day}.`, [
    `${named}: ${days < 0 ? 'expired' : 'expires'} on ${day}.`,
    'Renew it. For the certificates between services: "liaise certificates FOLDER --renew".',
  ]);
}

/** The claim `exp`. Temporal verifies the signature. */
function tokenOf(environment: NodeJS.ProcessEnv): PreflightFinding[] {
  const [named, path] = ['LIAISE_TEMPORAL_TOKEN_FILE', environment['LIAISE_TEMPORAL_TOKEN_FILE']];
  if (!path) return [];
  try {
    const [, body = ''] = readFileSync(path, 'utf8').split('.');
    const { exp } = JSON.parse(Buffer.from(body, 'base64url').toString());
    return [validUntil(named, new Date(Number(exp) * 1000))];
  } catch (error) {
    return [failed('certificates', `${named}: ${path} is no token: ${reasonOf(error)}.`, 'Make it again.')];
  }
}

async function publicAddress(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  const { LIAISE_PUBLIC_URL: address = '' } = environment;
  if (!URL.canParse(address) || !address.startsWith('https:')) return [];
  const url = new URL(address);
  try {
    const certificate = await certificateOf(url.hostname, Number(url.port || 443));
    return [validUntil(url.origin, certificate.validToDate)];
  } catch (error) {
    const { code } = Object(error);
    if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].includes(code)) {
      const remedy = 'Run this again when the proxy in front of the web server runs.';
      return [skipped('certificates', `${url.origin}: ${reasonOf(error)}.`, remedy)];
    }
    return [failed('certificates', `${url.origin}: ${reasonOf(error)}.`, 'Install a certificate that browsers trust.')];
  }
}

/** @throws the error of the connection, also if the certificate is not trusted. */
async function certificateOf(host: string, port: number): Promise<X509Certificate> {
  const { promise, resolve, reject } = Promise.withResolvers<X509Certificate>();
  const socket = connect({ host, port, ...(isIP(host) === 0 && { servername: host }), timeout: TIMEOUT_MS });
  socket.once('secureConnect', () => {
    const certificate = socket.getPeerX509Certificate();
    if (certificate) resolve(certificate);
    else reject(new Error('no certificate'));
  });
  socket.once('timeout', () => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
  socket.once('error', reject);
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
