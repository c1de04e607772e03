/** The daily digest: references, what to do and by when; where to look, and where to turn it off. */

import { type Language, LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import { TRANSLATIONS } from '../../domain/words/translations.ts';
import type { CountedTasks, Digest, DigestTask, WaitingItem } from '../../prisma/store/digests.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import { type LetterLayout, layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

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

/** Undefined if nothing is waiting and nothing has changed. */
export function writeDigest(digest: Digest, about: DigestAbout): Letter | undefined {
  const { yours, others, changed, overdue } = digest;
  const counts = { waiting: yours.count + others.count, overdue, changed: changed.count };
  if (counts.waiting + counts.changed === 0) return undefined;
  const language = languageOfCode(about.language);
  const { digest: texts, colon, footer } = LETTER_TEXTS[language];
  const { referralStatus } = TRANSLATIONS[language];
  const addressee = oneLine(about.name);
  return layOut({
    ...{ language, colon },
    subject: texts.subject(counts),
    lead: texts.lead(counts, oneLine(about.agency)),
    paragraphs: [],
    lists: [
      ...listOf(texts.yours, yours, (item) => waitingLine(item, about, language), language),
      ...listOf(texts.others, others, (item) => waitingLine(item, about, language), language),
      ...listOf(texts.changed, changed, (item) => `${item.reference}${colon} ${referralStatus[item.status]}`, language),
    ],
    rows: [],
    links: [
      { label: texts.desk, url: `${about.publicUrl}/` },
      { label: texts.settings, url: settingsLink(about.publicUrl) },
    ],
    footer: [
      texts.footer(about.zone),
      ...footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
    ],
  });
}

/** The URL of the page on which the reader can turn the digest off. */
export function settingsLink(publicUrl: string): string {
  return `${publicUrl}/settings`;
}

function listOf<Item>(
  heading: string,
  { count, first }: CountedTasks<Item>,
  lineOf: (item: Item) => string,
  language: Language,
): NonNullable<LetterLayout['lists']> {
  if (count === 0) return [];
  const rest = count - first.length;
  return [{ heading, items: [...first.map(lineOf), ...(rest > 0 ? [LETTER_TEXTS[language].digest.more(rest)] : [])] }];
}

/** `URGENT - XR-2026-000123: acknowledge the referral by 25 Nov 2026 14:00 CET`. */
function waitingLine(item: WaitingItem, { zone, now }: DigestAbout, language: Language): string {
  const { digest, urgencyMark, colon, by } = LETTER_TEXTS[language];
  const task = `${urgencyMark[item.urgency]}${item.reference}${colon} ${taskIn(item.task, language)}`;
  if (item.dueAt === undefined) return task;
  const { short } = dueIn(item.dueAt, zone, LOCALES[language]);
  return item.dueAt < now.toISOString() ? `${task}, ${digest.overdue(short)}` : `${task} ${by(short)}`;
}

function taskIn(task: DigestTask, language: Language): string {
  const tasks: Record<DigestTask, string> = {
    ...TRANSLATIONS[language].clockTask,
    ...LETTER_TEXTS[language].digest.task,
  };
  return tasks[task];
}
