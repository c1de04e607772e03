/** Starts the reviews of retention that are due, and erases referrals without a decision. */

import { log } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { heartbeatUnlessStopped } from '../activities/heartbeat-unless-stopped.ts';
import type { Retained } from '../activities/index.ts';
import { update } from '../client/engine/update.ts';
import type { ActOf } from '../domain/acts.ts';
import { ENGINE } from '../domain/people.ts';
import { REVIEW_NOTICE_DAYS } from '../domain/retention.ts';
import type { Database } from '../prisma/store/connect.ts';
import { erasuresDue, type RetentionCase, reviewsDue } from '../prisma/store/retention.ts';

/** What the review needs. */
export interface RetentionDeps {
  db: Database;
  temporal: Client;
  /** After so many years a closed referral is reviewed. */
  retentionYears: number;
  /** Default: now. */
  now?: Date;
}

/** More wait for the next night. */
const BATCH = 1_000;
const DAY_MS = 24 * 3_600_000;

type RetentionAct = ActOf<'ask-retention-review' | 'erase'>;

/** A referral that changed meanwhile is left to the next run. */
export async function reviewRetention(deps: RetentionDeps): Promise<Retained> {
  const { db, retentionYears: years, now = new Date() } = deps;
  const notice = new Date(now.getTime() + REVIEW_NOTICE_DAYS * DAY_MS);
  // A supervisor always has the whole time of the notice, also if the review is overdue.
  const reviews = await reviewsDue(db, { years, before: notice, limit: BATCH });
  const asked = await everyCase(deps, reviews, { type: 'ask-retention-review', dueAt: notice.toISOString() });
  const erased = await everyCase(deps, await erasuresDue(db, { now, limit: BATCH }), { type: 'erase' });
  return { asked, erased };
}

async function everyCase(
  { temporal }: RetentionDeps,
  cases: readonly RetentionCase[],
  act: RetentionAct,
): Promise<number> {
  let done = 0;
  for (const { referralId, seq } of cases) {
    heartbeatUnlessStopped();
    try {
      await update(temporal, { referralId, actId: `${act.type}.${referralId}.${seq}`, act, actor: ENGINE });
      done += 1;
    } catch (error) {
      log.warn(`${act.type} failed for a referral. The next run tries it again.`, { referralId, error });
    }
  }
  return done;
}
