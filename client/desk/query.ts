/** What can be asked of a list: the words of its address, its links and its saved views. */

import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { ClockName, Country, DeclineGround, Instant, Kind, Outcome, Urgency } from '../../domain/vocabulary.ts';

/** Each desk is a list of its own; `all` is everything that the agency is party to. */
export const DESKS = ['sent', 'inbox', 'triage', 'clarifications', 'approvals', 'all'] as const;
export type Desk = (typeof DESKS)[number];

/** `due`: on the inbox what the agency owes first, elsewhere the clock that runs out first; none at the end. */
export const SORTS = ['due', 'submitted', 'changed', 'reference', 'urgency'] as const;
export type Sort = (typeof SORTS)[number];

export interface ListFilter {
  desk: Desk;
  status?: ReferralStatus;
  /** Neither closed nor erased; or only those. */
  open?: boolean;
  urgency?: Urgency;
  kind?: Kind;
  /** Of the agency's own part, where it is a recipient. */
  recipientStatus?: RecipientStatus;
  relation?: 'sender' | 'coordinator' | 'recipient';
  /** A person of the agency; `nobody` where no one has taken it. */
  handler?: { personId: string } | 'me' | 'nobody';
  /** With a running clock, seen by the viewer, that runs out before. */
  dueBefore?: Instant;
  /** A clock ran out and what it waits for has not come. */
  breached?: boolean;
  /** Four fifths of a clock are gone, and it has not run out. */
  atRisk?: boolean;
  /** A recipient is unresponsive or could not be reached. */
  silent?: boolean;
  /** Changed since the viewer last looked. */
  unread?: boolean;
  changedSince?: Instant;
  submittedFrom?: Instant;
  /** Not included. */
  submittedBefore?: Instant;
  /** With a recipient, seen by the viewer, of which all of this is true. */
  country?: Country;
  recipientAgency?: string;
  ground?: DeclineGround;
  outcome?: Outcome;
  /** It kept the time of that clock; or not. */
  kept?: { clock: AnswerClock; inTime: boolean };
  /** It was sent to somebody at all. */
  sentOn?: boolean;
}

/** The clocks of what a recipient answers: whether they were kept is what performance is measured by. */
export type AnswerClock = Extract<ClockName, 'acknowledge' | 'decide' | 'outcome'>;

export interface ListQuery extends ListFilter {
  sort: Sort;
  order: 'asc' | 'desc';
  /** From the page before. */
  cursor?: string;
  limit: number;
}
