/** What the check before the first start finds: a line for each thing that must be ready. No line contains a secret. */

/** The parts of an installation, in the order in which they are checked. */
export const PARTS = [
  ...(['configuration', 'database', 'keys', 'time', 'temporal', 'sign-in', 'mail', 'certificates'] as const),
  ...(['log', 'directory', 'erasures'] as const),
] as const;

/** One part of an installation. */
export type Part = (typeof PARTS)[number];

/** One line of the report. */
export interface PreflightFinding {
  part: Part;
  status: 'passed' | 'failed' | 'skipped';
  text: string;
  /** What to do; absent if it passed. */
  remedy?: string;
}

export function passed(part: Part, text: string): PreflightFinding {
  return { part, status: 'passed', text };
}

export function failed(part: Part, text: string, remedy: string): PreflightFinding {
  return { part, status: 'failed', text, remedy };
}

/** It cannot be checked here, or is not configured here. */
export function skipped(part: Part, text: string, remedy: string): PreflightFinding {
  return { part, status: 'skipped', text, remedy };
}

/** `passed` if the condition holds. */
export function found(isReady: boolean, part: Part, ready: string, [text, remedy]: [string, string]): PreflightFinding {
  return isReady ? passed(part, ready) : failed(part, text, remedy);
}

/** The reason of a failed connection as a code or a sentence. The message of an error could contain a secret. */
export function reasonOf(error: unknown): string {
  const { code, responseCode, cause } = Object(error);
  const known = REASONS[String(code ?? responseCode)];
  if (known !== undefined) return known;
  if (cause !== undefined) return reasonOf(cause);
  if (typeof code === 'string' && /^\w{1,60}$/.test(code)) return code;
  if (typeof code === 'number') return `code ${code}`;
  return error instanceof Error ? error.name : 'unknown';
}

const REASONS: Readonly<Record<string, string>> = {
  // gRPC.
  4: 'there is no answer',
  14: 'there is no connection',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  ETIMEDOUT: 'there is no answer',
  ECONNRESET: 'the server ended the connection',
  ESOCKET: 'nothing listens there, or TLS fails',
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: 'the private key is that of another certificate',
  EAUTH: 'the server refuses the user name or the password',
  '28P01': 'the password is wrong',
  '28000': 'the server refuses the login',
  '3D000': 'there is no such database',
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the authority of the certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the authority of the certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority of the certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host name',
};
