/** Idempotency: keys and content digests of requests, and the receipt of a request that was recorded before. */

import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { ActType } from '../../domain/acts.ts';
import { fold } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Idempotency, IdempotencyKey } from '../../domain/idempotency.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { type Receipt, receiptOf } from '../../domain/receipt.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { findKeys, type RecordedKey, type StoredKeys } from '../../prisma/store/idempotency-keys.ts';
import { readAct, readJournal } from '../../prisma/store/journal.ts';
import { receiptOfView } from '../queries/entry-numbers.ts';
import { findShown } from '../queries/find-shown.ts';
import { auditRefusal, isRefusal, withAuditedRefusal } from './audit-refusal.ts';
import { type ActListener, observed } from './observe.ts';

/** A request with its idempotency keys and the digest of its content. */
export interface IdempotentRequest {
  actor: Person;
  act: ActType;
  referralId: string;
  actId: string;
  idempotency: Idempotency;
  /** Its keys and its content under every digest key, while the digest key is renewed. */
  known: { keys: IdempotencyKey[]; digests: string[] };
  /** The digests that earlier versions stored before they carried out the act, under every digest key. */
  earlierDigests: string[];
}

/** A person's own key, for acts. Two people may use equal keys. */
export function personalKeys(keyring: Keyring, { agencyId, personId }: Person, key: string): IdempotencyKey[] {
  return keyring.digests(`key/${key}`).map((digest) => ({ agencyId, personId, key: digest }));
}

/** The key of a submission: it belongs to the whole agency. */
export function agencyKeys(keyring: Keyring, person: Person, key: string): IdempotencyKey[] {
  return personalKeys(keyring, { ...person, personId: '' }, key);
}

/** What a new act gets, under the current digest key, and what a stored act may have, under any. */
export function withKeys(
  keys: readonly IdempotencyKey[][],
  digests: string[],
): Pick<IdempotentRequest, 'idempotency' | 'known'> {
  const idempotency = { keys: keys.flatMap(([current]) => current ?? []), digest: digests[0] ?? '' };
  return { idempotency, known: { keys: keys.flat(), digests } };
}

/**
 * Digests of what the caller sent, under every digest key. It does not depend on the parser, so a new version gives the same digest.
 *
 * @param sent the bytes of a file, or a JSON value, which is compared in its canonical form (RFC 8785).
 */
export function contentDigests(keyring: Keyring, act: ActType, referralId: string, sent: unknown): string[] {
  const content =
    sent instanceof Uint8Array ? { sha256: createHash('sha256').update(sent).digest('hex') } : { json: sent };
  return keyring.digests(`sent/${canonicalJson([act, referralId, content])}`);
}

/** Digests of the parsed request, as versions before the table `act_key` computed them. */
export function earlierDigests(keyring: Keyring, act: ActType, referralId: string, parsed: unknown): string[] {
  return keyring.digests(`asked/${JSON.stringify([act, referralId, parsed])}`);
}

/** Namespace (RFC 9562) of the ids of referrals and acts, which follow from the caller and the key. */
export const CALLER_NAMESPACE = 'b1a6b4a1-7c56-5d0e-8f0a-52d1f6f1b7f3';

/** The id of the act that a person performs with this key: a form that is sent twice gives the same act. */
export function actIdOf(referralId: string, { personId }: Pick<Person, 'personId'>, key: string): string {
  return uuidv5(`${referralId}/${personId}/${key}`, CALLER_NAMESPACE);
}

/** Id of the free text of an act. Different content under the same key gives another id. */
export function newTextId(actId: string, { digest }: Idempotency): string {
  return uuidv5(`text/${digest}`, actId);
}

/**
 * The receipt of the act that is recorded under the keys of a request; undefined if none is.
 *
 * @throws ReferralError IDEMPOTENCY_MISMATCH if the content differs.
 */
async function answerOfStored(
  db: Queries,
  request: IdempotentRequest,
  stored: StoredKeys,
): Promise<Receipt | undefined> {
  const { actor, known } = request;
  const other = stored.acts.find(({ digest }) => !known.digests.includes(digest));
  if (other) throw mismatch(await receiptForCaller(db, actor, other));
  const [same] = stored.acts;
  if (same) return recordedReceipt(db, same);
  if (stored.earlier.length === 0) return undefined;
  const receipt = await recordedReceipt(db, request);
  if (stored.earlier.some(({ digest }) => !request.earlierDigests.includes(digest))) {
    throw mismatch(receipt && (await receiptOfView(db, actor, receipt)));
  }
  return receipt;
}

/** As `answerOfStored`, with the keys read now. Earlier versions recorded acts without their keys. */
async function answerNow(db: Queries, request: IdempotentRequest): Promise<Receipt | undefined> {
  const stored = await findKeys(db, request.known.keys);
  return (await answerOfStored(db, request, stored)) ?? (await recordedReceipt(db, request));
}

/** Undefined if no such act is recorded. */
export async function recordedReceipt(
  db: Queries,
  { referralId, actId }: Pick<RecordedKey, 'referralId' | 'actId'>,
): Promise<Receipt | undefined> {
  const entries = await readAct(db, referralId, actId);
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const journal = await readJournal(db, referralId);
  const referral = fold(referralId, journal.slice(0, last.seq));
  return referral && receiptOf(referral, entries);
}

/** The receipt, if the referral is still disclosed to the caller. */
async function receiptForCaller(db: Queries, actor: Person, recorded: RecordedKey): Promise<Receipt | undefined> {
  const referral = await findShown(db, actor, recorded.referralId);
  const receipt = referral && (await recordedReceipt(db, recorded));
  return receipt && receiptOfView(db, actor, receipt);
}

function mismatch(recorded: Receipt | undefined): ReferralError {
  const what = recorded
    ? `recorded under this key, as entry ${recorded.seq} of ${recorded.reference}`
    : 'sent under this key, and may have been done';
  const message = `Something else was ${what}: look at it; if this is wanted too, send it again under a fresh key.`;
  return new ReferralError('IDEMPOTENCY_MISMATCH', message, undefined, recorded && { reference: recorded.reference });
}

/**
 * Returns the receipt of an act recorded under the keys, or else of `carryOut`. Refusals are recorded in the audit log.
 */
export function withIdempotency(
  { db, onAct }: { db: Database; onAct?: ActListener },
  call: IdempotentRequest,
  stored: StoredKeys,
  carryOut: () => Promise<Receipt>,
): Promise<Receipt> {
  return observed(call, onAct, async () => {
    const before = await withAuditedRefusal(db, call, () => answerOfStored(db, call, stored));
    if (before) return before;
    try {
      return await carryOut();
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      // A simultaneous request, or one answered too late, may have recorded the act meanwhile.
      const meanwhile = await withAuditedRefusal(db, call, () => answerNow(db, call));
      if (meanwhile) return meanwhile;
      throw isRefusal(error) ? await auditRefusal(db, call, error) : error;
    }
  });
}
