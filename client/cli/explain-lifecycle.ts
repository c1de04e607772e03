/** `liaise explain lifecycle`: the one transition table, whole. */

import type { Row } from '../../domain/lifecycle/row.ts';
import { LIFECYCLE, STATUS_AFTER } from '../../domain/lifecycle.ts';
import { partyName } from './lifecycle-words.ts';
import { table } from './table.ts';

export function lifecycleText(columns: number): string {
  const rows = LIFECYCLE.map((row) => [row.act, row.who.map(partyName).join('\n'), standing(row), to(row), row.effect]);
  return table(['act', 'who', 'from', 'to', 'effect'], rows, columns);
}

/** For programs: as the table is, and the status that each event leads to. */
export function lifecycleJson() {
  return { acts: LIFECYCLE, statusAfter: STATUS_AFTER };
}

function standing({ from, recipient }: Row): string {
  const referral = from.join(', ') || '–';
  return recipient === undefined ? referral : `${recipient.join(', ')}\n(while ${referral})`;
}

/** Statuses that its events lead to; which of them, the decision says. */
function to({ events }: Row): string {
  const statuses = events.flatMap((event) => {
    const after = STATUS_AFTER[event];
    if (after === undefined) return [];
    return 'referral' in after ? [after.referral] : [`recipient ${after.recipient}`];
  });
  return statuses.join(', ') || 'as it was';
}
