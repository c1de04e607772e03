/** Refusals of acts go to the audit log, whether an entry point refuses or the engine. */

import type { ActType } from '../../domain/acts.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** Who attempted which act, and on which referral, if any. */
export interface Attempt {
  actor: Person;
  act: ActType;
  referralId?: string;
}

/** Runs `work`, and records a refusal in the audit log. */
export async function withAuditedRefusal<T>(db: Database, attempt: Attempt, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ReferralError ? await auditRefusal(db, attempt, error) : error;
  }
}

/** Records in the audit log who was refused what, and why. */
export async function auditRefusal(
  db: Database,
  { actor, act, referralId }: Attempt,
  error: ReferralError,
): Promise<ReferralError> {
  const { code, field } = error;
  const about = { refused: act, code, ...(field && { field: FIELD_NAME.test(field) ? field : '*' }) };
  await addLeaf(db, { operation: 'refused-attempt', by: actor, about, ...(referralId && { referralId }) });
  return error;
}

/** The name of a field comes from the caller. Other text could contain particulars and is not recorded. */
const FIELD_NAME = /^[A-Za-z][\w.\-[\]]{0,80}$/;

/** True if the act was decided and refused. Without an answer, the same key may still succeed. */
export function isRefusal(error: unknown): error is ReferralError {
  return error instanceof ReferralError && error.code !== 'ENGINE_UNAVAILABLE';
}
