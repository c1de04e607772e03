/** `npm run bench:load`: fills a database with many referrals, to test pages with large amounts of data. */

import { parseArgs } from 'node:util';
import { prepare } from '../prisma/prepare.ts';
import { load } from './load/load.ts';

const HELP = `Fills a database with referrals as three years of work leave them, in the proportions of published statistics.

  npm run bench:load                        100,000 referrals into the database of LIAISE_DATABASE_URL
  npm run bench:load -- --referrals 1000    fewer
  npm run bench:load -- --url URL           another database; it is migrated first

What is there stays. PostgreSQL must run on this machine, and let its user read files.`;

const { values } = parseArgs({
  options: {
    referrals: { type: 'string', default: '100000' },
    url: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const databaseUrl = values.url ?? process.env['LIAISE_DATABASE_URL'];
const referrals = Number(values.referrals);

if (values.help) console.log(HELP);
else if (databaseUrl === undefined || !Number.isInteger(referrals) || referrals < 1) {
  console.error('Name a database by --url or LIAISE_DATABASE_URL, and a whole number of referrals.');
  process.exitCode = 2;
} else {
  const began = performance.now();
  await prepare(databaseUrl);
  await load({
    databaseUrl,
    referrals,
    progress: (line) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  });
  console.log(`${referrals.toLocaleString('en')} referrals are there.`);
}
