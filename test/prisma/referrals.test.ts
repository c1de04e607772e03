/** Lists read referrals without the clocks that have stopped, and offer the same tasks and acts. */

import { expect, test } from 'vitest';
import { possibleActs } from '../../client/queries/may-act.ts';
import { tasksOf } from '../../domain/agency-tasks.ts';
import type { Person } from '../../domain/people.ts';
import { readReferrals, readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { testDatabase } from '../support/database.ts';
import { CAST } from '../support/factories.ts';
import { sampleCases } from '../support/random-cases.ts';
import { rareCases } from '../support/rare-cases.ts';
import { storeCase } from '../support/store-case.ts';

const CASES = 30;

test('stopped clocks are left out, and the tasks and acts of everybody stay the same', async () => {
  const { db } = await testDatabase();
  const ids: string[] = [];
  for (const it of [...rareCases(), ...sampleCases()].slice(0, CASES)) ids.push((await storeCase(db, it)).referral.id);
  const byId = new Map((await readWithLiveClocks(db, ids)).map((each) => [each.id, each]));
  const whole = await readReferrals(db, ids);
  const people = Object.values(CAST).filter((actor): actor is Person => actor.kind === 'person');
  for (const referral of whole) {
    const read = byId.get(referral.id) ?? expect.fail('The referral is missing.');
    expect(read).toEqual({ ...referral, clocks: referral.clocks.filter(({ state }) => state.status !== 'stopped') });
    const now = new Date().toISOString();
    for (const person of people) {
      expect(possibleActs(read, person, now)).toEqual(possibleActs(referral, person, now));
      expect(tasksOf(read, person.agencyId)).toEqual(tasksOf(referral, person.agencyId));
    }
  }
  expect(whole.some(({ clocks }) => clocks.some(({ state }) => state.status === 'stopped'))).toBe(true);
  expect(whole).toHaveLength(ids.length);
});
