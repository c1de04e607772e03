/** Checks the mail server: connection, TLS and login. No message is sent. */

import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { isLoopbackHost } from '../../domain/administration/issuer.ts';
import { ConfigFault, readVariables } from '../platform/config.ts';
import { type MailServer, mailServer, mailVariables } from '../platform/mail-config.ts';
import { failed, found, type PreflightFinding, passed, reasonOf, skipped } from './finding.ts';

const TIMEOUT_MS = 5_000;

/** Checks the mail server with the variables of a worker. */
export async function checkMail(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  if (environment['LIAISE_SMTP_HOST'] === undefined) {
    return [skipped('mail', 'LIAISE_SMTP_HOST is not set here.', 'Run this where a worker has its variables.')];
  }
  try {
    const server = mailServer(readVariables(z.object(mailVariables), environment));
    return [tlsOf(server), await connectionTo(server)];
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return [failed('mail', error.message, 'Set these variables.')];
  }
}

function tlsOf({ secure, requireTls, host }: MailServer): PreflightFinding {
  if (isLoopbackHost(host)) return passed('mail', 'The mail server is on this machine.');
  return found(secure || requireTls, 'mail', 'Letters are sent by TLS only.', [
    'Letters would be sent without TLS if the server does not offer it.',
    'Set LIAISE_SMTP_TLS=required, or implicit.',
  ]);
}

async function connectionTo({ host, port, secure, requireTls, user, password }: MailServer): Promise<PreflightFinding> {
  const transport = createTransport({
    ...{ host, port, secure, requireTLS: requireTls, disableFileAccess: true, disableUrlAccess: true },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...{ dnsTimeout: TIMEOUT_MS, connectionTimeout: TIMEOUT_MS },
    ...{ greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  });
  try {
    await transport.verify();
    return passed(
      'mail',
      `${host}:${port} answers${user === undefined ? '' : ', and accepts the login'}. Nothing was sent.`,
    );
  } catch (error) {
    const text = `${host}:${port} cannot be used: ${reasonOf(error)}.`;
    return failed('mail', text, 'Check host, port, LIAISE_SMTP_TLS, user and password file.');
  } finally {
    transport.close();
  }
}
