/** Every letter: from its name and the facts to subject, text and html, in the reader's language and time zone. */

import type { LetterName } from '../../domain/letter-kinds.ts';
import { type Due, dueIn } from './due.ts';
import type { Letter, LetterFacts } from './facts.ts';
import type { Language, Said, Text } from './language.ts';
import { languageFor } from './languages.ts';
import { layOut } from './layout.ts';
import { oneLine } from './one-line.ts';

const SUBJECT = 120;

/** Pure: the same facts give the same letter. A fact that is missing is left out, never invented. */
export function writeLetter(letter: LetterName, facts: LetterFacts): Letter {
  const language = languageFor(facts.addressee.language);
  const { subject, asks, says } = language.letters[letter];
  const { zone } = facts.addressee;
  const due = facts.clock && dueIn(facts.clock.dueAt, zone, language.locale);
  const inSubject = said(facts, language, due?.short);
  const inBody = said(facts, language, due?.long);
  const asked = say(asks, inBody);
  return layOut({
    locale: language.locale,
    colon: language.colon,
    subject: subjectLine(facts, (asked && language.urgencyMark[facts.urgency]) + say(subject, inSubject)),
    lead: asked || language.nothingAsked,
    paragraphs: says.map((text) => say(text, inBody)).filter(Boolean),
    rows: rows(facts, language),
    links: [{ label: language.labels.link, url: oneLine(facts.link) }],
    footer: language.footer.map((text) => (typeof text === 'string' ? text : text(inBody))),
  });
}

function said(facts: LetterFacts, language: Language, due: Due[keyof Due] = ''): Said {
  const { clock, recipient } = facts;
  const percent = new Intl.NumberFormat(language.locale, { style: 'percent' });
  return {
    sender: oneLine(facts.sendingAgency),
    recipient: oneLine(recipient?.name ?? language.somebody),
    addressee: oneLine(facts.addressee.name),
    due,
    by: due && ` ${language.by(due)}`,
    task: clock ? language.codes.task[clock.name] : language.anything,
    owedBy: oneLine(clock?.owedBy ?? language.somebody),
    passed: clock?.passed ? percent.format(clock.passed) : '',
    facts,
  };
}

function say(text: Text, said: Said): string {
  return typeof text === 'string' ? text : text(said);
}

function subjectLine({ reference }: LetterFacts, title: string): string {
  const line = `[${oneLine(reference)}] ${title}`;
  return line.length <= SUBJECT ? line : `${line.slice(0, SUBJECT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function rows(facts: LetterFacts, { labels, codes }: Language): [label: string, value: string][] {
  const { recipient } = facts;
  const all: [label: string, value: string | undefined][] = [
    [labels.reference, oneLine(facts.reference)],
    [labels.sender, oneLine(facts.sendingAgency)],
    [labels.recipient, recipient && oneLine(recipient.name)],
    [labels.requested, codes.capability[facts.capability]],
    [labels.urgency, codes.urgency[facts.urgency]],
    [labels.handling, codes.handling[facts.handlingCode]],
  ];
  return all.flatMap(([label, value]) => (value ? [[label, value]] : []));
}
