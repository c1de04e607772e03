/** The process of a compared engine: starts it, and runs one lifecycle after another on request. */

import { type EngineStart, type FromEngine, type ToEngine, toEngine } from './messages.ts';

export interface OtherEngine {
  /** Milliseconds of each of the eight acts. */
  runLifecycle(): Promise<number[]>;
  stop(): Promise<void>;
}

export function serve(start: (order: EngineStart) => Promise<OtherEngine>): void {
  let engine: OtherEngine | undefined;
  process.on('message', (message) => {
    answer(toEngine.parse(message)).catch((error: unknown) => {
      send({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
  });
  // The benchmark has ended.
  process.on('disconnect', () => process.exit());

  async function answer(message: ToEngine): Promise<void> {
    if (message.type === 'start') {
      engine = await start(message);
      send({ type: 'ready' });
    } else if (message.type === 'run-lifecycle') {
      const taken = (await engine?.runLifecycle()) ?? [];
      send({ type: 'completed', number: message.number, taken });
    } else {
      await engine?.stop();
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

function send(message: FromEngine): void {
  process.send?.(message);
}
