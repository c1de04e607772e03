/** A mail catcher: it accepts letters by SMTP, delivers none, and shows them on a page. Tests can make it refuse. */

import { createServer } from 'node:http';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { answerInbox } from './inbox.ts';
import { type CaughtLetter, type Mailbox, openMailbox } from './mailbox.ts';
import { HOST, listenOn } from './ports.ts';

export interface MailOptions {
  /** 0, or none, for any free port. */
  smtpPort?: number;
  httpPort?: number;
  /** The folder in which letters are stored. Without one they are only in memory. */
  dir?: string;
}

/** A running mail catcher. */
export interface MailCatcher {
  smtpPort: number;
  /** The inbox page; `letters.json` beside it is for programs. */
  url: string;
  /** In the order of arrival. */
  letters(): readonly CaughtLetter[];
  /** Refuses letters to the address with this SMTP code. With undefined, accepts them again. */
  refuse(address: string, code: number | undefined): void;
  stop(): Promise<void>;
}

/** @throws StackFault if a port is in use. */
export async function startMailCatcher({ smtpPort = 0, httpPort = 0, dir }: MailOptions = {}): Promise<MailCatcher> {
  const mailbox = await openMailbox(dir);
  const refused = new Map<string, number>();
  const smtp = new SMTPServer({ ...ACCEPT_ALL, ...receiving(mailbox, refused) });
  // The sender reports a connection that breaks off.
  smtp.on('error', () => {});
  const http = createServer((request, response) => answerInbox(mailbox.letters, request, response));
  const ports = {
    smtp: await listenOn(smtp.server, smtpPort, 'The mail catcher'),
    http: await listenOn(http, httpPort, 'The inbox page').catch(async (error: unknown) => {
      await closed(smtp);
      throw error;
    }),
  };
  return {
    smtpPort: ports.smtp,
    url: `http://${HOST}:${ports.http}/`,
    letters: () => mailbox.letters,
    refuse: (address, code) => {
      if (code === undefined) refused.delete(address.toLowerCase());
      else refused.set(address.toLowerCase(), code);
    },
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([closed(http), closed(smtp)]);
    },
  };
}

const ACCEPT_ALL: SMTPServerOptions = {
  // There is no login. TLS is not offered, because no client would trust a certificate of this server.
  authOptional: true,
  disabledCommands: ['AUTH'],
  hideSTARTTLS: true,
  size: 1024 * 1024,
  // Senders keep connections open for the next letter, so a stop does not wait for them to close.
  closeTimeout: 100,
};

function receiving(mailbox: Mailbox, refused: ReadonlyMap<string, number>): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refused.get(address.toLowerCase());
      done(responseCode ? Object.assign(new Error('Refused by the test'), { responseCode }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address);
      mailbox.put(stream, to).then(() => done(), done);
    },
  };
}

function closed(server: { close(done: () => void): unknown }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(resolve);
  return promise;
}
