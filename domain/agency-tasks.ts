/** What an agency must do about a referral now, of any kind, and which roles do it. */

import { APPROVALS, type DueInstants, dueOf, type OwedReply, pendingApprovals, repliesOwed } from './agency-view.ts';
import type { ClockName } from './clocks/clock-names.ts';
import { isSameSubject } from './clocks/triggers.ts';
import { furtherTasksOf } from './further-tasks.ts';
import { unanswered } from './lifecycle/row.ts';
import { actingSenderOf, OFFICERS, type Role } from './people.ts';
import { isFinal, isOpen, type Recipient, type Referral } from './referral.ts';
import type { RecipientStatus, ReferralStatus } from './statuses.ts';

/** The kinds of tasks. `reply`: a question or a request for consent. `confirm`: a recall or an erasure. */
export const TASKS = [
  ...(['triage', 'acknowledge', 'decide', 'report', 'confirm', 'reply'] as const),
  ...(['translate', 'confirm-request', 'propose-closure'] as const),
  ...APPROVALS,
] as const;
/** A kind of task. */
export type Task = (typeof TASKS)[number];

/** One task of an agency, with the instants of its own clock, which are absent if none runs. */
export interface AgencyTask extends DueInstants {
  task: Task;
  /** The recipient that the task is about: the agency's own part, or one that preserves data. */
  recipientId?: string;
  translationId?: string;
  /** What the sender must reply to. */
  reply?: OwedReply;
  /** `came`: the sender has answered the agency's question. `awaited`: it has not. */
  answer?: 'came' | 'awaited';
}

const PARTNER: readonly Role[] = ['partner-officer', 'supervisor'];
const LIAISON: readonly Role[] = ['liaison-officer', 'supervisor'];
const SUPERVISOR: readonly Role[] = ['supervisor'];
const EVERY: readonly Role[] = [...OFFICERS, ...SUPERVISOR];

/** Supervisors see all tasks of their agency, because they see to it that these are done. */
const ROLES_OF: Record<Task, readonly Role[]> = {
  ...{ triage: LIAISON, reply: LIAISON, assignment: LIAISON },
  ...{ acknowledge: PARTNER, decide: PARTNER, report: PARTNER, confirm: PARTNER },
  ...{ translate: EVERY, 'confirm-request': LIAISON, 'propose-closure': LIAISON },
  ...{ withdrawal: SUPERVISOR, closure: SUPERVISOR, reduction: SUPERVISOR, retention: SUPERVISOR },
};

/** The kinds of tasks that a person with these roles does or supervises. */
export function tasksOfRoles(roles: readonly Role[]): Task[] {
  return TASKS.filter((task) => ROLES_OF[task].some((role) => roles.includes(role)));
}

/** The tasks of the agency. @param referral as disclosed to the agency */
export function tasksOf(referral: Referral, agencyId: string): AgencyTask[] {
  const { coordinatorAgencyId, recipients } = referral;
  return [
    ...(coordinatorAgencyId === agencyId ? coordinatorTasks(referral) : []),
    ...recipients.filter((each) => each.agencyId === agencyId).flatMap((own) => recipientTasks(own, referral)),
    ...(actingSenderOf(referral) === agencyId ? senderTasks(referral) : []),
    ...furtherTasks(referral, agencyId),
  ];
}

function coordinatorTasks(referral: Referral): AgencyTask[] {
  const ofClock = (clock: ClockName) => dueOf(referral, ({ name }) => name === clock);
  const triage: AgencyTask = { task: 'triage', ...ofClock('triage'), ...answerTo(referral, undefined) };
  const approvals = pendingApprovals(referral).map((task): AgencyTask => {
    if (task === 'closure') return { task, ...ofClock('closure-approval') };
    if (task === 'retention') return { task, ...ofClock('retention-review') };
    return { task, ...(task === 'assignment' && ofClock('find-recipient')) };
  });
  return [...(referral.status === 'received' ? [triage] : []), ...approvals];
}

function recipientTasks(own: Recipient, referral: Referral): AgencyTask[] {
  const recipientId = own.id;
  const of = (task: Task, clocks: readonly ClockName[]): AgencyTask => ({
    ...{ task, recipientId, ...answerTo(referral, recipientId) },
    ...dueOf(
      referral,
      ({ name, subject }) => clocks.includes(name) && subject.of === 'recipient' && subject.recipientId === recipientId,
    ),
  });
  const task = taskOfPart(referral.status, own.status);
  if (referral.status === 'erased') return own.erasure === 'asked' ? [of(task, [])] : [];
  if (own.status === 'recalled') return own.recallConfirmed ? [] : [of(task, [])];
  if (isFinal(own) || !isOpen(referral)) return [];
  return [of(task, CLOCKS_OF_PART[task])];
}

type PartTask = 'acknowledge' | 'decide' | 'report' | 'confirm';

const CLOCKS_OF_PART: Record<PartTask, readonly ClockName[]> = {
  acknowledge: ['acknowledge'],
  decide: ['decide', 'first-answer'],
  report: ['outcome', 'measure', 'removal'],
  confirm: [],
};

/** The task of a recipient with an open part, for lists that know the statuses only. */
export function taskOfPart(status: ReferralStatus, part: RecipientStatus): PartTask {
  if (status === 'erased' || part === 'recalled') return 'confirm';
  if (unanswered.includes(part)) return 'acknowledge';
  return part === 'accepted' ? 'report' : 'decide';
}

function senderTasks(referral: Referral): AgencyTask[] {
  return repliesOwed(referral).map((reply) => {
    const { dueAt, riskAt } = reply;
    return { task: 'reply', reply, ...(dueAt && { dueAt }), ...(riskAt && { riskAt }) };
  });
}

function furtherTasks(referral: Referral, agencyId: string): AgencyTask[] {
  return furtherTasksOf(referral, agencyId).map(({ clock, ...pending }) => ({
    ...pending,
    ...(pending.task === 'triage' && answerTo(referral, undefined)),
    ...(clock && dueOf(referral, ({ name, subject }) => name === clock.name && isSameSubject(subject, clock.subject))),
  }));
}

/** Whether the last question of the coordinator (no id) or of a recipient was answered. */
function answerTo({ questions }: Referral, recipientId: string | undefined): Pick<AgencyTask, 'answer'> {
  const own = questions.findLast(({ asker }) =>
    asker.kind === 'coordinator' ? recipientId === undefined : asker.recipientId === recipientId,
  );
  if (own?.state === 'answered') return { answer: 'came' };
  return own?.state === 'open' || own?.state === 'expired' ? { answer: 'awaited' } : {};
}
