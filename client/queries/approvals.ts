/** Lists what supervisors of the coordinating agency must decide: approvals of closures, assignments and urgency. */

import type { Approval } from '../../domain/agency-view.ts';
import { REASONED_EVENTS } from '../../domain/closure-summary.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { JournalEntry, TriageProposal } from '../../domain/events.ts';
import type { Actor, Person } from '../../domain/people.ts';
import type { Ending, Recipient, Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readEntriesOf } from '../../prisma/store/journal.ts';
import { readReferrals, readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { pageWithoutRecipients } from './list.ts';
import { possibleActs } from './may-act.ts';

/** One decision of each kind. */
export interface PendingDecisions {
  closure: {
    referral: Referral;
    ending: Extract<Ending, { state: 'proposed' }>;
    mayApprove: boolean;
    /** The entries of `REASONED_EVENTS`. */
    reasons: readonly JournalEntry[];
  };
  withdrawal: { referral: Referral; by: Actor; mayGrant: boolean };
  /** Routing found no replacement for a recipient, no recipient at all, or none in one of the countries. */
  assignment: { referral: Referral; recipient?: Recipient };
  /** Urgency was requested without a ground: a supervisor decides whether to lower it. */
  reduction: { referral: Referral; proposal: TriageProposal };
  /** The sender ordered the erasure, or the retention period ends. */
  retention: { referral: Referral };
}

/** Decisions of one kind, the most urgent first, then by due instant. */
export interface WaitingDecisions<Kind extends Approval> {
  decisions: PendingDecisions[Kind][];
  next?: string;
}

interface DecisionPage {
  cursor?: string | undefined;
  limit: number;
}

type Deps = { db: Database };

/** Lists pending decisions of one kind. @throws ReferralError as `listReferrals`. */
export async function readApprovals<Kind extends Approval>(
  deps: Deps,
  viewer: Person,
  kind: Kind,
  page: DecisionPage,
): Promise<WaitingDecisions<Kind>> {
  const { rows, ...rest } = await referralsAwaiting(deps, viewer, kind, page);
  const ids = rows.map(({ id }) => id);
  const reasons = kind === 'closure' ? await readEntriesOf(deps.db, ids, REASONED_EVENTS) : undefined;
  const decisions = rows.flatMap((referral) => DECISIONS[kind](referral, viewer, reasons?.get(referral.id)));
  return { decisions, ...rest };
}

/** The referrals with pending decisions, as disclosed to the viewer. */
export async function referralsAwaiting(
  deps: Deps,
  viewer: Person,
  kind: Approval,
  { cursor, limit }: DecisionPage,
): Promise<{ rows: Referral[]; next?: string }> {
  const order = { sort: 'urgency', order: 'asc' } as const;
  const query = { desk: 'approvals', approval: kind, ...order, limit, ...(cursor && { cursor }) } as const;
  const { rows, ...rest } = await pageWithoutRecipients(deps, viewer, query);
  const ids = rows.map(({ referralId }) => referralId);
  // The summary of a closure names the deadlines that were missed.
  const found = kind === 'closure' ? await readReferrals(deps.db, ids) : await readWithLiveClocks(deps.db, ids);
  const read = new Map(found.map((each) => [each.id, each]));
  return { rows: ids.flatMap((id) => read.get(id) ?? []).map((each) => disclose(each, viewer).referral), ...rest };
}

/** Lists decisions that are still pending. Those made since the list was read are left out. */
const DECISIONS: {
  [Kind in Approval]: (
    referral: Referral,
    viewer: Person,
    reasons?: readonly JournalEntry[],
  ) => PendingDecisions[Kind][];
} = {
  closure: (referral, viewer, reasons = []) => {
    const { ending } = referral;
    return ending.state === 'proposed'
      ? [{ referral, ending, mayApprove: may(referral, viewer, 'approve-closure'), reasons }]
      : [];
  },
  withdrawal: (referral, viewer) => {
    const { withdrawal } = referral;
    if (withdrawal.state !== 'asked') return [];
    return [{ referral, by: withdrawal.by, mayGrant: may(referral, viewer, 'withdraw') }];
  },
  assignment: (referral) => [
    ...referral.recipients
      .filter(({ replacement }) => replacement.state === 'awaits-supervisor')
      .map((recipient) => ({ referral, recipient })),
    ...(referral.status === 'held' || referral.unserved ? [{ referral }] : []),
  ],
  reduction: (referral) => {
    const { triage } = referral;
    return triage.state === 'proposed' ? [{ referral, proposal: triage.proposal }] : [];
  },
  retention: (referral) =>
    referral.status === 'closed' && (referral.erasureOrder || referral.retention?.review) ? [{ referral }] : [],
};

function may(referral: Referral, viewer: Person, type: 'approve-closure' | 'withdraw'): boolean {
  return possibleActs(referral, viewer, new Date().toISOString(), [type]).length > 0;
}
