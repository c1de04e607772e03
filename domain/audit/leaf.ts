/** One leaf of the audit log: codes, ids and digests; never particulars, so that erasure breaks no proof. */

import { createHash } from 'node:crypto';
import type { ErrorCode } from '../errors.ts';
import type { EventType, JournalEntry } from '../events.ts';
import type { Actor } from '../people.ts';
import type { AuditOperation, Instant, TextId } from '../vocabulary.ts';

export interface Leaf {
  v: 1;
  at: Instant;
  operation: AuditOperation;
  by: Actor;
  referralId?: string;
  about: LeafContent;
}

/** What it speaks of: an event of the journal, an act that was refused, a session, texts that were read, and so on. */
export type LeafContent =
  | EntryDigest
  /** Entries that Temporal alone knew, and that a person has decided against. */
  | { forgotten: EntryDigest[] }
  | { refused: string; code: ErrorCode; field?: string }
  /** Of the person who acts. */
  | { session: 'signed-in' | 'signed-out' | 'signed-out-everywhere' | 'switched-agency' }
  /** `purpose` names the particulars that hold it in words. */
  | { consulted: TextId[]; purpose: TextId }
  /** An entry of the directory, and which of its fields; what they hold is in the directory. */
  | { directory: DirectoryPart; id: string; change: DirectoryChange; fields: string[] };

interface EntryDigest {
  event: EventType;
  seq: number;
  /** SHA-256 of the entry in canonical JSON, hex. */
  digest: string;
}

export type DirectoryPart = 'agency' | 'contact-point' | 'person' | 'roles' | 'identity' | 'sessions' | 'closed-day';
export type DirectoryChange = 'added' | 'changed' | 'removed' | 'confirmed';

/** The leaf of one journal entry; Directive (EU) 2016/680 art. 25 names the operations. */
export function leafOf(referralId: string, entry: JournalEntry): Leaf {
  const { at, by, event } = entry;
  return { v: 1, at, operation: operationOf(event.type), by, referralId, about: entryDigest(entry) };
}

export function entryDigest(entry: JournalEntry): EntryDigest {
  const digest = createHash('sha256').update(canonicalJson(entry)).digest('hex');
  return { event: entry.event.type, seq: entry.seq, digest };
}

/** JSON with sorted keys and no spaces: the same value gives the same bytes. */
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
