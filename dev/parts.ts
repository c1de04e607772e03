/** The parts of a stack: each tells when it is ready, and all are stopped in the reverse order. */

export interface Part {
  stop(): Promise<void>;
}

export interface Parts {
  /** Starts one; the progress gets a line with its name and the time that it took. */
  open<T extends Part>(name: string, start: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export function openParts(progress: (line: string) => void): Parts {
  const opened: Part[] = [];
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

/** All of them, or the first that failed once every other has come to an end too: then whoever stops them stops all. */
export async function allSettledOrThrow<T extends readonly unknown[]>(
  opening: { [I in keyof T]: Promise<T[I]> },
): Promise<T> {
  await Promise.allSettled(opening);
  return await Promise.all(opening);
}
