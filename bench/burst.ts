/** Measures how long it takes until many clocks that expire in one second have expired, among many that do not. */

import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { start } from '../client/recovery/workflow.ts';
import { urlAs } from '../dev/postgres.ts';
import { fold } from '../domain/apply.ts';
import type { Database } from '../prisma/store/connect.ts';
import { Case } from '../test/support/case.ts';
import { CAST, officerAt } from '../test/support/factories.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import type { Extent } from './extent.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type Copy, copyReferrals } from './load/copy-referrals.ts';
import { patternOf } from './load/row-template.ts';
import { withoutLetters } from './load/simulated-referrals.ts';
import type { Measurement } from './measurements.ts';

const AT_ONCE = 50;
/** The time to load the referrals that expire and to start their workflows, in milliseconds for each. */
const PREPARATION_MS = 100;
const LONGEST_MS = 20 * 60_000;
const REPORT_MS = 5_000;

// Target: 1,000 clocks that expire in one second, among 200,000 of 50,000 referrals, within 90 s. None is lost or doubled.
export async function measureBurst(
  { burst: { open, expiring } }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const installation = await openInstallation(progress);
  const { db } = installation.players;
  const waiting = open - expiring;
  progress(`loading ${waiting} open referrals with ${waiting * 4} running clocks`);
  // Their next warning is hours away.
  await loadAndStart(installation, waiting, aReferral(1), (at) => Date.now() - at);
  await whenStarted(installation.temporal, progress);
  progress(`loading ${expiring} referrals with a clock that expires in the same second`);
  const soon = aReferral(71.5);
  const dueAt = Date.now() + 20_000 + expiring * PREPARATION_MS;
  const ids = await loadAndStart(installation, expiring, soon, (_, due) => dueAt - due);
  const prepared = Date.now();
  if (prepared > dueAt) progress(`the preparation took ${Math.round((prepared - dueAt) / 1000)} s too long`);
  const began = Math.max(prepared, dueAt);
  progress('waiting for the second');
  await setTimeout(Math.max(0, dueAt - prepared));
  const seconds = (await whenExpired(db, ids, began, progress)) / 1000;
  // A doubled clock would follow.
  await setTimeout(5_000);
  const [wrong, early] = [await countWrong(db, ids), await countOthers(db, ids)];
  await installation.stop();
  const what = `${expiring.toLocaleString('en')} clocks in one second among ${(open * 4).toLocaleString('en')}`;
  return [
    { of: 'liaise', name: `burst-${open * 4}`, label: `${what}: until all have expired, s`, value: seconds },
    { of: 'liaise', name: `burst-wrong-${open * 4}`, label: `${what}: lost or doubled`, value: wrong },
    { of: 'liaise', name: `burst-early-${open * 4}`, label: `${what}: other referrals that expired`, value: early },
  ];
}

interface Prepared {
  pattern: Copy['pattern'];
  /** The last entry, and the first due instant, in milliseconds. */
  lastAt: number;
  dueAt: number;
}

/** Four running clocks, one of which is due first: an acknowledgement in three working days. `hours` have passed. */
function aReferral(hours: number): Prepared {
  const it = new Case({ transferBasis: 'adequacy' });
  it.settle();
  const triage = { type: 'complete-triage', urgency: 'standard', capability: 'investigation' } as const;
  it.act({ ...triage, urgencyGrounds: [], countries: ['FI', 'NL', 'SE', 'NO'], wanted: [] }, CAST.coordinator);
  it.settle();
  for (const [recipientId, point] of it.referral.recipients
    .slice(1)
    .map(({ id, contactPointId }) => [id, contactPointId] as const)) {
    it.act({ type: 'accept', recipientId }, officerAt(point));
    it.settle();
  }
  it.pass(hours);
  const journal = withoutLetters(it.journal);
  const referral = fold('referral-1', journal);
  const running = referral?.clocks.filter(({ state }) => state.status === 'running') ?? [];
  if (referral === undefined || running.length !== 4) throw new Error(`${running.length} clocks run.`);
  return {
    pattern: patternOf({ referral, journal }),
    lastAt: Date.parse(it.now),
    dueAt: Math.min(...running.map(({ dueAt }) => Date.parse(dueAt))),
  };
}

/** `later` is by how much the instants of the pattern are moved. Returns the ids of the referrals. */
async function loadAndStart(
  { environment, temporal }: Installation,
  count: number,
  { pattern, lastAt, dueAt }: Prepared,
  later: (lastAt: number, dueAt: number) => number,
): Promise<string[]> {
  const copies = Array.from({ length: count }, () => ({
    ...{ id: crypto.randomUUID(), pattern, later: Math.floor(later(lastAt, dueAt)) },
  }));
  await copyReferrals(urlAs(environment['LIAISE_DATABASE_URL'] ?? '', 'liaise'), copies);
  const left = copies.map(({ id }) => id);
  const hand = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await start(temporal, id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return copies.map(({ id }) => id);
}

/** Waits until the worker has carried out the first task of each workflow, which sets its timers. */
async function whenStarted({ workflowService, options }: Client, progress: (line: string) => void): Promise<void> {
  const { namespace } = options;
  const taskQueue = { name: TASK_QUEUES.referrals };
  for (;;) {
    const { stats } = await workflowService.describeTaskQueue({ namespace, taskQueue, reportStats: true });
    const left = Number(stats?.approximateBacklogCount ?? 0);
    if (left === 0) return;
    progress(`${left} workflows have not begun`);
    await setTimeout(REPORT_MS);
  }
}

/** Milliseconds from `began` until each referral has an expired clock. */
async function whenExpired(
  db: Database,
  ids: readonly string[],
  began: number,
  progress: (line: string) => void,
): Promise<number> {
  for (let reported = 0; ; ) {
    const waited = Date.now() - began;
    const expired = await db.referral.count({
      where: { id: { in: [...ids] }, clocks: { some: { status: 'expired' } } },
    });
    if (expired === ids.length || waited > LONGEST_MS) return waited;
    if (waited > reported + REPORT_MS) {
      progress(`${expired} of ${ids.length} have expired`);
      reported = waited;
    }
    await setTimeout(250);
  }
}

/** Referrals whose first clock did not expire exactly once. */
async function countWrong(db: Database, ids: readonly string[]): Promise<number> {
  const rows = await db.$queryRaw<{ right: number }[]>`
    SELECT count(*)::int AS right FROM (
      SELECT referral_id FROM journal WHERE referral_id = ANY(${[...ids]}::uuid[]) AND type = 'clock-expired'
      GROUP BY referral_id HAVING count(*) = 1
    ) AS once`;
  return ids.length - (rows[0]?.right ?? 0);
}

/** Other referrals of which a clock expired. None is due yet. */
async function countOthers(db: Database, ids: readonly string[]): Promise<number> {
  const rows = await db.$queryRaw<{ others: number }[]>`
    SELECT count(DISTINCT referral_id)::int AS others FROM journal
    WHERE type = 'clock-expired' AND referral_id <> ALL(${[...ids]}::uuid[])`;
  return rows[0]?.others ?? 0;
}
