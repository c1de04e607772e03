/** Prometheus metrics of a worker: counters of acts, activities and letters, with durations in seconds. */

import { Counter, Histogram, Registry } from 'prom-client';
import type { ForgeryListener } from '../client/platform/forgery-alarm.ts';
import { countActs, countForgeries } from '../client/platform/metrics.ts';
import type { ObservedAct } from '../workflows/observe.ts';

/** The metrics of a worker. */
export interface Metrics {
  registry: Registry;
  acted(act: ObservedAct): void;
  /** Counts one attempt of an activity; `code` is `ok` or the reason of the failure. */
  ran(activity: string, code: string, seconds: number): void;
  /** Counts one letter handed to the mail server: `sent`, `refused` permanently, or `put-off` (refused temporarily). */
  mailed(result: 'sent' | 'refused' | 'put-off'): void;
  /** Counts an open referral whose workflow was ended from outside. */
  ended(): void;
  /** Counts a refused forgery. */
  forged: ForgeryListener;
}

/** Creates the metrics in a registry of their own. Counters that alarms use start at 0. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const acted = countActs(registry, {
    total: {
      name: 'liaise_acts_total',
      help: 'Acts answered by a workflow, by name and by code: ok, or why it was refused.',
    },
    seconds: {
      name: 'liaise_act_duration_seconds',
      help: 'From the moment a workflow takes an act up until it is recorded or refused.',
    },
    fromZero: ['BUG'],
  });
  const activitySeconds = new Histogram({
    name: 'liaise_activity_duration_seconds',
    help: 'One attempt of an activity; record is the transaction of an act.',
    labelNames: ['activity', 'code'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5, 20, 60],
    registers,
  });
  const letters = new Counter({
    name: 'liaise_letters_total',
    help: 'Letters handed to the mail server: sent, refused for good, or put off.',
    labelNames: ['result'],
    registers,
  });
  for (const result of ['sent', 'refused', 'put-off']) letters.inc({ result }, 0);
  const ended = new Counter({
    name: 'liaise_workflows_ended_total',
    help: 'Open referrals whose workflow was terminated, cancelled or failed. Each was restarted from its journal.',
    registers,
  });
  return {
    registry,
    acted,
    ran: (activity, code, seconds) => activitySeconds.observe({ activity, code }, seconds),
    mailed: (result) => letters.inc({ result }),
    ended: () => ended.inc(),
    forged: countForgeries(registry),
  };
}
