/** Performance targets with the measured values. They are printed, not asserted. */

import { findValue, type MeasuredEngine, type Measurement } from './measurements.ts';
import { markdown, number } from './report.ts';

interface Target {
  what: string;
  bound: '≤' | '≥';
  value: number;
  measured: number | undefined;
}

export function targetsOf(figures: readonly Measurement[]): string {
  const rows = targets(figures).map(({ what, bound, value, measured }) => [
    what,
    `${bound} ${number(value)}`,
    measured === undefined ? '–' : number(measured),
    measured === undefined ? 'not measured' : isReached(bound, measured, value) ? 'reached' : 'missed',
  ]);
  return markdown([['figure', 'target', 'measured', ''], ...rows]);
}

function targets(figures: readonly Measurement[]): Target[] {
  const value = (of: MeasuredEngine, name: string) => findValue(figures, of, name);
  const p95 = (wanted: string) => figures.find(({ name }) => name === wanted)?.p95;
  const ratio = (name: string, of: MeasuredEngine, to: MeasuredEngine) => quotient(value(of, name), value(to, name));
  const ratioOf = (name: string, to: string) => quotient(value('liaise', name), value('liaise', to));
  const measuredSizes = figures.flatMap(({ name }) => (/^act-\d+$/.test(name) ? [Number(name.slice(4))] : []));
  const sizes = measuredSizes.toSorted((one, other) => one - other);
  const [some = 0, many = 0, most = 0] = [sizes.at(0), sizes.at(-2), sizes.at(-1)];
  return [
    { what: 'single act, × bare update', bound: '≤', value: 1.75, measured: ratio('act', 'quiet', 'bare') },
    { what: 'single act with letters, × without', bound: '≤', value: 1.15, measured: ratio('act', 'liaise', 'quiet') },
    { what: 'single act, × DBOS act', bound: '≤', value: 1.3, measured: ratio('act', 'quiet', 'dbos') },
    {
      what: '20 concurrent, letters off, × bare',
      bound: '≥',
      value: 0.5,
      measured: ratio('lives-20', 'quiet', 'bare'),
    },
    {
      what: '20 concurrent, letters on, × bare',
      bound: '≥',
      value: 0.55,
      measured: ratio('lives-20', 'liaise', 'bare'),
    },
    {
      what: 'CPU time per lifecycle with letters, × without',
      bound: '≤',
      value: 1.2,
      measured: ratio('processor', 'liaise', 'quiet'),
    },
    { what: '10,000 deadlines, 30 countries, ms', bound: '≤', value: 1_000, measured: value('liaise', 'deadlines') },
    {
      ...{ what: 'explanation of a clock of 90 working days, p95, ms', bound: '≤' as const, value: 5 },
      measured: p95('explanation-90'),
    },
    { what: 'route over 2,000 contact points, p95, ms', bound: '≤', value: 5, measured: p95('routing') },
    {
      what: 'burst of 1,000 clocks in one second among 200,000, s',
      ...{ bound: '≤', value: 90, measured: value('liaise', 'burst-200000') },
    },
    {
      what: 'clocks of this burst that were lost or doubled',
      bound: '≤',
      value: 0,
      measured: value('liaise', 'burst-wrong-200000'),
    },
    {
      what: 'other referrals of which a clock expired too early',
      bound: '≤',
      value: 0,
      measured: value('liaise', 'burst-early-200000'),
    },
    { what: 'simulation of 10,000 referrals, s', bound: '≤', value: 60, measured: value('liaise', 'simulation-10000') },
    { what: 'history events, letters off', bound: '≤', value: 62, measured: value('quiet', 'events') },
    { what: 'history events, letters on', bound: '≤', value: 62, measured: value('liaise', 'events') },
    { what: 'workflow bundle, MB', bound: '≤', value: 1.8, measured: value('liaise', 'bundle') },
    { what: 'replay of 100 events, ms', bound: '≤', value: 60, measured: value('liaise', 'replay') },
    {
      what: 'worker memory with 1,000 cached referrals, MB',
      bound: '≤',
      value: 500,
      measured: value('liaise', `memory-1000`),
    },
    {
      what: `worker memory with ${most.toLocaleString('en')} open, × with ${many.toLocaleString('en')}`,
      bound: '≤',
      value: 1.1,
      measured: sizes.length > 2 ? ratioOf(`memory-${most}`, `memory-${many}`) : undefined,
    },
    {
      what: `worker CPU with ${most.toLocaleString('en')} waiting referrals, %`,
      bound: '≤',
      value: 1,
      measured: value('liaise', `idle-${most}`),
    },
    { what: 'recovery after SIGKILL, s', bound: '≤', value: 15, measured: value('liaise', 'recovery') },
    {
      what: `single act with ${most.toLocaleString('en')} open, × with ${some.toLocaleString('en')}`,
      bound: '≤',
      value: 1.25,
      measured: some === most ? undefined : ratioOf(`act-${most}`, `act-${some}`),
    },
    {
      what: 'single act with many closed referrals, × without',
      bound: '≤',
      value: 1.25,
      measured: ratioOf('act-closed', `act-${most}`),
    },
    { what: 'guard, prose, MB a second and core', bound: '≥', value: 5, measured: value('liaise', 'guard-prose') },
    {
      what: 'guard, slowest text, × time of prose',
      bound: '≤',
      value: 3,
      measured: ratioOf('guard-prose', 'guard-slowest'),
    },
    {
      what: 'report of 30 KB, read, mapped and guarded, ms',
      bound: '≤',
      value: 40,
      measured: value('liaise', 'guard-report'),
    },
    {
      what: '/health while 1 MB texts are submitted, p99, ms',
      bound: '≤',
      value: 50,
      measured: value('liaise', 'guard-health'),
    },
    { what: 'reports of a folder submitted, files/s', bound: '≥', value: 15, measured: value('liaise', 'folder') },
    ...TIMED.map((name) => ({
      ...{ what: `right guesses by time of 200, ${name}, %`, bound: '≤' as const, value: 60 },
      measured: value('liaise', `timing-${name}`),
    })),
    {
      ...{ what: 'first letter of an emergency after the act, p99, ms', bound: '≤' as const, value: 2_000 },
      measured: value('liaise', 'letters-first-p99'),
    },
    {
      ...{ what: 'flood: last first letter to a person, s', bound: '≤' as const, value: 60 },
      measured: value('liaise', 'letters-flood-first'),
    },
    ...pageTargets(figures),
    ...logTargets(figures),
    ...figures
      .filter(({ name }) => name.startsWith('rows-added-'))
      .map(({ label, value }) => ({ what: label, bound: '≤' as const, value: 10, measured: value })),
  ];
}

/** What is asked about referrals of other agencies: see `timing.ts`. */
const TIMED = ['read', 'act', 'bulk', 'particulars', 'proof', 'page'];

/** The largest answer of each page. */
const PAGE_KB = 100;

const PAGES = {
  referrals: 60,
  all: 60,
  waiting: 60,
  'waiting-recipient': 60,
  'waiting-sender': 60,
  triage: 60,
  'triage-clear': 60,
  inbox: 60,
  clarifications: 60,
  now: 60,
  approvals: 60,
  sla: 60,
  'sla-agencies': 60,
  trends: 60,
  network: 60,
  'network-load': 60,
  performance: 40,
  referral: 25,
  'sla-pdf': 300,
  'dossier-pdf': 300,
};

/** Targets for the 95th percentile of page times and for page sizes, with the largest number of referrals that was measured. */
function pageTargets(figures: readonly Measurement[]): Target[] {
  const loads = figures.flatMap(({ name }) => (name.startsWith('page-now-') ? [Number(name.slice(9))] : []));
  if (loads.length === 0) return [];
  const most = Math.max(...loads);
  const count = `${most.toLocaleString('en')} referrals`;
  return Object.entries(PAGES).flatMap(([page, bound]): Target[] => {
    const figure = figures.find(({ name }) => name === `page-${page}-${most}`);
    const time: Target = {
      what: `page ${page} with ${count}, p95, ms`,
      bound: '≤',
      value: bound,
      measured: figure?.p95,
    };
    if (page.endsWith('-pdf')) return [time];
    const measured = findValue(figures, 'liaise', `page-size-${page}-${most}`);
    return [time, { what: `page ${page} with ${count}, KB`, bound: '≤', value: PAGE_KB, measured }];
  });
}

const LOG_TARGETS = [
  { name: 'act', what: 'leaf of an act, ms', bound: '≤', value: 1 },
  { name: 'seal', what: 'sealing, leaves/s', bound: '≥', value: 20_000 },
  { name: 'proof', what: 'inclusion proof, ms', bound: '≤', value: 5 },
  { name: 'bundle', what: 'bundle of 50 events, ms', bound: '≤', value: 50 },
  { name: 'bundle-size', what: 'bundle of 50 events, KB', bound: '≤', value: 32 },
  { name: 'verify', what: 'verification of the log, leaves/s', bound: '≥', value: 100_000 },
] as const;

/** By how much an act may become slower in all. */
const FLAT = 1.25;

/** Targets of the audit log: with the largest number of leaves that was measured, and of its growth since the smallest. */
function logTargets(figures: readonly Measurement[]): Target[] {
  const sizes = figures.flatMap(({ name }) => (/^log-act-\d+$/.test(name) ? [Number(name.slice(8))] : []));
  if (sizes.length === 0) return [];
  const [some, most] = [Math.min(...sizes), Math.max(...sizes)];
  const value = (name: string, size: number) => findValue(figures, 'liaise', `log-${name}-${size}`);
  const grown = (name: string) => (some === most ? undefined : quotient(value(name, most), value(name, some)));
  const sizesText = `${most.toLocaleString('en')} leaves, × with ${some.toLocaleString('en')}`;
  return [
    ...LOG_TARGETS.map(({ name, what, bound, value: target }) => ({
      ...{ what: `${what}, ${most.toLocaleString('en')} leaves`, bound, value: target },
      measured: value(name, most),
    })),
    { what: `leaf of an act, ${sizesText}`, bound: '≤', value: FLAT, measured: grown('act') },
    {
      // The number of hashes of a proof is the logarithm of the number of leaves.
      ...{ what: `inclusion proof, ${sizesText}`, bound: '≤' as const },
      value: FLAT * (Math.log(most) / Math.log(some)),
      measured: grown('proof'),
    },
  ];
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function isReached(bound: Target['bound'], measured: number, value: number): boolean {
  return bound === '≤' ? measured <= value : measured >= value;
}
