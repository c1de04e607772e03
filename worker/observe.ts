/** Watches a worker from outside: acts, activities and letters go to its log, its metrics and its traces. */

import { ApplicationFailure, type Headers } from '@temporalio/common';
import type { ActivityInterceptors, ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';
import { type Mailer, MailUnavailable } from '../activities/mail.ts';
import { contextOf, inSpan, traceIdOf, tracer } from '../client/tracing.ts';
import { isDatabaseAway } from '../prisma/store/away.ts';
import type { ActSinks, ObservedAct } from '../workflows/observe.ts';
import { type Log, openLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** What a worker is made with to be watched. */
export interface Observer {
  sinks: InjectedSinks<ActSinks>;
  activities: ActivityInterceptorsFactory;
  /** The same mailer, watched. */
  mailer(mailer: Mailer): Mailer;
}

/** Who is told; by default nobody. */
export interface Told {
  log?: Log;
  metrics?: Metrics;
}

export function createObserver({ log = openLog(NOWHERE), metrics = createMetrics() }: Told = {}): Observer {
  return {
    sinks: { acts: { answered: { fn: (_, act, headers) => answered(log, metrics, act, headers) } } },
    activities: ({ info: { activityType, attempt } }) => watchActivity(metrics, activityType, attempt),
    mailer: (mailer) => ({ ...mailer, send: watchSending(metrics, mailer.send) }),
  };
}

const NOWHERE = { write: () => {} };

function answered(log: Log, metrics: Metrics, act: ObservedAct, headers: Headers): void {
  const asked = contextOf(headers);
  log.acted(act, traceIdOf(asked));
  metrics.acted(act);
  const attributes = { 'liaise.referral_id': act.referralId, 'liaise.act_id': act.actId, 'liaise.code': act.code };
  tracer.startSpan(`turn ${act.act}`, { startTime: act.beganAt, attributes }, asked).end(act.endedAt);
}

/** One attempt, inside the trace of the act that led to it. */
function watchActivity(metrics: Metrics, name: string, attempt: number): ActivityInterceptors {
  const execute: NonNullable<ActivityInterceptors['inbound']>['execute'] = (input, next) => {
    const began = performance.now();
    const ended = (code: string) => metrics.ran(name, code, (performance.now() - began) / 1000);
    const run = () =>
      next(input).then(
        (result) => {
          ended('ok');
          return result;
        },
        (error: unknown) => {
          ended(codeOf(error));
          throw error;
        },
      );
    return inSpan(name, { 'liaise.attempt': attempt }, run, contextOf(input.headers));
  };
  return { inbound: { execute } };
}

/** Why an activity failed, in words that can be counted. */
function codeOf(error: unknown): string {
  if (error instanceof ApplicationFailure && error.type) return error.type;
  if (error instanceof MailUnavailable) return 'MAIL_AWAY';
  return isDatabaseAway(error) ? 'DATABASE_AWAY' : 'ERROR';
}

function watchSending(metrics: Metrics, send: Mailer['send']): Mailer['send'] {
  return (letter, to, ids) =>
    inSpan('letter', { 'liaise.referral_id': ids.referralId, 'liaise.letter_id': ids.letterId }, () =>
      send(letter, to, ids).then(
        (delivery) => {
          metrics.mailed(delivery.result === 'sent' ? 'sent' : 'refused');
          return delivery;
        },
        (error: unknown) => {
          metrics.mailed('put-off');
          throw error;
        },
      ),
    );
}
