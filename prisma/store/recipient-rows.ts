/** Builds the rows of the table `recipient`: the status of each recipient, and whether it answered in time. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Clock, Recipient, Referral } from '../../domain/referral.ts';
import type { DeclineGround } from '../../domain/vocabulary.ts';

/**
 * Returns one row for each recipient. `entries` give the ground of a decline: the new entries, or all of the journal.
 */
export function recipientRows(referral: Referral, entries: readonly JournalEntry[]) {
  const grounds = new Map(entries.flatMap(({ event }) => groundOf(event)));
  return referral.recipients.map((recipient) => ({
    ...place(recipient),
    ...ofReferral(referral),
    ...answers(recipient, referral),
    ground: grounds.get(recipient.id) ?? null,
    outcome: recipient.outcomes.at(-1)?.outcome ?? null,
  }));
}

function groundOf(event: JournalEntry['event']): [string, DeclineGround][] {
  return event.type === 'declined' ? [[event.recipientId, event.ground]] : [];
}

function place({ id, contactPointId, agencyId, country, status, hop, openedAt }: Recipient) {
  return { id, contactPointId, agencyId, country, status, hop, openedAt };
}

function ofReferral({ senderAgencyId, coordinatorAgencyId, submittedAt, facts, urgency }: Referral) {
  return { senderAgencyId, coordinatorAgencyId, submittedAt, kind: facts.kind, urgency, drill: facts.drill ?? false };
}

/** The answers, and whether each was in time. A clock that was stopped for another reason gives no answer. */
function answers(recipient: Recipient, { clocks, recipients }: Referral) {
  const clock = (name: ClockName) => clocks.findLast((each) => each.name === name && isOf(each, recipient));
  const [acknowledge, decide, outcome] = [clock('acknowledge'), clock('decide'), clock('outcome')];
  const { acknowledged, status, outcomes } = recipient;
  const acknowledgedAt = acknowledged.state === 'yes' ? acknowledged.at : null;
  // Accepting starts the report clock. Declining or referring onward is itself a decision, or follows one.
  // A recipient that referred it onward can be recalled afterwards.
  const isOnward = recipients.some(({ parentId, opened }) => parentId === recipient.id && opened === 'onward');
  const isGone = status === 'declined' || isOnward;
  const decidedAt = outcome?.startedAt ?? (isGone ? stoppedAt(decide) : null);
  const reportedAt = outcomes[0]?.at ?? null;
  return {
    ...{ acknowledgedAt, decidedAt, reportedAt },
    acknowledgedInTime: inTime(acknowledgedAt, acknowledge),
    decidedInTime: inTime(decidedAt, decide),
    reportedInTime: inTime(reportedAt, outcome),
  };
}

function isOf({ subject }: Clock, { id }: Recipient): boolean {
  return subject.of === 'recipient' && subject.recipientId === id;
}

function stoppedAt(clock: Clock | undefined): string | null {
  return clock?.state.status === 'stopped' ? clock.state.at : null;
}

function inTime(answeredAt: string | null, clock: Clock | undefined): boolean | null {
  const isLate = clock && (clock.state.status === 'expired' || (clock.state.status === 'stopped' && clock.state.late));
  if (isLate) return false;
  return answeredAt === null ? null : true;
}
