/** The idempotency key of an act is written in the same statement as the act, so concurrent requests cannot both succeed. */

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type RecordRequest, record } from '../../activities/record.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Idempotency } from '../../domain/idempotency.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { statementPauses } from '../faults/pause-in-statement.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

const NOW = '2026-11-24T14:00:00.000Z';
const NOOR: Person = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk', roles: ['liaison-officer'] };

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const seed = loadSeed(NOW);
  await replaceDirectory(database.db, seed.directory, seed.people);
});

async function submitted(): Promise<string> {
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  return (await RecordedReferral.submit({ db: database.db, keyring }, 'quinn.quartz', {}, NOW)).id;
}

function keyed(key: string, digest: string): Idempotency {
  return { keys: [{ agencyId: 'xr-desk', personId: 'noor.rowan', key }], digest };
}

/** Acts like one workflow: after STALE_JOURNAL it reads the journal again and decides again. */
async function take(referralId: string, idempotency: Idempotency): Promise<JournalEntry[]> {
  const { db } = database;
  const referral = await findReferral(db, referralId);
  const request: RecordRequest = {
    ...{ referralId, actId: `take ${idempotency.keys[0]?.key}`, act: 'take', by: NOOR, at: NOW, idempotency },
    afterSeq: referral?.seq ?? 0,
    events: decide(referral, { type: 'take' }, NOOR, NOW),
  };
  try {
    return await record({ db, policies: defaultPolicies, directory: () => readDirectory(db) }, request);
  } catch (error) {
    if (error instanceof ReferralError && error.code === 'STALE_JOURNAL') return take(referralId, idempotency);
    throw error;
  }
}

test('a repetition with the same content gets the recorded answer, other content is refused, and nothing is written', async () => {
  const [referralId, key] = [await submitted(), randomUUID()];
  const first = await take(referralId, keyed(key, 'one'));
  const length = (await readJournal(database.db, referralId)).length;
  expect(await take(referralId, keyed(key, 'one'))).toEqual(first);
  await expect(take(referralId, keyed(key, 'other'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  expect(await readJournal(database.db, referralId)).toHaveLength(length);
  const rows = await database.db.actKey.findMany({ where: { key } });
  expect(rows).toMatchObject([{ digest: 'one', referralId, actId: first[0]?.actId }]);
});

test('of concurrent requests under one key, one content is recorded once, and all others are refused', async () => {
  const referrals = [await submitted(), await submitted()];
  const requests = fc.array(fc.record({ on: fc.constantFrom(0, 1), content: fc.constantFrom('a', 'b') }), {
    ...{ minLength: 2, maxLength: 6 },
  });
  const property = fc.asyncProperty(requests, async (sent) => {
    const key = randomUUID();
    const digestOf = ({ on, content }: (typeof sent)[number]) => `${content} on ${on}`;
    const answers = await Promise.allSettled(
      sent.map((each) => take(referrals[each.on] ?? '', keyed(key, digestOf(each)))),
    );
    const [row, ...more] = await database.db.actKey.findMany({ where: { key } });
    expect(more).toEqual([]);
    const entries = await Promise.all(referrals.map((id) => readJournal(database.db, id)));
    const recorded = entries.flat().filter(({ actId }) => actId === `take ${key}`);
    expect(recorded).toHaveLength(1);
    sent.forEach((each, index) => {
      const answer = answers[index];
      if (digestOf(each) === row?.digest) expect(answer).toEqual({ status: 'fulfilled', value: recorded });
      else expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'IDEMPOTENCY_MISMATCH' } });
    });
  });
  await fc.assert(property, { numRuns: 25 });
});

test('a transaction that is killed leaves nothing under the key, and other content can be recorded', async () => {
  const [referralId, key] = [await submitted(), randomUUID()];
  const { seq = 0 } = (await findReferral(database.db, referralId)) ?? {};
  const pauses = await statementPauses(database);
  await pauses.pauseAt(referralId, seq + 1, 'rolled-back');
  const killed = expect(take(referralId, keyed(key, 'one'))).rejects.toThrow();
  await expect.poll(pauses.pausedCount).toBe(1);
  await pauses.end();
  await killed;
  expect(await database.db.actKey.count({ where: { key } })).toBe(0);
  expect(await take(referralId, keyed(key, 'other'))).toHaveLength(1);
  await expect(take(referralId, keyed(key, 'one'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
});
