/** Why an act is not recorded. */

import { ReferralError } from '../domain/errors.ts';

/** A backup was restored, or the projection is damaged. Writing must not continue on an incomplete journal. */
export class JournalBehind extends Error {
  override readonly name = 'JournalBehind';

  constructor() {
    super('The database knows less of this referral than its workflow: run "liaise check".');
  }
}

export function mismatch(): ReferralError {
  return new ReferralError('IDEMPOTENCY_MISMATCH', 'Something else was recorded under this key.');
}

/** The roles come with the act, which may have been requested a while ago. */
export function roleLost(): ReferralError {
  return new ReferralError('ROLE_REQUIRED', 'The roles of the person have changed since the act was requested.');
}

/** The act took so long that its text was purged. */
export function textPurged(): ReferralError {
  return new ReferralError('TEXT_PURGED', 'The text of the act was purged. Send it again under a new key.');
}

export function stale(): ReferralError {
  return new ReferralError('STALE_JOURNAL', 'The journal has newer entries. Read them, then decide again.');
}
