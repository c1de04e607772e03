/** An act is one round trip: how many statements its entry point and its record send. */

import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type RecordDeps, type RecordRequest, record } from '../../activities/record.ts';
import { ReferralCache } from '../../activities/referral-cache.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { connectAs, testDatabase } from '../support/database.ts';
import { timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { recordStatements } from '../support/statements.ts';
import { submitted } from '../support/submit-and-triage.ts';

beforeEach(() => {
  // Caches then last as long as the test, however busy the machine is.
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now);
  return () => vi.restoreAllMocks();
});

test('the engine sends one statement for the key, the role and the state, and one for the receipt', async () => {
  const liaise = await timeSkippingEngine();
  const [first, second] = [
    await submitted(liaise, anUrgentSubmission()),
    await submitted(liaise, anUrgentSubmission()),
  ];
  await liaise.act('noor.rowan', first, { type: 'take' });
  const noor = await liaise.person('noor.rowan');
  const statements = recordStatements('liaise_pages');
  await liaise.engine.perform(noor, second, { type: 'take' }, { key: randomUUID() });
  expect(statements()).toHaveLength(2);
});

test.each([
  ['in the cache: it is written in one statement', new ReferralCache(), 1],
  ['not in the cache: it is read in one statement, and written in one', undefined, 2],
])('an act on a referral that is %s', async (_, recent, expected) => {
  // Without an engine: its dispatcher sends statements with the same role at any time.
  const database = await testDatabase();
  const seed = loadSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const referral = await RecordedReferral.submit({ db: database.db, keyring }, 'quinn.quartz');
  const directory = await readDirectory(database.db);
  const db = connectAs(database.url, 'liaise_engine');
  const deps: RecordDeps = {
    db,
    policies: defaultPolicies,
    directory: async () => directory,
    ...(recent && { recent }),
  };
  const takenBy = async (personId: string): Promise<RecordRequest> => {
    const [before, by] = [await referral.read(), await personOf(database.db, personId)];
    const act = { ...{ referralId: referral.id, actId: randomUUID(), act: 'take' as const }, by, at: referral.now };
    return { ...act, afterSeq: before.seq, events: decide(before, { type: 'take' }, by, referral.now) };
  };
  await record(deps, await takenBy('noor.rowan'));
  const next = await takenBy('emil.rowan');
  const statements = recordStatements('liaise_engine');
  await record(deps, next);
  expect(statements()).toHaveLength(expected);
});
