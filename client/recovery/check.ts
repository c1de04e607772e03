/** Holds everything derived against the journal, and the journal against Temporal. Changes nothing. */

import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { nextDuty } from '../../domain/duty.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  compareWithJournal,
  countJournalled,
  journalledReferrals,
  unfoundedReferrals,
} from '../../prisma/store/rebuild.ts';
import { REFERRAL_WORKFLOW, stateQuery, workflowIdOf } from '../../workflows/messages.ts';

/** What is not as it should be with one referral, and the command that mends it. */
export interface Finding {
  referralId: string;
  reference: string;
  fault: /** An entry of the journal is missing. */
    | 'journal-broken'
    | 'projection-differs'
    | 'projection-unfounded'
    /** An open referral that nothing carries on. */
    | 'no-workflow'
    /** Temporal knows entries that the journal does not: a backup was restored. */
    | 'workflow-ahead'
    | 'workflow-behind'
    /** The workflow did not say where it stands: no worker answers. */
    | 'workflow-silent'
    | 'workflow-without-journal';
  detail: string;
  remedy: 'liaise rebuild' | 'liaise repair' | 'start a worker' | 'restore a backup that has the journal whole';
}

export interface RecoveryDeps {
  db: Database;
  temporal: Client;
  /** Called now and then with how many of how many are done. */
  progress?: (done: number, all: number) => void;
}

const PAGE = 200;

export async function check({ db, temporal, progress }: RecoveryDeps): Promise<Finding[]> {
  const findings: Finding[] = [];
  const running = await runningReferrals(temporal);
  const all = await countJournalled(db);
  let done = 0;
  for await (const page of pages(db)) {
    for (const referralId of page) {
      findings.push(...(await checkReferral(db, temporal, referralId, running.has(referralId))));
      running.delete(referralId);
    }
    done += page.length;
    progress?.(done, all);
  }
  for (const referralId of await unfoundedReferrals(db)) findings.push(finding(referralId, 'projection-unfounded'));
  for (const referralId of running) findings.push(finding(referralId, 'workflow-without-journal'));
  return findings;
}

/** Ids of all referrals in the journal, a page at a time. */
export async function* pages(db: Database): AsyncGenerator<string[]> {
  let after: string | undefined;
  while (true) {
    const page = await journalledReferrals(db, after, PAGE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1);
  }
}

/** Referrals whose workflow runs, as Temporal lists them: a moment old, so a fresh one is asked for by name. */
async function runningReferrals(temporal: Client): Promise<Set<string>> {
  const running = new Set<string>();
  const query = `WorkflowType = "${REFERRAL_WORKFLOW}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of temporal.workflow.list({ query })) {
    running.add(workflowId.slice(workflowId.indexOf('/') + 1));
  }
  return running;
}

async function checkReferral(
  db: Database,
  temporal: Client,
  referralId: string,
  isListed: boolean,
): Promise<Finding[]> {
  const { referral, differs } = await compareWithJournal(db, referralId);
  if (referral === undefined) return [finding(referralId, 'journal-broken')];
  const derived = differs.length > 0 ? [finding(referral, 'projection-differs', differs.join(', '))] : [];
  return [...derived, ...(await checkWorkflow(db, temporal, referral, isListed))];
}

async function checkWorkflow(
  db: Database,
  temporal: Client,
  referral: Referral,
  isListed: boolean,
): Promise<Finding[]> {
  const isOwed = nextDuty(referral, new Date().toISOString()).type !== 'end';
  if (!isListed && !isOwed) return [];
  if (!(isListed || (await isRunning(temporal, referral.id)))) return [finding(referral, 'no-workflow')];
  const seq = await seqOf(temporal, referral.id);
  if (seq === undefined) return [finding(referral, 'workflow-silent')];
  // Acts go on while this is asked: only what the journal lacks now, or had before, is a fault.
  const written = await lastSeq(db, referral.id);
  if (seq > written) return [finding(referral, 'workflow-ahead', `${seq - written} entries`)];
  if (seq < referral.seq) return [finding(referral, 'workflow-behind', `${referral.seq - seq} entries`)];
  return [];
}

export async function isRunning(temporal: Client, referralId: string): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

const ANSWERS_WITHIN_MS = 5_000;

/** The last entry that the workflow knows; undefined when it does not answer. */
export async function seqOf(temporal: Client, referralId: string): Promise<number | undefined> {
  const handle = temporal.workflow.getHandle(workflowIdOf(referralId));
  try {
    const known = await temporal.connection.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () =>
      handle.query(stateQuery),
    );
    return known?.seq ?? 0;
  } catch {
    return undefined;
  }
}

async function lastSeq(db: Database, referralId: string): Promise<number> {
  const { _max } = await db.journal.aggregate({ where: { referralId }, _max: { seq: true } });
  return _max.seq ?? 0;
}

const REMEDIES: Record<Finding['fault'], Finding['remedy']> = {
  'journal-broken': 'restore a backup that has the journal whole',
  'projection-differs': 'liaise rebuild',
  'projection-unfounded': 'liaise repair',
  'no-workflow': 'liaise repair',
  'workflow-ahead': 'liaise repair',
  'workflow-behind': 'liaise repair',
  'workflow-silent': 'start a worker',
  'workflow-without-journal': 'liaise repair',
};

function finding(of: Referral | string, fault: Finding['fault'], detail = ''): Finding {
  const [referralId, reference] = typeof of === 'string' ? [of, ''] : [of.id, of.reference];
  return { referralId, reference, fault, detail, remedy: REMEDIES[fault] };
}
