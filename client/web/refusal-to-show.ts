/** Which refusals a page shows beside its form. */

import { type ErrorCode, ReferralError } from '../../domain/errors.ts';

/** The error page answers these. If stored data is not authentic, the server raises an alarm. */
const ON_ERROR_PAGE: readonly ErrorCode[] = ['UNKNOWN_REFERRAL', 'NOT_AUTHENTIC'];

/** @throws what is no refusal, or one that the error page answers */
export function refusalToShow(error: unknown): ReferralError {
  if (!(error instanceof ReferralError) || ON_ERROR_PAGE.includes(error.code)) throw error;
  return error;
}
