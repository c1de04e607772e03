/** Situations in which a letter reads otherwise, whatever its language. */

import type { Said } from './language.ts';

export function isOverdue({ facts }: Said): boolean {
  return (facts.clock?.passed ?? 0) >= 1;
}

/** What was not done in time has been done by rule: nothing is late any more. */
export function goesOnByRule({ facts }: Said): boolean {
  return facts.clock?.onExpiry === 'proceed-by-rule';
}

export function isInterim({ facts }: Said): boolean {
  return facts.outcome?.final === false;
}

export function isWithdrawal({ facts }: Said): boolean {
  return facts.closure?.kind === 'withdrawn';
}
