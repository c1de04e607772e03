/** Sends acts, activities and letters of a worker to its log, metrics and traces. */

import { ApplicationFailure, type Headers } from '@temporalio/common';
import type { ActivityInterceptors, ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';
import { type Mailer, MailUnavailable } from '../activities/mail.ts';
import { TemporalClock } from '../client/platform/clock-offset.ts';
import type { ForgeryListener } from '../client/platform/forgery-alarm.ts';
import { contextOf, traceIdOf, tracer, watch } from '../client/platform/tracing.ts';
import type { RegisterReconciliation } from '../client/recovery/erasure-register.ts';
import { isDatabaseUnavailable } from '../prisma/store/database-unavailable.ts';
import type { ActSinks, ObservedAct } from '../workflows/observe.ts';
import { type Log, openLog } from './log.ts';
import type { EndedListener } from './maintenance.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** Interceptors and listeners with which a worker is created. */
export interface Observer {
  /** `onForged` is called for each act that was not meant for its referral. */
  sinks(onForged: ForgeryListener): InjectedSinks<ActSinks>;
  activities: ActivityInterceptorsFactory;
  /** Temporal's clock, from the tasks that this worker started. */
  temporalClock: TemporalClock;
  /** Wraps the mailer to count and trace letters. */
  mailer(mailer: Mailer): Mailer;
  /** Logs and counts a refused forgery. */
  forged: ForgeryListener;
  /** Logs and counts an open referral whose workflow was ended from outside. */
  ended: EndedListener;
  /** Logs what was erased again after a backup was restored. */
  erasedAgain(agreement: RegisterReconciliation): void;
  /** Logs an error that stops nothing. */
  failed(error: unknown): void;
}

/** The log and metrics that receive observations; by default they are discarded. */
export interface ObserverTargets {
  log?: Log;
  metrics?: Metrics;
}

/** Creates an observer. */
export function createObserver({ log = openLog(NOWHERE), metrics = createMetrics() }: ObserverTargets = {}): Observer {
  const temporalClock = new TemporalClock();
  return {
    temporalClock,
    sinks: (onForged) => ({
      acts: {
        reportAnswer: { fn: (_, act, headers) => recordAct(log, metrics, act, headers) },
        reportForgery: { fn: (_, forgery) => onForged(forgery) },
      },
    }),
    activities: ({ info: { activityType, attempt, isLocal, currentAttemptScheduledTimestampMs: scheduledAt } }) => {
      // The worker itself schedules local activities, and a retry waits.
      if (!isLocal && attempt === 1) temporalClock.started(scheduledAt);
      return watchActivity(metrics, activityType, attempt);
    },
    mailer: (mailer) => ({ ...mailer, send: watchSending(log, metrics, mailer.send) }),
    forged: (forgery) => {
      log.forged(forgery);
      metrics.forged(forgery);
    },
    ended: (referralId) => {
      log.ended(referralId);
      metrics.ended();
    },
    erasedAgain: log.erasedAgain,
    failed: log.failed,
  };
}

const NOWHERE = { write: () => {} };

function recordAct(log: Log, metrics: Metrics, act: ObservedAct, headers: Headers): void {
  const asked = contextOf(headers);
  log.acted(act, traceIdOf(asked));
  metrics.acted(act);
  const attributes = { 'liaise.referral_id': act.referralId, 'liaise.act_id': act.actId, 'liaise.code': act.code };
  tracer().startSpan(`turn ${act.act}`, { startTime: act.beganAt, attributes }, asked).end(act.endedAt);
}

/** Observes one attempt of an activity, within the trace of the act that caused it. */
function watchActivity(metrics: Metrics, name: string, attempt: number): ActivityInterceptors {
  const onEnd = (code: string, milliseconds: number) => metrics.ran(name, code, milliseconds / 1000);
  const watched = { name, attributes: { 'liaise.attempt': attempt }, codeOf, onEnd };
  return {
    inbound: {
      execute: (input, next) => watch({ ...watched, parent: contextOf(input.headers) }, () => next(input)),
    },
  };
}

function watchSending(log: Log, metrics: Metrics, send: Mailer['send']): Mailer['send'] {
  const onEnd = (code: string) => {
    if (code !== 'ok') metrics.mailed('put-off');
  };
  return (letter, to, ids) => {
    const about = 'referralId' in ids ? { 'liaise.referral_id': ids.referralId } : {};
    const attributes = { ...about, 'liaise.letter_id': ids.letterId };
    return watch({ name: 'letter', attributes, codeOf, onEnd }, async () => {
      const delivery = await send(letter, to, ids).catch((error: unknown) => {
        log.deferred(error instanceof MailUnavailable ? error.code : 'ERROR');
        throw error;
      });
      metrics.mailed(delivery.result === 'sent' ? 'sent' : 'refused');
      return delivery;
    });
  };
}

function codeOf(error: unknown): string {
  if (error instanceof ApplicationFailure && error.type) return error.type;
  if (error instanceof MailUnavailable) return 'MAIL_AWAY';
  return isDatabaseUnavailable(error) ? 'DATABASE_AWAY' : 'ERROR';
}
