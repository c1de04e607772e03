/** Sends the daily digest to whoever's hour has come: once a day, and only where there is something to say. */

import { DateTime } from 'luxon';
import { v5 as uuidv5 } from 'uuid';
import type { Database } from '../prisma/store/connect.ts';
import { type DigestReader, digestReaders, markDigest, readDigest } from '../prisma/store/digests.ts';
import { settingsLink, writeDigest } from './letters/write-digest.ts';
import type { Mailer } from './mail.ts';

export interface DigestDeps {
  db: Database;
  mailer: Mailer;
  publicUrl: string;
  /** Told that the work goes on. */
  alive: () => void;
}

/** Numbers of letters. */
export interface Digested {
  sent: number;
  /** By the mail server, for good. */
  refused: number;
}

/** So many hours late a digest still goes out: mail or worker may have been away. */
const LATE_HOURS = 6;

/** Who has had no digest yet is told of one day. */
const DAY_MS = 86_400_000;

/** An act may be recorded a little after the instant that it bears: rather told twice than never. */
const OVERLAP_MS = 15 * 60_000;

/** @throws when a mail server put a letter off: tried again, and whoever was served today is passed over. */
export async function sendDigests(deps: DigestDeps, now = new Date()): Promise<Digested> {
  const digested = { sent: 0, refused: 0 };
  let putOff: unknown;
  for (const reader of await digestReaders(deps.db)) {
    deps.alive();
    const day = dayDue(reader, now);
    if (day === undefined) continue;
    // One address that is put off holds nobody else's digest up.
    await serve(deps, reader, { day, now }, digested).catch((reason: unknown) => {
      putOff ??= reason;
    });
  }
  if (putOff !== undefined) throw putOff;
  return digested;
}

interface Today {
  /** Of the reader: `2026-11-25`. */
  day: string;
  now: Date;
}

/** One letter an agency. Nothing to say is enough for today, too. */
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

/** The reader's day, where its hour has come and nothing was sent on it. */
function dayDue({ zone, digestHour, digestSentAt }: DigestReader, now: Date): string | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const late = local.hour - digestHour;
  const day = local.toISODate();
  const isSent = digestSentAt !== null && DateTime.fromJSDate(digestSentAt, { zone }).toISODate() === day;
  return day !== null && !isSent && late >= 0 && late < LATE_HOURS ? day : undefined;
}

/** Namespace of digests' ids (RFC 9562, version 5): what a crash sends again bears the same Message-ID. */
const DIGEST_NAMESPACE = 'b7a8a0c4-6f0e-5d0b-8f53-2f1d7c9e4a60';

function digestId(personId: string, agencyId: string, day: string): string {
  return uuidv5([personId, agencyId, day].join('/'), DIGEST_NAMESPACE);
}
