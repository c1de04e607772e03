/** A real SMTP server that can refuse commands, stop answering and close connections on request. */

import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

type Step = 'MAIL' | 'RCPT' | 'DATA';

interface ReceivedMail {
  envelope: { from: string; to: string[] };
  parsed: ParsedMail;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** From now on the server answers that step with that code, or accepts it if the code is undefined. */
  refuse(step: Step, code: number | undefined): void;
  /** New connections get no greeting from now on. */
  stopAnswering(): void;
  /** Closes every connection, as servers do after an idle timeout. */
  closeConnections(): void;
  /** Number of connections opened since the start. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * Listens on a free port, or on the given one. It has no TLS; it offers a login, and refuses every password. It accepts each
 * message after `delayMs`.
 */
export async function startMailServer({ port = 0, delayMs = 0 } = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals = new Map<Step, number>();
  let silent = false;
  let connections = 0;

  const answer = (step: Step, callback: (error?: Error) => void) => {
    const responseCode = refusals.get(step);
    if (responseCode === undefined) return callback();
    // As real servers do, the reply quotes the address.
    callback(Object.assign(new Error('<desk@borealis.example> not now'), { responseCode }));
  };

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    closeTimeout: 0,
    onConnect: (_, callback) => {
      connections += 1;
      if (!silent) callback();
    },
    onAuth: (_auth, _session, callback) => callback(new Error('wrong')),
    onMailFrom: (_address, _session, callback) => answer('MAIL', callback),
    onRcptTo: (_address, _session, callback) => answer('RCPT', callback),
    onData: async (stream, session, callback) => {
      const parsed = await simpleParser(stream, { skipHtmlToText: true });
      await setTimeout(delayMs);
      if (!refusals.has('DATA')) mails.push({ envelope: envelopeOf(session), parsed });
      answer('DATA', callback);
    },
  });
  // In some tests the client closes the connection early, which is reported as an error.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuse: (step, code) => void (code === undefined ? refusals.delete(step) : refusals.set(step, code)),
    stopAnswering: () => {
      silent = true;
    },
    closeConnections: () => {
      for (const connection of server.connections) connection.close();
    },
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function envelopeOf({ envelope }: SMTPServerSession): ReceivedMail['envelope'] {
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
  };
}
