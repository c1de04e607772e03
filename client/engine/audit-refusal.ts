/** Refusals of acts go to the audit log, whether an entry point refuses or the engine. */

import type { ActType } from '../../domain/acts.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** Who tries to do what, on which referral if there is one. */
export interface Attempt {
  actor: Person;
  act: ActType;
  referralId?: string;
}

/** Runs `work`; if it refuses, the refusal is in the audit log. */
export async function withAuditedRefusal<T>(db: Database, attempt: Attempt, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ReferralError ? await auditRefusal(db, attempt, error) : error;
  }
}

/** Who was refused what, and why. */
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

/** Any other text that was sent as the name of a field could be about a case. */
const FIELD_NAME = /^[A-Za-z][\w.\-[\]]{0,80}$/;

/** Decided against. Without an answer the same key may still succeed. */
export function isRefusal(error: unknown): error is ReferralError {
  return error instanceof ReferralError && error.code !== 'ENGINE_UNAVAILABLE';
}
