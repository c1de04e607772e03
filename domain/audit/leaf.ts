/** A leaf of the audit log: codes, ids and digests. It contains no particulars, so erasure invalidates no proof. */

import { createHash } from 'node:crypto';
import type { ErrorCode } from '../errors.ts';
import type { EventType, JournalEntry } from '../events.ts';
import type { Actor } from '../people.ts';
import type { AuditOperation, Instant, TextId } from '../vocabulary.ts';

/** One entry of the audit log: operation, actor, and codes or digests, without particulars. */
export interface AuditLeaf {
  v: 1;
  at: Instant;
  operation: AuditOperation;
  by: Actor;
  referralId?: string;
  about: LeafContent;
}

/** The content of a leaf: a journal entry, a refused act, a session, texts that were read, or a directory change. */
export type LeafContent =
  | EntryDigest
  /** Entries that were only in Temporal; a person decided that the journal is authoritative. */
  | { forgotten: EntryDigest[] }
  | { refused: string; code: ErrorCode; field?: string }
  /** A session of the person. */
  | { session: 'signed-in' | 'signed-out' | 'signed-out-everywhere' | 'switched-agency' }
  /** `purpose` is the id of the particulars with the stated purpose. */
  | { consulted: TextId[]; purpose: TextId }
  /** The changed fields of a directory entry; their values are in the directory. */
  | { directory: DirectoryPart; id: string; change: DirectoryChange; fields: string[] };

interface EntryDigest {
  event: EventType;
  seq: number;
  /** SHA-256 of the entry in canonical JSON, in hexadecimal. */
  digest: string;
}

/** The kind of directory entry that was changed. */
export type DirectoryPart = 'agency' | 'contact-point' | 'person' | 'roles' | 'identity' | 'sessions' | 'closed-day';
/** What was done with a directory entry. */
export type DirectoryChange = 'added' | 'changed' | 'removed' | 'confirmed';

/** The leaf of a journal entry; Directive (EU) 2016/680 art. 25 lists the operations. */
export function leafOf(referralId: string, entry: JournalEntry): AuditLeaf {
  const { at, by, event } = entry;
  return { v: 1, at, operation: operationOf(event.type), by, referralId, about: entryDigest(entry) };
}

/** The number, type and digest of a journal entry. */
export function entryDigest(entry: JournalEntry): EntryDigest {
  const digest = createHash('sha256').update(canonicalJson(entry)).digest('hex');
  return { event: entry.event.type, seq: entry.seq, digest };
}

/** JSON with sorted keys and no spaces (as RFC 8785): equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
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
