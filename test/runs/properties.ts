/** `npm run test:properties -- MINUTES`: every property test, again and again with new seeds, until the time is over. */

import { randomInt } from 'node:crypto';
import { readFlags } from '../../client/platform/read-flags.ts';
import { propertyTests } from './property-tests.ts';
import { positive, runVitest } from './run-vitest.ts';

const HELP = `Runs every property test again and again, each time with a new seed, which is printed.

  npm run test:properties -- MINUTES    start no further round after that many minutes

The first failure ends it with status 1. It prints the seed and the counterexample, and how to run that seed again.
Make an example test of each counterexample, beside the fix of its cause.`;

const HIGHEST_SEED = 2 ** 31;

const { values, positionals } = readFlags('npm run test:properties', {
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const minutes = positive(positionals[0]);
if (values.help) console.log(HELP);
else if (minutes === undefined) {
  console.error('Usage: npm run test:properties -- MINUTES, for example 5. See --help.');
  process.exitCode = 2;
} else process.exitCode = await runFor(minutes * 60_000);

/** Returns the exit status. */
async function runFor(milliseconds: number): Promise<number> {
  const args = ['--project', 'rules', '--project', 'engine', ...(await propertyTests())];
  const end = performance.now() + milliseconds;
  for (let round = 1; performance.now() < end; round += 1) {
    const seed = randomInt(HIGHEST_SEED);
    const { exitCode, output, durationMs } = await runVitest(args, { LIAISE_PROPERTY_SEED: String(seed) });
    const result = exitCode === 0 ? 'passed' : 'failed';
    console.log(`Round ${round}, seed ${seed}: ${result} in ${(durationMs / 1000).toFixed(0)} s`);
    if (exitCode === 0) continue;
    console.log(`${output}\nTo run this seed again:\n  LIAISE_PROPERTY_SEED=${seed} npx vitest run ${args.join(' ')}`);
    return 1;
  }
  return 0;
}
