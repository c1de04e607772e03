/** The parts of a stack: each reports when it is ready, and they are stopped in the reverse order of their start. */

/** A part of a stack that can be stopped. */
export interface StackPart {
  stop(): Promise<void>;
}

/** Starts parts, and stops all of them in reverse order. */
export interface Parts {
  /** Starts a part. Progress gets a line with its name and the time that it took. */
  open<T extends StackPart>(name: string, start: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export function openParts(progress: (line: string) => void): Parts {
  const opened: StackPart[] = [];
  return {
    open: async (name, start) => {
      const started = performance.now();
      const part = await start();
      opened.push(part);
      progress(`${name.padEnd(20)} ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      return part;
    },
    stop: async () => {
      for (const part of opened.splice(0).reverse()) await part.stop();
    },
  };
}

/** Waits for every promise, also after one has failed, so that the caller can stop all parts. Then throws the first error. */
export async function allSettledOrThrow<T extends readonly unknown[]>(
  opening: { [I in keyof T]: Promise<T[I]> },
): Promise<T> {
  await Promise.allSettled(opening);
  return await Promise.all(opening);
}
