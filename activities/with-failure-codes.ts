/** Refusals keep their code on the way to the workflow and are not tried again; anything else is tried again. */

import { ApplicationFailure } from '@temporalio/activity';
import { ReferralError } from '../domain/errors.ts';

type Asynchronous = Record<string, (...args: never[]) => Promise<unknown>>;

/** The same activities, with every ReferralError made a failure whose type is its code. */
export function coded<T extends Asynchronous>(activities: T): T {
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
