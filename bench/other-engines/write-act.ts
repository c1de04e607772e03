/** Writes the rows of one act in one transaction, as Liaise does: journal, audit log and projection. */

import type { Pool } from 'pg';
import type { WrittenAct } from './messages.ts';

/** Idempotent, because a step may run twice. */
export async function writeAct(pool: Pool, referralId: string, { entries, leaves, state }: WrittenAct): Promise<void> {
  await pool.query({
    name: 'write-act',
    text: `
      WITH entry AS (
        INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event)
        SELECT $1::uuid, seq, at, "actId", by, schema, event ->> 'type', event
        FROM jsonb_to_recordset($2::jsonb)
          AS r (seq int, at timestamptz, "actId" text, by jsonb, schema smallint, event jsonb)
        ON CONFLICT DO NOTHING
        RETURNING seq
      ), leaf AS (
        INSERT INTO audit_leaf (at, operation, referral_id, leaf)
        SELECT (leaf ->> 'at')::timestamptz, leaf ->> 'operation', $1::uuid, leaf
        FROM jsonb_array_elements($3::jsonb) AS leaf
        WHERE EXISTS (SELECT FROM entry)
      )
      INSERT INTO referral (id, reference, status, kind, urgency, round, sender_agency_id, coordinator_agency_id,
                            submitted_at, changed_at, seq, state)
      SELECT $1::uuid, $1, state ->> 'status', 'case-referral', state ->> 'urgency', 1, state ->> 'senderAgencyId',
             state ->> 'coordinatorAgencyId', (state ->> 'submittedAt')::timestamptz, now(), (state -> 'seq')::int, state
      FROM (SELECT $4::jsonb AS state) AS r
      ON CONFLICT (id) DO UPDATE SET status = EXCLUDED.status, seq = EXCLUDED.seq, state = EXCLUDED.state`,
    values: [referralId, JSON.stringify(entries), JSON.stringify(leaves), JSON.stringify(state)],
  });
}
