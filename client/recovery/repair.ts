/** Makes whole what `check` finds wanting between journal and Temporal. Each step may be taken again without harm. */

import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { fold } from '../../domain/apply.ts';
import { leafOf } from '../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { dropUnfounded, rebuildReferral } from '../../prisma/store/rebuild.ts';
import { write } from '../../prisma/store/write.ts';
import { REFERRAL_WORKFLOW, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import type { referral } from '../../workflows/referral.ts';
import { check, type Finding, isRunning, type RecoveryDeps, seqOf } from './check.ts';
import { entriesInHistory } from './salvage.ts';

export interface Repair {
  finding: Finding;
  /** What was done; or, where a person must decide, what it is about. */
  done: 'workflow-started' | 'workflow-restarted' | 'entries-restored' | 'projection-dropped' | 'left-to-a-person';
  detail: string;
}

/**
 * Starts what should run, restores from Temporal what a restored backup lacks, and names the rest.
 * Clocks keep their due instants: they are events, not timers.
 */
export async function repair(deps: RecoveryDeps): Promise<Repair[]> {
  const repairs: Repair[] = [];
  for (const finding of await check(deps)) {
    const made = await mend(deps, finding);
    if (made) repairs.push({ finding, ...made });
  }
  return repairs;
}

type Mended = Omit<Repair, 'finding'> | undefined;

async function mend({ db, temporal }: RecoveryDeps, finding: Finding): Promise<Mended> {
  const { referralId, fault } = finding;
  switch (fault) {
    case 'no-workflow':
      await start(temporal, referralId);
      return { done: 'workflow-started', detail: 'goes on from its journal' };
    case 'workflow-behind':
      await restart(temporal, referralId);
      return { done: 'workflow-restarted', detail: 'goes on from its journal' };
    case 'workflow-ahead':
    case 'workflow-without-journal':
      return restoreEntries(db, temporal, referralId);
    case 'projection-unfounded':
      await dropUnfounded(db, referralId);
      return { done: 'projection-dropped', detail: 'no journal stands behind it' };
    case 'journal-broken':
      return { done: 'left-to-a-person', detail: 'an entry is missing: restore a backup that has it' };
    case 'projection-differs':
    case 'workflow-silent':
      return undefined;
  }
}

/** A workflow of a referral that exists: it reads the journal first. */
export async function start(temporal: Client, referralId: string): Promise<void> {
  try {
    await temporal.workflow.start<typeof referral>(REFERRAL_WORKFLOW, {
      workflowId: workflowIdOf(referralId),
      taskQueue: TASK_QUEUES.referrals,
      args: [{ from: 'journal', referralId }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** In place of one that knows less, or other things, than the journal. */
async function restart(temporal: Client, referralId: string): Promise<void> {
  if (await isRunning(temporal, referralId)) {
    await temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('goes on from its journal');
  }
  await start(temporal, referralId);
}

/** What was recorded and lost with the database stands in the workflow's history: it is recorded again. */
async function restoreEntries(db: Database, temporal: Client, referralId: string): Promise<Mended> {
  const kept = await readJournal(db, referralId);
  const remembered = await entriesInHistory(temporal, referralId);
  const missing = remembered.filter(({ seq }) => seq > kept.length);
  const agrees = kept.every((entry) =>
    isSame(
      entry,
      remembered.find(({ seq }) => seq === entry.seq),
    ),
  );
  const isWhole = missing.every(({ seq }, index) => seq === kept.length + index + 1);
  if (missing.length === 0 || !agrees || !isWhole) {
    const known = await seqOf(temporal, referralId);
    const detail = `the journal has ${kept.length} entries, the workflow knows ${known ?? 'an unknown number'}: ${
      agrees ? 'its history no longer holds those between' : 'they tell different stories'
    }`;
    return { done: 'left-to-a-person', detail };
  }
  const after = fold(referralId, [...kept, ...missing]);
  const at = missing.at(-1)?.at;
  if (after === undefined || at === undefined) return undefined;
  const leaves = missing.map((entry) => leafOf(referralId, entry));
  await write(db, { entries: missing, leaves, letters: missing, before: undefined, after, at });
  await rebuildReferral(db, referralId);
  return { done: 'entries-restored', detail: `${missing.length} entries from Temporal; words of theirs may be lost` };
}

/** A history may begin later than the journal: what it does not hold is no contradiction. */
function isSame(entry: JournalEntry, other: JournalEntry | undefined): boolean {
  return other === undefined || (other.actId === entry.actId && other.event.type === entry.event.type);
}
