/** Compares everything derived with the journal, and the journal with Temporal. Changes nothing. */

import type { Client } from '@temporalio/client';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { neglectedLetters, unrecordedDeliveries } from '../../prisma/store/letter-queue.ts';
import { policyContradictions } from '../../prisma/store/policy-comparison.ts';
import { compareLog } from '../log/compare-log.ts';
import type { LogDifference } from '../log/log-difference.ts';
import { workAhead } from '../platform/work-ahead.ts';
import { statisticFaults } from './check-statistics.ts';
import { type CheckWork, workHere } from './check-work.ts';
import { compareWithRegister } from './compare-register.ts';
import { everyPage, type Progress, pagesOf } from './every-referral.ts';
import type { ExpectedWorkflow } from './examine.ts';
import { type Finding, finding, type Inconsistency } from './finding.ts';
import { withinLimits } from './rebuild-limits.ts';
import { foreignWorkflows, lastRemembered, listRuns, type Remembered, type Run } from './temporal-history.ts';
import { isRunning, ownSeq } from './workflow.ts';

/** What the recovery commands need. */
export interface RecoveryDeps {
  db: Database;
  temporal: Client;
  progress?: Progress;
  /** Keys of the audit log and its witnesses. Without them, signatures and witnesses are not checked. */
  logPolicy?: LogPolicy | undefined;
  /** The file of the erasure register. Without it, the register is not checked. */
  erasureRegister?: string | undefined;
  /** Threads that share the work of a check of everything. By default this thread does it. */
  work?: CheckWork;
}

/** Checks every referral and returns all inconsistencies. */
export async function check(deps: RecoveryDeps): Promise<Finding[]> {
  const { db, temporal, logPolicy, erasureRegister, work = workHere(db) } = deps;
  // At once: one part computes while another waits for the database, and no processor is idle while the last part ends.
  const [log, ofReferrals, statistics] = await Promise.all([
    compareLog(db, logPolicy, work),
    checkEveryReferral(deps, work),
    statisticFaults(db),
  ]);
  const findings = [...log.map(findingInLog), ...ofReferrals];
  for (const { referralId, fault, detail } of erasureRegister ? await compareWithRegister(db, erasureRegister) : []) {
    findings.push(finding(referralId, fault, detail));
  }
  for (const detail of await policyContradictions(db)) findings.push(finding('', 'policies-differ', detail));
  findings.push(...(await checkLetters(db)));
  for (const [fault, detail] of statistics) findings.push(finding('', fault, detail));
  for (const workflowId of await foreignWorkflows(temporal)) findings.push(finding(workflowId, 'workflow-foreign'));
  return withinLimits(findings);
}

/** Checks each referral that has a journal, a projection or a workflow. */
async function checkEveryReferral(deps: RecoveryDeps, work: CheckWork): Promise<Finding[]> {
  const { db, temporal, progress } = deps;
  const findings: Finding[] = [];
  const runs = Map.groupBy(await listRuns(temporal), ({ referralId }) => referralId);
  const checkPage = async (ids: string[]) => ({ ids, found: await checkReferrals(deps, work, ids, runs) });
  for await (const { ids, found } of workAhead(everyPage(db, progress), checkPage, work.ahead)) {
    findings.push(...found);
    for (const id of ids) runs.delete(id);
  }
  const left = [...runs.keys()];
  for (const ids of pagesOf(left)) {
    findings.push(...(await checkReferrals(deps, work, ids, runs)));
    progress?.(left.indexOf(ids.at(-1) ?? '') + 1, left.length);
  }
  return findings;
}

async function checkLetters(db: Database): Promise<Finding[]> {
  const findingsOf = (rows: { referralId: string; reference: string; count: number }[], fault: Inconsistency) =>
    rows.map(({ count, ...of }) => ({ ...finding(of.referralId, fault, `${count} letters`), ...of }));
  return [
    ...findingsOf(await neglectedLetters(db), 'letters-unsent'),
    ...findingsOf(await unrecordedDeliveries(db), 'delivery-unrecorded'),
  ];
}

/** As `check`, for these referrals only. */
export async function checkThese({ db, temporal, progress }: RecoveryDeps, ids: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  let done = 0;
  for (const page of pagesOf(ids)) {
    const runs = new Map<string, Run[]>();
    for (const id of page) runs.set(id, await listRuns(temporal, id));
    findings.push(...(await checkReferrals({ temporal }, workHere(db), page, runs)));
    done += page.length;
    progress?.(done, ids.length);
  }
  return findings;
}

/** Checks a page of referrals, which are read together. */
async function checkReferrals(
  { temporal }: Pick<RecoveryDeps, 'temporal'>,
  work: CheckWork,
  ids: readonly string[],
  runs: ReadonlyMap<string, readonly Run[]>,
): Promise<Finding[]> {
  // Acts go on meanwhile. Temporal is read first: what it has then, the journal must have later.
  const remembered = new Map<string, Remembered[]>();
  for (const id of ids) {
    const each: Remembered[] = [];
    for (const run of runs.get(id) ?? []) each.push(await lastRemembered(temporal, run));
    remembered.set(id, each);
  }
  const findings: Finding[] = [];
  const referrals = ids.map((id) => ({ id, remembered: remembered.get(id) ?? [] }));
  for (const { referralId: id, findings: found, workflow } of await work.examine(referrals)) {
    findings.push(...found);
    if (workflow === undefined) continue;
    findings.push(...(await checkWorkflow(temporal, workflow, runs.get(id) ?? [], remembered.get(id) ?? [])));
  }
  return findings;
}

async function checkWorkflow(
  temporal: Client,
  { referral, isOwed, overdue }: ExpectedWorkflow,
  runs: readonly Run[],
  remembered: readonly Remembered[],
): Promise<Finding[]> {
  const listed = runs.findIndex(({ isRunning }) => isRunning);
  if (listed < 0 && !isOwed) return [];
  // A workflow that has just started is not in the list yet.
  if (listed < 0 && !(await isRunning(temporal, referral.id))) return [finding(referral, 'no-workflow')];
  if ((remembered[listed]?.seq ?? 0) >= referral.seq && !overdue) return [];
  // An act may have come between, or is not in the history yet. The workflow itself has the latest state.
  const seq = await ownSeq(temporal, referral.id);
  if (seq === undefined) return [finding(referral, 'workflow-silent', overdue)];
  if (seq < referral.seq) return [finding(referral, 'workflow-behind', `${referral.seq - seq} entries`)];
  return overdue && seq === referral.seq ? [finding(referral, 'duty-overdue', overdue)] : [];
}

function findingInLog({ fault, referralId = '', reference = '', detail }: LogDifference): Finding {
  return { referralId, reference, fault, detail, remedy: 'investigate' };
}
