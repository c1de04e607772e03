/** The sealer of the audit log is killed at random moments: no leaf is lost, and its witness agrees. */

import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../bench/load/seeded-random.ts';
import { compareLog } from '../../client/log/compare-log.ts';
import { readState } from '../../client/log/state-file.ts';
import { witnessState } from '../../client/log/witness.ts';
import { type AuditLogFiles, prepareAuditLog, startSealer, startWitness } from '../../dev/audit-log.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { urlAs } from '../../dev/postgres.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { addLeaves } from '../../prisma/store/audit.ts';
import { newestCheckpoint, requestCheckpoint } from '../../prisma/store/log.ts';
import { newestAlarms } from '../../prisma/store/log-alarms.ts';
import { atEnd } from '../support/at-end.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../support/database.ts';
import { CAST } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { measured } from './measure.ts';

const SEED = Number(process.env['LIAISE_FAULT_SEED'] ?? randomInt(2 ** 31));
const KILLS = 8;
/** Several tiles, which take longer to seal than to write. */
const MOST_LEAVES = 1_500;
/** A round of the sealer takes less. */
const LONGEST_LIFE_MS = 800;

let database: TestDatabase;
let files: AuditLogFiles;
let start: () => ReturnType<typeof startSealer>;

beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  const folder = await testFolder();
  const witness = await onOwnPorts({ port: 0 }, async ({ port }) => {
    files = await prepareAuditLog(folder, port);
    return startWitness(files, port);
  });
  atEnd(witness.stop);
  start = () => startSealer(files, { LIAISE_DATABASE_URL: urlAs(database.adminUrl, 'liaise_sealer') });
});

async function addSomeLeaves(count: number): Promise<void> {
  const leaf: AuditLeaf = {
    ...{ v: 2, at: new Date().toISOString(), operation: 'refused-attempt', by: CAST.sender },
    about: { refused: 'read', code: 'UNKNOWN_REFERRAL' },
  };
  await addLeaves(database.db, Array<AuditLeaf>(count).fill(leaf));
  await requestCheckpoint(database.db);
}

test(`killed at ${KILLS} random moments: the log holds every leaf once, and the witness agrees`, async () => {
  console.info(`LIAISE_FAULT_SEED=${SEED}`);
  const { db } = database;
  const random = seededRandom(SEED);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const sealer = await start();
    let isKilled = false;
    const killing = setTimeout(random.next() * LONGEST_LIFE_MS).then(async () => {
      await sealer.kill();
      isKilled = true;
    });
    while (!isKilled) await addSomeLeaves(1 + Math.floor(random.next() * MOST_LEAVES));
    await killing;
  }
  const leaves = await db.auditLeaf.count();
  await measured(`The sealer killed ${KILLS} times: all ${leaves} leaves are sealed and countersigned`, async () => {
    const sealer = await start();
    atEnd(sealer.stop);
    const newest = () => newestCheckpoint(db);
    await expect.poll(newest, { timeout: 60_000, interval: 100 }).toMatchObject({ size: leaves, witnesses: 1 });
  });
  const policy = parseLogPolicy(await readFile(files.policy, 'utf8'));
  expect(await compareLog(db, policy)).toEqual([]);
  expect(await newestAlarms(db, 1)).toEqual([]);
  const witness = await readState(files.witnessState, witnessState);
  expect(witness?.[policy.origin]?.size).toBe(leaves);
}, 600_000);
