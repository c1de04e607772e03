/** Prints how long a recovery took, as one line for docs/reliability.md. */

export async function measured<T>(what: string, recovery: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await recovery();
  console.info(`${what} after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
