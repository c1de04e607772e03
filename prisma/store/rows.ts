/** Builds the rows of referrals, clocks and letters from the state of a referral. */

import { clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import { recipientOfClock } from '../../domain/clocks/triggers.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { type Clock, isOpen, originalOf, type Referral } from '../../domain/referral.ts';

/** Returns the row of the table `referral`. */
export function referralRow(referral: Referral) {
  const { reference, status, round, senderAgencyId, coordinatorAgencyId, submittedAt, seq } = referral;
  const due = referral.clocks.filter(({ state }) => state.status === 'running').map(({ dueAt }) => dueAt);
  const nextDueAt = due.sort()[0] ?? null;
  const { kind } = referral.facts;
  const urgency = currentUrgency(referral);
  return {
    ...{ reference, status, kind, urgency, round, senderAgencyId, coordinatorAgencyId, submittedAt, nextDueAt },
    ...{ duplicateOfId: originalOf(referral) ?? null, seq },
  };
}

/** Returns the row of the table `clock`. */
export function clockRow({ id, name, debtor, subject, state, startedAt, dueAt }: Clock) {
  const recipientId = recipientOfClock(subject) ?? null;
  const late = state.status === 'expired' || (state.status === 'stopped' && state.late);
  return { id, name, debtor, recipientId, status: state.status, late, startedAt, dueAt };
}

/** Returns the rows of the table `open_deadline`, which triggers write: one for each agency that sees an open clock. */
export function openDeadlineRows(referral: Referral) {
  if (!isOpen(referral) || referral.facts.drill) return [];
  const open = referral.clocks.filter(({ state }) => state.status !== 'stopped');
  return open.flatMap((clock) => {
    const { id: clockId, subject, state, dueAt } = clock;
    const { agencyId: debtorId } = clockDebtor(clock, referral);
    const recipient = referral.recipients.find(({ id }) => id === recipientOfClock(subject));
    const seers = [referral.senderAgencyId, referral.coordinatorAgencyId, ...(recipient ? [recipient.agencyId] : [])];
    return [...new Set(seers)].map((agencyId) => ({ agencyId, debtorId, clockId, status: state.status, dueAt }));
  });
}

/** Returns the rows of the letters that an entry decides; empty for other entries. */
export function letterRows({ seq, at, event }: JournalEntry) {
  const letters = event.type === 'letters-decided' ? event.letters : [];
  return letters.map(({ letterId, letter, addressee, recipientId = null, clockId = null, urgency = null }) => {
    return { id: letterId, seq, at, letter, addressee, recipientId, clockId, urgency };
  });
}
