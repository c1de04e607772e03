/** How fast Liaise is meant to be: each target beside what was measured. Told, never asserted. */

import { type Engine, type Figure, find } from './figures.ts';
import { markdown, number } from './report.ts';

interface Target {
  what: string;
  bound: '≤' | '≥';
  value: number;
  measured: number | undefined;
}

export function targetsOf(figures: readonly Figure[]): string {
  const rows = targets(figures).map(({ what, bound, value, measured }) => [
    what,
    `${bound} ${number(value)}`,
    measured === undefined ? '–' : number(measured),
    measured === undefined ? 'not measured' : isReached(bound, measured, value) ? 'reached' : 'missed',
  ]);
  return markdown([['speed to reach', 'target', 'measured', ''], ...rows]);
}

function targets(figures: readonly Figure[]): Target[] {
  const value = (of: Engine, name: string) => find(figures, of, name);
  const ratio = (name: string, of: Engine, to: Engine) => quotient(value(of, name), value(to, name));
  const crowds = figures.flatMap(({ name }) => (name.startsWith('act-') ? [Number(name.slice(4))] : []));
  const [some = 0, most = 0] = [Math.min(...crowds), Math.max(...crowds)];
  return [
    { what: 'act alone, × the bare update', bound: '≤', value: 2.5, measured: ratio('act', 'quiet', 'bare') },
    { what: "act alone, × DBOS's", bound: '≤', value: 1.3, measured: ratio('act', 'quiet', 'dbos') },
    { what: '20 at once, letters off, × bare', bound: '≥', value: 0.5, measured: ratio('lives-20', 'quiet', 'bare') },
    { what: '20 at once, letters on, × bare', bound: '≥', value: 0.3, measured: ratio('lives-20', 'liaise', 'bare') },
    { what: 'history events, letters off', bound: '≤', value: 75, measured: value('quiet', 'events') },
    { what: 'history events, letters on', bound: '≤', value: 130, measured: value('liaise', 'events') },
    { what: 'workflow bundle, MB', bound: '≤', value: 1.8, measured: value('liaise', 'bundle') },
    { what: 'waking and replaying 100 events, ms', bound: '≤', value: 60, measured: value('liaise', 'waking') },
    { what: "worker's memory with 1,000 cached, MB", bound: '≤', value: 500, measured: value('liaise', `memory-1000`) },
    {
      what: `the same beside ${most.toLocaleString('en')} open, MB`,
      bound: '≤',
      value: 500,
      measured: value('liaise', `memory-${most}`),
    },
    {
      what: `worker's time while ${most.toLocaleString('en')} wait, %`,
      bound: '≤',
      value: 1,
      measured: value('liaise', `idle-${most}`),
    },
    { what: 'recovery after SIGKILL, s', bound: '≤', value: 15, measured: value('liaise', 'recovery') },
    {
      what: `act beside ${most.toLocaleString('en')} open, × beside ${some.toLocaleString('en')}`,
      bound: '≤',
      value: 1.25,
      measured: quotient(value('liaise', `act-${most}`), value('liaise', `act-${some}`)),
    },
  ];
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function isReached(bound: Target['bound'], measured: number, value: number): boolean {
  return bound === '≤' ? measured <= value : measured >= value;
}
