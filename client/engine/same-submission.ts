/** A submission whose origin reference its agency has used before: the same content, or a refusal that names what differs. */

import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { ReferralError } from '../../domain/errors.ts';
import { textIdOf } from '../../domain/event-text.ts';
import type { OriginDigest } from '../../domain/events.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { comparableOrigin } from '../../domain/origin-reference.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { ownReferralsByOrigin } from '../../prisma/store/origins.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { recordedReceipt } from './idempotency.ts';

interface Deps {
  db: Queries;
  keyring: Keyring;
}

interface Submitting {
  actor: Person;
  referralId: string;
  origins: readonly OriginDigest[];
  submission: Submission;
}

/**
 * Carries out a submission, unless the agency has sent it before.
 *
 * @returns the receipt of the earlier referral, marked as the same, or that of `send`.
 * @throws ReferralError DUPLICATE_ORIGIN if the content differs from that of the earlier referral.
 */
export async function unlessSame(deps: Deps, submitting: Submitting, send: () => Promise<Receipt>): Promise<Receipt> {
  const earlier = await receiptOfSame(deps, submitting);
  if (earlier) return earlier;
  try {
    return await send();
  } catch (error) {
    // The same report may have been sent twice at once, under two keys.
    const isDuplicate = error instanceof ReferralError && error.code === 'DUPLICATE_ORIGIN';
    const same = isDuplicate ? await receiptOfSame(deps, submitting) : undefined;
    if (same) return same;
    throw error;
  }
}

/**
 * Compares a submission with the earlier one of the agency that has the same origin references.
 *
 * @returns the receipt of the earlier referral, marked as the same, if the content is equal in whatever order and spacing;
 * undefined if there is no single earlier referral that the agency sent.
 * @throws ReferralError DUPLICATE_ORIGIN, which names the fields that differ but not their content.
 */
async function receiptOfSame(
  { db, keyring }: Deps,
  { actor, referralId, origins, submission }: Submitting,
): Promise<Receipt | undefined> {
  const claim = { agencyId: actor.agencyId, referralId, origins };
  const [earlierId, ...others] = await ownReferralsByOrigin(db, claim);
  const earlier = earlierId === undefined ? undefined : await findReferral(db, earlierId);
  if (earlier === undefined || others.length > 0 || earlier.senderAgencyId !== actor.agencyId) return undefined;
  const different = differences(submission, await storedSubmission({ db, keyring }, earlier.id));
  if (different.length > 0) throw duplicate(earlier.reference, different);
  const receipt = await recordedReceipt(db, { referralId: earlier.id, actId: earlier.id });
  return receipt && { ...receipt, same: true };
}

/** What was submitted, without what supplements added later. */
async function storedSubmission({ db, keyring }: Deps, referralId: string): Promise<object> {
  const [submitted] = await readJournal(db, referralId);
  const id = submitted && textIdOf(submitted.event);
  const words = id === undefined ? undefined : await readParticulars(db, keyring, { id, referralId });
  return Object(Object(words).submission);
}

/** The names of the fields that differ. */
function differences(one: object, other: object): string[] {
  const [first, second] = [one, other].map((content) => new Map(Object.entries(comparable(content))));
  const fields = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].sort();
  return fields.filter((field) => comparableText(first?.get(field)) !== comparableText(second?.get(field)));
}

/** Without the writing of origin references, what depends on the country database, and numbers of elements in paths. */
function comparable(content: object): object {
  const {
    originReferences = [],
    indicators = [],
    particulars = [],
    subjects = [],
    ...others
  }: Partial<Submission> = content;
  return {
    ...others,
    originReferences: originReferences.map(comparableOrigin),
    indicators: indicators.map((indicator) =>
      indicator.basis === 'ip-geolocation' ? { ...indicator, country: null, note: '' } : indicator,
    ),
    particulars: particulars.map((line) => ({ ...line, label: withoutNumbers(line.label) })),
    subjects: subjects.map((subject) => ({ ...subject, reference: withoutNumbers(subject.reference) })),
  };
}

function withoutNumbers(path: string): string {
  return path.replaceAll(/\[[0-9]+\]/g, '');
}

function comparableText(value: unknown): string {
  return canonicalJson(sorted(value));
}

/** Lists in one order, and texts with single spaces. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize().replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((each) => canonicalJson(sorted(each))).sort();
  if (typeof value !== 'object' || value === null) return value ?? null;
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(fields.map(([name, each]) => [name, sorted(each)]));
}

function duplicate(reference: string, fields: readonly string[]): ReferralError {
  const message =
    `An origin reference was used already, in ${reference}, with other content in: ${fields.join(', ')}. ` +
    `To add to that referral, supplement it: on its page, or with liaise supplement ${reference} --file FILE. ` +
    'For another case, correct the origin reference.';
  return new ReferralError('DUPLICATE_ORIGIN', message, 'originReferences', { reference, differing: fields });
}
