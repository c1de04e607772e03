/** Every letter: from its name and the facts to subject, text and html, in the reader's language and time zone. */

import type { LetterKind } from '../../domain/letter-kinds.ts';
import { type Language, LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import { TRANSLATIONS } from '../../domain/words/translations.ts';
import { type Due, dueIn } from './due.ts';
import { english } from './english.ts';
import type { Letter, LetterFacts } from './facts.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { layOut, oneLine } from './layout.ts';
import type { LetterTexts, Phrases, Template } from './letter-texts.ts';

/** The texts of letters by language. */
export const LETTER_TEXTS: Record<Language, LetterTexts> = { en: english, fr: french, de: german };

const MAX_SUBJECT_LENGTH = 120;

/** Pure: the same facts give the same letter. A missing fact is left out, never invented. */
export function writeLetter(letter: LetterKind, facts: LetterFacts): Letter {
  const language = languageOfCode(facts.addressee.language);
  const texts = LETTER_TEXTS[language];
  const { subject, request, paragraphs } = texts.letters[letter];
  const due = facts.clock && dueIn(facts.clock.dueAt, facts.addressee.zone, LOCALES[language]);
  const inSubject = phrasesOf(facts, language, due?.short);
  const inBody = phrasesOf(facts, language, due?.long);
  const requested = fill(request, inBody);
  return layOut({
    language,
    colon: texts.colon,
    subject: subjectLine(facts, (requested && texts.urgencyMark[facts.urgency]) + fill(subject, inSubject)),
    lead: requested || texts.nothingAsked,
    paragraphs: paragraphs.map((template) => fill(template, inBody)).filter(Boolean),
    rows: rows(facts, language),
    links: [{ label: texts.labels.link, url: oneLine(facts.link) }],
    footer: texts.footer.map((text) => (typeof text === 'string' ? text : text(inBody))),
  });
}

function phrasesOf(facts: LetterFacts, language: Language, due: Due[keyof Due] = ''): Phrases {
  const texts = LETTER_TEXTS[language];
  const { clock, recipient } = facts;
  const percent = new Intl.NumberFormat(LOCALES[language], { style: 'percent' });
  return {
    sender: oneLine(facts.sendingAgency),
    recipient: oneLine(recipient?.name ?? texts.unnamedAgency),
    addressee: oneLine(facts.addressee.name),
    due,
    by: due && ` ${texts.by(due)}`,
    task: clock ? TRANSLATIONS[language].clockTask[clock.name] : texts.unnamedTask,
    owedBy: oneLine(clock?.owedBy ?? texts.unnamedAgency),
    passed: clock?.passed ? percent.format(clock.passed) : '',
    facts,
  };
}

function fill(template: Template, phrases: Phrases): string {
  return typeof template === 'string' ? template : template(phrases);
}

function subjectLine({ reference }: LetterFacts, title: string): string {
  const line = `[${oneLine(reference)}] ${title}`;
  if (line.length <= MAX_SUBJECT_LENGTH) return line;
  return `${line.slice(0, MAX_SUBJECT_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function rows(facts: LetterFacts, language: Language): [label: string, value: string][] {
  const { labels } = LETTER_TEXTS[language];
  const { capability, urgency, handlingCode } = TRANSLATIONS[language];
  const { recipient } = facts;
  const all: [label: string, value: string | undefined][] = [
    [labels.reference, oneLine(facts.reference)],
    [labels.sender, oneLine(facts.sendingAgency)],
    [labels.recipient, recipient && oneLine(recipient.name)],
    [labels.requested, capability[facts.capability]],
    [labels.urgency, urgency[facts.urgency]],
    [labels.handling, handlingCode[facts.handlingCode]],
  ];
  return all.flatMap(([label, value]) => (value ? [[label, value]] : []));
}
