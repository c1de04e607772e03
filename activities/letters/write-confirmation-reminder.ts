/** The letter that asks a contact point to confirm its details: when they were last confirmed, and what follows without. */

import { VERIFIED_WITHIN_DAYS } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

/** The contact point. */
interface ConfirmationFacts {
  name: string;
  /** IANA. */
  zone: string;
  /** ISO 639-1. */
  language: string;
  verifiedAt: Instant;
}

const DAY_MS = 24 * 3_600_000;

/** Writes the letter. It has no details of the contact point: these are on the page of the agency, after sign-in. */
export function writeConfirmationReminder(
  { name, zone, language: code, verifiedAt }: ConfirmationFacts,
  publicUrl: string,
): Letter {
  const language = languageOfCode(code);
  const { directory: texts, colon, footer } = LETTER_TEXTS[language];
  const [addressee, locale] = [oneLine(name), LOCALES[language]];
  const leftOutAt = new Date(Date.parse(verifiedAt) + VERIFIED_WITHIN_DAYS * DAY_MS).toISOString();
  return layOut({
    ...{ language, colon },
    subject: `[Liaise] ${texts.confirmation.subject(addressee)}`,
    lead: texts.confirmation.lead,
    paragraphs: [texts.confirmation.otherwise, texts.confirmation.outdated],
    rows: [
      [texts.labels.entry, addressee],
      [texts.confirmation.last, dueIn(verifiedAt, zone, locale).long],
      [texts.confirmation.leftOut, dueIn(leftOutAt, zone, locale).long],
    ],
    links: [{ label: texts.labels.agencyPage, url: `${publicUrl}/agency` }],
    footer: footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
  });
}
