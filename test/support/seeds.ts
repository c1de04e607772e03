/** The seed of property tests: the same in each run of `npm test`, and a new one in `npm run test:properties`. */

import fc from 'fast-check';

const FIXED_SEED = 20_261_129;

fc.configureGlobal({ seed: Number(process.env['LIAISE_PROPERTY_SEED'] ?? FIXED_SEED) });
