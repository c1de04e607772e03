/** A message with several letters: what each asks, for which referral, and where to open it. */

import type { LetterKind } from '../../domain/letter-kinds.ts';
import { languageOfCode } from '../../domain/words/languages.ts';
import type { Letter, LetterFacts } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS, subjectLine, summarise } from './write-letter.ts';

/** One letter of the message. */
export interface BundlePart {
  kind: LetterKind;
  facts: LetterFacts;
}

/**
 * Pure. Letters of one referral are grouped. Those that request an action come first.
 *
 * @param isHeldBack whether a limit held some of the letters back: the message states it
 */
export function writeBundle(parts: readonly BundlePart[], isHeldBack = false): Letter {
  const all = parts
    .map((part) => ({ ...part, ...summarise(part.kind, part.facts) }))
    .toSorted((one, other) => Number(other.isAsked) - Number(one.isAsked));
  const [first] = all;
  if (first === undefined) throw new Error('A message needs at least one letter.');
  const { addressee } = first.facts;
  const { colon, footer, bundle, labels } = LETTER_TEXTS[languageOfCode(addressee.language)];
  const byReferral = [...Map.groupBy(all, ({ facts }) => facts.reference)];
  const more = bundle.andMore(all.length - 1);
  return layOut({
    ...{ language: languageOfCode(addressee.language), colon },
    subject: subjectLine(
      (limit) => `${summarise(first.kind, first.facts, limit).title} ${more}`,
      byReferral.map(([reference]) => reference),
    ),
    lead: bundle.lead(all.length),
    paragraphs: isHeldBack ? [bundle.heldBack] : [],
    lists: byReferral.map(([reference, letters]) => ({
      heading: oneLine(reference),
      items: letters.map(({ title, lead, isAsked }) => (isAsked ? lead : title)),
    })),
    rows: [],
    links: byReferral.flatMap(([reference, [letter]]) =>
      letter ? [{ label: `${oneLine(reference)} - ${labels.link}`, url: oneLine(letter.facts.link) }] : [],
    ),
    footer: footer.map((text) => (typeof text === 'string' ? text : text({ addressee: oneLine(addressee.name) }))),
  });
}
