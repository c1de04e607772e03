/** A submission is recorded with what the policies say, and with the engine's proposal for triage. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RecordRequest, record } from '../../activities/record.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { ENGINE } from '../../domain/people.ts';
import { DEFAULT_WEIGHTS } from '../../domain/routing/weights.ts';
import { factsOf } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { leavesOf } from '../../prisma/store/audit.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anUrgentSubmission } from '../support/factories.ts';

const NOW = '2026-11-24T14:00:00.000Z';
const TEXT = 'b1a6b4a1-7c56-4d0e-8f0a-52d1f6f1b7f3';
const facts = factsOf(anUrgentSubmission());

let db: TestDatabase['db'];
/** The id of the referral in the current test. */
let id: string;

beforeAll(async () => {
  ({ db } = await testDatabase());
  const seed = loadSeed(NOW);
  await replaceDirectory(db, seed.directory, seed.people);
});

beforeEach(() => {
  id = randomUUID();
});

const deps = () => ({ db, policies: defaultPolicies, directory: () => readDirectory(db) });

async function submission(): Promise<RecordRequest> {
  const person = await findPerson(db, 'quinn.quartz');
  const by = person && at(person, 'us-quartz');
  if (by === undefined) throw new Error('The seed has no quinn.quartz.');
  const given = { facts, text: TEXT, coordinatorAgencyId: 'xr-desk', origins: [{ digest: id }] };
  const events = decide(undefined, { type: 'submit', ...given }, by, NOW);
  return { referralId: id, actId: id, act: 'submit', by, at: NOW, afterSeq: 0, events };
}

test('a submission has the limit of onward referrals that the policies have, and keeps it', async () => {
  const policies = { ...defaultPolicies, onwardLimit: 2 };
  const [entry] = await record({ ...deps(), policies }, await submission());
  expect(entry?.event).toMatchObject({ type: 'submitted', onwardLimit: 2 });
  expect(await findReferral(db, id)).toMatchObject({ onwardLimit: 2 });
});

describe('the proposal for triage', () => {
  test('is recorded with the act that makes it due, as an act of the engine', async () => {
    const entries = await record(deps(), await submission());
    expect(entries[4]).toMatchObject({
      actId: `${id}/4/propose-triage`,
      by: ENGINE,
      event: { proposal: proposeTriage(facts) },
    });
    expect((await leavesOf(db, id)).at(-1)).toMatchObject({ by: ENGINE, about: { seq: 5 } });
    expect(await findReferral(db, id)).toMatchObject({ seq: 5, triage: { state: 'proposed' } });
  });

  test('uses the weights of the installation', async () => {
    const { investigation, ...others } = DEFAULT_WEIGHTS;
    const triageWeights = { ...others, investigation: { ...investigation, version: 'ours' } };
    const entries = await record({ ...deps(), triageWeights }, await submission());
    expect(entries[4]?.event).toMatchObject({ proposal: { ruleVersion: 'triage-1 ours' } });
  });

  test('is recorded by the workflow if an earlier version recorded the act without it', async () => {
    const entries = await record(deps(), await submission());
    const { actId, event } = entries[4] ?? {};
    const request = {
      referralId: id,
      actId: `${actId}`,
      act: 'propose-triage',
      by: ENGINE,
      at: NOW,
      afterSeq: 4,
    } as const;
    expect(await record(deps(), { ...request, events: event ? [event] : [] })).toEqual(entries.slice(4));
  });
});
