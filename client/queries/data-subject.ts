/** What an agency holds about a data subject: which referrals, in which categories, from whom, to whom, and until when. */

import { randomUUID } from 'node:crypto';
import { bothOf, type HeldData, heldIn, type IdentifierTest, identifierTest } from '../../domain/data-subjects.ts';
import { disclose } from '../../domain/disclosure.ts';
import { ReferralError } from '../../domain/errors.ts';
import { textIdOf } from '../../domain/event-text.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { type Person, type Relation, relationsOf } from '../../domain/people.ts';
import { defaultReadingPolicy, exceeded, type ReadingPolicy } from '../../domain/reading-policy.ts';
import type { Referral } from '../../domain/referral.ts';
import { RETENTION_YEARS } from '../../domain/retention.ts';
import type { ReferralStatus } from '../../domain/statuses.ts';
import type { Instant, LegalInstrument, TextId, TransferBasis } from '../../domain/vocabulary.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { addConsultation, lockReadingsOf, referralsRead } from '../../prisma/store/consultations.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { saveParticulars } from '../../prisma/store/particulars.ts';
import { lockReferral, readReferrals } from '../../prisma/store/referrals.ts';
import { nextReferrals, openTexts, type SealedText, sealedTexts } from '../../prisma/store/sealed-texts.ts';

/** What one referral holds about the data subject. It has no particulars. */
export interface SubjectFinding extends HeldData {
  reference: string;
  status: ReferralStatus;
  relations: readonly Relation[];
  /** The sending agency, and when the viewer's agency got the referral. */
  receivedFrom: string;
  receivedAt: Instant;
  /** The agencies to which it was disclosed, as far as the viewer's agency sees them. */
  disclosedTo: { agencyId: string; at: Instant }[];
  legalInstrument: LegalInstrument;
  transferBasis?: TransferBasis;
  /** When it is reviewed, and then erased without a decision to keep it. An open referral is closed first. */
  reviewAt: Instant;
  legalHold: boolean;
}

/** A part of a search. */
export interface SubjectSearch {
  findings: SubjectFinding[];
  /** The number of referrals that were searched in this part. */
  searched: number;
  /** Where the next part begins; absent if all referrals were searched. */
  next?: string;
}

interface Deps {
  db: Database;
  keyring: Keyring;
  /** Default: the built-in allowances. */
  readingPolicy?: ReadingPolicy;
}

interface Wanted {
  identifier: string;
  /** `next` of the part before. */
  after?: string | undefined;
  /** Ends the part after this time. Default: no limit. */
  withinMs?: number;
}

const BATCH = 100;

/**
 * Searches the particulars of the viewer's agency for an identifier. The search, and the reading of each referral that has
 * it, are recorded with the purpose "answer a data subject". The identifier is not recorded.
 *
 * @throws ReferralError ROLE_REQUIRED for others than data protection officers and supervisors; INVALID_INPUT
 */
export async function searchDataSubject(deps: Deps, viewer: Person, wanted: Wanted): Promise<SubjectSearch> {
  if (!viewer.roles.some((role) => role === 'data-protection-officer' || role === 'supervisor')) {
    throw new ReferralError('ROLE_REQUIRED', 'Data protection officers and supervisors answer data subjects.');
  }
  const { db } = deps;
  const { identifier, withinMs = Number.POSITIVE_INFINITY } = wanted;
  const occursIn = identifierTest(identifier);
  const { agencyId } = viewer;
  return asAgency(agencyId, async () => {
    if (wanted.after === undefined) {
      const about = { searched: 'data-subject', code: 'answer-data-subject' } as const;
      await addLeaf(db, { operation: 'consultation', by: viewer, about });
    }
    const until = performance.now() + withinMs;
    const findings: SubjectFinding[] = [];
    let searched = 0;
    let { after } = wanted;
    for (;;) {
      const ids = await nextReferrals(db, { agencyId, after, limit: BATCH });
      findings.push(...(await searchBatch(deps, viewer, ids, occursIn)));
      searched += ids.length;
      after = ids.at(-1);
      if (ids.length < BATCH || after === undefined) return { findings, searched };
      if (performance.now() >= until) return { findings, searched, next: after };
    }
  });
}

async function searchBatch(
  deps: Deps,
  viewer: Person,
  ids: readonly string[],
  occursIn: IdentifierTest,
): Promise<SubjectFinding[]> {
  const { db } = deps;
  const byReferral = Map.groupBy(await sealedTexts(db, ids), ({ referralId }) => referralId);
  const matching = new Map<string, Map<TextId, HeldData>>();
  for (const [referralId, texts] of byReferral) {
    const held = await heldInTexts(deps, texts, occursIn);
    if (held.size > 0) matching.set(referralId, held);
  }
  const findings: SubjectFinding[] = [];
  for (const referral of await readReferrals(db, [...matching.keys()])) {
    const finding = await findingOf(deps, viewer, referral, matching.get(referral.id) ?? new Map());
    if (finding) findings.push(finding);
  }
  return findings;
}

async function heldInTexts(
  { db, keyring }: Deps,
  texts: readonly SealedText[],
  occursIn: IdentifierTest,
): Promise<Map<TextId, HeldData>> {
  const found = new Map<TextId, HeldData>();
  for (const [id, content] of await openTexts(db, keyring, texts)) {
    const held = heldIn(content, occursIn);
    if (held) found.set(id, held);
  }
  return found;
}

/** Undefined if no text that is disclosed to the agency has the identifier, or if the referral was just erased. */
async function findingOf(
  deps: Deps,
  viewer: Person,
  referral: Referral,
  held: ReadonlyMap<TextId, HeldData>,
): Promise<SubjectFinding | undefined> {
  // What the agency holds, and not what this role may read: no particulars are shown.
  const { mayRead, referral: view } = disclose(referral, { ...viewer, roles: ['supervisor'] });
  const journal = await readJournal(deps.db, referral.id);
  const readable = new Set(journal.filter(mayRead).map(({ event }) => textIdOf(event)));
  const texts = [...held].filter(([id]) => readable.has(id));
  const data = texts
    .map(([, each]) => each)
    .reduce<HeldData | undefined>((all, each) => (all ? bothOf(all, each) : each), undefined);
  const consulted = texts.map(([id]) => id);
  if (data === undefined || !(await recordReading(deps, viewer, referral.id, consulted))) return undefined;
  return { ...data, ...factsOf(view, viewer.agencyId) };
}

function factsOf(referral: Referral, agencyId: string): Omit<SubjectFinding, keyof HeldData> {
  const { reference, status, recipients, submittedAt, senderAgencyId, retention, legalHold, facts } = referral;
  const relations = relationsOf(agencyId, referral);
  const own = recipients.find((recipient) => recipient.agencyId === agencyId);
  const isRecipientOnly = relations.every((relation) => relation === 'recipient');
  return {
    ...{ reference, status, relations, receivedFrom: senderAgencyId },
    receivedAt: isRecipientOnly ? (own?.openedAt ?? submittedAt) : submittedAt,
    disclosedTo: recipients
      .filter((recipient) => recipient.agencyId !== agencyId)
      .map((recipient) => ({ agencyId: recipient.agencyId, at: recipient.openedAt })),
    legalInstrument: facts.legalInstrument,
    ...(facts.transferBasis && { transferBasis: facts.transferBasis }),
    reviewAt: retention?.review?.dueAt ?? retention?.until ?? yearsAfter(submittedAt, RETENTION_YEARS),
    legalHold: legalHold !== undefined,
  };
}

function yearsAfter(instant: Instant, years: number): Instant {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

/**
 * A referral beyond the allowance is marked, and supervisors get a letter. A data subject must be answered all the same.
 *
 * @returns false if the referral was erased meanwhile: storing a purpose then would create a new key.
 */
function recordReading(deps: Deps, by: Person, referralId: string, consulted: TextId[]): Promise<boolean> {
  const { db, keyring, readingPolicy = defaultReadingPolicy } = deps;
  const { personId } = by;
  const code = 'answer-data-subject';
  const purpose = randomUUID();
  return db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (referral === undefined || referral.status === 'erased') return false;
    await saveParticulars(tx, keyring, { id: purpose, referralId, content: code });
    const at = new Date().toISOString();
    await lockReadingsOf(tx, personId);
    const read = await referralsRead(tx, { personId, referralId, at });
    // Data protection officers read nothing else, so they have no allowance of their own.
    const beyond = exceeded(readingPolicy.allowances.supervisor, read);
    const about = { consulted, purpose, code, ...(beyond && { beyond }) } as const;
    await addConsultation(tx, { v: 2, at, operation: 'consultation', by, referralId, about });
    return true;
  });
}
