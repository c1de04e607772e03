/** An act asked for by a form, waited for until just before the server would answer that it takes too long. */

import { ReferralError } from '../../domain/errors.ts';

/** Below the server's ten seconds: the page of the form is still to be drawn, with everything that was typed. */
const PATIENCE_MS = 8_000;

/** @throws ReferralError ENGINE_UNAVAILABLE where it takes longer: whatever becomes of it, the same key tells. */
export async function inTime<T>(asked: Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLate.reject(late()), patienceMs);
  // Given up on, it may still fail: nobody waits for that any more.
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function late(): ReferralError {
  return new ReferralError('ENGINE_UNAVAILABLE', 'It takes longer than usual; send it again, nothing is done twice.');
}
