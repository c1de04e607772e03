/** The workflows that the worker bundles. */

export { letterDispatcher } from './letter-dispatcher.ts';
export { directory } from './directory.ts';
export { upkeep } from './maintenance.ts';
export { referral } from './referral.ts';
