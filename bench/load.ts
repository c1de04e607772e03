/** `npm run bench:load`: fills a database with many referrals, to test pages with large amounts of data. */

import { readFlags } from '../client/platform/read-flags.ts';
import { prepareDatabase } from '../prisma/prepare.ts';
import { load } from './load/load.ts';

const HELP = `Fills a database with referrals of three simulated years, with the shares of countries from published statistics.

  npm run bench:load                        add 100,000 referrals to the database of LIAISE_DATABASE_URL, as its administrator
  npm run bench:load -- --referrals 1000    add 1,000 referrals; up to 1,000,000, with 18,000,000 entries of the journal
  npm run bench:load -- --waiting 2000     2,000 of them wait for triage; by default 2%
  npm run bench:load -- --url URL           use another database

The database is migrated first. Existing rows stay. PostgreSQL must run on this machine, with permission to read files.
Batches of 10,000 referrals are written to files and copied, so memory does not grow with the number. Open referrals have
no workflow: "liaise repair" starts them.`;

const { values } = readFlags('npm run bench:load', {
  options: {
    referrals: { type: 'string', default: '100000' },
    waiting: { type: 'string' },
    url: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const databaseUrl = values.url ?? process.env['LIAISE_DATABASE_URL'];
const referrals = Number(values.referrals);
const waiting = values.waiting === undefined ? undefined : Number(values.waiting);

if (values.help) console.log(HELP);
else if (databaseUrl === undefined || !Number.isInteger(referrals) || referrals < 1) {
  console.error('Name a database with --url or LIAISE_DATABASE_URL, and a positive whole number of referrals.');
  process.exitCode = 2;
} else if (waiting !== undefined && !(Number.isInteger(waiting) && waiting >= 0 && waiting <= referrals)) {
  console.error('--waiting takes a whole number, at most that of the referrals.');
  process.exitCode = 2;
} else {
  const began = performance.now();
  await prepareDatabase(databaseUrl);
  await load({
    databaseUrl,
    referrals,
    ...(waiting !== undefined && { waiting }),
    progress: (line) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  });
  console.log(`${referrals.toLocaleString('en')} referrals were added.`);
}
