/** The workflows that the worker bundles. */

export { directory } from './directory.ts';
export { letterDispatcher } from './letter-dispatcher.ts';
export { upkeep } from './maintenance.ts';
export { referral } from './referral.ts';
