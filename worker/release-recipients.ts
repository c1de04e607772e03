/** Releases recipients that were disabled, and lets the coordinating agency act for senders that were disabled. */

import { log } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { heartbeatUnlessStopped } from '../activities/heartbeat-unless-stopped.ts';
import { update } from '../client/engine/update.ts';
import { ENGINE } from '../domain/people.ts';
import type { Database } from '../prisma/store/connect.ts';
import { disabledRecipients } from '../prisma/store/disabled-recipients.ts';
import { changedSenders } from '../prisma/store/disabled-senders.ts';

/** More wait for the next run. */
const BATCH = 500;

interface Deps {
  db: Database;
  temporal: Client;
}

/**
 * The next contact point gets the referral of a disabled recipient. The coordinating agency acts for a disabled sender, until
 * it is enabled. Returns how many recipients were released. A referral that changed meanwhile is left to the next run.
 */
export async function releaseRecipients(deps: Deps): Promise<{ released: number }> {
  await setSenderStatuses(deps);
  const { db, temporal } = deps;
  let released = 0;
  for (const { referralId, recipientId, seq } of await disabledRecipients(db, BATCH)) {
    const act = { type: 'release-recipient', recipientId } as const;
    const actId = `${act.type}.${referralId}.${recipientId}.${seq}`;
    if (await isCarriedOut(temporal, { referralId, actId, act, actor: ENGINE })) released += 1;
  }
  return { released };
}

async function setSenderStatuses({ db, temporal }: Deps): Promise<void> {
  for (const { referralId, disabled, seq } of await changedSenders(db, BATCH)) {
    const act = { type: 'set-sender-status', disabled } as const;
    await isCarriedOut(temporal, { referralId, actId: `${act.type}.${referralId}.${seq}`, act, actor: ENGINE });
  }
}

async function isCarriedOut(temporal: Client, request: Parameters<typeof update>[1]): Promise<boolean> {
  heartbeatUnlessStopped();
  try {
    await update(temporal, request);
    return true;
  } catch (error) {
    log.warn('An agency is disabled or enabled, and a referral could not follow. The next run tries it again.', {
      referralId: request.referralId,
      act: request.act.type,
      error,
    });
    return false;
  }
}
