/** Decrypts particulars for a stated purpose, and records the reading in the audit log first. */

import { randomUUID } from 'node:crypto';
import type { Disclosure } from '../../domain/disclosure.ts';
import { entryNumbers } from '../../domain/entry-numbers.ts';
import { ReferralError } from '../../domain/errors.ts';
import { textIdOf } from '../../domain/event-text.ts';
import type { EventType, JournalEntry } from '../../domain/events.ts';
import type { FieldCosts } from '../../domain/guard/budget.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Actor, Person } from '../../domain/people.ts';
import { READING_PURPOSES, type ReadingPurpose } from '../../domain/reading-purposes.ts';
import type { Instant, TextId } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { addConsultation } from '../../prisma/store/consultations.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { readParticulars, saveParticulars } from '../../prisma/store/particulars.ts';
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

/** Why particulars are read. `other` needs a text. */
export interface StatedPurpose {
  code: ReadingPurpose;
  text: string;
}

interface Deps {
  db: Database;
  keyring: Keyring;
  guard?: Guard;
}

interface Wanted {
  purpose: string | StatedPurpose;
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
  const { code, text } = statedPurpose(purpose);
  if (code === 'other' && text === '') {
    throw new ReferralError('TEXT_REQUIRED', 'Enter the purpose of reading.', 'purpose');
  }
  const reason = text || code;
  const costs = await (deps.guard ?? directGuard).text(reason, 'purpose');
  if (!disclosure.mayReadParticulars) {
    throw new ReferralError(
      'ROLE_REQUIRED',
      'Only officers of the agencies that have the referral can read its particulars.',
    );
  }
  const referralId = disclosure.referral.id;
  const journal = await readJournal(deps.db, referralId);
  const { numberOf } = entryNumbers(journal, disclosure);
  const readable = placesOf(journal.filter(disclosure.mayRead));
  const places = readable.filter(({ text }) => only === undefined || only.includes(text));
  const consulted = places.map(({ text }) => text);
  await keepRecord(deps, { reader, referralId, consulted, code, reason, costs });
  return Promise.all(
    places.map(async (place) => {
      const words = await readParticulars(deps.db, deps.keyring, { id: place.text, referralId });
      return { ...place, seq: numberOf(place.seq), words: redactText(words, disclosure.profile) };
    }),
  );
}

/** A text that is one of the codes means that code; any other text is a purpose of its own. */
function statedPurpose(purpose: string | StatedPurpose): StatedPurpose {
  if (typeof purpose !== 'string') return { code: purpose.code, text: purpose.text.trim() };
  const text = purpose.trim();
  const code = READING_PURPOSES.find((each) => each === text && each !== 'other');
  return code ? { code, text: '' } : { code: 'other', text };
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
  code: ReadingPurpose;
  reason: string;
  costs: FieldCosts;
}

/** Holds the referral's lock: storing a purpose after the key was destroyed would create a new key. */
async function keepRecord(
  { db, keyring, guard: { policy } = directGuard }: Deps,
  { reader, referralId, consulted, code, reason, costs }: Consulting,
): Promise<void> {
  const purpose = randomUUID();
  const at = new Date().toISOString();
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (referral === undefined || referral.status === 'erased') {
      throw new ReferralError('ALREADY_ERASED', 'The referral is erased: its particulars cannot be read.');
    }
    const { senderAgencyId } = referral;
    const budget = { policy, agencyId: reader.agencyId, senderAgencyId, costs };
    await saveParticulars(tx, keyring, { id: purpose, referralId, content: reason, budget });
    await addConsultation(tx, {
      v: 2,
      at,
      operation: 'consultation',
      by: reader,
      referralId,
      about: { consulted, purpose, code },
    });
  });
}
