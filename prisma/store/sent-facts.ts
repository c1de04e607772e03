/** What letters stated within the last hour: the same fact is not sent to one address twice. */

import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Queries } from './connect.ts';
import type { OutboxLetter } from './letter-outbox.ts';

/** A letter that was sent. */
export interface SentFact {
  /** Equal for letters that state the same: as `factOf` makes it. */
  fact: string;
  addressee: Addressee;
}

/** The fact that a letter states: what it is about, and the entry of the journal that caused it. */
export function factOf({
  referralId,
  seq,
  letter,
  recipientId,
  clockId,
  addressee,
}: Pick<OutboxLetter, 'referralId' | 'seq' | 'letter' | 'recipientId' | 'clockId' | 'addressee'>): string {
  return [referralId, seq, letter, recipientId, clockId, addressee.twinId].join('/');
}

/** The letters that were sent within the last hour, of the entries that caused the given ones. */
export async function sentFacts(
  db: Queries,
  letters: readonly Pick<OutboxLetter, 'referralId' | 'seq'>[],
): Promise<SentFact[]> {
  if (letters.length === 0) return [];
  const rows = await db.$queryRaw<SentRow[]>`
    SELECT referral_id::text AS "referralId", seq, letter, addressee, recipient_id AS "recipientId", clock_id AS "clockId"
    FROM letter
    WHERE (referral_id, seq) IN (SELECT * FROM unnest(${letters.map(({ referralId }) => referralId)}::uuid[],
                                                      ${letters.map(({ seq }) => seq)}::int[]))
      AND status = 'sent' AND settled_at > now() - interval '1 hour'`;
  return rows.map(({ recipientId, clockId, ...row }) => ({
    fact: factOf({ ...row, ...(recipientId && { recipientId }), ...(clockId && { clockId }) }),
    addressee: row.addressee,
  }));
}

type SentRow = Pick<OutboxLetter, 'referralId' | 'seq' | 'letter' | 'addressee'> & {
  recipientId: string | null;
  clockId: string | null;
};
