/** Checks the logins of the database: roles, grants, TLS and clock. */

import { isLoopbackHost } from '../../domain/administration/issuer.ts';
import { type DatabaseLogin, readLogin } from '../../prisma/access/read-login.ts';
import type { DatabaseUrls } from '../platform/database-config.ts';
import { failed, found, type PreflightFinding, passed, reasonOf } from './finding.ts';

const MIGRATE = 'Run the migrations of this version as liaise_owner (docs/operations.md).';
/** Tokens and certificates of other hosts are judged by the clock. */
export const MOST_SKEW_MS = 2_000;
const MOST_SHOWN = 5;

/** Checks each login once. */
export async function checkDatabase(urls: DatabaseUrls): Promise<PreflightFinding[]> {
  const { databaseUrl, engineDatabaseUrl, readerDatabaseUrl } = urls;
  const all = [...new Set([databaseUrl, engineDatabaseUrl, readerDatabaseUrl])];
  return (await Promise.all(all.map(checkLogin))).flat();
}

async function checkLogin(databaseUrl: string): Promise<PreflightFinding[]> {
  const { username, host, hostname } = new URL(databaseUrl);
  try {
    const login = await readLogin(databaseUrl);
    const grants = isRuntime(login) ? [grantsOf(login)] : [];
    return [roleOf(login), ...grants, tlsOf(login, hostname), clockOf(login)];
  } catch (error) {
    const text = `${username} cannot sign in at ${host}: ${reasonOf(error)}.`;
    return [
      failed('database', text, 'Check that the server runs, and the URL, the password file and the certificate.'),
    ];
  }
}

function isRuntime({ role }: DatabaseLogin): boolean {
  return /^liaise_(engine|pages|sealer|reader)$/.test(role);
}

function roleOf(login: DatabaseLogin): PreflightFinding {
  const { role, isUnbound } = login;
  return found(!isUnbound && isRuntime(login), 'database', `${role} signs in, and row-level security binds it.`, [
    `${role} signs in, but is a superuser, bypasses row-level security, or is no role of a running process.`,
    'Use liaise_pages, liaise_engine and liaise_reader in the URLs of the database (docs/operations.md).',
  ]);
}

function grantsOf({ role, isCurrent, missing, excess }: DatabaseLogin): PreflightFinding {
  const differences = [...missing.map((each) => `lacks ${each}`), ...excess.map((each) => `has ${each}`)];
  const shown = differences.slice(0, MOST_SHOWN).join(', ');
  const more = differences.length > MOST_SHOWN ? `, and ${differences.length - MOST_SHOWN} more` : '';
  const text =
    differences.length > 0
      ? `${role} ${shown}${more}.`
      : `The tables are those of another version, as ${role} sees them.`;
  return found(isCurrent && differences.length === 0, 'database', `${role} has exactly the privileges that it needs.`, [
    text,
    MIGRATE,
  ]);
}

function tlsOf({ role, usesTls }: DatabaseLogin, hostname: string): PreflightFinding {
  if (!usesTls && isLoopbackHost(hostname)) return passed('database', `${role} connects on this machine, without TLS.`);
  return found(usesTls, 'database', `${role} connects by TLS.`, [
    `${role} connects to ${hostname} without TLS.`,
    'Add ?sslmode=verify-full&sslrootcert=… to the URL of the database.',
  ]);
}

function clockOf({ role, clockAheadMs }: DatabaseLogin): PreflightFinding {
  return found(Math.abs(clockAheadMs) <= MOST_SKEW_MS, 'time', `The clock of PostgreSQL agrees, as ${role} sees it.`, [
    `The clock of PostgreSQL differs by ${Math.round(clockAheadMs / 1000)} seconds.`,
    'Synchronise the clocks of all machines (NTP).',
  ]);
}
