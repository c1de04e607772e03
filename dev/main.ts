/** `npm start`: runs everything on this machine until Ctrl-C. The data stays in .liaise, and the next start continues. */

import { readFlags } from '../client/platform/read-flags.ts';
import { FOLDER, runUntilStopped, STACK_FLAGS } from './long-running-stack.ts';
import { recordSamples } from './sample-cases/record.ts';
import { PORTS, startStack } from './stack.ts';
import { startStartPage } from './tutorial/server.ts';

const HELP = `Starts Liaise on this machine: PostgreSQL, Temporal, a mail catcher, a worker, the pages,
and the sealer of the audit log with one witness.

  npm start                            start, with the data of the last run
  npm start -- --fresh                 delete all data first, after a confirmation (--yes skips it)
  npm start -- --fresh --with-cases    the same, with 40 invented referrals in every state
  npm start -- --base-port 20000       use ports 20000 to 20009 instead of the default ones

The data stays in ${FOLDER}/. Ctrl-C stops everything.`;

const { values } = readFlags('npm start', {
  options: { ...STACK_FLAGS, 'with-cases': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});

/** The port of the page on which a first visit begins. */
const START_PORT = 8090;
let startPage = '';

if (values.help) console.log(HELP);
else {
  await runUntilStopped({
    folder: FOLDER,
    flags: values,
    usualPorts: { ...PORTS, start: START_PORT },
    start: async (ports, progress) => {
      const stack = await startStack({ folder: FOLDER, ports, progress });
      const { url, stop } = await startStartPage(ports.start, { pages: stack.pages, letters: stack.mail.url });
      startPage = url;
      return { ...stack, stop: () => Promise.all([stop(), stack.stop()]).then(() => undefined) };
    },
    prepare: async (stack, progress) => {
      if (values['with-cases']) await recordSamples(stack, progress);
    },
    addresses: ({ mail, pages, environment }, { temporalUi, worker }) => ({
      'Start here': startPage,
      Pages: pages,
      Letters: mail.url,
      Temporal: `http://127.0.0.1:${temporalUi}`,
      PostgreSQL: environment['LIAISE_DATABASE_URL'] ?? '',
      Worker: `http://127.0.0.1:${worker}/metrics`,
    }),
  });
}
