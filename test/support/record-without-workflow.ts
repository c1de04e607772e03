/** Records an act in the journal without its workflow. */

import { record } from '../../activities/record.ts';
import type { Act } from '../../domain/acts.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import type { TestEngine } from './engine.ts';

/** Records an act as another run of the workflow or a worker that was killed would have done it. */
export async function recordUnknownToWorkflow(
  liaise: TestEngine,
  referralId: string,
  personId: string,
  act: Act = { type: 'take' },
): Promise<void> {
  const [referral, by] = [await liaise.read(referralId), await liaise.person(personId)];
  const at = new Date().toISOString();
  const events = decide(referral, act, by, at);
  const deps = { db: liaise.db, policies: defaultPolicies, directory: () => readDirectory(liaise.db) };
  await record(deps, { referralId, actId: 'without workflow', act: act.type, by, at, afterSeq: referral.seq, events });
}
