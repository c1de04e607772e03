/** A page with every letter in every language, as subject and text, for translators. */

import type { LetterFacts } from '../../activities/letters/facts.ts';
import { writeBundle } from '../../activities/letters/write-bundle.ts';
import { writeConfirmationReminder } from '../../activities/letters/write-confirmation-reminder.ts';
import { writeLetter } from '../../activities/letters/write-letter.ts';
import { LETTER_KINDS, type LetterKind } from '../../domain/letter-kinds.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { escaped, page } from '../html.ts';
import { FACTS, factsOf, VARIANTS } from './sample-facts.ts';

interface Sample {
  title: string;
  write: (language: Language) => { subject: string; text: string };
}

/** The HTML of the page. */
export function lettersPage(): string {
  const samples = allSamples();
  const contents = samples.map(({ title }) => `<li><a href="#${idOf(title)}">${escaped(title)}</a></li>`);
  return page(
    'Letters',
    `<h1>Letters</h1><p>Every letter with invented facts. Templates: activities/letters.</p>
    <ul>${contents.join('')}</ul>${samples.map(section).join('')}`,
  );
}

function allSamples(): Sample[] {
  const single = (title: string, kind: LetterKind, changed: Partial<LetterFacts> = {}): Sample => ({
    title,
    write: (language) => writeLetter(kind, inLanguage(factsOf(kind, changed), language)),
  });
  return [
    ...LETTER_KINDS.map((kind) => single(kind, kind)),
    ...Object.entries(VARIANTS).map(([title, [kind, changed]]) => single(title, kind, changed)),
    { title: 'several letters in one message', write: (language) => bundle(language, false) },
    { title: 'several letters in one message that a limit held back', write: (language) => bundle(language, true) },
    { title: 'confirmation of the details of a contact point', write: confirmationReminder },
  ];
}

const BUNDLED: readonly LetterKind[] = ['new-referral', 'question-answered', 'closed'];

function bundle(language: Language, isHeldBack: boolean) {
  return writeBundle(
    BUNDLED.map((kind, index) => ({
      kind,
      facts: inLanguage(factsOf(kind, { reference: `XR-2026-00012${index + 3}` }), language),
    })),
    isHeldBack,
  );
}

function confirmationReminder(language: Language) {
  const { name, zone } = FACTS.addressee;
  const point = { name, zone, language, verifiedAt: '2025-11-20T09:00:00.000Z' };
  return writeConfirmationReminder(point, new URL(FACTS.link).origin);
}

function inLanguage(facts: LetterFacts, language: Language): LetterFacts {
  return { ...facts, addressee: { ...facts.addressee, language } };
}

function section({ title, write }: Sample): string {
  const languages = LANGUAGES.map((language) => {
    const { subject, text } = write(language);
    return `<article lang="${language}"><h3>${LANGUAGE_NAMES[language]}</h3><p><strong>${escaped(subject)}</strong></p>
    <pre>${escaped(text)}</pre></article>`;
  });
  return `<section><h2 id="${idOf(title)}">${escaped(title)}</h2>${languages.join('')}</section>`;
}

function idOf(title: string): string {
  return title.replaceAll(/\W+/g, '-');
}
