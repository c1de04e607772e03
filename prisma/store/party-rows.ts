/** One row for each agency that is party to a referral: the referral as it stands for that agency alone. */

import { agencyViewOf, partiesOf } from '../../domain/agency-view.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import { URGENCIES } from '../../domain/vocabulary.ts';

/** `entries` of the journal tell what changed last: those that are new, or all of them. */
export function partyRows(referral: Referral, entries: readonly JournalEntry[]) {
  return partiesOf(referral).map((agencyId) => partyRow(referral, agencyId, entries));
}

function partyRow(referral: Referral, agencyId: string, entries: readonly JournalEntry[]) {
  const { owes, next, changed, ...standing } = agencyViewOf(referral, agencyId, entries);
  const { reference, facts, urgency, status, senderAgencyId, submittedAt } = referral;
  const nextDueAt = next?.dueAt ?? null;
  return {
    agencyId,
    ...{ recipientStatus: null, handler: null, riskAt: null, ...standing },
    ...{ reference, kind: facts.kind, urgency, status, senderAgencyId, submittedAt },
    ...{ owes: owes?.clock ?? null, owesBy: owes?.by ?? null, nextClock: next?.clock ?? null, nextDueAt },
    urgencyOrder: `${URGENCIES.indexOf(urgency)} ${nextDueAt ?? LAST}`,
    // Nothing that the agency sees: what the row says already stays.
    changedAt: changed?.at ?? submittedAt,
    changedSeq: changed?.seq ?? 0,
  };
}

/** After every instant. */
const LAST = '9';
