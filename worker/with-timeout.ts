/** An answer that comes too late is none. */

/** @throws when `asked` does, or has not answered in time; it is not taken back then. */
export async function withTimeout<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms.`)), milliseconds);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
