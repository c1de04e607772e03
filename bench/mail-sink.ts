/** A mail server that takes every letter and forgets it: what becomes of letters is not ours to measure. */

import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export async function startMailSink(port: number): Promise<{ stop(): Promise<void> }> {
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
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}
