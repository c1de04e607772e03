/** What passes between a server and its guard threads: tasks, and answers in which refusals keep their kind. */

import { type ErrorCode, type ErrorFacts, ReferralError } from '../../../domain/errors.ts';
import { InvalidReport, type ReportFault } from '../../../domain/exchange/report-faults.ts';
import type { GuardPolicy } from '../../../domain/guard/policy.ts';
import { type InputFault, InvalidInput } from '../../contract/parse.ts';
import { type Guard, guardInProcess } from './guard.ts';

/** The name of a method of the guard. */
export type Check = Exclude<keyof Guard, 'policy'>;

/** One call of a method of the guard. */
export interface GuardTask {
  check: Check;
  /** The arguments of the method. */
  given: readonly unknown[];
  policy: GuardPolicy;
  /** The operator's schema of CyberTipline reports. */
  schemaFile?: string | undefined;
}

/** An error loses its class when it passes between threads, so a refusal passes as data. */
export type GuardAnswer<T> = { done: T } | { refused: PassedRefusal };

type PassedRefusal =
  | { kind: 'report'; faults: readonly ReportFault[] }
  | { kind: 'input'; faults: readonly InputFault[] }
  | { kind: 'other'; code: ErrorCode; message: string; field: string | undefined; facts: ErrorFacts };

/** Carries out a task in a guard thread. @throws an error that is not a refusal: a fault of the program. */
export async function answerTask({ check, given, policy, schemaFile }: GuardTask): Promise<GuardAnswer<unknown>> {
  const guard = guardInProcess(policy, schemaFile);
  try {
    return { done: await Reflect.apply(guard[check], guard, given) };
  } catch (error) {
    if (error instanceof ReferralError) return { refused: passed(error) };
    throw error;
  }
}

function passed(error: ReferralError): PassedRefusal {
  if (error instanceof InvalidReport) return { kind: 'report', faults: error.faults };
  if (error instanceof InvalidInput) return { kind: 'input', faults: error.faults };
  const { code, message, field, facts } = error;
  return { kind: 'other', code, message, field, facts };
}

/** The refusal as it was thrown in the guard thread. */
export function refusalOf(refused: PassedRefusal): ReferralError {
  switch (refused.kind) {
    case 'report':
      return new InvalidReport(refused.faults);
    case 'input':
      return new InvalidInput(refused.faults);
    case 'other':
      return new ReferralError(refused.code, refused.message, refused.field, refused.facts);
  }
}
