/** A mail server that accepts every letter and keeps only its address and references. */

import { SMTPServer } from 'smtp-server';
import { listenOn } from '../dev/ports.ts';

/** A message as the mail server got it. */
export interface Arrival {
  /** Milliseconds of `performance.now()`. */
  at: number;
  to: string;
  references: string[];
}

export interface MailSink {
  port: number;
  /** All messages so far. */
  arrivals: readonly Arrival[];
  stop(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const arrivals: Arrival[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    hideSTARTTLS: true,
    closeTimeout: 100,
    onData: (stream, { envelope }, done) => {
      const at = performance.now();
      let headers = '';
      stream.on('data', (part: Buffer) => {
        if (!headers.includes('\r\n\r\n')) headers += part.toString('latin1');
      });
      stream.on('end', () => {
        arrivals.push({ at, to: envelope.rcptTo[0]?.address ?? '', references: referencesIn(headers) });
        done();
      });
    },
  });
  server.on('error', () => {});
  const port = await listenOn(server.server, 0, 'The mail sink');
  return { port, arrivals, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** A long header is folded over several lines (RFC 5322, 2.2.3). */
function referencesIn(headers: string): string[] {
  const [, value = ''] = /^X-Liaise-Reference:((?:[^\r\n]|\r\n[ \t])*)/im.exec(headers) ?? [];
  return value.match(/[\w-]+/g) ?? [];
}
