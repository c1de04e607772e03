/** Sends the daily digest to people at their chosen hour: once a day, and only if it has content. */

import { DateTime } from 'luxon';
import { v5 as uuidv5 } from 'uuid';
import type { Database } from '../prisma/store/connect.ts';
import { type DigestReader, digestReaders, markDigest, readDigest } from '../prisma/store/digests.ts';
import { settingsLink, writeDigest } from './letters/write-digest.ts';
import type { Mailer } from './mail.ts';

/** What the digest activity needs. */
export interface DigestDeps {
  db: Database;
  mailer: Mailer;
  publicUrl: string;
  /** Called to report progress (heartbeat). */
  alive: () => void;
}

/** Numbers of letters by result. */
export interface Digested {
  sent: number;
  /** Refused permanently by the mail server. */
  refused: number;
}

/** A digest is still sent up to this many hours late, if mail server or worker were unavailable. */
const LATE_HOURS = 6;

/** The first digest covers one day. */
const DAY_MS = 86_400_000;

/** An act is recorded slightly later than its own time. The overlap may repeat a change, but omits none. */
const OVERLAP_MS = 15 * 60_000;

/** Sends all digests that are due. @throws if a mail server refused temporarily: a retry skips those sent today. */
export async function sendDigests(deps: DigestDeps, now = new Date()): Promise<Digested> {
  const digested = { sent: 0, refused: 0 };
  let putOff: unknown;
  for (const reader of await digestReaders(deps.db)) {
    deps.alive();
    const day = dayDue(reader, now);
    if (day === undefined) continue;
    // A temporary refusal of one address does not delay the others.
    await serve(deps, reader, { day, now }, digested).catch((reason: unknown) => {
      putOff ??= reason;
    });
  }
  if (putOff !== undefined) throw putOff;
  return digested;
}

interface Today {
  /** Date in the reader's time zone: `2026-11-25`. */
  day: string;
  now: Date;
}

/** Sends one letter for each agency. The day counts as done also if there is no content. */
async function serve(deps: DigestDeps, reader: DigestReader, { day, now }: Today, digested: Digested): Promise<void> {
  const { db, mailer, publicUrl } = deps;
  const { personId, name, email, language, zone, desks, digestSentAt } = reader;
  const last = digestSentAt?.getTime() ?? now.getTime() - DAY_MS;
  const times = { now, since: new Date(last - OVERLAP_MS) };
  for (const desk of desks) {
    const digest = await readDigest(db, desk, personId, times);
    const letter = writeDigest(digest, { name, language, zone, agency: desk.name, publicUrl, now });
    if (letter === undefined) continue;
    const ids = { letterId: digestId(personId, desk.agencyId, day), settingsUrl: settingsLink(publicUrl) };
    const { result } = await mailer.send(letter, email, ids);
    digested[result === 'sent' ? 'sent' : 'refused'] += 1;
  }
  await markDigest(db, personId, now);
}

/** The reader's date, if the hour has come and no digest was sent on that date. */
function dayDue({ zone, digestHour, digestSentAt }: DigestReader, now: Date): string | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const late = local.hour - digestHour;
  const day = local.toISODate();
  const isSent = digestSentAt !== null && DateTime.fromJSDate(digestSentAt, { zone }).toISODate() === day;
  return day !== null && !isSent && late >= 0 && late < LATE_HOURS ? day : undefined;
}

/** Namespace of digest ids (RFC 9562, version 5). A repeated sending has the same Message-ID. */
const DIGEST_NAMESPACE = 'b7a8a0c4-6f0e-5d0b-8f53-2f1d7c9e4a60';

function digestId(personId: string, agencyId: string, day: string): string {
  return uuidv5([personId, agencyId, day].join('/'), DIGEST_NAMESPACE);
}
