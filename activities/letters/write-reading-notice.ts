/** The letter about a reading that a second person should look at: when it was, and where to look. It names no person. */

import { LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import type { ReadingLetter } from '../../prisma/store/reading-letters.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

export function writeReadingNotice(
  { at, isEmergency, reference, name, language: code, zone }: ReadingLetter,
  publicUrl: string,
): Letter {
  const language = languageOfCode(code);
  const { emergencyReading, readingBeyondAllowance, labels, colon, footer } = LETTER_TEXTS[language];
  const texts = isEmergency ? emergencyReading : readingBeyondAllowance;
  const addressee = oneLine(name);
  return layOut({
    ...{ language, colon, subject: texts.subject, lead: texts.lead },
    paragraphs: [texts.advice],
    rows: [
      [labels.reference, reference],
      [texts.at, dueIn(at.toISOString(), zone, LOCALES[language]).long],
    ],
    links: [{ label: texts.link, url: `${publicUrl}/readings` }],
    footer: footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
  });
}
