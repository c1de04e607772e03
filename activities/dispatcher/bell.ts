/** A bell that rings from its last clearing on: nothing that rings while its listener works is missed. */

/** A bell. */
export interface Bell {
  ring(): void;
  clear(): void;
  /** Resolves when the bell has rung since it was cleared, after the time, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Creates a bell. */
export function createBell(): Bell {
  let rung = Promise.withResolvers<void>();
  return {
    ring: () => rung.resolve(),
    clear: () => {
      rung = Promise.withResolvers<void>();
    },
    wait: async (milliseconds, signal) => {
      const over = Promise.withResolvers<void>();
      const timer = setTimeout(over.resolve, milliseconds);
      const stop = () => over.resolve();
      signal.addEventListener('abort', stop, { once: true });
      if (!signal.aborted) await Promise.race([rung.promise, over.promise]);
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
