/** Releases recipients whose agency or contact point was disabled, so that the next contact point gets the referral. */

import { heartbeat, log } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { update } from '../client/engine/update.ts';
import { ENGINE } from '../domain/people.ts';
import type { Database } from '../prisma/store/connect.ts';
import { disabledRecipients } from '../prisma/store/disabled-recipients.ts';

/** More wait for the next run. */
const BATCH = 500;

/** Returns how many were released. A referral that changed meanwhile is left to the next run. */
export async function releaseRecipients({
  db,
  temporal,
}: {
  db: Database;
  temporal: Client;
}): Promise<{ released: number }> {
  let released = 0;
  for (const { referralId, recipientId, seq } of await disabledRecipients(db, BATCH)) {
    heartbeat();
    const act = { type: 'release-recipient', recipientId } as const;
    try {
      await update(temporal, {
        referralId,
        actId: `${act.type}.${referralId}.${recipientId}.${seq}`,
        act,
        actor: ENGINE,
      });
      released += 1;
    } catch (error) {
      log.warn('A recipient that is disabled could not be released. The next run tries it again.', {
        referralId,
        error,
      });
    }
  }
  return { released };
}
