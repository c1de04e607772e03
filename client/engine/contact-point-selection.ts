/** Checks contact points that people choose themselves: the routing rules apply, except to a supervisor's choice. */

import { ReferralError } from '../../domain/errors.ts';
import type { Referral } from '../../domain/referral.ts';
import { agency, type ContactPoint, contactPoint, type Directory } from '../../domain/routing/directory.ts';
import { type Choice, choiceOf } from '../../domain/routing/route.ts';
import { exclusionReason } from '../../domain/routing/suitability.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { currentDirectory } from '../../prisma/store/directory-version.ts';

/**
 * Returns the contact points from the directory if the routing rules permit them.
 *
 * @param field of the request that names it
 * @throws ReferralError UNKNOWN_CONTACT_POINT, AGENCY_EXCLUDED, CLEARANCE_REQUIRED, TRANSFER_BASIS_REQUIRED.
 */
export async function officersChoices(
  db: Database,
  ids: readonly string[],
  referral: Referral,
  field: string,
): Promise<Choice[]> {
  if (ids.length === 0) return [];
  const directory = await currentDirectory(db);
  return ids.map((id) => {
    const point = pointOf(directory, id, field);
    refuseBarred(point, referral, directory, field);
    return choiceOf(point);
  });
}

/** Returns the contact point. A supervisor may override the routing rules with a reason. */
export async function supervisorsChoice(db: Database, id: string): Promise<Choice> {
  return choiceOf(pointOf(await currentDirectory(db), id, 'contactPoint'));
}

function pointOf(directory: Directory, id: string, field: string): ContactPoint {
  const point = contactPoint(directory, id);
  if (point?.disabled) {
    throw new ReferralError('UNKNOWN_CONTACT_POINT', `${id} is disabled. Select another contact point.`, field);
  }
  if (point && !agency(directory, point.agencyId)?.disabled) return point;
  throw new ReferralError('UNKNOWN_CONTACT_POINT', 'The directory has no such contact point.', field);
}

const ASSIGN = 'a supervisor may assign it with a reason.';

function refuseBarred(
  point: ContactPoint,
  { senderAgencyId, facts }: Referral,
  directory: Directory,
  field: string,
): void {
  const { id, country } = point;
  switch (exclusionReason(point, { senderAgencyId, ...facts }, directory)) {
    case 'excluded':
      throw new ReferralError(
        'AGENCY_EXCLUDED',
        `The agency of ${id} must not receive this referral; ${ASSIGN}`,
        field,
      );
    case 'no-clearance': {
      const message = `${id} holds no clearance for ${facts.handlingCode}; ${ASSIGN}`;
      throw new ReferralError('CLEARANCE_REQUIRED', message, field);
    }
    case 'needs-transfer-basis': {
      const message = `A transfer to ${country} needs a transfer basis; ${ASSIGN}`;
      throw new ReferralError('TRANSFER_BASIS_REQUIRED', message, field);
    }
  }
}
