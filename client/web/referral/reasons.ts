/** Translates the reasons of rules, which are codes and numbers, into the reader's language. */

import {
  CAPABILITIES,
  CRIME_AREAS,
  INDICATOR_BASES,
  KINDS,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName } from '../../i18n/countries.ts';
import { type Words, wordsFor } from '../../i18n/i18n.ts';

interface Teller {
  words: Words;
  language: Language;
}

type Telling = (teller: Teller, parts: readonly string[]) => string;

/** A reason of an earlier rule set is shown as it was recorded. */
export function tellReason(reason: string, language: Language): string {
  const teller = { words: wordsFor(language), language };
  for (const [phrase, tell] of PHRASES) {
    const parts = phrase.exec(reason);
    if (parts)
      return tell(
        teller,
        parts.slice(1).map((part) => part ?? ''),
      );
  }
  return reason;
}

/** The most specific pattern comes first. */
const PHRASES: readonly (readonly [RegExp, Telling])[] = [
  [
    /^kind (\S+) needs (\S+)$/,
    ({ words }, [kind = '', capability = '']) =>
      words('referral:why.kind-needs', { kind: kindIn(words, kind), capability: capabilityIn(words, capability) }),
  ],
  [/^kind (\S+)$/, ({ words }, [kind = '']) => kindIn(words, kind)],
  [
    /^(\S+) with (\S+)$/,
    ({ words }, [ground = '', other = '']) =>
      words('referral:why.with', { one: groundIn(words, ground), other: areaIn(words, groundIn(words, other)) }),
  ],
  [/^ground (\S+)$/, ({ words }, [ground = '']) => groundIn(words, ground)],
  [/^crime area (\S+)$/, ({ words }, [area = '']) => areaIn(words, area)],
  [
    /^asked as (\S+), no ground given$/,
    ({ words }, [urgency = '']) => words('referral:why.asked-as-unfounded', { urgency: urgencyIn(words, urgency) }),
  ],
  [
    /^asked as (\S+)$/,
    ({ words }, [urgency = '']) => words('referral:why.asked-as', { urgency: urgencyIn(words, urgency) }),
  ],
  [
    /^asked for (\S+)$/,
    ({ words }, [capability = '']) => words('referral:why.asked-for', { capability: capabilityIn(words, capability) }),
  ],
  [/^information with nothing to act upon$/, ({ words }) => words('referral:why.nothing-to-act-upon')],
  [/^no sign of a country$/, ({ words }) => words('referral:why.no-sign')],
  [
    /^too little to tell: ([\d.]+) at best$/,
    ({ words }, [points = '']) => words('referral:why.too-little', { points: Number(points) }),
  ],
  [
    /^too close to call: (.+)$/,
    ({ words, language }, [countries = '']) => {
      const names = countries.split(', ').map((code) => countryName(language, code));
      return words('referral:why.too-close', { countries: names.join(', ') });
    },
  ],
  [
    /^only ([A-Z]{2})$/,
    ({ words, language }, [country = '']) => words('referral:why.only', { country: countryName(language, country) }),
  ],
  [
    /^([A-Z]{2}) ([\d.]+) before ([A-Z]{2}) ([\d.]+)$/,
    ({ words, language }, [one = '', points = '', other = '', less = '']) =>
      words('referral:why.before', {
        ...{ one: countryName(language, one), points: Number(points) },
        ...{ other: countryName(language, other), less: Number(less) },
      }),
  ],
  [
    /^(\d+) without a country$/,
    ({ words }, [count = '']) => words('referral:why.without-country', { count: Number(count) }),
  ],
  [
    /^(\S+?)(?: ×(\d+))?(?:, (\d+) verified)?(?:, (\d+) proxy-suspected)?: ([\d.]+)$/,
    ({ words }, [basis = '', times = '', verified = '', doubted = '', points = '']) =>
      [
        times === '' ? basisIn(words, basis) : `${basisIn(words, basis)} ×${times}`,
        ...(verified === '' ? [] : [words('referral:why.verified', { count: Number(verified) })]),
        ...(doubted === '' ? [] : [words('referral:why.doubted', { count: Number(doubted) })]),
        words('referral:proposal.score', { count: Number(points) }),
      ].join(', '),
  ],
];

function kindIn(words: Words, code: string): string {
  const known = KINDS.find((each) => each === code);
  return known ? words(`codes:kind.${known}`) : code;
}

function capabilityIn(words: Words, code: string): string {
  const known = CAPABILITIES.find((each) => each === code);
  return known ? words(`codes:capability.${known}`) : code;
}

function groundIn(words: Words, code: string): string {
  const known = URGENCY_GROUNDS.find((each) => each === code);
  return known ? words(`codes:urgencyGround.${known}`) : code;
}

function areaIn(words: Words, code: string): string {
  const known = CRIME_AREAS.find((each) => each === code);
  return known ? words(`codes:crimeArea.${known}`) : code;
}

function urgencyIn(words: Words, code: string): string {
  const known = URGENCIES.find((each) => each === code);
  return known ? words(`codes:urgency.${known}`) : code;
}

function basisIn(words: Words, code: string): string {
  const known = INDICATOR_BASES.find((each) => each === code);
  return known ? words(`codes:indicatorBasis.${known}`) : code;
}
