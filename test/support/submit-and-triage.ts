/** Submits and triages referrals through the real engine, as people of the seed. */

import type { Submission } from '../../domain/submission.ts';
import type { TestEngine } from './engine.ts';

/** Submits a referral as the clearing house, and waits for the proposed triage. Returns its id. */
export async function submitted(liaise: TestEngine, submission: Submission): Promise<string> {
  const quinn = await liaise.person('quinn.quartz');
  const { referralId } = await liaise.engine.submit(quinn, submission, { key: crypto.randomUUID() });
  await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
  return referralId;
}

/** Submits a referral and completes its triage. Waits until a recipient has its letter. Returns its id. */
export async function triagedTo(
  liaise: TestEngine,
  submission: Submission,
  countries: string[],
  by = 'noor.rowan',
): Promise<string> {
  const referralId = await submitted(liaise, submission);
  const { urgency, urgencyGrounds, capability } = submission;
  await liaise.act(by, referralId, {
    ...{ type: 'complete-triage', urgency, urgencyGrounds, capability, countries, contactPoints: [] },
  });
  await liaise.waitUntil(referralId, ({ recipients }) => recipients.some(({ status }) => status === 'delivered'));
  return referralId;
}
