/** A referral after the sender submitted it, added to it, or confirmed an oral request. */

import type { EventOf, JournalEntry } from '../events.ts';
import type { Referral } from '../referral.ts';

/** The referral as it was submitted. */
export function withSubmission(referral: Referral, entry: JournalEntry, event: EventOf<'submitted'>): Referral {
  return {
    ...referral,
    senderAgencyId: event.senderAgencyId,
    senderPersonId: entry.by.kind === 'person' ? entry.by.personId : '',
    coordinatorAgencyId: event.coordinatorAgencyId,
    submittedAt: entry.at,
    facts: event.facts,
    urgency: event.facts.urgency,
    // The text of a drill is the same for all, and is not stored.
    particulars: event.facts.drill ? [] : [event.particulars],
    ...(event.onwardLimit !== undefined && { onwardLimit: event.onwardLimit }),
  };
}

/** The referral with what the sender added. Its triage is proposed again. */
export function supplemented(referral: Referral, event: EventOf<'supplemented'>): Referral {
  const { facts, particulars, triage } = referral;
  return {
    ...referral,
    particulars: [...particulars, event.particulars],
    facts: {
      ...facts,
      indicators: [...facts.indicators, ...event.indicators],
      materialCount: facts.materialCount + event.materialCount,
    },
    supplementedSinceTriage: true,
    triage: triage.state === 'proposed' ? { state: 'open' } : triage,
  };
}

/** The referral after the sender repeated an oral request in writing. */
export function withWrittenConfirmation(
  { oralRequest, ...referral }: Referral,
  event: EventOf<'oral-request-confirmed'>,
): Referral {
  return {
    ...referral,
    particulars: [...referral.particulars, event.particulars],
    ...(oralRequest && { oralRequest: { ...oralRequest, confirmed: true } }),
  };
}

/** The referral after its sending agency was disabled or enabled. */
export function withSenderStatus(
  { senderDisabled: _, ...referral }: Referral,
  { type }: EventOf<'sender-disabled' | 'sender-enabled'>,
): Referral {
  return { ...referral, ...(type === 'sender-disabled' && { senderDisabled: true }) };
}
