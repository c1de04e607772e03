/** What a door counts, by Prometheus's rules: what was asked for at it, and how long whoever asked has waited. */

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { ACT_NAMES } from '../workflows/messages.ts';
import type { ObservedAct } from '../workflows/observe.ts';

export interface DoorMetrics {
  registry: Registry;
  asked(act: ObservedAct): void;
}

/** In a registry of its own; what alarms ask for starts at 0. */
export function doorMetrics(): DoorMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acts = new Counter({
    name: 'liaise_acts_asked_total',
    help: 'Acts asked for at this door, by name and by code: ok, or why it was refused.',
    labelNames: ['act', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'liaise_act_answer_seconds',
    help: 'From the moment an act is asked for until whoever asked has the answer.',
    labelNames: ['act'],
    buckets: [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  for (const act of ACT_NAMES) for (const code of ['ENGINE_UNAVAILABLE', 'BUG']) acts.inc({ act, code }, 0);
  return {
    registry,
    asked: ({ act, code, beganAt, endedAt }) => {
      acts.inc({ act, code });
      seconds.observe({ act }, (endedAt - beganAt) / 1000);
    },
  };
}
