/** Binds all data to its place: re-seals keys and texts, and restarts workflows of the previous version from the journal. */

import type { Client } from '@temporalio/client';
import type { Keyring } from '../../domain/keyring.ts';
import { resealProposals, staleProposals } from '../../prisma/store/proposals.ts';
import { countToReseal, type ResealedBatch, resealKeys, resealTexts } from '../../prisma/store/reseal.ts';
import { isPlacedOnly, refuseUnplaced } from '../../prisma/store/sealing-state.ts';
import { countStaleSecrets, resealSecrets } from '../../prisma/store/webhooks.ts';
import { REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';
import { refuseMissingKeys } from '../platform/keys-in-use.ts';
import type { RecoveryDeps } from './check.ts';
import { hasUnplacedInput, listRuns } from './temporal-history.ts';
import { restart } from './workflow.ts';

/** What was re-sealed. A repeated call continues after an interruption. */
export interface Resealed {
  /** The current key, under which all keys of referrals are now sealed. */
  keyId: string;
  keys: number;
  texts: number;
  /** Proposals of administrators. They wait for a decision, so a later key must open them. */
  proposals: number;
  /** Secrets of webhooks. */
  secrets: number;
  /** Workflows that were restarted from the journal. */
  workflows: number;
  /** Ids of referrals and texts that do not open: they were changed, or copied from another place. */
  damaged: string[];
}

type Deps = RecoveryDeps & { keyring: Keyring };

/**
 * Re-seals everything. Afterwards data of the previous version cannot be opened.
 *
 * @throws ConfigFault if the key ring lacks a key that is in use.
 */
export async function reseal(deps: Deps): Promise<Resealed> {
  const { db, temporal, keyring, progress = () => {} } = deps;
  await refuseMissingKeys(db, keyring, 'cli');
  const beside = (await staleProposals(db, keyring)).length + (await countStaleSecrets(db, keyring));
  const all = (await countToReseal(db, keyring)) + beside;
  let done = 0;
  const counted = (batch: ResealedBatch) => {
    done += batch.done;
    progress(done, Math.max(all, done));
  };
  const keys = await everyBatch((after) => resealKeys(db, keyring, after), counted);
  const texts = await everyBatch((after) => resealTexts(db, keyring, after), counted);
  const proposals = await resealProposals(db, keyring);
  if (proposals.done > 0) counted({ ...proposals, after: undefined });
  const secrets = await resealSecrets(db, keyring);
  if (secrets.done > 0) counted({ ...secrets, after: undefined });
  const damaged = [...keys.damaged, ...texts.damaged, ...proposals.damaged, ...secrets.damaged];
  const counts = { keys: keys.done, texts: texts.done, proposals: proposals.done, secrets: secrets.done };
  const resealed = { keyId: keyring.currentKeyId, ...counts, damaged };
  if (await isPlacedOnly(db)) return { ...resealed, workflows: 0 };
  const workflows = await restartReferrals(deps);
  await renewSchedules(temporal, keyring);
  await refuseUnplaced(db);
  return { ...resealed, workflows };
}

async function everyBatch(
  next: (after: string | undefined) => Promise<ResealedBatch>,
  counted: (batch: ResealedBatch) => void,
): Promise<Omit<ResealedBatch, 'after'>> {
  const total: Omit<ResealedBatch, 'after'> = { done: 0, damaged: [] };
  for (let after: string | undefined; ; ) {
    const batch = await next(after);
    if (batch.after === undefined) return total;
    after = batch.after;
    total.done += batch.done;
    total.damaged.push(...batch.damaged);
    counted(batch);
  }
}

/** A history cannot be re-sealed. The journal has everything, so the workflow begins a new history. */
async function restartReferrals({ temporal, keyring, progress }: Deps): Promise<number> {
  let restarted = 0;
  const running = (await listRuns(temporal)).filter(({ isRunning }) => isRunning);
  for (const [index, run] of running.entries()) {
    if (await hasUnplacedInput(temporal, keyring, workflowIdOf(run.referralId), run.runId)) {
      await restart(temporal, run.referralId);
      restarted += 1;
    }
    progress?.(index + 1, running.length);
  }
  return restarted;
}

/**
 * A schedule keeps the result of its last run, which the next run gets. A new schedule has none. If this is interrupted in
 * between, the workers create the schedule within the hour.
 */
async function renewSchedules(temporal: Client, keyring: Keyring): Promise<void> {
  const query = `WorkflowType != "${REFERRAL_WORKFLOW}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId, runId } of temporal.workflow.list({ query })) {
    if (await hasUnplacedInput(temporal, keyring, workflowId, runId)) {
      await temporal.workflow.getHandle(workflowId, runId).terminate('its schedule is renewed');
    }
  }
  for await (const { scheduleId } of temporal.schedule.list()) {
    if (!scheduleId.startsWith('upkeep/')) continue;
    const handle = temporal.schedule.getHandle(scheduleId);
    const { spec, action, policies, state } = await handle.describe();
    await handle.delete();
    await temporal.schedule.create({ scheduleId, spec, action, policies, state });
  }
}
