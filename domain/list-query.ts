/** The filters and the order of a list of referrals. */

import type { Task } from './agency-tasks.ts';
import type { Approval } from './agency-view.ts';
import type { ClockName } from './clocks/clock-names.ts';
import type { RecipientStatus, ReferralStatus } from './statuses.ts';
import type { Country, DeclineGround, Instant, Kind, Outcome, Urgency } from './vocabulary.ts';

/**
 * The worklists of an agency. `waiting` contains what the agency must do now, as far as the person's roles permit it. `all`
 * contains every referral that the agency is a party to.
 */
export const WORKLISTS = ['waiting', 'sent', 'inbox', 'triage', 'clarifications', 'approvals', 'all'] as const;
/** A predefined list, for example the inbox. */
export type Worklist = (typeof WORKLISTS)[number];

/**
 * `due` sorts by the clock that expires first; in worklists that wait for the agency, by the agency's own first
 * deadline. Referrals without a clock come last. `urgency` sorts the most urgent first, then as `due`.
 */
export const SORTS = ['due', 'submitted', 'changed', 'reference', 'urgency'] as const;
/** What a list can be sorted by. */
export type Sort = (typeof SORTS)[number];

/** The relations of an agency to a referral that a list can filter by. */
export const RELATIONS = ['sender', 'coordinator', 'recipient'] as const;

/** `in-hand`: the status is not final. `silent`: unresponsive, or delivery failed. `overdue`: in hand, and an answer is missing. */
export const RECIPIENT_CONDITIONS = ['in-hand', 'silent', 'overdue'] as const;

/** The clocks that a recipient answers; they measure timeliness. */
export const ANSWER_CLOCKS = ['acknowledge', 'decide', 'outcome'] as const satisfies ClockName[];
/** A clock that a recipient answers. */
export type AnswerClock = (typeof ANSWER_CLOCKS)[number];

/** A referral must match every given property. */
export interface ListFilter {
  desk: Worklist;
  /** The agency must do this now. */
  task?: Task;
  /** The agency that sent it. */
  sender?: string;
  /** In triage: whether one country leads in the proposal of the rules. A referral without a proposal is unclear. */
  proposal?: 'clear' | 'unclear';
  /** In triage: a country of the proposal. */
  proposedCountry?: Country;
  status?: ReferralStatus;
  /** True: neither closed nor erased. False: closed or erased. */
  open?: boolean;
  urgency?: Urgency;
  kind?: Kind;
  /** The status of the agency's own part as a recipient. */
  recipientStatus?: RecipientStatus;
  relation?: (typeof RELATIONS)[number];
  /** A person of the agency; `nobody`: it has no handler; `left`: its handler is no officer of the agency any more. */
  handler?: { personId: string } | 'me' | 'nobody' | 'left';
  /** A running clock that the agency sees expires before this instant. */
  dueBefore?: Instant;
  /** A clock that the agency sees is overdue. */
  breached?: boolean;
  /** A clock has passed its last warning, and none is overdue. */
  atRisk?: boolean;
  /** A recipient that the agency sees is unresponsive, or delivery to it failed. */
  silent?: boolean;
  /** This decision of a supervisor is pending. */
  approval?: Approval;
  /** Whether it is a drill. */
  drill?: boolean;
  /** Changed after the person's read mark. */
  unread?: boolean;
  changedSince?: Instant;
  submittedFrom?: Instant;
  /** Exclusive. */
  submittedBefore?: Instant;
  /** One recipient that the agency sees matches all of the following properties. */
  part?: (typeof RECIPIENT_CONDITIONS)[number];
  country?: Country;
  recipientAgency?: string;
  ground?: DeclineGround;
  /** The last outcome that it reported. */
  outcome?: Outcome;
  /** Whether it met the deadline of that clock. */
  kept?: { clock: AnswerClock; inTime: boolean };
  /** It answered that clock, on time or late. */
  answered?: AnswerClock;
  /** It has a recipient that the agency sees. Drills are left out, since no figure counts them. */
  sentOn?: boolean;
}

/** The filters, order and page of a list. */
export interface ListQuery extends ListFilter {
  sort: Sort;
  order: 'asc' | 'desc';
  /** From the previous page. */
  cursor?: string;
  limit: number;
}
