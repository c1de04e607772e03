/** A TCP proxy in front of a server. It can close connections, delay answers, and drop answers. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { atEnd } from '../support/at-end.ts';

export interface Gate {
  port: number;
  /** Closes every connection, and rejects new ones. */
  shut(): void;
  /** Accepts connections again, and forwards answers without delay. */
  open(): void;
  /** Delays each answer by this time. */
  delay(milliseconds: number): void;
  /** Drops the first answer that matches, decoded as Latin-1, and all later ones of that connection. */
  dropAnswers(from: RegExp): void;
}

const HOST = '127.0.0.1';

/** Starts a gate in front of the server on `port` of this machine. */
export async function gateBefore(port: number): Promise<Gate> {
  let isOpen = true;
  let delayed = 0;
  let dropFrom: RegExp | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (!isOpen) {
      near.destroy();
      return;
    }
    const far = connect(port, HOST);
    let isDropping = false;
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      isDropping ||= dropFrom?.test(bytes.toString('latin1')) ?? false;
      if (isDropping) return;
      if (delayed === 0) near.write(bytes);
      else setTimeout(delayed, undefined, { ref: false }).then(() => near.write(bytes));
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      // If one side closes, the other is closed too.
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
      dropFrom = undefined;
    },
    delay: (milliseconds) => {
      delayed = milliseconds;
    },
    dropAnswers: (from) => {
      dropFrom = from;
    },
  };
}
