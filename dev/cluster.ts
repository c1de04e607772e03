/** `npm run cluster`: Liaise as in production, without containers; with --demo it runs the demo there. */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CLUSTER_PORTS, startCluster } from './cluster/start-cluster.ts';
import { FOLDER, runUntilStopped, STACK_FLAGS } from './long-running-stack.ts';
import { onOwnPorts } from './own-ports.ts';
import { runDemo } from './run-demo.ts';

const DATA = join(FOLDER, 'cluster');

const HELP = `Starts Liaise as it runs in production, on this machine and without containers: Temporal's full server with its
data in PostgreSQL, two workers that share the work, the pages, and a mail catcher. The first start builds the server, with Go.

  npm run cluster                           start, or go on where the last run stopped
  npm run cluster -- --fresh                empty everything first, after asking (--yes does not ask)
  npm run cluster -- --base-port 20000      use ports from 20000 on instead of the usual ones
  npm run cluster -- --demo                 play the story of "npm run demo" here, in a temporary place, and end
  npm run cluster -- --demo --input FILE    the same with your own report

Data is kept in ${DATA}/. Ctrl-C stops everything.`;

const { values } = parseArgs({
  options: {
    ...STACK_FLAGS,
    demo: { type: 'boolean' },
    input: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else if (values.demo) await demo();
else await keep();

async function demo(): Promise<void> {
  await runDemo({
    input: values.input,
    start: (folder, progress) => onOwnPorts(CLUSTER_PORTS, (ports) => startCluster({ folder, ports, progress })),
    afterwards: '"npm run cluster" gives you the same cluster to play with.',
  });
}

async function keep(): Promise<void> {
  await runUntilStopped({
    folder: DATA,
    flags: values,
    usualPorts: CLUSTER_PORTS,
    start: (ports, progress) => startCluster({ folder: DATA, ports, progress }),
    addresses: ({ mail, pages, environment }, { referralsWorker, lettersWorker }) => ({
      Pages: pages,
      Letters: mail.url,
      Temporal: environment['LIAISE_TEMPORAL_ADDRESS'] ?? '',
      PostgreSQL: environment['LIAISE_DATABASE_URL'] ?? '',
      Workers: [referralsWorker, lettersWorker].map((port) => `http://127.0.0.1:${port}/metrics`).join('  '),
    }),
  });
}
