/** How long a recovery took, for docs/reliability.md: told as a line of its own. */

export async function measured<T>(what: string, recovery: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await recovery();
  console.info(`${what} after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
