/** Somebody sends copied or unreadable requests to a workflow of the directory: all are refused, and it continues. */

import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sendToDirectory } from '../../client/engine/change-directory.ts';
import { type RawTemporal, rawTemporal } from '../../dev/forged-requests.ts';
import type { DirectoryRequest } from '../../domain/administration/directory-edit.ts';
import { directoryUpdate, directoryWorkflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { refusalCodeOf } from '../support/engine.ts';
import { realServer } from '../support/temporal.ts';
import { alarmsOfForgeries, leavesOfForgeries, type WatchedEngine, watchedEngine } from '../worker/watched-engine.ts';

let liaise: WatchedEngine;
let attacker: RawTemporal;
let alarms: number;
let leaves: number;
/** A workflow that waits for its request. */
let requestId: string;
let workflowId: string;

beforeAll(async () => {
  const server = await realServer();
  liaise = await watchedEngine(server);
  const connection = await Connection.connect(server);
  atEnd(() => connection.close());
  attacker = rawTemporal(connection);
});

beforeEach(async () => {
  alarms = await alarmsOfForgeries(liaise);
  leaves = await leavesOfForgeries(liaise);
  requestId = randomUUID();
  workflowId = directoryWorkflowIdOf(requestId);
  await liaise.temporal.workflow.start('directory', { workflowId, taskQueue: 'referrals', args: [] });
});

const POLL = { timeout: 20_000, interval: 50 };

/** A request that the rules refuse: the proposal does not exist. */
const requestOf = async (id: string): Promise<DirectoryRequest> => ({
  requestId: id,
  by: await liaise.person('dora.rowan'),
  task: { type: 'confirm', proposalId: randomUUID() },
});

async function sealedFor(id: string, value: unknown): Promise<Payload[]> {
  const { payloadConverter, payloadCodecs } = liaise.temporal.options.loadedDataConverter;
  const payloads = [payloadConverter.toPayload(value)];
  const place = { type: 'workflow', namespace: 'default', workflowId: id } as const;
  return payloadCodecs[0]?.encode(payloads, place) ?? payloads;
}

const send = (payloads: Payload[]) =>
  attacker.update(workflowId, { name: directoryUpdate.name ?? '', updateId: requestId, payloads });

/** Nothing is in the history, and the workflow still answers its own request. */
async function expectUnchanged(): Promise<void> {
  expect((await attacker.historyOf(workflowId)).updates).toEqual([]);
  const answer = sendToDirectory(liaise.temporal, await requestOf(requestId));
  expect(await refusalCodeOf(answer)).toBe('UNKNOWN_PROPOSAL');
}

async function expectOneAlarm(): Promise<void> {
  await expect.poll(() => leavesOfForgeries(liaise), POLL).toBe(leaves + 1);
  expect(await alarmsOfForgeries(liaise)).toBe(alarms + 1);
}

test('a request that was encrypted for another workflow is refused with one alarm', async () => {
  const other = randomUUID();
  expect(await send(await sealedFor(directoryWorkflowIdOf(other), await requestOf(other)))).toBe('FORGED_ACT');
  await expectOneAlarm();
  await expectUnchanged();
});

test('a request that names another workflow is refused with one alarm', async () => {
  expect(await send(await sealedFor(workflowId, await requestOf(randomUUID())))).toBe('FORGED_ACT');
  await expectOneAlarm();
  await expectUnchanged();
});

test('a request under an unknown key is refused as unavailable, and the workflow continues', async () => {
  const [payload] = await sealedFor(workflowId, await requestOf(requestId));
  const unknown = { ...payload, metadata: { ...payload?.metadata, 'key-id': Buffer.from('unknown') } };
  expect(await send([unknown])).toBe('ENGINE_UNAVAILABLE');
  await expectUnchanged();
  expect(await alarmsOfForgeries(liaise)).toBe(alarms);
});
