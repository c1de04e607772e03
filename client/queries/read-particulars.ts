/** Decrypts particulars for a stated purpose, and records the reading in the audit log first. */

import { randomUUID } from 'node:crypto';
import type { Consulted } from '../../domain/audit/leaf.ts';
import type { Disclosure } from '../../domain/disclosure.ts';
import { entryNumbers } from '../../domain/entry-numbers.ts';
import { ReferralError } from '../../domain/errors.ts';
import { textIdOf } from '../../domain/event-text.ts';
import type { EventType, JournalEntry } from '../../domain/events.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Actor, Person } from '../../domain/people.ts';
import {
  allowanceOf,
  defaultReadingPolicy,
  exceeded,
  type ReadingPolicy,
  type ReadingSpan,
} from '../../domain/reading-policy.ts';
import { needsText, READING_PURPOSES, type ReadingPurpose } from '../../domain/reading-purposes.ts';
import type { Instant, TextId } from '../../domain/vocabulary.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { addConsultation, lockReadingsOf, readingInSession, referralsRead } from '../../prisma/store/consultations.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { readTexts, saveParticulars } from '../../prisma/store/particulars.ts';
import { lockReferral } from '../../prisma/store/referrals.ts';
import { directGuard, type Guard } from '../platform/guard/guard.ts';
import { redactText } from './disclosed-particulars.ts';

/** The text of one entry of the journal. */
export interface DisclosedText {
  text: TextId;
  /** The number of the entry in the reader's own view. */
  seq: number;
  at: Instant;
  by: Actor;
  event: EventType;
  /**
   * A text, or a submission with the unparsed parts of its report file; redacted by the reader's disclosure profile.
   */
  words: unknown;
}

/** Why particulars are read. `other` and `emergency` need a text. */
export interface StatedPurpose {
  code: ReadingPurpose;
  text: string;
  /** Why the person reads more referrals than the policy allows. */
  further?: string;
}

interface Deps {
  db: Database;
  keyring: Keyring;
  guard?: Guard;
  /** Default: the built-in allowances. */
  readingPolicy?: ReadingPolicy;
}

interface Wanted {
  /** Undefined: the purpose of the current visit. */
  purpose: string | StatedPurpose | undefined;
  /** Only these texts; default: all that the reader may read. */
  only?: readonly TextId[];
}

/** Decrypts particulars. Called by `read.ts`, which documents the errors; `disclosure` is the reader's. */
export async function readDisclosedTexts(
  deps: Deps,
  reader: Person,
  disclosure: Disclosure,
  { purpose, only }: Wanted,
): Promise<DisclosedText[]> {
  const referralId = disclosure.referral.id;
  const visit = purpose === undefined ? await visitTo(deps, reader, referralId) : undefined;
  const stated = visit ? { code: visit.code ?? 'other', text: '' } : statedPurpose(purpose ?? '');
  if (visit === undefined) assertStated(stated);
  const isEmergency = stated.code === 'emergency';
  const mayRead = isEmergency ? disclosure.mayReadInEmergency : disclosure.mayRead;
  const journal = await readJournal(deps.db, referralId);
  const { numberOf } = entryNumbers(journal, disclosure);
  const readable = placesOf(journal.filter(mayRead));
  if (!disclosure.mayReadParticulars && (!isEmergency || readable.length === 0)) {
    throw new ReferralError(
      'ROLE_REQUIRED',
      'Only officers of the agencies that have the referral can read its particulars.',
    );
  }
  const places = readable.filter(({ text }) => only === undefined || only.includes(text));
  const consulted = places.map(({ text }) => text);
  await keepRecord(deps, { reader, referralId, consulted, stated, visit });
  const words = await readTexts(deps.db, deps.keyring, referralId, consulted);
  return places.map((place) => ({
    ...{ ...place, seq: numberOf(place.seq) },
    words: redactText(words.get(place.text), disclosure.profile),
  }));
}

/** What the API and the command line are given. A text that is a code of a purpose means that code. */
export function statedBy(given: {
  purpose: string;
  further?: string | undefined;
  emergency?: boolean | undefined;
}): StatedPurpose {
  const { purpose, further, emergency = false } = given;
  const stated = emergency ? ({ code: 'emergency', text: purpose } as const) : statedPurpose(purpose);
  return { ...stated, ...(further !== undefined && { further }) };
}

/** A text that is one of the codes means that code; any other text is a purpose of its own. */
function statedPurpose(purpose: string | StatedPurpose): StatedPurpose {
  if (typeof purpose !== 'string') {
    const { code, text, further = '' } = purpose;
    return { code, text: text.trim(), ...(further.trim() && { further: further.trim() }) };
  }
  const text = purpose.trim();
  const code = READING_PURPOSES.find((each) => each === text && !needsText(each));
  return code ? { code, text: '' } : { code: 'other', text };
}

function assertStated({ code, text }: StatedPurpose): void {
  if (text !== '' || !needsText(code)) return;
  throw new ReferralError('TEXT_REQUIRED', 'Enter the purpose of reading.', 'purpose');
}

/** A visit to a case: without a further reading it ends after this time, and with the session. */
const VISIT_MS = 30 * 60_000;

/** The last reading of the current visit, whose purpose holds for its further readings; undefined if there is none. */
export async function visitTo(
  { db }: Pick<Deps, 'db'>,
  reader: Person,
  referralId: string,
): Promise<Consulted | undefined> {
  const since = new Date(Date.now() - VISIT_MS).toISOString();
  return readingInSession(db, { personId: reader.personId, referralId, since });
}

type TextPlace = Omit<DisclosedText, 'words'>;

/** Finds the entries with texts. A text that several entries share is read once. */
function placesOf(journal: readonly JournalEntry[]): TextPlace[] {
  const places = new Map<TextId, TextPlace>();
  for (const { seq, at, by, event } of journal) {
    const text = textIdOf(event);
    if (text !== undefined && !places.has(text)) places.set(text, { text, seq, at, by, event: event.type });
  }
  return [...places.values()];
}

interface Consulting {
  reader: Person;
  referralId: string;
  consulted: TextId[];
  stated: StatedPurpose;
  /** The earlier reading of the same visit. */
  visit: Consulted | undefined;
}

/** Holds the referral's lock: storing a purpose after the key was destroyed would create a new key. */
async function keepRecord(deps: Deps, consulting: Consulting): Promise<void> {
  const { db, keyring, guard = directGuard } = deps;
  const { reader, referralId, consulted, stated, visit } = consulting;
  const { code, text, further } = stated;
  const reason = [text || code, further].filter(Boolean).join('\n');
  const costs = visit ? undefined : await guard.text(reason, 'purpose');
  const at = new Date().toISOString();
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (referral === undefined || referral.status === 'erased') {
      throw new ReferralError('ALREADY_ERASED', 'The referral is erased: its particulars cannot be read.');
    }
    const beyond = visit ? undefined : await beyondAllowance(deps, tx, consulting, at);
    const purpose = visit?.purpose ?? randomUUID();
    if (costs) {
      const { senderAgencyId } = referral;
      const budget = { policy: guard.policy, agencyId: reader.agencyId, senderAgencyId, costs };
      await saveParticulars(tx, keyring, { id: purpose, referralId, content: reason, budget });
    }
    const about = { consulted, purpose, code, ...(beyond && { beyond }) };
    await addConsultation(tx, { v: 2, at, operation: 'consultation', by: reader, referralId, about });
  });
}

/** @throws ReferralError READING_ALLOWANCE if the allowance is exceeded without a further purpose or an emergency. */
async function beyondAllowance(
  { readingPolicy = defaultReadingPolicy }: Deps,
  tx: Queries,
  { reader, referralId, stated }: Consulting,
  at: Instant,
): Promise<ReadingSpan | undefined> {
  const { personId } = reader;
  await lockReadingsOf(tx, personId);
  const allowed = allowanceOf(reader, readingPolicy);
  const span = exceeded(allowed, await referralsRead(tx, { personId, referralId, at }));
  if (span === undefined || stated.further !== undefined || stated.code === 'emergency') return span;
  throw new ReferralError(
    'READING_ALLOWANCE',
    `You have read the particulars of ${allowed[span]} referrals within ${span === 'hour' ? 'an hour' : '24 hours'}. ` +
      'State why you need to read more. Your supervisors see it.',
    'further',
  );
}
