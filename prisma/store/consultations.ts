/** Records who read which particulars of a case and for what purpose: one leaf of the audit log for each reading. */

import type { AuditLeaf, Consulted } from '../../domain/audit/leaf.ts';
import type { ReadingAllowance } from '../../domain/reading-policy.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { withOrigin } from './audit.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';
import { requestOrigin } from './request-origin.ts';

/** A leaf for one reading. Directive (EU) 2016/680 art. 25: logs of consultation must show its justification. */
export interface Consultation extends Pick<AuditLeaf, 'v' | 'at' | 'by'> {
  operation: 'consultation';
  referralId: string;
  about: Consulted;
}

/** Adds a consultation to the audit log. */
export async function addConsultation(db: Queries, consultation: Consultation): Promise<void> {
  const { at, operation, referralId } = consultation;
  await db.auditLeaf.create({
    data: { at, operation, referralId, leaf: asJson(withOrigin(consultation)) },
    select: { id: true },
  });
}

/** Every consultation of a referral, in order. */
export async function consultationsOf(db: Queries, referralId: string): Promise<Consultation[]> {
  const where = { referralId, operation: 'consultation' };
  const rows = await db.auditLeaf.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as unknown as Consultation);
}

/** A reading of the person waits until others of the same person are committed, so that all of them are counted. */
export async function lockReadingsOf(db: Queries, personId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`readings/${personId}`}, 0))`;
}

/**
 * How many referrals the person has read in the hour and in the 24 hours before `at`. Reading one of them again is nothing
 * new: for a referral that was read in that span, the number is 0.
 */
export async function referralsRead(
  db: Queries,
  { personId, referralId, at }: { personId: string; referralId: string; at: Instant },
): Promise<ReadingAllowance> {
  const rows = await db.$queryRaw<ReadingAllowance[]>`
    SELECT CASE WHEN bool_or(referral_id = ${referralId}::uuid AND in_hour) THEN 0
                ELSE count(DISTINCT referral_id) FILTER (WHERE in_hour) END::int AS hour,
           CASE WHEN bool_or(referral_id = ${referralId}::uuid) THEN 0 ELSE count(DISTINCT referral_id) END::int AS day
    FROM (
      SELECT referral_id, at > ${at}::timestamptz - interval '1 hour' AS in_hour FROM audit_leaf
      WHERE leaf #>> '{by,personId}' = ${personId} AND at > ${at}::timestamptz - interval '24 hours'
        AND operation = 'consultation' AND leaf -> 'about' ? 'consulted'
    ) AS reading`;
  return rows[0] ?? { hour: 0, day: 0 };
}

/**
 * The person's last reading of the referral in the session of the current request, if it was after `since`; undefined if
 * there is none, or if the request has no session.
 */
export async function readingInSession(
  db: Queries,
  { personId, referralId, since }: { personId: string; referralId: string; since: Instant },
): Promise<Consulted | undefined> {
  const session = requestOrigin()?.session;
  if (session === undefined) return undefined;
  const rows = await db.$queryRaw<{ about: Consulted }[]>`
    SELECT leaf -> 'about' AS about FROM audit_leaf
    WHERE leaf #>> '{by,personId}' = ${personId} AND at > ${since}::timestamptz
      AND operation = 'consultation' AND leaf -> 'about' ? 'consulted' AND referral_id = ${referralId}::uuid
      AND leaf #>> '{via,session}' = ${session}
    ORDER BY at DESC, id DESC LIMIT 1`;
  return rows[0]?.about;
}
