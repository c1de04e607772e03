/** Starts a drill of a contact point: a test referral of the coordinating agency, which asks for an acknowledgement only. */

import type { Client } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import { drillOf, submitDrill } from '../../domain/drill.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { choiceOf } from '../../domain/routing/route.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { readAgency, readContactPoint } from '../../prisma/store/directory-edit.ts';
import { countDrills, drillsOf } from '../../prisma/store/drills.ts';
import { update } from './update.ts';

/** Namespace (RFC 9562, version 5) of the ids of drills. */
const NAMESPACE = '5f0c6f0e-6d5b-5f0e-9f0b-3a1c1d0f7e21';

/**
 * Starts a drill. Two requests at the same time start one.
 *
 * @throws ReferralError UNKNOWN_CONTACT_POINT; WRONG_STATUS if a drill of it is running, or if it or its agency is disabled;
 * ROLE_REQUIRED; ENGINE_UNAVAILABLE.
 */
export async function startDrill(
  { db, temporal }: { db: Queries; temporal: Client },
  contactPointId: string,
  actor: Actor,
): Promise<Receipt> {
  const [point, coordinatorAgencyId] = [await readContactPoint(db, contactPointId), await coordinatingAgency(db)];
  if (point === undefined) {
    throw new ReferralError('UNKNOWN_CONTACT_POINT', 'There is no such contact point.', 'contactPoint');
  }
  const choice = choiceOf(point);
  const act = drillOf(choice, coordinatorAgencyId);
  submitDrill(act, choice, actor);
  if (point.disabled || (await readAgency(db, point.agencyId))?.disabled) {
    const message = 'The contact point or its agency is disabled, so nothing is sent to it.';
    throw new ReferralError('WRONG_STATUS', message, 'contactPoint');
  }
  const [last] = await drillsOf(db, [point], 1);
  if (last?.result === 'running') {
    throw new ReferralError(
      'WRONG_STATUS',
      'A drill of this contact point is running. Wait for its end.',
      'contactPoint',
    );
  }
  const referralId = uuidv5(`${point.id}/${await countDrills(db, point.id)}`, NAMESPACE);
  return update(temporal, { referralId, actId: referralId, act, actor });
}
