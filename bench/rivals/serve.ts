/** The process of a compared engine: starts it, and runs one lifecycle after another on request. */

import { type FromRival, type Start, type ToRival, toRival } from './messages.ts';

export interface Rival {
  /** Milliseconds of each of the eight acts. */
  live(): Promise<number[]>;
  stop(): Promise<void>;
}

export function serve(start: (order: Start) => Promise<Rival>): void {
  let rival: Rival | undefined;
  process.on('message', (message) => {
    answer(toRival.parse(message)).catch((error: unknown) => {
      say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
  });
  // Without the bench there is nothing to do.
  process.on('disconnect', () => process.exit());

  async function answer(message: ToRival): Promise<void> {
    if (message.type === 'start') {
      rival = await start(message);
      say({ type: 'ready' });
    } else if (message.type === 'live') {
      const taken = (await rival?.live()) ?? [];
      say({ type: 'lived', number: message.number, taken });
    } else {
      await rival?.stop();
      process.disconnect();
    }
  }
}

export async function timed<T>(taken: number[], act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await act();
  taken.push(performance.now() - began);
  return answer;
}

function say(message: FromRival): void {
  process.send?.(message);
}
