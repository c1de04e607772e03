/** Reads referrals as disclosed to a viewer. Every entry point reads them through this module. */

import { type Disclosure, disclose, isShownTo } from '../../domain/disclosure.ts';
import { type EntryNumbers, entryNumbers, hasNumber } from '../../domain/entry-numbers.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { type Person, worksOnReferrals } from '../../domain/people.ts';
import type { ReadingPolicy } from '../../domain/reading-policy.ts';
import type { ReadingPurpose } from '../../domain/reading-purposes.ts';
import type { Referral } from '../../domain/referral.ts';
import type { TextId } from '../../domain/vocabulary.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { lettersOf, type OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { findReferralId, linksTo } from '../../prisma/store/referrals.ts';
import type { Guard } from '../platform/guard/guard.ts';
import { findShown, refuseUnknown } from './find-shown.ts';
import { type DisclosedText, readDisclosedTexts, type StatedPurpose, visitTo } from './read-particulars.ts';

/** What a reader needs. */
export interface ReaderDeps {
  db: Database;
  keyring: Keyring;
  /** Default: in this thread, for a process that carries out one command. */
  guard?: Guard;
  /** Default: the built-in allowances. */
  readingPolicy?: ReadingPolicy;
}

/** A referral as disclosed to one viewer. Every `seq` in it is a number of the viewer's own view. */
export interface View {
  referral: Referral;
  /** Entries that are disclosed to the viewer, in order. Those about letters are left out. */
  journal: JournalEntry[];
  letters: OutboxLetter[];
  numbers: EntryNumbers;
  /** The last entry of the whole journal. It is never shown. */
  lastSeq: number;
  /** The number that the viewer's agency uses for the case. Only people who work on referrals see it. */
  ownReference?: string;
}

/** Reads one referral as its viewer may see it. Reading particulars is recorded. */
export interface Reader {
  /**
   * @throws ReferralError UNKNOWN_REFERRAL if it does not exist or is not disclosed; the attempt is in the audit log.
   */
  status(viewer: Person, name: string): Promise<View>;
  /**
   * Decrypts the particulars that the viewer may read, in order. The reading is recorded in the audit log first.
   *
   * @param purpose a code of `READING_PURPOSES`, or a text of the reader; undefined for that of the current visit
   * @param only these texts; default: all
   * @throws ReferralError TEXT_REQUIRED without a purpose; ROLE_REQUIRED if the viewer may not read them;
   *   READING_ALLOWANCE if the viewer has read too many referrals; ALREADY_ERASED if they were erased.
   */
  particulars(
    viewer: Person,
    name: string,
    purpose: string | StatedPurpose | undefined,
    only?: readonly TextId[],
  ): Promise<{ referral: Referral; said: DisclosedText[] }>;
  /** The purpose for which the viewer has read particulars in the current visit; undefined if none. */
  visit(viewer: Person, referralId: string): Promise<ReadingPurpose | undefined>;
}

/** Creates the reader. */
export function openReader(deps: ReaderDeps): Reader {
  const { db } = deps;
  return {
    status: (viewer, name) =>
      asAgency(viewer.agencyId, async () => {
        const disclosure = await onRecord(db, viewer, name, 'status', async (referral) =>
          disclose(await withLinksBack(db, viewer, referral), viewer),
        );
        const ownReference = await readOwnReference(deps, viewer, disclosure.referral);
        return { ...(await viewOf(db, viewer, disclosure)), ...(ownReference && { ownReference }) };
      }),
    particulars: (viewer, name, purpose, only) =>
      asAgency(viewer.agencyId, () =>
        onRecord(db, viewer, name, 'read', async (referral) => {
          const disclosure = disclose(referral, viewer);
          return {
            referral: disclosure.referral,
            said: await readDisclosedTexts(deps, viewer, disclosure, { purpose, ...(only && { only }) }),
          };
        }),
      ),
    visit: (viewer, referralId) =>
      asAgency(viewer.agencyId, async () => {
        const visit = await visitTo(deps, viewer, referralId);
        return visit && (visit.code ?? 'other');
      }),
  };
}

/** The agency entered the number itself, so reading it needs no purpose. After the erasure there is none. */
async function readOwnReference(
  { db, keyring }: ReaderDeps,
  viewer: Person,
  { id, ownReferences }: Referral,
): Promise<string | undefined> {
  const text = ownReferences?.[viewer.agencyId];
  if (text === undefined || !worksOnReferrals(viewer)) return undefined;
  const number = await readParticulars(db, keyring, { id: text, referralId: id });
  return typeof number === 'string' ? number : undefined;
}

/** Adds links that are stored with the other referral, if that referral is disclosed to the viewer. */
export async function withLinksBack(db: Queries, viewer: Person, referral: Referral): Promise<Referral> {
  const back = (await linksTo(db, referral.id)).filter(({ from }) => isShownTo(from, viewer));
  const links = back.map(({ from, kind }) => ({ otherId: from.id, kind }));
  const isNew = (link: Referral['links'][number]) =>
    !referral.links.some(({ otherId, kind }) => otherId === link.otherId && kind === link.kind);
  return { ...referral, links: [...referral.links, ...links.filter(isNew)] };
}

/** Records refused reads in the audit log, also for referrals that do not exist. */
async function onRecord<T>(
  db: Database,
  by: Person,
  name: string,
  refused: string,
  read: (referral: Referral) => Promise<T>,
): Promise<T> {
  const referral = await findShown(db, by, name);
  try {
    return await (referral === undefined ? refuseUnknown() : read(referral));
  } catch (error) {
    if (error instanceof ReferralError) {
      const referralId = referral?.id ?? (await findReferralId(db, name));
      const about = { refused, code: error.code };
      await addLeaf(db, { operation: 'refused-attempt', by, about, ...(referralId && { referralId }) });
    }
    throw error;
  }
}

async function viewOf(db: Queries, viewer: Person, disclosure: Disclosure): Promise<View> {
  const { referral, maySee } = disclosure;
  const whole = await readJournal(db, referral.id);
  const numbers = entryNumbers(whole, disclosure);
  const { numberOf } = numbers;
  const seen = new Set(whole.filter(maySee).map(({ seq }) => seq));
  const isCoordinators = referral.coordinatorAgencyId === viewer.agencyId;
  const letters = (await lettersOf(db, referral.id)).filter(
    (letter) =>
      isToAgency(letter, viewer.agencyId, referral) ||
      // Only the coordinator may know who else reported the case.
      (seen.has(letter.seq) && (isCoordinators || letter.addressee.twinId === undefined)),
  );
  return {
    referral: { ...referral, seq: numberOf(referral.seq) },
    journal: whole.filter((entry) => hasNumber(entry, disclosure)).map((each) => renumbered(each, numbers)),
    letters: letters.map((letter) => ({ ...letter, seq: numberOf(letter.seq) })),
    numbers,
    lastSeq: referral.seq,
  };
}

/** The entry that stopped a clock is named by its number too; 0 if the viewer does not see it. */
function renumbered(entry: JournalEntry, { numberOf, seqOf }: EntryNumbers): JournalEntry {
  const { seq, event } = entry;
  if (event.type !== 'clock-stopped') return { ...entry, seq: numberOf(seq) };
  const by = numberOf(event.bySeq);
  const bySeq = seqOf(by) === event.bySeq ? by : 0;
  return { ...entry, seq: numberOf(seq), event: { ...event, bySeq } };
}

/** People who do not see the letters of an act still see those to their own agency. */
function isToAgency({ addressee }: OutboxLetter, agencyId: string, { recipients }: Referral): boolean {
  if (addressee.kind === 'person') return addressee.agencyId === agencyId;
  return recipients.some((each) => each.agencyId === agencyId && each.contactPointId === addressee.contactPointId);
}
