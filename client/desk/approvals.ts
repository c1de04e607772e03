/** What a supervisor of the coordinating agency has to decide: four eyes on endings, and choices that no rule makes. */

import { disclose } from '../../domain/disclosure.ts';
import type { TriageProposal } from '../../domain/events.ts';
import type { Actor, Person } from '../../domain/people.ts';
import type { Ending, Recipient, Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readReferrals } from '../../prisma/store/referrals.ts';
import { listReferrals } from './list.ts';
import { possibleActs } from './may-act.ts';

/** Of each kind the first to be due; who has more to decide comes back for them. */
const MOST = 50;

export interface Approvals {
  closures: { referral: Referral; ending: Extract<Ending, { state: 'proposed' }>; mayApprove: boolean }[];
  withdrawals: { referral: Referral; by: Actor; mayGrant: boolean }[];
  /** Asked for as urgent without a ground: whether to lower it is for a supervisor. */
  reductions: { referral: Referral; proposal: TriageProposal }[];
  /** The rules found nobody in their place. */
  assignments: { referral: Referral; recipient: Recipient }[];
  held: Referral[];
}

export async function readApprovals({ db }: { db: Database }, viewer: Person): Promise<Approvals> {
  const first = { sort: 'due', order: 'asc', limit: MOST } as const;
  const [waiting, triage] = await Promise.all([
    listReferrals({ db }, viewer, { desk: 'approvals', ...first }),
    listReferrals({ db }, viewer, { desk: 'triage', ...first }),
  ]);
  const rows = [...waiting.rows, ...triage.rows];
  const found = await readReferrals(
    db,
    rows.map(({ referralId }) => referralId),
  );
  const seen = rows
    .flatMap(({ referralId }) => found.find(({ id }) => id === referralId) ?? [])
    .map((referral) => disclose(referral, viewer).referral);
  return {
    closures: seen.flatMap((referral) => closureOf(referral, viewer)),
    withdrawals: seen.flatMap((referral) => withdrawalOf(referral, viewer)),
    reductions: seen.flatMap(reductionOf),
    assignments: seen.flatMap((referral) =>
      referral.recipients
        .filter(({ replacement }) => replacement.state === 'awaits-supervisor')
        .map((recipient) => ({ referral, recipient })),
    ),
    held: seen.filter(({ status }) => status === 'held'),
  };
}

function closureOf(referral: Referral, viewer: Person): Approvals['closures'] {
  const { ending } = referral;
  if (ending.state !== 'proposed') return [];
  return [{ referral, ending, mayApprove: may(referral, viewer, 'approve-closure') }];
}

function withdrawalOf(referral: Referral, viewer: Person): Approvals['withdrawals'] {
  const { withdrawal } = referral;
  if (withdrawal.state !== 'asked' || referral.ending.state === 'closed') return [];
  return [{ referral, by: withdrawal.by, mayGrant: may(referral, viewer, 'withdraw') }];
}

function reductionOf(referral: Referral): Approvals['reductions'] {
  const { triage, facts } = referral;
  const isUnfounded = facts.urgencyGrounds.length === 0 && facts.urgency === referral.urgency;
  const isUrgent = facts.urgency === 'emergency' || facts.urgency === 'urgent';
  if (triage.state !== 'proposed' || !isUrgent || !isUnfounded) return [];
  return [{ referral, proposal: triage.proposal }];
}

function may(referral: Referral, viewer: Person, type: 'approve-closure' | 'withdraw'): boolean {
  return possibleActs(referral, viewer, new Date().toISOString()).some((act) => act.type === type);
}
