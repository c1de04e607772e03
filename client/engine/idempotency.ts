/** One key, one thing: what was asked for under it, through whichever door, and what was recorded of that. */

import type { ActType } from '../../domain/acts.ts';
import { fold } from '../../domain/apply.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { type Receipt, receiptOf } from '../../domain/receipt.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { saveIdempotencyKey } from '../../prisma/store/idempotency-keys.ts';
import { readAct, readJournal } from '../../prisma/store/journal.ts';

export interface IdempotentRequest {
  actor: Person;
  act: ActType;
  referralId: string;
  actId: string;
  key: string;
  /** Everything that was asked for, as plain data. */
  content: unknown;
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

/**
 * False where the person, or with a submission anybody of the agency, asked for something else under the key before. Of the
 * key only a digest is kept: it may be an agency's own number of the case.
 */
export async function isSameAsBefore({ db, keyring }: Deps, asked: IdempotentRequest): Promise<boolean> {
  const { act, referralId, key, content } = asked;
  const { agencyId, personId } = asked.actor;
  const digest = keyring.digest(`asked/${JSON.stringify([act, referralId, content])}`);
  const kept = { agencyId, key: keyring.digest(`key/${key}`), digest };
  // A submission under a key is one for all of the agency: a colleague's other case would be taken for it.
  if (act === 'submit' && !(await saveIdempotencyKey(db, { ...kept, personId: EVERYBODY }))) return false;
  return saveIdempotencyKey(db, { ...kept, personId });
}

/** Nobody's id. */
const EVERYBODY = '';

/** Undefined where nothing was recorded under the id. */
export async function recordedReceipt(
  db: Database,
  { referralId, actId }: Pick<IdempotentRequest, 'referralId' | 'actId'>,
): Promise<Receipt | undefined> {
  const entries = await readAct(db, referralId, actId);
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const journal = await readJournal(db, referralId);
  const referral = fold(referralId, journal.slice(0, last.seq));
  return referral && receiptOf(referral, entries);
}

/** `recorded` is the receipt of what was asked for first, where it is known. */
export function mismatch(recorded: Receipt | undefined): ReferralError {
  const what = recorded
    ? `recorded under this key, as entry ${recorded.seq} of ${recorded.reference}`
    : 'asked for under this key, and may have been done';
  const message = `Something else was ${what}: look at it; if this is wanted too, send it again under a fresh key.`;
  return new ReferralError('IDEMPOTENCY_MISMATCH', message, undefined, recorded && { reference: recorded.reference });
}
