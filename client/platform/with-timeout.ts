/** A promise with a time limit. */

import { ReferralError } from '../../domain/errors.ts';

/**
 * Settles as `promise` does. The operation behind it is not cancelled when the time is up, and how it ends is ignored then.
 *
 * @throws ReferralError ENGINE_UNAVAILABLE if `promise` has not settled within `timeoutMs` milliseconds.
 */
export async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(timeoutError()), timeoutMs);
  try {
    return await Promise.race([promise, timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function timeoutError(): ReferralError {
  return new ReferralError('ENGINE_UNAVAILABLE', 'The answer takes too long. Try again: nothing is done twice.');
}
