/** The letter about an alarm of the audit log: what was found and when, and where to look. */

import { isLogAlarmKind } from '../../domain/audit/log-alarms.ts';
import { LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import { TRANSLATIONS } from '../../domain/words/translations.ts';
import type { AlarmReader, LogAlarm } from '../../prisma/store/log-alarms.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

export function writeLogAlarm(
  { at, kind }: LogAlarm,
  { name, language: code, zone, publicUrl }: AlarmReader & { publicUrl: string },
): Letter {
  const language = languageOfCode(code);
  const { logAlarm: texts, colon, footer } = LETTER_TEXTS[language];
  const { logAlarm: kinds } = TRANSLATIONS[language];
  const addressee = oneLine(name);
  return layOut({
    ...{ language, colon, subject: texts.subject, lead: texts.lead },
    // The check of the log finds nothing after a key was given up.
    paragraphs: [isLogAlarmKind(kind) ? kinds[kind] : kind, ...(kind === 'key-given-up' ? [] : [texts.advice])],
    rows: [[texts.at, dueIn(at.toISOString(), zone, LOCALES[language]).long]],
    links: [{ label: texts.link, url: `${publicUrl}/log-alarms` }],
    footer: footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
  });
}
