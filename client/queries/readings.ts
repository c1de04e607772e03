/** What supervisors and data protection officers see of the reading of particulars, and their review of emergencies. */

import { ReferralError } from '../../domain/errors.ts';
import { isSamePerson, type Person } from '../../domain/people.ts';
import type { ReadingPolicy } from '../../domain/reading-policy.ts';
import type { ReadingVerdict } from '../../domain/reading-purposes.ts';
import { DAYS_COMPARED, type UnusualDay, unusualDays } from '../../domain/unusual-reading.ts';
import type { TextId } from '../../domain/vocabulary.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { namesOfPeople } from '../../prisma/store/people.ts';
import {
  lockReviewOf,
  type NotableReading,
  notableReading,
  notableReadings,
  readingHours,
} from '../../prisma/store/readings.ts';

/** Days that the page shows. */
export const DAYS_SHOWN = 28;

const DAY_MS = 24 * 3_600_000;
const MOST_READINGS = 200;

/** The readings of an agency's people that a second person should look at. */
export interface ReadingsOverview {
  /** In an emergency or beyond the allowance, newest first. */
  notable: NotableReading[];
  unusual: UnusualDay[];
  /** Names of the people in both, and of those who reviewed, by id. */
  names: ReadonlyMap<string, string>;
}

/** Returns the readings of the viewer's agency. @param zone IANA zone of days, nights and weekends */
export async function readingsOverview(
  { db, policy }: { db: Database; policy: ReadingPolicy },
  { agencyId }: Person,
  zone: string,
  now = new Date(),
): Promise<ReadingsOverview> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const from = before(DAYS_SHOWN);
  const [notable, hours] = await asAgency(agencyId, () =>
    Promise.all([
      notableReadings(db, { agencyId, from, limit: MOST_READINGS }),
      readingHours(db, agencyId, before(DAYS_SHOWN + DAYS_COMPARED)),
    ]),
  );
  const unusual = unusualDays(hours, policy, { from, zone });
  const reviews = notable.flatMap(({ review }) => review ?? []);
  const people = [...notable, ...reviews, ...unusual].map(({ personId }) => personId);
  return { notable, unusual, names: await namesOfPeople(db, people) };
}

/**
 * Records a second person's decision about a reading in an emergency.
 *
 * @throws ReferralError INVALID_INPUT if the agency has no such reading; SAME_PERSON for the reader; ROLE_REQUIRED if the
 * viewer is no supervisor or data protection officer; WRONG_STATUS if it has been reviewed.
 */
export async function reviewReading(
  { db }: { db: Database },
  viewer: Person,
  { purpose, verdict }: { purpose: TextId; verdict: ReadingVerdict },
): Promise<void> {
  if (!viewer.roles.some((role) => role === 'supervisor' || role === 'data-protection-officer')) {
    throw new ReferralError('ROLE_REQUIRED', 'Supervisors and data protection officers review readings.');
  }
  const { agencyId } = viewer;
  await asAgency(agencyId, () =>
    db.$transaction(async (tx) => {
      await lockReviewOf(tx, purpose);
      const reading = await notableReading(tx, { agencyId, purpose });
      if (reading?.code !== 'emergency')
        throw new ReferralError('INVALID_INPUT', 'There is no such reading.', 'purpose');
      if (isSamePerson(viewer, { ...viewer, personId: reading.personId })) {
        throw new ReferralError('SAME_PERSON', 'A second person reviews a reading in an emergency.');
      }
      if (reading.review) throw new ReferralError('WRONG_STATUS', 'This reading has been reviewed.');
      const { referralId } = reading;
      await addLeaf(tx, { operation: 'consultation', by: viewer, referralId, about: { reviewed: purpose, verdict } });
    }),
  );
}
