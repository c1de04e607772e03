/** Builds the rows of the table `party`: the state of a referral for each agency that is a party to it. */

import { agencyViewOf, partiesOf } from '../../domain/agency-view.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { intake } from '../../domain/lifecycle/row.ts';
import type { Referral } from '../../domain/referral.ts';
import { URGENCIES } from '../../domain/vocabulary.ts';

/** Returns one row for each party. `entries` determine what each saw last: the new entries, or all of the journal. */
export function partyRows(referral: Referral, entries: readonly JournalEntry[]) {
  return partiesOf(referral).map((agencyId) => partyRow(referral, agencyId, entries));
}

function partyRow(referral: Referral, agencyId: string, entries: readonly JournalEntry[]) {
  const { owes, next, changed, ...standing } = agencyViewOf(referral, agencyId, entries);
  const { reference, facts, status, senderAgencyId, submittedAt } = referral;
  const urgency = currentUrgency(referral);
  const nextDueAt = next?.dueAt ?? null;
  return {
    agencyId,
    ...{ recipientStatus: null, handler: null, riskAt: null, ...standing },
    ...{ reference, kind: facts.kind, urgency, status, senderAgencyId, submittedAt },
    ...(standing.coordinator ? proposalOf(referral) : NO_PROPOSAL),
    ...{ owes: owes?.clock ?? null, owesBy: owes?.by ?? null, nextClock: next?.clock ?? null, nextDueAt },
    urgencyOrder: `${URGENCIES.indexOf(urgency)} ${nextDueAt ?? LAST}`,
    // If the agency sees none of the entries, the row keeps its value.
    changedAt: changed?.at ?? submittedAt,
    changedSeq: changed?.seq ?? 0,
  };
}

const NO_PROPOSAL = { proposal: null, proposedCountries: [] };

/** What the rules propose while the referral waits for triage. */
function proposalOf({ status, triage }: Referral) {
  if (!intake.includes(status) || triage.state !== 'proposed') return NO_PROPOSAL;
  const { verdict, countries } = triage.proposal;
  return { proposal: verdict, proposedCountries: countries.map(({ country }) => country) };
}

/** Sorts after every instant. */
const LAST = '9';
