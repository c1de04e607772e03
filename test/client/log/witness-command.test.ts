/** `liaise witness` as a process: it refuses a rolled-back or forked log, and the sealer raises an alarm. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SealerRounds } from '../../../client/log/sealer.ts';
import { signerFromFile } from '../../../client/log/signers.ts';
import { readState } from '../../../client/log/state-file.ts';
import { witnessState } from '../../../client/log/witness.ts';
import { type AuditLogFiles, type LogProcess, prepareAuditLog, startWitness } from '../../../dev/audit-log.ts';
import { onOwnPorts } from '../../../dev/own-ports.ts';
import { type LogPolicy, parseLogPolicy } from '../../../domain/audit/log-policy.ts';
import { newestCheckpoint } from '../../../prisma/store/log.ts';
import { newestAlarms } from '../../../prisma/store/log-alarms.ts';
import { atEnd } from '../../support/at-end.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { addSomeLeaves, sealingStore } from './log-fixture.ts';

let template: string;
let files: AuditLogFiles;
let policy: LogPolicy;

const SEEN = 20;

beforeAll(async () => {
  template = await separateTemplate();
  const folder = await testFolder();
  const { port, ...first } = await onOwnPorts({ port: 0 }, async (ports) => {
    files = await prepareAuditLog(folder, ports.port);
    return { ...(await startWitness(files, ports.port)), ...ports };
  });
  let witness: LogProcess = first;
  atEnd(() => witness.stop());
  policy = parseLogPolicy(await readFile(files.policy, 'utf8'));
  const { db } = await sealed(SEEN);
  expect(await newestCheckpoint(db)).toMatchObject({ size: SEEN, witnesses: 1 });
  await witness.kill();
  witness = await startWitness(files, port);
});

/** Rounds of sealers over a log of so many leaves, which no other database has: before there was a witness, and after. */
async function sealed(leaves: number): Promise<TestDatabase> {
  const database = await testDatabase(template);
  await addSomeLeaves(database.db, leaves);
  const deps = {
    store: await sealingStore(database.url),
    signers: [await signerFromFile(policy.origin, 'note', files.logKey)],
    everyMs: 1_000,
    log: () => {},
  };
  const newState = async () => join(await testFolder(), 'sealer.json');
  const before = { ...policy, witnesses: [], quorum: 0 };
  await new SealerRounds({ ...deps, policy: before, stateFile: await newState() }).run();
  await new SealerRounds({ ...deps, policy, stateFile: await newState() }).run();
  return database;
}

test.each([
  ['went back', 5, 'rolled-back'],
  ['has as many other leaves', SEEN, 'forked'],
  ['went on from other leaves', SEEN + 5, 'forked'],
])('started again, it refuses a log that %s, and the sealer raises an alarm', async (_, leaves, kind) => {
  const { db } = await sealed(leaves);
  expect(await newestAlarms(db, 5)).toMatchObject([{ kind }]);
  expect(await newestCheckpoint(db)).toMatchObject({ size: leaves, witnesses: 0 });
  const state = await readState(files.witnessState, witnessState);
  expect(state?.[policy.origin]?.size).toBe(SEEN);
});
