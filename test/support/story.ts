/** Pieces of a referral's story, told through the real engine by people of the seed. */

import type { Submission } from '../../domain/submission.ts';
import type { TestEngine } from './engine.ts';

/** By the clearing house; waits for the rules' proposal. */
export async function submitted(liaise: TestEngine, submission: Submission): Promise<string> {
  const quinn = await liaise.person('quinn.quartz');
  const { referralId } = await liaise.engine.submit(quinn, submission, { key: crypto.randomUUID() });
  await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
  return referralId;
}

/** And triaged as asked for by an officer of the desk; waits for its recipients, and for their letters. */
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
