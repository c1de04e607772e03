/** A leaf of the audit log: codes, ids and digests. It contains no particulars, so erasure invalidates no proof. */

import { createHash } from 'node:crypto';
import type { ProposalStep } from '../administration/proposal-step.ts';
import type { ErrorCode } from '../errors.ts';
import type { EventType, JournalEntry } from '../events.ts';
import type { LetterKind } from '../letter-kinds.ts';
import type { Actor, Role } from '../people.ts';
import type { ReadingSpan } from '../reading-policy.ts';
import type { ReadingPurpose, ReadingVerdict } from '../reading-purposes.ts';
import type { Referral } from '../referral.ts';
import type { Destroyed, ErasureGround } from '../retention.ts';
import type { AuditOperation, Instant, TextId } from '../vocabulary.ts';
import { canonicalJson } from './canonical-json.ts';

/** One entry of the audit log: operation, actor, and codes or digests, without particulars. */
export interface AuditLeaf {
  /** Leaves of version 1 have no origin, reference and change. */
  v: 1 | 2;
  at: Instant;
  operation: AuditOperation;
  by: Actor;
  /** How the request of the actor came; absent for the engine. */
  via?: RequestOrigin;
  referralId?: string;
  /** The reference of the referral, from the entry that allots it. */
  reference?: string;
  about: LeafContent;
  change?: LeafChange;
  /** The journal had lost the entry, and it was restored from Temporal later than `at`. */
  restored?: true;
}

/** How a request came: through a page, the API or a command; in which session; from what kind of address. */
export interface RequestOrigin {
  channel: 'page' | 'api' | 'command';
  /** The first 16 bytes of the SHA-256 digest of the session id or access token, in hexadecimal. */
  session?: string;
  address?: AddressClass;
}

/** Where a request came from, without the address: this machine, a private network, or the Internet. */
export type AddressClass = 'loopback' | 'private' | 'public';

/** Codes before and after an entry. Only what changed is listed. */
export interface LeafChange {
  status?: [before: string | null, after: string];
  urgency?: [before: string | null, after: string];
  /** The status of the recipient that the entry is about. */
  recipient?: [recipientId: string, before: string | null, after: string];
  /** Why the referral was erased, and how much was destroyed. */
  erased?: { ground: ErasureGround } & Destroyed;
}

/** The content of a leaf: a journal entry, a refused act, a session, texts that were read, a
 * proof bundle, a document, or a directory change. */
export type LeafContent =
  | EntryDigest
  /** Entries that were only in Temporal; a person decided that the journal is authoritative. */
  | { forgotten: EntryDigest[] }
  /** `text` is the id of the stored text that did not open. */
  | { refused: string; code: ErrorCode; field?: string; text?: TextId }
  /** A session of the person. */
  | { session: SessionChange }
  | Consulted
  /**
   * The origin references were compared with those of other agencies, without a match. A match is recorded in the same
   * place.
   */
  | { compared: 'origins' }
  /** A search for an identifier, to answer a data subject. The identifier is not recorded. */
  | { searched: 'data-subject'; code: ReadingPurpose }
  /** A second person's decision about a reading in an emergency, which is named by its purpose. */
  | { reviewed: TextId; verdict: ReadingVerdict }
  /** A proof bundle that was made: the SHA-256 digest of the file in hexadecimal, and the number of its events. */
  | { proof: string; events: number }
  /** A document that was downloaded: the SHA-256 digest of the file in hexadecimal. */
  | { document: DocumentKind; format: 'pdf' | 'json'; sha256: string }
  /**
   * The result of sending a letter; `retried` and `failed` with code GAVE-UP also by an operator. `copyId` is the copy of a
   * failed letter that was queued.
   */
  | { letter: LetterKind; letterId: string; result: 'sent' | 'failed' | 'retried'; code?: string; copyId?: string }
  /** Texts of submissions and acts that never came, of these agencies, and the number of keys. */
  | { purged: TextId[]; keys: number; agencies: string[] }
  /** The changed fields of a directory entry; their values are in the directory. */
  | ({ directory: DirectoryPart; id: string; change: DirectoryChange; fields: string[] } & DirectoryConcern);

/** What happened to a session. `signed-out-by-provider`: the sign-in service said that the person has signed out there. */
export type SessionChange =
  | 'signed-in'
  | 'signed-in-again'
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'signed-out-by-provider'
  | 'switched-agency';

/** Documents about one referral: the picture of its deadlines, and the referral as disclosed to its reader. */
export type DocumentKind = 'sla-timeline' | 'dossier';

/** Texts that were read, and why. */
export interface Consulted {
  consulted: TextId[];
  /** The id of the particulars with the text of the purpose. Readings of one visit have the same. */
  purpose: TextId;
  /** Leaves of earlier versions have no code. */
  code?: ReadingPurpose;
  /** The allowance that was exceeded. The text of the purpose then also gives the reason. */
  beyond?: ReadingSpan;
}

/** The number, type and digest of a journal entry. */
export interface EntryDigest {
  event: EventType;
  seq: number;
  /** SHA-256 of the entry in canonical JSON, in hexadecimal. */
  digest: string;
}

/** Whom a change of the directory concerns. Leaves of earlier versions lack it. */
export interface DirectoryConcern {
  /** The agencies concerned; each sees the change in its own audit log. */
  agencies?: string[];
  /** The roles of the person before and after, at each agency where they changed. */
  roles?: RoleChange[];
  /** The codes of changed fields before and after; null if there was no value. Names and addresses are not recorded. */
  codes?: Record<string, [before: unknown, after: unknown]>;
  /** The proposal of which this is a step. A change is in force only after the step `applied`. */
  proposal?: { id: string; step: 'proposed' | ProposalStep };
}

/** The roles of a person at one agency, before and after a change. */
export interface RoleChange {
  agencyId: string;
  before: Role[];
  after: Role[];
}

/** The kind of directory entry that was changed. */
export type DirectoryPart =
  | 'agency'
  | 'contact-point'
  | 'capability'
  | 'import'
  | 'person'
  | 'roles'
  | 'identity'
  | 'sessions'
  | 'closed-day'
  | 'policies'
  | 'webhook'
  | 'calendar-feed'
  | 'keys';
/** What was done with a directory entry. */
export type DirectoryChange = 'added' | 'changed' | 'removed' | 'confirmed';

/** The referral before and after an entry, and the origin of the request. */
export interface LeafContext {
  before?: Referral | undefined;
  after: Referral;
  via?: RequestOrigin | undefined;
  restored?: true;
}

/** The leaf of a journal entry; Directive (EU) 2016/680 art. 25 lists the operations. */
export function leafOf(referralId: string, entry: JournalEntry, context: LeafContext): AuditLeaf {
  const { at, by } = entry;
  const { via, restored } = context;
  return {
    ...{ v: 2, at, by, referralId, about: entryDigest(entry) },
    ...derivedFields(referralId, entry, context),
    ...(via && by.kind === 'person' && { via }),
    ...(restored && { restored }),
  };
}

/** The fields of a leaf that follow from the journal up to its entry, without the digest. */
export function derivedFields(
  referralId: string,
  { event }: JournalEntry,
  { before, after }: Pick<LeafContext, 'before' | 'after'>,
): Pick<AuditLeaf, 'operation' | 'reference' | 'change'> {
  const change = changeOf(before, after, event);
  return {
    operation: operationOf(event.type),
    ...(after.reference !== referralId && { reference: after.reference }),
    ...(Object.keys(change).length > 0 && { change }),
  };
}

function changeOf(before: Referral | undefined, after: Referral, event: JournalEntry['event']): LeafChange {
  const recipientId = 'recipientId' in event ? event.recipientId : undefined;
  const ofRecipient = (referral?: Referral) => referral?.recipients.find(({ id }) => id === recipientId)?.status;
  const status = changed(before?.status, after.status);
  const urgency = changed(urgencyOf(before), urgencyOf(after));
  const recipient = changed(ofRecipient(before), ofRecipient(after));
  return {
    ...(status && { status }),
    ...(urgency && { urgency }),
    ...(recipient && recipientId !== undefined && { recipient: [recipientId, ...recipient] }),
    ...(event.type === 'erased' &&
      event.ground &&
      event.destroyed && { erased: { ground: event.ground, ...event.destroyed } }),
  };
}

function changed(before: string | undefined, after: string | undefined): [string | null, string] | undefined {
  return after === undefined || before === after ? undefined : [before ?? null, after];
}

/** The urgency that triage decided. */
function urgencyOf(referral: Referral | undefined): string | undefined {
  return referral?.triage.state === 'decided' ? referral.triage.decision.urgency : undefined;
}

/** The number, type and digest of a journal entry. */
export function entryDigest(entry: JournalEntry): EntryDigest {
  const digest = createHash('sha256').update(canonicalJson(entry)).digest('hex');
  return { event: entry.event.type, seq: entry.seq, digest };
}

function operationOf(event: EventType): AuditOperation {
  if (event.startsWith('clock-')) return 'clock';
  switch (event) {
    case 'submitted':
    case 'supplemented':
      return 'collection';
    case 'recipient-opened':
    case 'delivered':
    case 'referred-onward':
      return 'transfer';
    case 'letters-settled':
      return 'disclosure';
    case 'linked':
    case 'possible-duplicate-found':
      return 'combination';
    case 'erased':
      return 'erasure';
    default:
      return 'alteration';
  }
}
