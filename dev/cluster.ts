/** `npm run cluster`: Liaise as in production, without containers; with --demo it runs the demo there. */

import { join } from 'node:path';
import { readFlags } from '../client/platform/read-flags.ts';
import { CLUSTER_PORTS, startCluster, startClusterOnOwnPorts } from './cluster/start-cluster.ts';
import { FOLDER, runUntilStopped, STACK_FLAGS } from './long-running-stack.ts';
import { runDemo } from './run-demo.ts';

const DATA = join(FOLDER, 'cluster');

const HELP = `Starts Liaise as it runs in production, on this machine and without containers: Temporal's full server with its
data in PostgreSQL, a worker for referrals, a worker for letters, the pages, a mail catcher, and the sealer of the
audit log with one witness. The first start builds the server with Go.

  npm run cluster                           start, with the data of the last run
  npm run cluster -- --fresh                delete all data first, after a confirmation (--yes skips it)
  npm run cluster -- --base-port 20000      use ports from 20000 instead of the default ones
  npm run cluster -- --demo                 run "npm run demo" here, in a temporary folder, then stop
  npm run cluster -- --demo --input FILE    the same with another report

The data stays in ${DATA}/. Ctrl-C stops everything.`;

const { values } = readFlags('npm run cluster', {
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
    start: (folder, progress) => startClusterOnOwnPorts({ folder, progress }),
    afterwards: '"npm run cluster" starts the same cluster and keeps it.',
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
