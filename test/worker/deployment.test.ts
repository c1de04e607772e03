/** Worker builds on the real server: open referrals continue on the next build. */

import { NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { startWorker } from '../../worker/create-worker.ts';
import { type Build, takeOver } from '../../worker/deployment.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { bundleThatPauses } from '../replay/changed-bundle.ts';
import { mailOptions } from '../support/addresses.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { realServer, workflowBundle } from '../support/temporal.ts';

const NAMESPACE = 'default';
const never = new AbortController().signal;

let liaise: TestEngine;
let address: string;
let connection: NativeConnection;

beforeAll(async () => {
  ({ address } = await realServer());
  liaise = await connectedEngine({ address, namespace: NAMESPACE });
  connection = await NativeConnection.connect({ address });
  atEnd(() => connection.close());
});

/** Starts a worker, without a build id or with the given one. The bundle may contain a changed loop. */
async function start(id?: string, bundle: WorkflowBundleOption = workflowBundle()) {
  const worker = await startWorker({
    config: {
      databaseUrl: liaise.databaseUrl,
      temporal: { address, namespace: NAMESPACE },
      publicUrl: 'https://liaise.example',
      taskQueues: ['referrals', 'letters'],
      mail: mailOptions(liaise.mail.smtpPort),
      ...(id && { build: build(id) }),
    },
    keyring: parseKeyring(JSON.stringify(liaise.keys)),
    policies: defaultPolicies,
    bundle,
  });
  atEnd(worker.stop);
  return worker;
}

const build = (id: string, takesOver: Build['takesOver'] = 'once'): Build => ({ id, takesOver });

/** Resolves with true when the build is current, and with false when it waits for its turn. */
function settled(each: Build): Promise<boolean> {
  return takeOver({ connection, namespace: NAMESPACE, build: each, signal: never });
}

/** The ids of the builds that processed the referral so far, in order. A build without an id is ''. */
async function processingBuilds(referralId: string): Promise<string[]> {
  const { events } = await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).fetchHistory();
  const tasks = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: task }) => (task ? [task] : []));
  const builds = tasks.map(({ deploymentVersion }) => deploymentVersion?.buildId ?? '');
  return builds.filter((each, index) => each !== builds[index - 1]);
}

/** Whether the history contains the patch marker that only build two records. */
async function isPatched(referralId: string): Promise<boolean> {
  const { events } = await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).fetchHistory();
  return (events ?? []).some(({ markerRecordedEventAttributes: marker }) => marker?.markerName === 'core_patch');
}

describe('an open referral', () => {
  test('continues on each build that takes over, and not on a replaced build or one without an id', async () => {
    const without = await start();
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);

    const one = await start('one');
    expect(await settled(build('one'))).toBe(true);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
    await without.stop();
    await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });

    await start('two', bundleThatPauses());
    expect(await settled(build('two'))).toBe(true);
    const report = { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest' } as const;
    await liaise.act('aino.alder', referralId, { ...report, final: false });
    await one.stop();
    await liaise.act('aino.alder', referralId, { ...report, final: true });

    await start('one');
    expect(await settled(build('one'))).toBe(false);
    expect(await settled(build('three', 'never'))).toBe(false);
    await expect(start()).rejects.toThrow(
      'LIAISE_BUILD_ID: is required, because builds have versions here (current: two).',
    );
    await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
    await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    expect(await processingBuilds(referralId)).toEqual(['', 'one', 'two']);

    const later = await submitted(liaise, anUrgentSubmission());
    expect([await isPatched(referralId), await isPatched(later)]).toEqual([false, true]);
  }, 120_000);
});
