/** Converts a ReferralError to a non-retryable failure with its code. Any other error is retried. */

import { ApplicationFailure } from '@temporalio/activity';
import { ReferralError } from '../domain/errors.ts';

type Asynchronous = Record<string, (...args: never[]) => Promise<unknown>>;

/** Wraps activities: every ReferralError becomes a failure whose type is its code. */
export function withFailureCodes<T extends Asynchronous>(activities: T): T {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    (...args: never[]) => activity(...args).catch(rethrow),
  ]);
  return Object.fromEntries(wrapped);
}

function rethrow(error: unknown): never {
  if (!(error instanceof ReferralError)) throw error;
  throw ApplicationFailure.nonRetryable(error.message, error.code, ...error.details);
}
