/** Waits for the signal that ends a command which runs until it is stopped. */

/** Resolves on SIGINT or SIGTERM. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
