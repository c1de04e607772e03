/** Observes an act at the caller: one span of a trace, and a call of the listener with the result. */

import { context } from '@opentelemetry/api';
import { ReferralError } from '../../domain/errors.ts';
import type { ObservedAct } from '../../workflows/observe.ts';
import { traceIdOf, watch } from '../platform/tracing.ts';

/** Called once for every act, accepted or refused. */
export type ActListener = (act: ObservedAct, traceId: string | undefined) => void;

/** Runs an act in a span and reports its result to the listener. */
export function observed<T>(
  { act, referralId, actId }: Pick<ObservedAct, 'act' | 'referralId' | 'actId'>,
  listener: ActListener | undefined,
  carryOut: () => Promise<T>,
): Promise<T> {
  const beganAt = Date.now();
  return watch(
    {
      name: `ask ${act}`,
      attributes: { 'liaise.referral_id': referralId, 'liaise.act_id': actId },
      codeOf: (error) => (error instanceof ReferralError ? error.code : 'BUG'),
      onEnd: (code) =>
        listener?.({ act, code, referralId, actId, beganAt, endedAt: Date.now() }, traceIdOf(context.active())),
    },
    carryOut,
  );
}
