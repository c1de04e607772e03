/** A mail server that keeps every letter to itself: SMTP in, an inbox page out. It can be told to refuse, for tests. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { answerInbox } from './inbox.ts';
import { type CaughtLetter, type Mailbox, openMailbox } from './mailbox.ts';
import { assertFree } from './ports.ts';

export interface MailOptions {
  smtpPort: number;
  httpPort: number;
  /** Where letters are kept beyond the end of the process; in memory alone without. */
  dir?: string;
}

export interface Mail {
  smtpPort: number;
  /** The inbox page; `letters.json` beside it is for programs. */
  url: string;
  /** In the order of arrival. */
  letters(): readonly CaughtLetter[];
  /** Answers with this code for the address from now on: 5xx for good, 4xx for now; undefined takes it again. */
  refuse(address: string, code: number | undefined): void;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** @throws StackFault when a port is busy. */
export async function startMail({ smtpPort, httpPort, dir }: MailOptions): Promise<Mail> {
  await assertFree(smtpPort, 'The mail catcher');
  await assertFree(httpPort, 'The inbox page');
  const mailbox = await openMailbox(dir);
  const refused = new Map<string, number>();
  const smtp = new SMTPServer({ ...ANYBODY, ...receiving(mailbox, refused) });
  // A client that hangs up in the middle is the client's business.
  smtp.on('error', () => {});
  const http = createServer((request, response) => answerInbox(mailbox.letters, request, response));
  await Promise.all([once(smtp.listen(smtpPort, HOST), 'listening'), once(http.listen(httpPort, HOST), 'listening')]);
  return {
    smtpPort,
    url: `http://${HOST}:${httpPort}/`,
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

const ANYBODY: SMTPServerOptions = {
  // Nobody signs in, and encryption is not offered, since no certificate of ours would be trusted.
  authOptional: true,
  disabledCommands: ['AUTH'],
  hideSTARTTLS: true,
  size: 1024 * 1024,
  // Senders keep connections open for the next letter: when we stop there is none.
  closeTimeout: 100,
};

function receiving(mailbox: Mailbox, refused: ReadonlyMap<string, number>): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refused.get(address.toLowerCase());
      done(responseCode ? Object.assign(new Error('Refused, as told'), { responseCode }) : null);
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
