/** Translates a list filter to SQL conditions; `p` is the table `party`, `r` a recipient. */

import type { Task } from '../../domain/agency-tasks.ts';
import type { Approval } from '../../domain/agency-view.ts';
import type { FurtherTask } from '../../domain/further-tasks.ts';
import { unanswered } from '../../domain/lifecycle/row.ts';
import type { AnswerClock, ListFilter } from '../../domain/list-query.ts';
import { OFFICERS } from '../../domain/people.ts';
import { FINAL_RECIPIENT_STATUSES } from '../../domain/statuses.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';

/** The agency and the person that make the request, and the time of it. */
export interface Asking {
  agencyId: string;
  personId: string;
  now: Instant;
  /** The kinds of tasks that the worklist `waiting` contains; default: all. */
  tasks?: readonly Task[];
}

/** Returns the SQL condition for a filter. */
export function conditionsOf(filter: ListFilter, asking: Asking): Prisma.Sql {
  const all = [
    Prisma.sql`p.agency_id = ${asking.agencyId}`,
    ...ofDesk(filter, asking),
    ...ofRow(filter),
    ...ofTime(filter, asking),
    ...ofPerson(filter, asking),
    ...ofRecipient(filter, asking),
    ...ofProposal(filter),
  ];
  return Prisma.join(all, ' AND ');
}

function ofDesk({ desk, task }: ListFilter, { tasks }: Asking): Prisma.Sql[] {
  const narrowed = task ? [TASK[task]] : [];
  switch (desk) {
    case 'waiting':
      return [IS_WAITING, ...narrowed, ...(tasks && !task ? [anyTask(tasks)] : [])];
    case 'sent':
      return [Prisma.sql`p.sender`];
    case 'inbox':
      return [Prisma.sql`p.in_hand`];
    case 'triage':
      return [Prisma.sql`p.coordinator AND p.status IN ('received', 'awaiting-information')`];
    case 'clarifications':
      return [Prisma.sql`p.questioned`];
    case 'approvals':
      return [Prisma.sql`p.approvals IS NOT NULL`];
    case 'all':
      return [];
  }
}

/** As the partial index `party_task_idx` has it. */
const IS_WAITING = Prisma.sql`(p.in_hand OR p.questioned OR p.approvals IS NOT NULL OR p.further_tasks IS NOT NULL
  OR (p.coordinator AND p.status = 'received'))`;

const approval = (kind: Approval) => Prisma.sql`${kind} = ANY(p.approvals)`;
const further = (kind: FurtherTask) => Prisma.sql`${kind} = ANY(p.further_tasks)`;

/** SQL condition of each kind of task. Of several parts of one agency, the row has the status of the last open one. */
export const TASK: Record<Task, Prisma.Sql> = {
  triage: Prisma.sql`((p.coordinator AND p.status = 'received') OR ${further('triage')})`,
  acknowledge: Prisma.sql`(p.in_hand AND p.status <> 'erased' AND p.recipient_status = ANY(${[...unanswered]}))`,
  decide: Prisma.sql`(p.in_hand AND p.status <> 'erased' AND p.recipient_status = 'acknowledged')`,
  report: Prisma.sql`(p.in_hand AND p.status <> 'erased' AND p.recipient_status = 'accepted')`,
  confirm: Prisma.sql`(p.in_hand AND (p.status = 'erased' OR p.recipient_status = 'recalled'))`,
  reply: Prisma.sql`p.questioned`,
  translate: further('translate'),
  'confirm-request': further('confirm-request'),
  'propose-closure': further('propose-closure'),
  withdrawal: approval('withdrawal'),
  closure: approval('closure'),
  assignment: approval('assignment'),
  reduction: approval('reduction'),
  retention: approval('retention'),
};

function anyTask(tasks: readonly Task[]): Prisma.Sql {
  if (tasks.length === 0) return Prisma.sql`FALSE`;
  return Prisma.sql`(${Prisma.join(
    tasks.map((task) => TASK[task]),
    ' OR ',
  )})`;
}

function ofRow(filter: ListFilter): Prisma.Sql[] {
  const { sender, status, open, urgency, kind, recipientStatus, relation, silent, drill, approval, breached, atRisk } =
    filter;
  return [
    ...(sender ? [Prisma.sql`p.sender_agency_id = ${sender}`] : []),
    ...(status ? [Prisma.sql`p.status = ${status}`] : []),
    // Overdue and at-risk rows are always open. The condition is left out so that an index alone suffices.
    ...(open && (breached || atRisk) ? [] : is(open, Prisma.sql`p.status NOT IN ('closed', 'erased')`)),
    ...(urgency ? [Prisma.sql`p.urgency = ${urgency}`] : []),
    ...(kind ? [Prisma.sql`p.kind = ${kind}`] : []),
    ...(recipientStatus ? [Prisma.sql`p.recipient_status = ${recipientStatus}`] : []),
    ...(relation ? [RELATED[relation]] : []),
    ...is(silent, Prisma.sql`p.silent`),
    ...is(drill, Prisma.sql`p.drill`),
    ...(approval ? [Prisma.sql`${approval} = ANY(p.approvals)`] : []),
  ];
}

const RELATED = {
  sender: Prisma.sql`p.sender`,
  coordinator: Prisma.sql`p.coordinator`,
  recipient: Prisma.sql`p.recipient`,
};

/** A clock is overdue from its due instant, even if the engine has not recorded it yet. */
function ofTime(filter: ListFilter, { now }: Asking): Prisma.Sql[] {
  const { dueBefore, breached, atRisk, changedSince, submittedFrom, submittedBefore } = filter;
  const hasRunOut = Prisma.sql`(p.breached OR p.next_due_at < ${now}::timestamptz)`;
  return [
    ...(dueBefore ? [Prisma.sql`p.next_due_at < ${dueBefore}::timestamptz`] : []),
    ...is(breached, hasRunOut),
    ...is(atRisk, isAtRisk(now)),
    ...(changedSince ? [Prisma.sql`p.changed_at >= ${changedSince}::timestamptz`] : []),
    ...(submittedFrom ? [Prisma.sql`p.submitted_at >= ${submittedFrom}::timestamptz`] : []),
    ...(submittedBefore ? [Prisma.sql`p.submitted_at < ${submittedBefore}::timestamptz`] : []),
  ];
}

/** SQL condition: a clock has passed its last warning, and none is overdue. */
export function isAtRisk(now: Instant): Prisma.Sql {
  return Prisma.sql`(p.risk_at <= ${now}::timestamptz AND p.next_due_at >= ${now}::timestamptz AND NOT p.breached)`;
}

function ofPerson({ handler, unread }: ListFilter, { personId }: Asking): Prisma.Sql[] {
  const isUnread = Prisma.sql`NOT EXISTS (SELECT 1 FROM look WHERE look.person_id = ${personId}
    AND look.agency_id = p.agency_id AND look.referral_id = p.referral_id AND look.seq >= p.changed_seq)`;
  return [...(handler ? [handledBy(handler, personId)] : []), ...is(unread, isUnread)];
}

function handledBy(handler: NonNullable<ListFilter['handler']>, personId: string): Prisma.Sql {
  if (handler === 'nobody') return Prisma.sql`p.handler IS NULL`;
  if (handler === 'left') return HAS_LEFT;
  return Prisma.sql`p.handler = ${handler === 'me' ? personId : handler.personId}`;
}

/** Also if the person has another role at the agency by now. */
const HAS_LEFT = Prisma.sql`p.handler IS NOT NULL AND NOT EXISTS (SELECT 1 FROM membership WHERE
  membership.agency_id = p.agency_id AND membership.person_id = p.handler AND membership.role IN (${Prisma.join([...OFFICERS])}))`;

const IN_TIME: Record<AnswerClock, Prisma.Sql> = {
  acknowledge: Prisma.sql`r.acknowledged_in_time`,
  decide: Prisma.sql`r.decided_in_time`,
  outcome: Prisma.sql`r.reported_in_time`,
};

const ANSWERED_AT: Record<AnswerClock, Prisma.Sql> = {
  acknowledge: Prisma.sql`r.acknowledged_at`,
  decide: Prisma.sql`r.decided_at`,
  outcome: Prisma.sql`r.reported_at`,
};

/** Literals and not parameters, so that the planner can use the partial index with the same condition. */
const FINAL = Prisma.raw(FINAL_RECIPIENT_STATUSES.map((status) => `'${status}'`).join(', '));
/** SQL condition: the recipient `r` is not final. */
export const IS_IN_HAND = Prisma.sql`r.status NOT IN (${FINAL})`;

/** SQL condition: a deadline of the recipient `r` passed, and the answer is still missing. */
export const HAS_MISSED = Prisma.sql`((r.acknowledged_at IS NULL AND r.acknowledged_in_time = false)
  OR (r.decided_at IS NULL AND r.decided_in_time = false) OR (r.reported_at IS NULL AND r.reported_in_time = false))`;

const PART = {
  'in-hand': IS_IN_HAND,
  silent: Prisma.sql`r.status IN ('unresponsive', 'delivery-failed')`,
  overdue: Prisma.sql`(${IS_IN_HAND} AND ${HAS_MISSED})`,
};

function ofRecipient(filter: ListFilter, { agencyId }: Asking): Prisma.Sql[] {
  const { part, country, recipientAgency, ground, outcome, kept, answered, sentOn } = filter;
  const wanted = [
    ...(part ? [PART[part]] : []),
    ...(country ? [Prisma.sql`r.country = ${country}`] : []),
    ...(recipientAgency ? [Prisma.sql`r.agency_id = ${recipientAgency}`] : []),
    ...(ground ? [Prisma.sql`r.ground = ${ground}`] : []),
    ...(outcome ? [Prisma.sql`r.outcome = ${outcome}`] : []),
    ...(kept ? [kept.inTime ? IN_TIME[kept.clock] : Prisma.sql`NOT ${IN_TIME[kept.clock]}`] : []),
    ...(answered ? [Prisma.sql`${ANSWERED_AT[answered]} IS NOT NULL`] : []),
  ];
  const has = (all: Prisma.Sql[]) => Prisma.sql`p.referral_id IN (SELECT r.referral_id FROM recipient r
    WHERE ${Prisma.join([isVisibleRecipient(agencyId), ...all], ' AND ')})`;
  // No figure counts drills, and neither does the list behind it. `p.drill` would read each row of `party`.
  const isCounted = Prisma.sql`NOT r.drill`;
  return [
    ...(wanted.length > 0 ? [has([isCounted, ...wanted])] : []),
    ...(sentOn ? [has([isCounted])] : is(sentOn, has([]))),
  ];
}

/** Only referrals that wait for triage have a proposal. */
function ofProposal({ proposal, proposedCountry }: ListFilter): Prisma.Sql[] {
  const isClear = Prisma.sql`(p.proposal IS NOT DISTINCT FROM 'clear')`;
  return [
    ...(proposal ? [proposal === 'clear' ? isClear : Prisma.sql`NOT ${isClear}`] : []),
    ...(proposedCountry ? [Prisma.sql`p.proposed_countries @> ARRAY[${proposedCountry}]`] : []),
  ];
}

/** SQL condition for the recipients that an agency sees: sender and coordinator see all, a recipient only itself. */
export function isVisibleRecipient(agencyId: string): Prisma.Sql {
  return Prisma.sql`(r.sender_agency_id = ${agencyId} OR r.coordinator_agency_id = ${agencyId}
    OR r.agency_id = ${agencyId})`;
}

function is(wanted: boolean | undefined, condition: Prisma.Sql): Prisma.Sql[] {
  if (wanted === undefined) return [];
  return wanted ? [condition] : [Prisma.sql`(${condition}) IS NOT TRUE`];
}
