/** What the worker bundles. */

export { referral } from './referral.ts';
