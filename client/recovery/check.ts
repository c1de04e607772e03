/** Compares everything derived with the journal, and the journal with Temporal. Changes nothing. */

import { setImmediate } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { type Duty, nextDuty } from '../../domain/duty.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import { type Comparison, compareStored } from '../../prisma/store/comparison.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { contradictionsIn, type LeafContradiction } from '../../prisma/store/leaf-comparison.ts';
import { neglectedLetters, unrecordedDeliveries } from '../../prisma/store/letter-queue.ts';
import { policyContradictions } from '../../prisma/store/policy-comparison.ts';
import { readAtOneMoment, type StoredReferral } from '../../prisma/store/stored-referrals.ts';
import { compareLog } from '../log/compare-log.ts';
import type { LogDifference } from '../log/log-difference.ts';
import { statisticFaults } from './check-statistics.ts';
import { compareWithRegister } from './compare-register.ts';
import { everyPage, type Progress, pagesOf, workOnPages } from './every-referral.ts';
import { type Finding, finding, type Inconsistency } from './finding.ts';
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
}

/** Checks every referral and returns all inconsistencies. */
export async function check(deps: RecoveryDeps): Promise<Finding[]> {
  const { db, temporal, progress, logPolicy, erasureRegister } = deps;
  const findings = (await compareLog(db, logPolicy)).map(findingInLog);
  for (const { referralId, fault, detail } of erasureRegister ? await compareWithRegister(db, erasureRegister) : []) {
    findings.push(finding(referralId, fault, detail));
  }
  for (const detail of await policyContradictions(db)) findings.push(finding('', 'policies-differ', detail));
  const runs = Map.groupBy(await listRuns(temporal), ({ referralId }) => referralId);
  const checkPage = (ids: string[]) => checkReferrals(db, temporal, ids, runs);
  await workOnPages(everyPage(db, progress), checkPage, (found, ids) => {
    findings.push(...found);
    for (const id of ids) runs.delete(id);
  });
  findings.push(...(await checkLetters(db)));
  for (const [fault, detail] of await statisticFaults(db)) findings.push(finding('', fault, detail));
  for (const workflowId of await foreignWorkflows(temporal)) findings.push(finding(workflowId, 'workflow-foreign'));
  const left = [...runs.keys()];
  for (const ids of pagesOf(left)) {
    findings.push(...(await checkReferrals(db, temporal, ids, runs)));
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
    findings.push(...(await checkReferrals(db, temporal, page, runs)));
    done += page.length;
    progress?.(done, ids.length);
  }
  return findings;
}

/** Checks a page of referrals, which are read together. */
async function checkReferrals(
  db: Database,
  temporal: Client,
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
  for (const [id, stored] of await readAtOneMoment(db, ids)) {
    const workflow = { runs: runs.get(id) ?? [], remembered: remembered.get(id) ?? [] };
    findings.push(...(await checkReferral(temporal, id, stored, workflow)));
    // A worker that checks also has other work.
    await setImmediate();
  }
  return findings;
}

interface KnownWorkflow {
  runs: readonly Run[];
  remembered: readonly Remembered[];
}

async function checkReferral(
  temporal: Client,
  referralId: string,
  stored: StoredReferral,
  { runs, remembered }: KnownWorkflow,
): Promise<Finding[]> {
  const comparison = compareStored(referralId, stored);
  const { referral, differs } = comparison;
  const contradictions = contradictionsIn(stored);
  const lost = journalFault(comparison, contradictions, remembered);
  const forged = contradictions
    .filter(({ fault }) => !lost || fault !== 'entry-deleted')
    .map(({ fault, detail }) => finding(referral ?? referralId, fault, detail));
  if (lost) return [finding(referral ?? referralId, ...lost), ...forged];
  if (referral === undefined) return differs.length > 0 ? [finding(referralId, 'projection-unfounded')] : [];
  // Nothing may be derived from a journal that contradicts the log.
  const derived =
    forged.length > 0
      ? forged
      : differs.length > 0
        ? [finding(referral, 'projection-differs', differs.join(', '))]
        : [];
  const clocks = clockFindings(referral, comparison.journal).findings;
  return [...derived, ...clocks, ...(await checkWorkflow(temporal, comparison.journal, referral, runs, remembered))];
}

/** Recomputes every clock of a journal. */
export function clockFindings(
  referral: Pick<Referral, 'id' | 'reference'>,
  journal: readonly JournalEntry[],
): { clocks: number; findings: Finding[] } {
  const { clocks, differing } = recomputeAll(journal);
  const findings = differing.map(({ clockId, recordedAt, recomputedAt }) =>
    finding(referral, 'clock-differs', `${clockId}: recorded ${recordedAt}, recomputed ${recomputedAt}`),
  );
  return { clocks, findings };
}

function journalFault(
  { journal, isWhole }: Comparison,
  contradictions: readonly LeafContradiction[],
  remembered: readonly Remembered[],
): [Inconsistency, string] | undefined {
  if (!isWhole) {
    const missing = contradictions.filter(({ fault }) => fault === 'entry-deleted').map(({ seq }) => seq);
    return ['journal-broken', `${journal.length} entries are left; missing: ${missing.join(', ') || 'the first ones'}`];
  }
  const last = Math.max(0, ...remembered.map(({ seq }) => seq));
  if (last > journal.length) return ['journal-behind', `${last - journal.length} entries`];
  const other = remembered.find(({ seq, entry }) => entry && isAnother(entry, journal[seq - 1]));
  return other && ['journal-contradicted', `entry ${other.seq}`];
}

function isAnother(one: JournalEntry, other: JournalEntry | undefined): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}

async function checkWorkflow(
  temporal: Client,
  journal: readonly JournalEntry[],
  referral: Referral,
  runs: readonly Run[],
  remembered: readonly Remembered[],
): Promise<Finding[]> {
  const listed = runs.findIndex(({ isRunning }) => isRunning);
  const isOwed = nextDuty(referral, new Date().toISOString()).type !== 'end';
  if (listed < 0 && !isOwed) return [];
  // A workflow that has just started is not in the list yet.
  if (listed < 0 && !(await isRunning(temporal, referral.id))) return [finding(referral, 'no-workflow')];
  const overdue = overdueDuty(referral, journal);
  if ((remembered[listed]?.seq ?? 0) >= referral.seq && !overdue) return [];
  // An act may have come between, or is not in the history yet. The workflow itself has the latest state.
  const seq = await ownSeq(temporal, referral.id);
  if (seq === undefined) return [finding(referral, 'workflow-silent', overdue)];
  if (seq < referral.seq) return [finding(referral, 'workflow-behind', `${referral.seq - seq} entries`)];
  return overdue && seq === referral.seq ? [finding(referral, 'duty-overdue', overdue)] : [];
}

const LATE_MS = 60_000;

/** The duty that the engine had a minute ago, if nothing has happened since. */
function overdueDuty(referral: Referral, journal: readonly JournalEntry[]): Duty['type'] | undefined {
  const aMinuteAgo = new Date(Date.now() - LATE_MS).toISOString();
  if ((journal.at(-1)?.at ?? aMinuteAgo) > aMinuteAgo) return undefined;
  const { type } = nextDuty(referral, aMinuteAgo);
  return type === 'wait' || type === 'end' ? undefined : type;
}

function findingInLog({ fault, referralId = '', reference = '', detail }: LogDifference): Finding {
  return { referralId, reference, fault, detail, remedy: 'investigate' };
}
