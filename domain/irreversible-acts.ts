/** The acts that cannot be undone. Entry points require a recent sign-in for them. */

import type { PersonAct } from './acts.ts';

const IRREVERSIBLE_ACTS: readonly PersonAct['type'][] = ['recall', 'withdraw', 'order-erasure', 'erase'];

/** Whether the act cannot be undone. */
export function isIrreversible(type: PersonAct['type']): boolean {
  return IRREVERSIBLE_ACTS.includes(type);
}
