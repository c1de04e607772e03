/** The subject of every letter: its words and a reference are complete, however long the names are, and kinds differ. */

import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../../activities/letters/facts.ts';
import { writeBundle } from '../../../activities/letters/write-bundle.ts';
import { LETTER_TEXTS, writeLetter } from '../../../activities/letters/write-letter.ts';
import { factsOf, VARIANTS } from '../../../dev/letters/sample-facts.ts';
import { CLOCK_NAMES } from '../../../domain/clocks/clock-names.ts';
import { LETTER_KINDS, type LetterKind } from '../../../domain/letter-kinds.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';
import { LANGUAGES, type Language } from '../../../domain/words/languages.ts';

/** A letter that no text contains, so that names are found in the subject. */
const NAME = 'Ŋ';

type Sample = [LetterKind, LetterFacts];

/** Every kind in every situation, and letters about deadlines for every clock. */
const SAMPLES: Sample[] = [
  ...LETTER_KINDS.map((kind): Sample => [kind, factsOf(kind)]),
  ...Object.values(VARIANTS).map(([kind, changed]): Sample => [kind, factsOf(kind, changed)]),
  ...(['reminder', 'escalation', 'overdue'] as const).flatMap((kind) =>
    (['debtor', 'follows-up', 'coordinator', 'informed'] as const).flatMap((part) =>
      CLOCK_NAMES.map((name): Sample => {
        const { clock, ...facts } = factsOf(kind, { part });
        return [kind, { ...facts, ...(clock && { clock: { ...clock, name } }) }];
      }),
    ),
  ),
];

function inLanguage(language: Language, urgency: LetterFacts['urgency'], name: string): Sample[] {
  return SAMPLES.map(([kind, facts]) => {
    const { recipient, clock, addressee } = facts;
    const named: LetterFacts = {
      ...{ ...facts, urgency, sendingAgency: name, addressee: { ...addressee, language } },
      ...(recipient && { recipient: { ...recipient, name } }),
      ...(clock && { clock: { ...clock, owedBy: name } }),
    };
    return [kind, named];
  });
}

/** Matches a subject with the same words, in which names are shortened, and with the first of the references. */
function withShortNames(subject: string): RegExp {
  const [title = '', reference = ''] = subject.split(/ \[|\]$/);
  const words = title.split(NAME).map(escaped).join(`${NAME}+…?`);
  return new RegExp(`^${words} \\[${escaped(reference.split(',')[0] ?? '')}(, …)?\\]$`);
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const cases = LANGUAGES.flatMap((language) => URGENCIES.map((urgency) => ({ language, urgency })));

describe.each(cases)('in $language, $urgency', ({ language, urgency }) => {
  const short = inLanguage(language, urgency, NAME);
  const long = inLanguage(language, urgency, NAME.repeat(200));

  test('contains all its words and the reference if names have 200 characters', () => {
    for (const [index, [kind, facts]] of short.entries()) {
      const [, facts200 = facts] = long[index] ?? [];
      const { subject } = writeLetter(kind, facts200);
      expect(subject.length).toBeLessThanOrEqual(200);
      expect(subject).toMatch(withShortNames(writeLetter(kind, facts).subject));
    }
  });

  test('of a message about several referrals has its words, the number of letters and the first reference', () => {
    const others = Array.from({ length: 30 }, (_, n) => `XR-2026-${String(n + 200).padStart(6, '0')}`);
    for (const [index, [kind, facts]] of long.entries()) {
      const more = others.map((reference) => ({ kind, facts: { ...facts, reference } }));
      const { subject } = writeBundle([{ kind, facts }, ...more]);
      expect(subject.length).toBeLessThanOrEqual(200);
      const andMore = ` ${LETTER_TEXTS[language].bundle.andMore(30)} [`;
      expect(subject).toContain(andMore);
      expect(subject).toMatch(
        withShortNames(writeLetter(kind, short[index]?.[1] ?? facts).subject.replace(' [', andMore)),
      );
    }
  });

  test('differs between kinds', () => {
    const kinds = new Map<string, Set<LetterKind>>();
    for (const [kind, facts] of short) {
      const { subject } = writeLetter(kind, facts);
      kinds.set(subject, (kinds.get(subject) ?? new Set()).add(kind));
    }
    expect([...kinds].filter(([, of]) => of.size > 1)).toEqual([]);
  });
});
