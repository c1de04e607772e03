/** Questions and answers between two processes of one machine: lines of JSON over a Unix socket. */

import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';

/** Sends one question and resolves with its answer. @throws Error if no answer comes in time. */
export async function askSocket(path: string, question: object, timeoutMs: number): Promise<unknown> {
  const socket = connect(path);
  // A socket that cannot connect has no idle time, so the time counts from the start.
  const timer = setTimeout(() => socket.destroy(new Error('timeout')), timeoutMs);
  try {
    socket.write(`${JSON.stringify(question)}\n`);
    const lines = createInterface({ input: socket });
    // Readline does not report the error of its input.
    const failed = once(socket, 'close').then(() => Promise.reject(new Error('closed')));
    const [line] = await Promise.race([once(lines, 'line'), failed]);
    return JSON.parse(String(line));
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Answers each line that a client sends. The function gets undefined if the line is not JSON. Close it to stop. */
export async function serveSocket(path: string, answerTo: (question: unknown) => Promise<object>): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    createInterface({ input: socket }).on('line', (line) => {
      void answerTo(parsed(line)).then((answer) => socket.write(`${JSON.stringify(answer)}\n`));
    });
  });
  server.listen(path);
  await once(server, 'listening');
  return server;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
