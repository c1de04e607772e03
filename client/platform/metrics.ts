/** Prometheus metrics of an entry point: number of acts by result, and how long the caller waited. */

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { UPDATE_TYPES } from '../../workflows/messages.ts';
import type { ObservedAct } from '../../workflows/observe.ts';
import { FORGERIES, type ForgeryListener } from './forgery-alarm.ts';

/** The metrics of an entry point, and a function that counts an act. */
export interface EntryPointMetrics {
  registry: Registry;
  asked(act: ObservedAct): void;
  /** Counts a refused forgery. */
  forged: ForgeryListener;
}

/** Creates the metrics in a registry of their own. Counters that alarms use start at 0. */
export function entryPointMetrics(): EntryPointMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const asked = countActs(registry, {
    total: {
      name: 'liaise_acts_asked_total',
      help: 'Acts requested at this entry point, by name and by code: ok, or why it was refused.',
    },
    seconds: {
      name: 'liaise_act_answer_seconds',
      help: 'Time from the request for an act until its answer.',
    },
    fromZero: ['ENGINE_UNAVAILABLE', 'BUG'],
  });
  return { registry, asked, forged: countForgeries(registry) };
}

/** Counts data that was copied from another place, by what it was. Every kind starts at 0, for alarms. */
export function countForgeries(registry: Registry): ForgeryListener {
  const forgeries = new Counter({
    name: 'liaise_forgeries_total',
    help: 'Refused forgeries: messages, acts, starts, activities and stored data that belong to another place.',
    labelNames: ['what'],
    registers: [registry],
  });
  for (const what of FORGERIES) forgeries.inc({ what }, 0);
  return ({ what }) => forgeries.inc({ what });
}

interface ActNames {
  total: { name: string; help: string };
  seconds: { name: string; help: string };
  /** Codes that alarms use. To Prometheus, a counter that first appears as 1 has not increased. */
  fromZero: readonly string[];
}

/** Counts acts by type and result, and their duration, as measured by an entry point or by the workflow. */
export function countActs(registry: Registry, { total, seconds, fromZero }: ActNames): (act: ObservedAct) => void {
  const registers = [registry];
  const acts = new Counter({ ...total, labelNames: ['act', 'code'], registers });
  const took = new Histogram({
    ...seconds,
    labelNames: ['act'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  for (const act of UPDATE_TYPES) for (const code of fromZero) acts.inc({ act, code }, 0);
  return ({ act, code, beganAt, endedAt }) => {
    acts.inc({ act, code });
    took.observe({ act }, (endedAt - beganAt) / 1000);
  };
}
