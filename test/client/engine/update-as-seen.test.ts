/** An act with a check is performed on the state that was checked, or refused if the referral keeps changing. */

import { beforeAll, expect, test } from 'vitest';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { submitted } from '../../support/submit-and-triage.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

/** Withdraws a new referral. Another person acts during each of the first `changes` checks. */
async function withdrawDuringChanges(changes: number) {
  const referralId = await submitted(liaise, anUrgentSubmission());
  // The engine's own acts would change the referral too.
  await liaise.lettersSent(referralId);
  const checked: number[] = [];
  const check = async ({ seq }: { seq: number }) => {
    checked.push(seq);
    const other = checked.length % 2 ? 'noor.rowan' : 'emil.rowan';
    if (checked.length <= changes) await liaise.act(other, referralId, { type: 'take' });
  };
  const sender = await liaise.person('quinn.quartz');
  const options = { key: crypto.randomUUID(), check };
  const act = liaise.engine.perform(sender, referralId, { type: 'withdraw', text: 'Sent in error.' }, options);
  return { act, checked, status: async () => (await liaise.read(referralId)).status };
}

test('the check is repeated on each new state, and the act is performed on the last one', async () => {
  const { act, checked, status } = await withdrawDuringChanges(3);
  expect(await act).toMatchObject({ status: 'closed' });
  expect(checked).toEqual(checked.toSorted((one, other) => one - other));
  expect(new Set(checked).size).toBe(4);
  expect(await status()).toBe('closed');
});

test('the act is refused if the referral changes during ten checks', async () => {
  const { act, checked, status } = await withdrawDuringChanges(20);
  expect(await refusalCodeOf(act)).toBe('CHANGED_MEANWHILE');
  expect(checked).toHaveLength(10);
  expect(await status()).toBe('received');
});
