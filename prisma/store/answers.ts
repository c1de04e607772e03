/** Reads the answers of all recipients as one packed row: reading a row for each takes longer than all that follows. */

import { DECLINE_GROUNDS, type Instant, KINDS, OUTCOMES, URGENCIES } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import { type AnswerColumns, type Packed, unpackColumns } from './answer-columns.ts';
import type { Queries } from './connect.ts';

/** Reads the recipients that the agency sees, of referrals that were submitted within the period. */
export async function readAnswers(
  db: Queries,
  agencyId: string,
  { from, before }: { from: Instant; before: Instant },
): Promise<AnswerColumns> {
  const within = Prisma.sql`submitted_at >= ${from}::timestamptz AND submitted_at < ${before}::timestamptz`;
  const [packed] = await db.$queryRaw<Packed[]>`
    WITH seen AS (
      SELECT * FROM recipient WHERE coordinator_agency_id = ${agencyId} AND ${within}
      UNION ALL
      SELECT * FROM recipient WHERE sender_agency_id = ${agencyId} AND coordinator_agency_id <> ${agencyId} AND ${within}
      UNION ALL
      SELECT * FROM recipient WHERE agency_id = ${agencyId} AND coordinator_agency_id <> ${agencyId}
        AND sender_agency_id <> ${agencyId} AND ${within}
    )
    SELECT encode(string_agg(uuid_send(referral_id) || timestamptz_send(submitted_at) || timestamptz_send(opened_at)
             || coalesce(timestamptz_send(acknowledged_at), ${NO_INSTANT}) || coalesce(timestamptz_send(decided_at), ${NO_INSTANT})
             || coalesce(timestamptz_send(reported_at), ${NO_INSTANT}) || coalesce(boolsend(acknowledged_in_time), ${NO_FLAG})
             || coalesce(boolsend(decided_in_time), ${NO_FLAG}) || coalesce(boolsend(reported_in_time), ${NO_FLAG})
             || ${placeIn(KINDS, 'kind')} || ${placeIn(URGENCIES, 'urgency')} || ${placeIn(DECLINE_GROUNDS, 'ground')}
             || ${placeIn(OUTCOMES, 'outcome')}, ''::bytea), 'base64') AS rows,
           string_agg(agency_id, E'\\n') AS agencies, string_agg(country, E'\\n') AS countries
    FROM seen`;
  return unpackColumns(packed ?? { rows: null, agencies: null, countries: null });
}

const NO_INSTANT = Prisma.sql`'\\x0000000000000000'::bytea`;
const NO_FLAG = Prisma.sql`'\\x02'::bytea`;

/** SQL for the position of a column's value in the list, counted from 1; 0 if absent. */
function placeIn(list: readonly string[], column: string): Prisma.Sql {
  return Prisma.sql`int2send(coalesce(array_position(${[...list]}::text[], ${Prisma.raw(column)}), 0)::int2)`;
}
