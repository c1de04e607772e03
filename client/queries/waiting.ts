/** The list "Waiting for us": every task of the viewer's agency, each with the acts by which the viewer may do it. */

import { type AgencyTask, TASKS, type Task, tasksOf, tasksOfRoles } from '../../domain/agency-tasks.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { ListQuery } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { countTasks } from '../../prisma/store/parties.ts';
import { readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { pageWithoutRecipients, type RowWithoutRecipients, seesReferrals, viewerNow } from './list.ts';
import { type PossibleAct, possibleActs } from './may-act.ts';

/** A referral with one task of the agency. It is at risk if the clock of the task is, whatever other clocks do. */
export interface WaitingRow extends Omit<RowWithoutRecipients, 'riskAt'>, AgencyTask {
  /** As disclosed to the viewer. */
  referral: Referral;
  /** The acts by which the viewer may do the task; empty if another role does it. */
  acts: readonly PossibleAct[];
}

/** Number of referrals in total, of those that the viewer handles, and with a task of each kind that the viewer does or supervises. */
export type TaskCounts = Partial<Record<Task, number>> & { all: number; mine: number };

type ActType = PossibleAct['type'];

/** The acts that do a task, the usual one first. */
const ACTS_OF: Record<Task, readonly ActType[]> = {
  triage: ['complete-triage'],
  acknowledge: ['acknowledge', 'accept', 'decline'],
  decide: ['accept', 'decline', 'ask-information'],
  report: ['report-outcome'],
  confirm: ['confirm-recall', 'confirm-erasure'],
  reply: ['answer-information', 'consent-onward', 'refuse-onward'],
  translate: ['deliver-translation'],
  'confirm-request': ['confirm-oral-request', 'confirm-production'],
  'propose-closure': ['propose-closure'],
  withdrawal: ['withdraw'],
  closure: ['approve-closure', 'return-closure'],
  assignment: ['assign-recipient', 'add-country', 'reopen-triage', 'propose-closure'],
  reduction: ['complete-triage'],
  retention: ['retain', 'erase'],
};

/** Counts the tasks of the viewer's agency by kind. One indexed query. */
export async function countWaiting({ db }: { db: Database }, viewer: Person): Promise<TaskCounts> {
  if (!seesReferrals(viewer)) return { all: 0, mine: 0 };
  const counts = await countTasks(db, viewerNow(viewer));
  const own = tasksOfRoles(viewer.roles);
  const ofKinds = TASKS.filter((task) => own.includes(task)).map((task) => [task, counts[task]] as const);
  return { ...Object.fromEntries(ofKinds), all: counts.all, mine: counts.mine };
}

/** A page with one row for each task. Pages count referrals. @throws ReferralError as `listReferrals`. */
export async function listWaiting(
  { db }: { db: Database },
  viewer: Person,
  query: Omit<ListQuery, 'desk'>,
): Promise<{ rows: WaitingRow[]; next?: string }> {
  const { rows, ...page } = await pageWithoutRecipients({ db }, viewer, { ...query, desk: 'waiting' });
  const now = new Date().toISOString();
  const ids = rows.map(({ referralId }) => referralId);
  const read = new Map((await readWithLiveClocks(db, ids)).map((each) => [each.id, disclose(each, viewer).referral]));
  const own = tasksOfRoles(viewer.roles).filter((task) => query.task === undefined || task === query.task);
  const isOwn = ({ task }: AgencyTask) => own.includes(task);
  const waiting = rows.flatMap(({ riskAt: _, ...row }) => {
    const referral = read.get(row.referralId);
    if (referral === undefined) return [];
    const tasks = tasksOf(referral, viewer.agencyId).filter(isOwn);
    return tasks.map((task): WaitingRow => ({ ...row, ...task, referral, acts: actsOf(task, referral, viewer, now) }));
  });
  return { rows: waiting, ...page };
}

/** The acts by which the person may do the task now. @param referral as disclosed to the person */
export function actsOf(task: AgencyTask, referral: Referral, person: Person, now: Instant): PossibleAct[] {
  const { reply, translationId } = task;
  const recipientId = task.recipientId ?? (reply?.to === 'consent' ? reply.recipientId : undefined);
  const questionId = reply?.to === 'question' ? reply.questionId : undefined;
  return possibleActs(referral, person, now, ACTS_OF[task.task]).filter(
    (act) => act.recipientId === recipientId && act.questionId === questionId && act.translationId === translationId,
  );
}
