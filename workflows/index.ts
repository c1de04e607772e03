/** The workflows that the worker bundles. */

export { upkeep } from './maintenance.ts';
export { referral } from './referral.ts';
