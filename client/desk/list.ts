/** The lists of a desk: what an agency is party to, filtered, in order, a page at a time. */

import type { Person } from '../../domain/people.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';
import type { ClockName, Country, Instant, Kind, Urgency } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { ListQuery } from './query.ts';

export interface ListRow {
  referralId: string;
  reference: string;
  kind: Kind;
  urgency: Urgency;
  status: ReferralStatus;
  /** How the viewer's agency stands to it. */
  relations: ('sender' | 'coordinator' | 'recipient')[];
  senderAgencyId: string;
  /** Of the agency's own part, where it is a recipient. */
  recipientStatus?: RecipientStatus;
  /** Who handles it at the viewer's agency: a person's id. */
  handler?: string;
  /** The clock of what the viewer's agency owes next, and until when: past where it is late. */
  owes?: { clock: ClockName; by: Instant };
  /** The first running clock that the viewer sees, whoever owes it. */
  nextClock?: { clock: ClockName; dueAt: Instant };
  /** From when on a running clock is at risk: compare with now. */
  riskAt?: Instant;
  breached: boolean;
  silent: boolean;
  /** What a supervisor of the viewer's agency has to decide. */
  approval?: Approval;
  submittedAt: Instant;
  changedAt: Instant;
  changedSeq: number;
  /** How far the viewer has seen it; 0 for never. */
  seenSeq: number;
  unread: boolean;
  /** As far as they are the viewer's business. */
  recipients: { id: string; agencyId: string; country: Country; status: RecipientStatus }[];
}

export const APPROVALS = ['withdrawal', 'closure', 'assignment'] as const;
export type Approval = (typeof APPROVALS)[number];

export interface ListPage {
  rows: ListRow[];
  /** Of all pages together. */
  total: number;
  /** Where the next page begins; absent on the last. */
  next?: string;
}

/**
 * Empty for whoever sees no referrals: an administrator, say.
 *
 * @throws ReferralError INVALID_INPUT where the cursor is of another order or none of ours.
 */
export async function listReferrals(_deps: { db: Database }, _viewer: Person, _query: ListQuery): Promise<ListPage> {
  throw new Error('to come');
}
