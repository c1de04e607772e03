/** Activity interceptor: runs only activities that a workflow scheduled, with input that was encrypted for it. */

import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { ForgeryListener } from '../client/platform/forgery-alarm.ts';
import { NotAuthenticError } from '../prisma/store/sealing-state.ts';
import { FORGED, UNREADABLE } from '../workflows/messages.ts';

/** Temporal also runs activities without a workflow, for anyone who reaches it. The codec reports forged input itself. */
export function refuseForgedActivities(onForged: ForgeryListener): ActivityInterceptorsFactory {
  const reported = (error: unknown): never => {
    if (error instanceof NotAuthenticError) onForged({ what: 'stored-data', ...error.sought });
    throw error;
  };
  return ({ info: { workflowExecution } }) => ({
    inbound: {
      execute: async (input, next) => {
        if (input.args.includes(UNREADABLE)) throw new Error('The input needs a key that is missing, or the database.');
        if (input.args.includes(FORGED)) throw refusal();
        if (workflowExecution) return next(input).catch(reported);
        onForged({ what: 'activity' });
        throw refusal();
      },
    },
  });
}

function refusal(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('The activity was not scheduled by a referral.', 'FORGED_ACT');
}
