/** What the worker bundles. */

export { upkeep } from './nightly.ts';
export { referral } from './referral.ts';
