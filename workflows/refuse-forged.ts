/** Interceptors that refuse payloads which were not encrypted for this workflow. The referral continues unchanged. */

import { ApplicationFailure, type WorkflowInterceptors } from '@temporalio/workflow';
import { FORGED, isRefused, UNREADABLE } from './messages.ts';

/** Bundled with the workflow. The interceptors issue no commands. */
export function interceptors(): WorkflowInterceptors {
  return {
    inbound: [
      {
        execute: async (input, next) => {
          refuseForged(input.args);
          return next(input);
        },
        // Only a validator keeps a refused act out of the history.
        validateUpdate: (input, next) => {
          if (input.args.includes(UNREADABLE)) throw unavailable();
          refuseForged(input.args);
          next(input);
        },
        handleUpdate: async (input, next) => {
          refuseForged(input.args);
          return next(input);
        },
        handleQuery: async (input, next) => {
          refuseForged(input.args);
          return next(input);
        },
        // A signal stays in the history, so a failure would repeat for ever.
        handleSignal: async (input, next) => {
          if (!input.args.some(isRefused)) await next(input);
        },
      },
    ],
    outbound: [{ scheduleActivity: withOwnResult, scheduleLocalActivity: withOwnResult }],
  };
}

async function withOwnResult<Input>(input: Input, next: (input: Input) => Promise<unknown>): Promise<unknown> {
  const result = await next(input);
  refuseForged([result]);
  return result;
}

/** @throws a non-retryable FORGED_ACT; an Error, which Temporal retries until the key is present, if it is unreadable. */
function refuseForged(values: readonly unknown[]): void {
  if (values.includes(UNREADABLE)) throw new Error('A payload needs a key that is missing, or the database.');
  if (values.includes(FORGED)) throw forgedAct();
}

/** The refusal of what was not meant for this referral. */
export function forgedAct(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('This was not meant for this referral, and was refused.', 'FORGED_ACT');
}

function unavailable(): ApplicationFailure {
  const message = 'The engine cannot read the act now. Try again; nothing is done twice.';
  return ApplicationFailure.nonRetryable(message, 'ENGINE_UNAVAILABLE');
}
