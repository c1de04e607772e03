/** A notification that is kept until it is cleared: one that comes while its listener works is not missed. */

/** A notification for one listener. */
export interface WakeUp {
  notify(): void;
  clear(): void;
  /** Resolves when `notify` was called since the last `clear`, after the time, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Creates a notification. */
export function createWakeUp(): WakeUp {
  let notified = Promise.withResolvers<void>();
  return {
    notify: () => notified.resolve(),
    clear: () => {
      notified = Promise.withResolvers<void>();
    },
    wait: async (milliseconds, signal) => {
      const over = Promise.withResolvers<void>();
      const timer = setTimeout(over.resolve, milliseconds);
      const stop = () => over.resolve();
      signal.addEventListener('abort', stop, { once: true });
      if (!signal.aborted) await Promise.race([notified.promise, over.promise]);
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
