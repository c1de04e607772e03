/** A mail server that accepts and discards every letter. */

import { SMTPServer } from 'smtp-server';
import { listenOn } from '../dev/ports.ts';

export async function startMailSink(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    hideSTARTTLS: true,
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      stream.on('end', done).resume();
    },
  });
  server.on('error', () => {});
  const port = await listenOn(server.server, 0, 'The mail sink');
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
}
