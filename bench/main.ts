/** `npm run bench`: measures Liaise beside a bare workflow and two other engines, and prints one table. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readFlags } from '../client/platform/read-flags.ts';
import { measureAct } from './act.ts';
import { measureBurst } from './burst.ts';
import { compareWith } from './compare.ts';
import { measureDeadlines } from './deadlines.ts';
import { EXTENTS, type Extent } from './extent.ts';
import { measureFolder } from './folder.ts';
import { measureGuard } from './guard.ts';
import { measureInstances } from './instances.ts';
import { measureLetters } from './letters.ts';
import { measureLifecycles } from './lifecycles.ts';
import { measureLog } from './log.ts';
import { thisMachine } from './machine-description.ts';
import type { Measurement } from './measurements.ts';
import { isOfPage, pageTable } from './pages/table.ts';
import { measurePages } from './pages.ts';
import { measureRecovery } from './recovery.ts';
import { measureReplay } from './replay-time.ts';
import { tableOf } from './report.ts';
import { measureRouting } from './routing.ts';
import { measureRowSecurity } from './row-security.ts';
import { measureScale } from './scale.ts';
import { measureScaling } from './scaling.ts';
import { measureSimulation } from './simulation.ts';
import { targetsOf } from './targets.ts';
import { measureTiming } from './timing.ts';

const PARTS = {
  act: measureAct,
  lifecycles: measureLifecycles,
  letters: measureLetters,
  replay: measureReplay,
  recovery: measureRecovery,
  scaling: measureScaling,
  instances: measureInstances,
  pages: measurePages,
  scale: measureScale,
  guard: measureGuard,
  folder: measureFolder,
  timing: measureTiming,
  log: measureLog,
  'row-security': measureRowSecurity,
  deadlines: measureDeadlines,
  routing: measureRouting,
  burst: measureBurst,
  simulation: measureSimulation,
};

const HELP = `Measures Liaise on this machine beside a bare Temporal workflow, DBOS Transact and Restate.

  npm run bench                    all parts, about ten minutes
  npm run bench -- --quick         fewer rounds, about three minutes
  npm run bench -- --full          more rounds, 50,000 open referrals, pages with 100,000 referrals: about two hours
  npm run bench -- --only NAME     one part: ${Object.keys(PARTS).join(', ')}
  npm run bench -- --only NAME --referrals N
                                   with another size of the database: for pages, scale and row-security, up to 1,000,000
  npm run bench -- --only scale --referrals N --data FOLDER
                                   keeps the database in the folder; the next call loads only what is missing
  npm run bench -- --json          print the figures as JSON
  npm run bench -- --compare COMMIT [--rounds N]
                                   acts of this version beside those of another commit, five rounds of each

The benchmark asserts nothing. Run nothing else on the machine at the same time: the table shows the other load.`;

const { values } = readFlags('npm run bench', {
  options: {
    quick: { type: 'boolean' },
    full: { type: 'boolean' },
    only: { type: 'string' },
    referrals: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean' },
    compare: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else if (values.only !== undefined && !Object.hasOwn(PARTS, values.only)) {
  console.error(`The benchmark has no part "${values.only}". Its parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else if (
  values.referrals !== undefined &&
  !(Number.isInteger(Number(values.referrals)) && Number(values.referrals) > 0)
) {
  console.error('--referrals takes a positive whole number.');
  process.exitCode = 2;
} else if (values.compare !== undefined) {
  console.log(await compareWith(values.compare, Number(values.rounds) || 5, progress()));
} else await main();

async function main(): Promise<void> {
  // On a busy machine Temporal's core warns about late tasks. These warnings would mix with the figures.
  const filter = { core: 'ERROR', other: 'ERROR' } as const;
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
  const report = progress();
  const machine = await thisMachine();
  const effort: Extent = {
    ...EXTENTS[values.quick ? 'quick' : values.full ? 'full' : 'usual'],
    ...ofSize(values.referrals),
    ...(values.data !== undefined && { dataFolder: values.data }),
  };
  prepare(report);
  const figures: Measurement[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (values.only === undefined || values.only === name) figures.push(...(await measure(effort, report)));
  }
  if (values.json) return console.log(JSON.stringify({ machine, figures }, null, 2));
  const about = Object.entries(machine).map(([name, value]) => `${`${name}:`.padEnd(12)}${value}`);
  const engines = figures.filter((figure) => !isOfPage(figure));
  const tables = [...(engines.length > 0 ? [tableOf(engines)] : []), pageTable(figures), targetsOf(figures)];
  console.log([about.join('\n'), ...tables.filter((table) => table !== '')].join('\n\n'));
}

/** Replaces the sizes of the databases. */
function ofSize(referrals: string | undefined): Pick<Extent, 'databaseSizes'> | undefined {
  return referrals === undefined ? undefined : { databaseSizes: [Number(referrals)] };
}

/** Prints what is measured, with the seconds since the start. */
function progress(): (line: string) => void {
  const began = performance.now();
  return (line) => {
    const seconds = (performance.now() - began) / 1000;
    console.error(`${seconds.toFixed(0).padStart(5)} s  ${line}`);
  };
}

/** Installs the other engines, which only the benchmark needs, and builds Liaise. */
function prepare(progress: (line: string) => void): void {
  const npm = (...options: string[]) => execFileSync('npm', options, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(`${import.meta.dirname}/node_modules`)) {
    progress('installing the other engines (once)');
    npm('ci', '--prefix', import.meta.dirname, '--no-audit', '--no-fund', '--loglevel=error');
  }
  progress('building');
  npm('run', 'build', '--silent');
}
