/** Policies that change under open deadlines: pause, extension and expiry follow the terms of the start. */

import { beforeAll, expect, test, vi } from 'vitest';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import { adoptPolicies } from '../../prisma/store/clock-policies.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { withTerms } from '../domain/clocks/history.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';

const R1 = { recipientId: 'r1' } as const;
/** One hour to decide, without pauses, and extended for one reason only. */
const LATER = {
  ...withTerms(
    'decide',
    {
      ...{ amount: 1, unit: 'hours', onExpiry: 'escalate' },
      extension: { max: 1, count: 1, reasonRequired: true, reasons: ['third-party'] },
    },
    { pauseOn: [] },
  ),
  version: 'later',
};

let liaise: TestEngine & { skip(duration: string): Promise<void> };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

async function acknowledged(): Promise<string> {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
  return referralId;
}

function decideIn({ clocks }: Referral): Clock {
  return clocks.find(({ name }) => name === 'decide') ?? expect.fail('There is no clock decide.');
}

test('an open deadline is paused, extended and expires by the terms with which it started', async () => {
  const referralId = await acknowledged();
  await adoptPolicies(liaise.owner, LATER);
  // Workers use a new version after a few seconds.
  await vi.waitFor(
    async () => {
      const other = decideIn(await liaise.read(await acknowledged()));
      expect(other).toMatchObject({ policyVersion: 'later', amount: 1, unit: 'hours', onExpiry: 'escalate' });
    },
    { timeout: 60_000, interval: 200 },
  );
  const before = decideIn(await liaise.read(referralId));
  expect(before).toMatchObject({ policyVersion: defaultPolicies.version, amount: 3, unit: 'calendar-days' });

  await liaise.act('aino.alder', referralId, { type: 'ask-information', ...R1, text: 'Which account?' });
  expect(decideIn(await liaise.read(referralId)).state.status).toBe('paused');
  await liaise.skip('25 hours');
  // The sender was late: the question has expired, and the clock runs again.
  const resumed = await liaise.waitUntil(referralId, (referral) => decideIn(referral).state.status === 'running');
  expect(decideIn(resumed).dueAt > before.dueAt).toBe(true);

  const extend = { type: 'extend', ...R1, clock: 'decide', amount: 3, reason: 'complexity', text: 'Abroad.' } as const;
  await liaise.act('aino.alder', referralId, extend);
  expect(await refusalCodeOf(liaise.act('aino.alder', referralId, extend))).toBe('EXTENSION_EXHAUSTED');
  const extended = decideIn(await liaise.read(referralId));
  expect(extended.dueAt > decideIn(resumed).dueAt).toBe(true);
  expect(extended.counted).toMatchObject({ extendedBy: 3, pauses: [expect.anything()] });

  await liaise.skip('8 days');
  const expired = await liaise.waitUntil(referralId, (referral) => decideIn(referral).state.status === 'expired');
  expect(decideIn(expired)).toMatchObject({ onExpiry: 'breach', dueAt: extended.dueAt });
  const journal = await readJournal(liaise.db, referralId);
  expect(journal.map(({ event }) => event)).toContainEqual({
    ...{ type: 'clock-expired', clockId: before.id, action: 'breach' },
  });
  expect(recomputeAll(journal).differing).toEqual([]);
});
