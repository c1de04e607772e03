/** The daily digest: references, what to do and by when; where to look, and where to turn it off. */

import type { Counted, Digest, DigestTask, WaitingItem } from '../../prisma/store/digests.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import type { Language } from './language.ts';
import { languageFor } from './languages.ts';
import { layOut, type Page } from './layout.ts';
import { oneLine } from './one-line.ts';

/** For whom it is written, and what is now. */
export interface DigestAbout {
  name: string;
  /** ISO 639-1. */
  language: string;
  /** IANA. */
  zone: string;
  agency: string;
  /** Without a slash at the end. */
  publicUrl: string;
  now: Date;
}

/** Undefined where there is nothing to say. */
export function writeDigest(digest: Digest, about: DigestAbout): Letter | undefined {
  const { yours, others, changed, overdue } = digest;
  const counts = { waiting: yours.count + others.count, overdue, changed: changed.count };
  if (counts.waiting + counts.changed === 0) return undefined;
  const language = languageFor(about.language);
  const { digest: words, locale, colon } = language;
  const addressee = oneLine(about.name);
  return layOut({
    ...{ locale, colon },
    subject: words.subject(counts),
    lead: words.lead(counts, oneLine(about.agency)),
    paragraphs: [],
    lists: [
      ...listOf(words.yours, yours, (item) => waitingLine(item, about, language), language),
      ...listOf(words.others, others, (item) => waitingLine(item, about, language), language),
      ...listOf(words.changed, changed, (item) => `${item.reference}${colon} ${words.status[item.status]}`, language),
    ],
    rows: [],
    links: [
      { label: words.desk, url: `${about.publicUrl}/` },
      { label: words.settings, url: settingsLink(about.publicUrl) },
    ],
    footer: [
      words.footer(about.zone),
      ...language.footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
    ],
  });
}

export function settingsLink(publicUrl: string): string {
  return `${publicUrl}/settings`;
}

function listOf<Item>(
  heading: string,
  { count, first }: Counted<Item>,
  lineOf: (item: Item) => string,
  { digest }: Language,
): NonNullable<Page['lists']> {
  if (count === 0) return [];
  const rest = count - first.length;
  return [{ heading, items: [...first.map(lineOf), ...(rest > 0 ? [digest.more(rest)] : [])] }];
}

/** `URGENT - XR-2026-000123: acknowledge the referral by 25 Nov 2026 14:00 CET`. */
function waitingLine(item: WaitingItem, { zone, now }: DigestAbout, language: Language): string {
  const { digest, urgencyMark, colon, locale, by } = language;
  const task = `${urgencyMark[item.urgency]}${item.reference}${colon} ${taskIn(item.task, language)}`;
  if (item.dueAt === undefined) return task;
  const { short } = dueIn(item.dueAt, zone, locale);
  return item.dueAt < now.toISOString() ? `${task}, ${digest.overdue(short)}` : `${task} ${by(short)}`;
}

function taskIn(task: DigestTask, { codes, digest }: Language): string {
  const words: Record<DigestTask, string> = { ...codes.task, ...digest.task };
  return words[task];
}
