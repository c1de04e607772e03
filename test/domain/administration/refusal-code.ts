/** The code of a refusal by a rule. */

import { ReferralError } from '../../../domain/errors.ts';

/** The code with which `work` is refused. @throws Error if it is not refused. */
export function codeOf(work: () => unknown): ReferralError['code'] {
  try {
    work();
  } catch (error) {
    if (error instanceof ReferralError) return error.code;
    throw error;
  }
  throw new Error('It was not refused.');
}
