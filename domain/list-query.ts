/** What can be asked of a list of referrals: which, and in what order. */

import type { Approval } from './agency-view.ts';
import type { RecipientStatus, ReferralStatus } from './statuses.ts';
import type { ClockName, Country, DeclineGround, Instant, Kind, Outcome, Urgency } from './vocabulary.ts';

/** Each desk is a list of its own; `all` is everything that the agency is party to. */
export const WORKLISTS = ['sent', 'inbox', 'triage', 'clarifications', 'approvals', 'all'] as const;
export type Worklist = (typeof WORKLISTS)[number];

/**
 * `due` is by the clock that runs out first, and where a desk waits for the agency itself by what it owes first; what
 * has no clock comes last. `urgency` is the most urgent first, and then by what is due first.
 */
export const SORTS = ['due', 'submitted', 'changed', 'reference', 'urgency'] as const;
export type Sort = (typeof SORTS)[number];

export const RELATIONS = ['sender', 'coordinator', 'recipient'] as const;

/** Not final; unresponsive or could not be reached. */
export const RECIPIENT_CONDITIONS = ['in-hand', 'silent'] as const;

/** The clocks of what a recipient answers: performance is how they were kept. */
export const ANSWER_CLOCKS = ['acknowledge', 'decide', 'outcome'] as const satisfies ClockName[];
export type AnswerClock = (typeof ANSWER_CLOCKS)[number];

/** All that is named must be true of a referral. */
export interface ListFilter {
  desk: Worklist;
  status?: ReferralStatus;
  /** Neither closed nor erased; or only those. */
  open?: boolean;
  urgency?: Urgency;
  kind?: Kind;
  /** Of the agency's own part, where it is a recipient. */
  recipientStatus?: RecipientStatus;
  relation?: (typeof RELATIONS)[number];
  /** A person of the agency; `nobody` where no one has taken it. */
  handler?: { personId: string } | 'me' | 'nobody';
  /** With a running clock, seen by the agency, that runs out before. */
  dueBefore?: Instant;
  /** A clock that the agency sees ran out, and what it waits for has not come. */
  breached?: boolean;
  /** Most of a clock's time is gone, and none has run out. */
  atRisk?: boolean;
  /** A recipient that the agency sees is unresponsive or could not be reached. */
  silent?: boolean;
  /** Waits first for that decision of a supervisor. */
  approval?: Approval;
  /** Changed since the person last looked. */
  unread?: boolean;
  changedSince?: Instant;
  submittedFrom?: Instant;
  /** Not included. */
  submittedBefore?: Instant;
  /** With one recipient, seen by the agency, of which all of these are true; `part` is where it stands. */
  part?: (typeof RECIPIENT_CONDITIONS)[number];
  country?: Country;
  recipientAgency?: string;
  ground?: DeclineGround;
  /** The last that it reported. */
  outcome?: Outcome;
  /** It kept the time of that clock; or not. */
  kept?: { clock: AnswerClock; inTime: boolean };
  /** It answered what that clock waits for, in time or not. */
  answered?: AnswerClock;
  /** It was sent to somebody, of whom the agency sees. */
  sentOn?: boolean;
}

export interface ListQuery extends ListFilter {
  sort: Sort;
  order: 'asc' | 'desc';
  /** From the page before. */
  cursor?: string;
  limit: number;
}
