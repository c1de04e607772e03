/** Results of letters: written with their audit leaf, and with the report to the referral if one is due. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { type LetterResult, recipientDelivered } from '../../domain/letter-kinds.ts';
import { ENGINE } from '../../domain/people.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { IS_FREE } from './letter-claims.ts';
import type { OutboxLetter } from './letter-outbox.ts';

/** The code of a letter that was not sent, because its act was taken back before. */
export const TAKEN_BACK = 'TAKEN-BACK';

/** `code` is the SMTP reply code of a refusal, `GAVE-UP`, `NO-ADDRESS` or `TAKEN-BACK`. */
export type LetterOutcome = Pick<SettledLetter, 'result' | 'code'>;

/** The result of one letter: the leaf for the audit log, and what its referral must record. */
export interface SettledLetter {
  letterId: string;
  result: 'sent' | 'failed';
  code?: string;
  leaf: AuditLeaf;
  /** The recipient to which the letter delivers the referral. */
  delivers?: string;
}

/**
 * Writes results, their audit leaves and the reports to referrals in one statement.
 *
 * @param claim of the run that sent them; without it, the letters must be free: an operator gives them up.
 * @returns the ids of the letters whose results were written.
 */
export async function settleLetters(db: Queries, settled: readonly SettledLetter[], claim?: string): Promise<string[]> {
  const results = settled.map(({ code = null, delivers = null, ...each }) => ({ ...each, code, delivers }));
  const isOurs = claim === undefined ? IS_FREE : Prisma.sql`claim = ${claim}::uuid`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        AS r ("letterId" uuid, result text, code text, leaf jsonb, delivers text)
    ), done AS (
      UPDATE letter SET status = given.result, code = given.code, settled_at = now(), claim = NULL, claimed_until = NULL
      FROM given WHERE letter.id = given."letterId" AND status = 'waiting' AND ${isOurs}
      RETURNING letter.id, referral_id, given.leaf, given.delivers, given.result, given.code
    ), leaf AS (
      INSERT INTO audit_leaf (at, operation, referral_id, leaf)
      SELECT (leaf ->> 'at')::timestamptz, leaf ->> 'operation', referral_id, leaf FROM done
    ), report AS (
      INSERT INTO letter_report (letter_id, referral_id, delivers, result, code)
      SELECT id, referral_id, delivers, result, code FROM done WHERE delivers IS NOT NULL ON CONFLICT DO NOTHING
    )
    SELECT id::text FROM done`;
  return rows.map(({ id }) => id);
}

/** The row of a result, with its leaf for the audit log. */
export function settledLetter(
  letter: OutboxLetter,
  { result, code }: LetterOutcome,
  by: AuditLeaf['by'] = ENGINE,
): SettledLetter {
  const { letterId, referralId } = letter;
  // The workflow of an earlier version asks for the result itself.
  const delivers = letter.urgency && recipientDelivered(letter);
  const about = { letter: letter.letter, letterId, result, ...(code && { code }) };
  const leaf: AuditLeaf = {
    ...{ v: 2, at: new Date().toISOString(), operation: 'disclosure', by },
    ...{ referralId, about },
  };
  return { letterId, result, ...(code && { code }), leaf, ...(delivers && { delivers }) };
}

/** The results of a referral's letters that the audit log has. */
export async function loggedResults(db: Queries, referralId: string): Promise<(LetterResult & { at: string })[]> {
  const rows = await db.$queryRaw<{ about: LetterLeaf; at: Date }[]>`
    SELECT leaf -> 'about' AS about, at FROM audit_leaf
    WHERE referral_id = ${referralId}::uuid AND leaf #>> '{about,result}' IN ('sent', 'failed') ORDER BY id`;
  return rows.map(({ about: { letterId, result, code = '' }, at }) => ({
    ...(result === 'sent' ? { letterId, result } : { letterId, result, code }),
    at: at.toISOString(),
  }));
}

interface LetterLeaf {
  letterId: string;
  result: 'sent' | 'failed';
  code?: string;
}
