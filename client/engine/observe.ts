/** An act as whoever asks for it sees it: one span of a trace, and its answer for whoever is told. */

import { context } from '@opentelemetry/api';
import { ReferralError } from '../../domain/errors.ts';
import type { ObservedAct } from '../../workflows/observe.ts';
import { traceIdOf, watch } from '../platform/tracing.ts';

/** Gets every act once, answered or refused. */
export type ActListener = (act: ObservedAct, traceId: string | undefined) => void;

export function observed<T>(
  { act, referralId, actId }: Pick<ObservedAct, 'act' | 'referralId' | 'actId'>,
  told: ActListener | undefined,
  carryOut: () => Promise<T>,
): Promise<T> {
  const beganAt = Date.now();
  return watch(
    {
      name: `ask ${act}`,
      attributes: { 'liaise.referral_id': referralId, 'liaise.act_id': actId },
      codeOf: (error) => (error instanceof ReferralError ? error.code : 'BUG'),
      told: (code) =>
        told?.({ act, code, referralId, actId, beganAt, endedAt: Date.now() }, traceIdOf(context.active())),
    },
    carryOut,
  );
}
