/** A gate on the way to a server: it can be shut, can let every answer wait, and can keep answers for good. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { atEnd } from '../support/at-end.ts';

export interface Gate {
  port: number;
  /** Cuts every connection, and takes none. */
  shut(): void;
  /** Takes connections again, and lets answers through. */
  open(): void;
  /** Keeps each answer for so long. */
  delay(milliseconds: number): void;
  /** From the first answer that matches on, read as Latin-1, a connection gets none. */
  keepAnswers(from: RegExp): void;
}

const HOST = '127.0.0.1';

/** Before the server that listens on `port` of this machine. */
export async function gateBefore(port: number): Promise<Gate> {
  let isOpen = true;
  let delayed = 0;
  let kept: RegExp | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (!isOpen) {
      near.destroy();
      return;
    }
    const far = connect(port, HOST);
    let isKept = false;
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      isKept ||= kept?.test(bytes.toString('latin1')) ?? false;
      if (isKept) return;
      if (delayed === 0) near.write(bytes);
      else setTimeout(delayed, undefined, { ref: false }).then(() => near.write(bytes));
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      // Whoever hangs up, in whichever way, hangs up for both.
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
  });
  await once(server.listen(0, HOST), 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  atEnd(async () => {
    cut();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    shut: () => {
      isOpen = false;
      cut();
    },
    open: () => {
      isOpen = true;
      delayed = 0;
      kept = undefined;
    },
    delay: (milliseconds) => {
      delayed = milliseconds;
    },
    keepAnswers: (from) => {
      kept = from;
    },
  };
}
