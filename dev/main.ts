/** `npm start`: runs everything on this machine until Ctrl-C. The data stays in .liaise, and the next start continues. */

import { parseArgs } from 'node:util';
import { FOLDER, runUntilStopped, STACK_FLAGS } from './long-running-stack.ts';
import { PORTS, startStack } from './stack.ts';

const HELP = `Starts Liaise on this machine: PostgreSQL, Temporal, a mail catcher, a worker and the pages.

  npm start                            start, or go on where the last run stopped
  npm start -- --fresh                 empty everything first, after asking (--yes does not ask)
  npm start -- --base-port 20000       use ports 20000 to 20007 instead of the usual ones

Data is kept in ${FOLDER}/. Ctrl-C stops everything.`;

const { values } = parseArgs({ options: { ...STACK_FLAGS, help: { type: 'boolean', short: 'h' } } });

if (values.help) console.log(HELP);
else {
  await runUntilStopped({
    folder: FOLDER,
    flags: values,
    usualPorts: PORTS,
    start: (ports, progress) => startStack({ folder: FOLDER, ports, progress }),
    addresses: ({ mail, pages, environment }, { temporalUi, worker }) => ({
      Pages: pages,
      Letters: mail.url,
      Temporal: `http://127.0.0.1:${temporalUi}`,
      PostgreSQL: environment['LIAISE_DATABASE_URL'] ?? '',
      Worker: `http://127.0.0.1:${worker}/metrics`,
    }),
  });
}
