/** Every letter: from its name and the facts to subject, text and html, in the reader's language and time zone. */

import type { LetterKind } from '../../domain/letter-kinds.ts';
import { type Language, LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import { TRANSLATIONS } from '../../domain/words/translations.ts';
import { type DueText, dueIn } from './due.ts';
import { english } from './english.ts';
import type { Letter, LetterFacts } from './facts.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { layOut, oneLine } from './layout.ts';
import type { LetterTexts, Phrases, Template } from './letter-texts.ts';

/** The texts of letters by language. */
export const LETTER_TEXTS: Record<Language, LetterTexts> = { en: english, fr: french, de: german };

/** Names are shortened to fit. A subject that is still longer stays whole, up to the maximum. */
const [USUAL_SUBJECT_LENGTH, MAX_SUBJECT_LENGTH] = [150, 200];

/** The summary of a letter, for a message with several letters. */
export interface LetterSummary {
  /** The subject without reference. */
  title: string;
  /** The requested action, or otherwise what happened. */
  lead: string;
  isAsked: boolean;
}

/** The letter in short. `nameLimit` is the maximum length of the names in its title. */
export function summarise(letter: LetterKind, facts: LetterFacts, nameLimit = Number.POSITIVE_INFINITY): LetterSummary {
  const language = languageOfCode(facts.addressee.language);
  const texts = LETTER_TEXTS[language];
  const { subject, request, paragraphs } = texts.letters[kindOf(letter, facts)];
  const due = facts.clock && dueIn(facts.clock.dueAt, facts.addressee.zone, LOCALES[language]);
  const inBody = phrasesOf(facts, language, due?.long);
  const inTitle = phrasesOf(withShortNames(facts, nameLimit), language, due?.short);
  const requested = fill(request, inBody);
  const statement = paragraphs.map((template) => fill(template, inBody)).find(Boolean);
  return {
    title: markOf(facts, language) + (requested && texts.urgencyMark[facts.urgency]) + fill(subject, inTitle),
    lead: markOf(facts, language) + (requested || statement || texts.nothingAsked),
    isAsked: requested !== '',
  };
}

/** Pure: the same facts give the same letter. A missing fact is left out, never invented. */
export function writeLetter(letter: LetterKind, facts: LetterFacts): Letter {
  const language = languageOfCode(facts.addressee.language);
  const texts = LETTER_TEXTS[language];
  const { request, paragraphs } = texts.letters[kindOf(letter, facts)];
  const due = facts.clock && dueIn(facts.clock.dueAt, facts.addressee.zone, LOCALES[language]);
  const inBody = phrasesOf(facts, language, due?.long);
  return layOut({
    language,
    colon: texts.colon,
    subject: subjectLine((limit) => summarise(letter, facts, limit).title, [facts.reference]),
    lead: markOf(facts, language) + (fill(request, inBody) || texts.nothingAsked),
    paragraphs: [facts.drill ? texts.drill.notice : '', ...paragraphs.map((template) => fill(template, inBody))].filter(
      Boolean,
    ),
    rows: rows(facts, language),
    links: [{ label: texts.labels.link, url: oneLine(facts.link) }],
    footer: texts.footer.map((text) => (typeof text === 'string' ? text : text(inBody))),
  });
}

function markOf({ drill }: LetterFacts, language: Language): string {
  return drill ? `${LETTER_TEXTS[language].drill.mark} ` : '';
}

/** Earlier versions had one kind for a deadline that is near and for one that was missed. */
function kindOf(letter: LetterKind, { clock }: LetterFacts): LetterKind {
  return letter === 'escalation' && (clock?.passed ?? 0) >= 1 ? 'overdue' : letter;
}

/** Creating one takes longer than all else that a letter needs. */
const PERCENT = {
  en: percentFormat('en'),
  fr: percentFormat('fr'),
  de: percentFormat('de'),
} satisfies Record<Language, Intl.NumberFormat>;

function percentFormat(language: Language): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent' });
}

function phrasesOf(facts: LetterFacts, language: Language, due: DueText[keyof DueText] = ''): Phrases {
  const texts = LETTER_TEXTS[language];
  const { clock, recipient } = facts;
  return {
    sender: oneLine(facts.sendingAgency),
    recipient: oneLine(recipient?.name ?? texts.unnamedAgency),
    addressee: oneLine(facts.addressee.name),
    due,
    by: due && ` ${texts.by(due)}`,
    task: clock ? TRANSLATIONS[language].clockTask[clock.name] : texts.unnamedTask,
    owedBy: oneLine(clock?.owedBy ?? texts.unnamedAgency),
    passed: clock?.passed ? PERCENT[language].format(clock.passed) : '',
    facts,
  };
}

function fill(template: Template, phrases: Phrases): string {
  return typeof template === 'string' ? template : template(phrases);
}

const NAME_LIMITS = [Number.POSITIVE_INFINITY, 40, 24, 12, 4];

/**
 * The title with the requested action, and then the references. If it is too long, names are shortened and references left
 * out. The action and the first reference are never cut.
 */
export function subjectLine(titleFor: (nameLimit: number) => string, references: readonly string[]): string {
  const [first = '', ...others] = references.map(oneLine);
  const few = others.length > 0 ? [`${first}, …`] : [];
  let line = '';
  for (const limit of NAME_LIMITS) {
    const title = titleFor(limit);
    for (const named of [[first, ...others].join(', '), ...few, first]) {
      line = `${title} [${named}]`;
      if (line.length <= USUAL_SUBJECT_LENGTH) return line;
    }
  }
  // Words and reference need less than the maximum, in every language.
  return line.slice(0, MAX_SUBJECT_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

function withShortNames(facts: LetterFacts, limit: number): LetterFacts {
  const { sendingAgency, recipient, clock } = facts;
  return {
    ...facts,
    sendingAgency: shortened(sendingAgency, limit),
    ...(recipient && { recipient: { ...recipient, name: shortened(recipient.name, limit) } }),
    ...(clock && { clock: { ...clock, owedBy: shortened(clock.owedBy, limit) } }),
  };
}

function shortened(name: string, limit: number): string {
  const line = oneLine(name);
  return line.length <= limit
    ? line
    : `${line
        .slice(0, limit - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

function rows(facts: LetterFacts, language: Language): [label: string, value: string][] {
  const { labels } = LETTER_TEXTS[language];
  const { capability, urgency, handlingCode } = TRANSLATIONS[language];
  const { recipient, ownReference, deputyFor } = facts;
  const all: [label: string, value: string | undefined][] = [
    [labels.reference, oneLine(facts.reference)],
    [labels.ownReference, ownReference && oneLine(ownReference)],
    [labels.deputyFor, deputyFor && oneLine(deputyFor)],
    [labels.sender, oneLine(facts.sendingAgency)],
    [labels.recipient, recipient && oneLine(recipient.name)],
    [labels.requested, capability[facts.capability]],
    [labels.urgency, urgency[facts.urgency]],
    [labels.handling, handlingCode[facts.handlingCode]],
  ];
  return all.flatMap(([label, value]) => (value ? [[label, value]] : []));
}
