/** Letters about readings in an emergency or beyond the allowance. */

import type { TextId } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';
import { IS_NOTABLE } from './readings.ts';

/** A letter about a reading, to a supervisor of the reader's agency. */
export interface ReadingLetter {
  /** The purpose of the reading. */
  purpose: TextId;
  at: Date;
  isEmergency: boolean;
  reference: string;
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
}

/** Returns letters of the last week that are not sent yet, of at most `limit` readings. The reader gets none. */
export async function unsentReadingLetters(db: Queries, limit = 200): Promise<ReadingLetter[]> {
  return db.$queryRaw`
    WITH reading AS (
      SELECT leaf #>> '{about,purpose}' AS purpose, min(at) AS at, by_agency_id, min(referral_id::text)::uuid AS referral_id,
             min(leaf #>> '{by,personId}') AS reader, bool_or(leaf #>> '{about,code}' = 'emergency') AS is_emergency
      FROM audit_leaf
      WHERE at > now() - interval '7 days' AND ${IS_NOTABLE}
      GROUP BY 1, by_agency_id ORDER BY 2 DESC LIMIT ${limit})
    SELECT DISTINCT reading.purpose, reading.at, reading.is_emergency AS "isEmergency", r.reference,
           p.id AS "personId", p.name, p.email, p.language, p.zone
    FROM reading JOIN referral r ON r.id = reading.referral_id
    JOIN membership m ON m.agency_id = reading.by_agency_id AND m.role = 'supervisor' AND m.person_id <> reading.reader
    JOIN person p ON p.id = m.person_id
    WHERE NOT EXISTS (SELECT FROM reading_letter l WHERE l.purpose = reading.purpose::uuid AND l.person_id = p.id)
    ORDER BY reading.at, p.id`;
}

/** Records that the letter was sent, or refused permanently. */
export async function markReadingLetter(
  db: Queries,
  { purpose, personId }: Pick<ReadingLetter, 'purpose' | 'personId'>,
): Promise<void> {
  await db.readingLetter.createMany({ data: [{ purpose, personId }], skipDuplicates: true });
}
