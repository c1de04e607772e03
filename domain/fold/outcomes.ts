/** The fold of outcomes: each report and each correction is added, and the last one is in force. */

import type { EventOf, JournalEntry } from '../events.ts';
import type { Referral, ReportedOutcome } from '../referral.ts';
import { withItemChanged } from './list-items.ts';

type OutcomeEvent = EventOf<'interim-outcome-reported' | 'outcome-reported' | 'outcome-corrected'>;

/** The referral after a recipient reported or corrected an outcome. */
export function withOutcome(referral: Referral, entry: JournalEntry, event: OutcomeEvent): Referral {
  const outcome = outcomeOf(entry, event);
  const recipients = withItemChanged(referral.recipients, event.recipientId, ({ outcomes }) => ({
    outcomes: [...outcomes, outcome],
  }));
  return { ...referral, recipients };
}

function outcomeOf({ at, by }: JournalEntry, event: OutcomeEvent): ReportedOutcome {
  const { outcome } = event;
  switch (event.type) {
    case 'interim-outcome-reported':
      return { outcome, final: false, at };
    case 'outcome-corrected':
      return { outcome, final: true, at, corrects: true };
    case 'outcome-reported': {
      const { correctableUntil: until } = event;
      const correctable = until && by.kind === 'person' ? { correctable: { by: by.personId, until } } : {};
      return { outcome, final: true, at, ...correctable };
    }
  }
}
