/**
 * The system clock is set back by a day in worker, entry point and sealer: due and recorded times are unaffected, and the log
 * is sealed and countersigned. `liaise check` then names what the wrong clock dated.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compareLog } from '../../client/log/compare-log.ts';
import { MOST_OF_A_KIND } from '../../client/log/log-difference.ts';
import { openReader } from '../../client/queries/read.ts';
import { check } from '../../client/recovery/check.ts';
import { mayRebuild, rebuildLimits } from '../../client/recovery/rebuild-limits.ts';
import { type AuditLogFiles, prepareAuditLog, startSealer, startWitness } from '../../dev/audit-log.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { urlAs } from '../../dev/postgres.ts';
import { moveTimeTo } from '../../dev/time.ts';
import { parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { newestCheckpoint, requestCheckpoint } from '../../prisma/store/log.ts';
import { newestAlarms } from '../../prisma/store/log-alarms.ts';
import { atEnd } from '../support/at-end.ts';
import { separateTemplate, testDatabase } from '../support/database.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { moveClock } from './clock/move-clock.ts';
import { newRun, runsAtEachAct, type ScenarioResult } from './fault-scenario.ts';

const DAY = 24 * 3_600_000;
const SET_BACK_MODULE = import.meta.resolve('./clock/set-back-on-request.ts');
const Present = Date;

let liaise: TestEngine;
let undisturbed: ScenarioResult;
let setWorkersClockBack: () => Promise<void>;
let marker: string;
let files: AuditLogFiles;
/** Set back by a day when the file exists. */
let sealersMarker: string;
/** The referral of the undisturbed run. */
let readId: string;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  const database = await testDatabase(await separateTemplate());
  liaise = await connectedEngine(temporal, undefined, database);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  const folder = await testFolder();
  marker = join(folder, 'set-back');
  sealersMarker = join(folder, 'sealer-set-back');
  await startWorker({ NODE_OPTIONS: `--import=tsx --import=${SET_BACK_MODULE}`, SET_CLOCK_BACK_WHEN: marker });
  setWorkersClockBack = () => writeFile(marker, '');
  const run = await newRun(liaise);
  await run.runUntil();
  undisturbed = await run.result();
  readId = run.referralId;
  const witness = await onOwnPorts({ port: 0 }, async ({ port }) => {
    files = await prepareAuditLog(folder, port);
    return startWitness(files, port);
  });
  atEnd(witness.stop);
  const sealer = await startSealer(files, {
    LIAISE_DATABASE_URL: urlAs(database.adminUrl, 'liaise_sealer'),
    NODE_OPTIONS: `--import=tsx --import=${SET_BACK_MODULE}`,
    SET_CLOCK_BACK_WHEN: sealersMarker,
  });
  atEnd(sealer.stop);
});

/** A person reads particulars. The leaf has the time of this process, not that of Temporal. */
async function readParticulars(): Promise<void> {
  const reader = openReader({ db: liaise.pages, keyring: parseKeyring(JSON.stringify(liaise.keys)) });
  await reader.particulars(await liaise.person('noor.rowan'), readId, 'To see it whole.');
}

/** All leaves are in a checkpoint with the signature of the witness. */
async function sealed(): Promise<void> {
  const { db } = liaise;
  await requestCheckpoint(db);
  const size = await db.auditLeaf.count();
  await expect.poll(() => newestCheckpoint(db), { timeout: 60_000 }).toMatchObject({ size, witnesses: 1 });
}

test('a sealer whose clock is set back goes on, and adds no finding', async () => {
  const { db } = liaise;
  const policy = parseLogPolicy(await readFile(files.policy, 'utf8'));
  await sealed();
  await writeFile(sealersMarker, '');
  await expect.poll(() => readFile(sealersMarker, 'utf8'), { timeout: 20_000 }).not.toBe('');
  await readParticulars();
  await sealed();
  expect(await compareLog(db, policy)).toEqual([]);
  expect(await newestAlarms(db, 1)).toEqual([]);
});

test('a clock expires at its due time although the system clock of the worker is a day behind', async () => {
  const run = await newRun(liaise);
  await run.runUntil(2);
  const clock = (await liaise.read(run.referralId)).clocks.find(({ name }) => name === 'acknowledge');
  const due = Date.parse(clock?.dueAt ?? '');
  await setWorkersClockBack();
  await moveTimeTo(liaise.temporal, run.referralId, new Date(due));
  const { referralId } = run;
  await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  const expired = (await readJournal(liaise.db, referralId)).filter(({ event }) => event.type === 'clock-expired');
  expect(expired).toHaveLength(1);
  expect(Date.parse(expired[0]?.at ?? '') - due).toBeGreaterThanOrEqual(0);
  expect(Date.parse(expired[0]?.at ?? '') - due).toBeLessThan(60_000);
});

test('acts before and after the change are recorded in order, and the result equals that of an undisturbed run', async () => {
  const runs = await runsAtEachAct(liaise);
  moveClock(-DAY);
  atEnd(async () => {
    globalThis.Date = Present;
  });
  await Promise.all(runs.map((run) => run.runUntil()));
  for (const run of runs) {
    expect(await run.result()).toEqual(undisturbed);
    const instants = (await readJournal(liaise.db, run.referralId)).map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  }
  // The time of the worker, as it wrote it when its clock was set back.
  expect(Present.now() - Date.parse(await readFile(marker, 'utf8'))).toBeGreaterThan(DAY);
  expect((await check(liaise)).filter(({ fault }) => fault !== 'leaf-backdated')).toEqual([]);
});

test('the log is sealed and countersigned, and a check names only leaves with a time of the wrong clock', async () => {
  const { db } = liaise;
  await readParticulars();
  await sealed();
  const policy = parseLogPolicy(await readFile(files.policy, 'utf8'));
  const found = await compareLog(db, policy);
  expect(new Set(found.map(({ fault }) => fault))).toEqual(new Set(['leaf-backdated']));
  const dayBefore = Present.now() - DAY / 2;
  const times = found.map(({ detail }) => Date.parse(/ says (\S+)$/.exec(detail)?.[1] ?? ''));
  expect(times.every((time) => time < dayBefore)).toBe(true);
  const dated = await db.auditLeaf.count({ where: { at: { lt: new Present(dayBefore) } } });
  expect(found).toHaveLength(Math.min(dated, MOST_OF_A_KIND));
  // No fork and no rollback: no alarm is raised, and only these referrals are not rebuilt.
  expect(await newestAlarms(db, 1)).toEqual([]);
  const limits = rebuildLimits(found);
  expect(limits.logFault).toBeUndefined();
  for (const { referralId } of found) expect(mayRebuild(limits, referralId ?? '')).toBe(referralId === undefined);
});
