/**
 * The seed of property tests: the same in each run of `npm test`, and a new one in `npm run test:properties`. More examples of
 * the same seed find little, so `npm test` has fewer of them.
 */

import fc from 'fast-check';

const FIXED_SEED = 20_261_129;

const seed = process.env['LIAISE_PROPERTY_SEED'];

/** The number of examples of a property: all of them with a new seed, a third of them with the fixed one. */
export function examples(all: number): number {
  return seed === undefined ? Math.ceil(all / 3) : all;
}

fc.configureGlobal({ seed: seed === undefined ? FIXED_SEED : Number(seed), numRuns: examples(100) });
