/** A key service in another process holds the key-encryption key: acts work, and nothing is lost while it is stopped. */

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { actRequest } from '../../client/contract/acts.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { connectKeyService } from '../../client/platform/remote-keys.ts';
import { openReader } from '../../client/queries/read.ts';
import { type Child, startChild } from '../../dev/child.ts';
import { ensureErasureKey, installationEnvironment } from '../../dev/installation.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import { type Keyring, newKeyFile, parseKeyring, parseKeys } from '../../domain/keyring.ts';
import { runCommand } from '../client/cli/run-command.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { faultServer } from '../support/temporal.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('../../client/cli/main.ts'));

const held = newKeyFile('kms-1');
let folder: string;
let socket: string;
let keyService: Child;
let liaise: TestEngine;
let place: { address: string; namespace: string };
let environment: Record<string, string>;
let worker: WorkerProcess;
let keyring: Keyring;
let engine: Engine;
let first: string;

const startKeyService = async () => {
  await rm(socket, { force: true });
  const command = ['key-service', '--keys', join(folder, 'held.json'), '--socket', socket];
  const args = ['--import', 'tsx', PROGRAM, ...command];
  keyService = await startChild({ command: process.execPath, args, stopSignal: 'SIGTERM' });
  expect(await keyService.waitForLine(/Key service ready/)).toBeDefined();
};

/** A ring of a web server that was just started: nothing is cached. */
function openRing(): Keyring {
  return parseKeyring(readFileSync(join(folder, 'web-keys.json'), 'utf8'), connectKeyService(socket));
}

const reader = (ring: Keyring) => openReader({ db: liaise.pages, keyring: ring });
const submit = async (by: Engine, key: string) =>
  (await by.submit(await liaise.person('quinn.quartz'), anUrgentSubmission(), { key })).referralId;
const read = async (ring: Keyring, id: string) =>
  JSON.stringify(await reader(ring).particulars(await liaise.person('quinn.quartz'), id, 'To see it whole.'));

beforeAll(async () => {
  folder = await testFolder();
  socket = join(folder, 'keys.sock');
  await writeFile(join(folder, 'held.json'), JSON.stringify(held), { mode: 0o600 });
  await startKeyService();
  atEnd(() => keyService.stop());
  const split = await runCommand(`keys split ${join(folder, 'held.json')} ${folder} --service ${socket}`);
  expect(split.status).toBe(0);
  place = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(place);
  environment = {
    ...installationEnvironment({
      ...{ databaseUrl: liaise.databaseUrl, temporal: place, smtpPort: liaise.mail.smtpPort },
      keyFile: join(folder, 'worker-keys.json'),
      erasures: await ensureErasureKey(folder),
    }),
    LIAISE_KEY_SERVICE: socket,
  };
  worker = await startWorkerProcess(environment);
  atEnd(() => worker.stop());
  keyring = openRing();
  const temporal = connectTemporal({ ...place, keyring });
  atEnd(() => temporal.connection.close());
  engine = createEngine({ db: liaise.pages, temporal, keyring });
}, 120_000);

test('an act works, and its particulars can be read', async () => {
  first = await submit(engine, 'first');
  await expect.poll(async () => (await liaise.read(first)).triage.state).toBe('proposed');
  const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
  const triage = { urgency, urgencyGrounds, capability, countries: ['FI'], contactPoints: [] };
  const request = actRequest.parse({ type: 'complete-triage', ...triage });
  await engine.perform(await liaise.person('noor.rowan'), first, request, { key: 'triage' });
  expect(await read(keyring, first)).toContain(SECRET);
  const keys = await liaise.db.dataKey.findMany({ where: { referralId: first } });
  expect(keys.map(({ keyId }) => keyId)).toEqual(['kms-1']);
});

test('neither the files nor the memory of the processes have the key-encryption key', () => {
  const root = Buffer.from(held.keys['kms-1'] ?? '', 'base64');
  const derived = Buffer.from(parseKeys(JSON.stringify(held)).purposes['data-key']?.['kms-1'] ?? '');
  for (const name of ['worker', 'web', 'cli']) {
    const file = readFileSync(join(folder, `${name}-keys.json`), 'utf8');
    for (const key of [root, derived]) expect(file).not.toContain(key.toString('base64'));
  }
  const needles = [root, derived, Buffer.from(root.toString('base64'))];
  expect(foundInMemory(keyService.pid, needles)).toBe(true);
  expect(foundInMemory(worker.pid, needles)).toBe(false);
});

/** Searches the writable memory of a process. */
function foundInMemory(pid: number, needles: readonly Buffer[]): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm);
    return [...maps].some(([, from = '', to = '']) => {
      const bytes = readMemory(memory, Number.parseInt(from, 16), Number.parseInt(to, 16));
      return needles.some((needle) => bytes.includes(needle));
    });
  } finally {
    closeSync(memory);
  }
}

/** Empty if the process has released it meanwhile, or it belongs to the kernel. */
function readMemory(memory: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  try {
    return bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, from));
  } catch {
    return Buffer.alloc(0);
  }
}

test('a key that was copied to another referral is refused', async () => {
  const second = await submit(engine, 'second');
  const [row] = await liaise.db.dataKey.findMany({ where: { referralId: first } });
  const [own] = await liaise.db.dataKey.findMany({ where: { referralId: second } });
  const replace = (wrapped: Uint8Array) =>
    liaise.owner.dataKey.updateMany({ where: { referralId: second }, data: { wrapped: Buffer.from(wrapped) } });
  await replace(row?.wrapped ?? new Uint8Array());
  await expect(read(openRing(), second)).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  await replace(own?.wrapped ?? new Uint8Array());
  expect(await read(openRing(), second)).toContain(SECRET);
});

test('while it is stopped, requests are refused with a clear error, and nothing is stored or lost', async () => {
  const fresh = openRing();
  await fresh.ready();
  const counts = () =>
    Promise.all([liaise.db.dataKey.count(), liaise.db.particulars.count(), liaise.db.journal.count()]);
  const before = await counts();
  await keyService.stop();
  await expect(submit(engine, 'third')).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    message: expect.stringContaining('The key service at'),
  });
  await expect(read(fresh, first)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  expect(await counts()).toEqual(before);
  await expect(startWorkerProcess(environment)).rejects.toThrow('LIAISE_KEY_SERVICE: The key service at');
  await startKeyService();
  const third = await submit(engine, 'third');
  expect(await read(fresh, third)).toContain(SECRET);
  expect(await read(fresh, first)).toContain(SECRET);
});
