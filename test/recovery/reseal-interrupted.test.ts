/** `liaise keys rotate` is killed at every call to PostgreSQL and Temporal: the next run completes it, and nothing is lost. */

import { Client, type ScheduleOptions } from '@temporalio/client';
import { beforeAll, expect, test, vi } from 'vitest';
import { dataConverter } from '../../client/platform/connect.ts';
import { openReader } from '../../client/queries/read.ts';
import { reseal } from '../../client/recovery/reseal.ts';
import { hasUnplacedInput } from '../../client/recovery/temporal-history.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { isPlacedOnly } from '../../prisma/store/sealing-state.ts';
import { makeSecret, signingSecrets } from '../../prisma/store/webhooks.ts';
import { maintainSchedules } from '../../worker/maintenance.ts';
import { REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';
import { acceptUnplaced, sealAsBefore, unplacedCodec } from '../support/earlier-sealing.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { type Interruption, interruptedAt } from '../support/interrupted-at.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';

const old = newKeyFile('2026-10');
const fresh = newKeyFile('2026-11');
const rotated: KeyFile = { current: '2026-11', keys: { ...old.keys, ...fresh.keys }, digest: old.digest };
const before: KeyFile = { ...rotated, current: '2026-10' };
const ring = parseKeyring(JSON.stringify(rotated));
const ringBefore = parseKeyring(JSON.stringify(before));
const withoutOld = parseKeyring(JSON.stringify({ ...fresh, digest: old.digest }));

const SCHEDULES = ['upkeep/forgetPassing', 'upkeep/reviewRetention'];
const WEBHOOK = { id: crypto.randomUUID(), agencyId: 'fi-alder', url: 'https://hooks.agency.example/', kinds: [] };
const POLL = { timeout: 20_000, interval: 50 };

let liaise: TestEngine;
let referralId: string;
/** As a process of the previous version. */
let earlier: Client;

beforeAll(async () => {
  const { address } = await realServer();
  const place = { address, namespace: 'default' };
  liaise = await connectedEngine(place, before);
  await acceptUnplaced(liaise);
  await workerFor({ ...liaise, keys: rotated }, place);
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.db.webhook.create({ data: WEBHOOK });
  const { connection } = liaise.temporal;
  const converter = { ...dataConverter({ keyring: ringBefore }), payloadCodecs: [unplacedCodec(ringBefore)] };
  earlier = new Client({ connection, namespace: 'default', dataConverter: converter });
});

/** Everything is sealed as by the previous version, under the old key. */
async function prepare(): Promise<void> {
  await acceptUnplaced(liaise);
  await sealAsBefore(liaise.db, ringBefore, referralId);
  await liaise.db.dataKey.updateMany({ where: { referralId }, data: { keyId: '2026-10' } });
  await liaise.db.webhookSecret.deleteMany();
  await makeSecret(liaise.db, ringBefore, WEBHOOK);
  const workflowId = workflowIdOf(referralId);
  await earlier.workflow.start(REFERRAL_WORKFLOW, {
    ...{ workflowId, taskQueue: 'referrals', args: [{ from: 'journal', referralId }] },
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
  for (const scheduleId of SCHEDULES) {
    await earlier.schedule
      .getHandle(scheduleId)
      .delete()
      .catch(() => {});
    await earlier.schedule.create(scheduleOf(scheduleId));
  }
  await vi.waitFor(async () => {
    const listed = [];
    for await (const each of earlier.schedule.list()) listed.push(each.scheduleId);
    expect(listed.toSorted()).toEqual(SCHEDULES);
    const running = [];
    const query = `WorkflowId = "${workflowId}" AND ExecutionStatus = "Running"`;
    for await (const { runId } of earlier.workflow.list({ query })) running.push(runId);
    expect(running).toEqual([(await earlier.workflow.getHandle(workflowId).describe()).runId]);
  }, POLL);
}

function scheduleOf(scheduleId: string): ScheduleOptions {
  return {
    ...{ scheduleId, spec: { calendars: [{ hour: 3, minute: 20 }] } },
    action: { type: 'startWorkflow', workflowType: 'upkeep', taskQueue: 'referrals', workflowId: scheduleId, args: [] },
  };
}

function run(interruption: Interruption) {
  const { db, temporal } = liaise;
  return reseal({
    ...{ db: interruptedAt(db, interruption), temporal: interruptedAt(temporal, interruption) },
    keyring: ring,
  });
}

async function missingSchedules(): Promise<string[]> {
  const missing = await Promise.all(
    SCHEDULES.map((id) =>
      liaise.temporal.schedule
        .getHandle(id)
        .describe()
        .then(
          () => [],
          () => [id],
        ),
    ),
  );
  return missing.flat();
}

/** All is re-sealed under the new key, and the referral, its text and the webhook are as before. */
async function expectComplete(at: string): Promise<void> {
  const { db, temporal, pages } = liaise;
  expect(await isPlacedOnly(db), at).toBe(true);
  expect(await db.particulars.count({ where: { sealVersion: 1 } }), at).toBe(0);
  expect(await db.dataKey.count({ where: { keyId: { not: '2026-11' } } }), at).toBe(0);
  expect(await signingSecrets(db, withoutOld, WEBHOOK.id), at).toHaveLength(1);
  const { runId, status } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
  expect(status.name, at).toBe('RUNNING');
  expect(await hasUnplacedInput(temporal, ring, workflowIdOf(referralId), runId), at).toBe(false);
  await liaise.waitUntil(referralId, ({ seq }) => seq > 0);
  const reader = openReader({ db: pages, keyring: withoutOld });
  const { said } = await reader.particulars(await liaise.person('noor.rowan'), referralId, 'To see it whole.');
  expect(JSON.stringify(said), at).toContain(SECRET);
}

test('the next run completes what was interrupted at any call', async () => {
  await prepare();
  const undisturbed = { calls: 0, at: 0 };
  expect(await run(undisturbed)).toMatchObject({ secrets: 1, workflows: 1, damaged: [] });
  await expectComplete('undisturbed');
  expect(await missingSchedules()).toEqual([]);
  expect(undisturbed.calls).toBeGreaterThan(20);

  const lost = new Set<string>();
  for (let at = 1; at <= undisturbed.calls; at += 1) {
    await prepare();
    await expect(run({ calls: 0, at }), `call ${at}`).rejects.toThrow('killed');
    expect(await isPlacedOnly(liaise.db), `call ${at}`).toBe(false);
    const again = await run({ calls: 0, at: 0 });
    expect(again.damaged, `call ${at}`).toEqual([]);
    await expectComplete(`call ${at}`);
    for (const id of await missingSchedules()) lost.add(id);
  }
  // Only between the deletion of a schedule and its creation. The workers create it again.
  expect(lost.size).toBeLessThanOrEqual(SCHEDULES.length);
  const stopping = new AbortController();
  const maintained = maintainSchedules(liaise.temporal, stopping.signal);
  await vi.waitFor(async () => expect(await missingSchedules()).toEqual([]), POLL);
  stopping.abort();
  await maintained;
});
