/** The protocol of a key service: keys are bound to places, cached for a minute, and refused to other processes. */

import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askSocket } from '../../../client/platform/line-socket.ts';
import { connectKeyService, serveKeyService } from '../../../client/platform/remote-keys.ts';
import { newKeyFile } from '../../../domain/keyring.ts';
import type { ProcessName } from '../../../domain/keys/process-keys.ts';
import type { Place } from '../../../domain/keys/sealing.ts';
import { testFolder } from '../../support/folder.ts';
import { runCommand } from '../cli/run-command.ts';

const file = newKeyFile('kms-1');
const key = new Uint8Array(32).fill(5);
const HERE: Place = ['data-key', 'referral-1', 'kms-1'];

let socket: string;
let server: Server | undefined;
let now: number;

const service = (mostCached?: number) =>
  connectKeyService(socket, { now: () => now, ...(mostCached !== undefined && { mostCached }) });

async function serve(process?: ProcessName, keys = file): Promise<void> {
  server = await serveKeyService(JSON.stringify(keys), socket, process);
}

async function stop(): Promise<void> {
  if (server === undefined) return;
  server.close();
  await once(server, 'close');
  server = undefined;
}

beforeEach(async () => {
  socket = join(await testFolder(), 'keys.sock');
  now = 0;
});
afterEach(stop);

test('a key is wrapped and unwrapped for its place only', async () => {
  await serve();
  const keys = service();
  await keys.connect();
  const wrapped = await keys.wrap(keys.currentKeyId, key, HERE);
  expect(await keys.unwrap('kms-1', wrapped, HERE)).toEqual(key);
  await expect(keys.unwrap('kms-1', wrapped, ['data-key', 'referral-2', 'kms-1'])).rejects.toThrow(
    'belongs to another place',
  );
  await expect(keys.unwrap('kms-1', key, HERE)).rejects.toThrow('it was changed');
  await expect(keys.unwrap('kms-2', wrapped, HERE)).rejects.toThrow('does not have this key');
});

test('an unwrapped key is used for a minute without the service, and no longer', async () => {
  await serve();
  const keys = service();
  const wrapped = await keys.wrap('kms-1', key, HERE);
  await keys.unwrap('kms-1', wrapped, HERE);
  await stop();
  now = 59_999;
  expect(await keys.unwrap('kms-1', wrapped, HERE)).toEqual(key);
  now = 60_000;
  await expect(keys.unwrap('kms-1', wrapped, HERE)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
});

test('only so many unwrapped keys stay in memory: the oldest is forgotten', async () => {
  await serve();
  const keys = service(2);
  const places = [1, 2, 3].map((n): Place => ['data-key', `referral-${n}`, 'kms-1']);
  const wrapped = await Promise.all(places.map((place) => keys.wrap('kms-1', key, place)));
  for (const [n, place] of places.entries()) await keys.unwrap('kms-1', wrapped[n] ?? key, place);
  await stop();
  const [first = HERE, second = HERE] = places;
  expect(await keys.unwrap('kms-1', wrapped[1] ?? key, second)).toEqual(key);
  await expect(keys.unwrap('kms-1', wrapped[0] ?? key, first)).rejects.toThrow('does not answer');
});

test('an unavailable service is named, and can be used later', async () => {
  const keys = service();
  const message = `The key service at ${socket} does not answer. Nothing was changed. Send the request again later.`;
  await expect(keys.connect()).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE', message });
  await serve();
  await keys.connect();
  expect(keys.currentKeyId).toBe('kms-1');
});

test('a key that was added to the service since the start is known', async () => {
  await serve();
  const keys = service();
  await keys.connect();
  await stop();
  const fresh = newKeyFile('kms-2');
  await serve(undefined, { ...file, current: 'kms-2', keys: { ...file.keys, ...fresh.keys } });
  expect([await keys.has('kms-1'), await keys.has('kms-2'), await keys.has('kms-3')]).toEqual([true, true, false]);
  expect(keys.currentKeyId).toBe('kms-2');
});

describe('a service for workers', () => {
  test('unwraps their own keys, and no key of a referral', async () => {
    await serve();
    const [ofReferral, ofPayloads, ofSessions] = await Promise.all(
      ([HERE, ['process-key', 'payload', 'k1'], ['process-key', 'session', 'k1']] as const).map(async (place) => ({
        place,
        wrapped: await service().wrap('kms-1', key, place),
      })),
    );
    await stop();
    await serve('worker');
    const unwrap = (sealed?: { place: Place; wrapped: Uint8Array }) =>
      service().unwrap('kms-1', sealed?.wrapped ?? key, sealed?.place ?? HERE);
    expect(await unwrap(ofPayloads)).toEqual(key);
    for (const refused of [ofReferral, ofSessions]) await expect(unwrap(refused)).rejects.toThrow('does not permit');
  });
});

test('a request that is no request, or wraps more than a key, is refused', async () => {
  await serve();
  const long = Buffer.alloc(33).toString('base64');
  const questions = [{}, { do: 'export' }, { do: 'wrap', keyId: 'kms-1', key: long, place: HERE }];
  for (const question of questions) {
    expect(await askSocket(socket, question, 1_000)).toEqual({ error: 'unknown-request' });
  }
});

describe('keys split', () => {
  test('writes a file for each process, for its owner alone', async () => {
    const folder = await testFolder();
    const path = join(folder, 'keys.json');
    await writeFile(path, JSON.stringify(file));
    const { status, out } = await runCommand(`keys split ${path} ${folder}`);
    expect([status, out]).toEqual([0, expect.stringContaining('worker-keys.json, web-keys.json, cli-keys.json')]);
    const again = await runCommand(`keys split ${folder}/worker-keys.json ${folder}/other`);
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('has the keys of one process only')]);
    expect((await stat(join(folder, 'web-keys.json'))).mode & 0o777).toBe(0o600);
    const missing = await runCommand(`keys split ${folder}/missing.json ${folder}`);
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining('cannot be read as a key file')]);
  });
});
