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
import { type Translate, translatorFor } from '../../i18n/i18n.ts';

interface Teller {
  t: Translate;
  language: Language;
}

type Telling = (teller: Teller, parts: readonly string[]) => string;

/** A reason of an earlier rule set is shown as it was recorded. */
export function reasonSentence(reason: string, language: Language): string {
  const teller = { t: translatorFor(language), language };
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
    ({ t }, [kind = '', capability = '']) =>
      t('officer:why.kind-needs', { kind: kindIn(t, kind), capability: capabilityIn(t, capability) }),
  ],
  [/^kind (\S+)$/, ({ t }, [kind = '']) => kindIn(t, kind)],
  [
    /^(\S+) with (\S+)$/,
    ({ t }, [ground = '', other = '']) =>
      t('officer:why.with', { one: groundIn(t, ground), other: areaIn(t, groundIn(t, other)) }),
  ],
  [/^ground (\S+)$/, ({ t }, [ground = '']) => groundIn(t, ground)],
  [/^crime area (\S+)$/, ({ t }, [area = '']) => areaIn(t, area)],
  [
    /^asked as (\S+), no ground given$/,
    ({ t }, [urgency = '']) => t('officer:why.asked-as-unfounded', { urgency: urgencyIn(t, urgency) }),
  ],
  [/^asked as (\S+)$/, ({ t }, [urgency = '']) => t('officer:why.asked-as', { urgency: urgencyIn(t, urgency) })],
  [
    /^asked for (\S+)$/,
    ({ t }, [capability = '']) => t('officer:why.asked-for', { capability: capabilityIn(t, capability) }),
  ],
  [/^information with nothing to act upon$/, ({ t }) => t('officer:why.nothing-to-act-upon')],
  [/^no sign of a country$/, ({ t }) => t('officer:why.no-sign')],
  [
    /^too little to tell: ([\d.]+) at best$/,
    ({ t }, [points = '']) => t('officer:why.too-little', { points: pointsText(t, points) }),
  ],
  [
    /^too close to call: (.+)$/,
    ({ t, language }, [countries = '']) => {
      const names = countries.split(', ').map((code) => countryName(language, code));
      return t('officer:why.too-close', { countries: names.join(', ') });
    },
  ],
  [
    /^only ([A-Z]{2})$/,
    ({ t, language }, [country = '']) => t('officer:why.only', { country: countryName(language, country) }),
  ],
  [
    /^([A-Z]{2}) ([\d.]+) before ([A-Z]{2}) ([\d.]+)$/,
    ({ t, language }, [one = '', points = '', other = '', less = '']) =>
      t('officer:why.before', {
        ...{ one: countryName(language, one), points: pointsText(t, points) },
        ...{ other: countryName(language, other), less: pointsText(t, less) },
      }),
  ],
  [/^(\d+) without a country$/, ({ t }, [count = '']) => t('officer:why.without-country', { count: Number(count) })],
  [
    /^(\S+?)(?: ×(\d+))?(?:, (\d+) of the suspect)?(?:, (\d+) of the victim)?(?:, (\d+) verified)?(?:, (\d+) proxy-suspected)?: ([\d.]+)$/,
    ({ t }, [basis = '', times = '', suspect = '', victim = '', verified = '', doubted = '', points = '']) =>
      [
        times === '' ? basisIn(t, basis) : `${basisIn(t, basis)} ×${times}`,
        ...(suspect === '' ? [] : [t('officer:why.of-suspect', { count: Number(suspect) })]),
        ...(victim === '' ? [] : [t('officer:why.of-victim', { count: Number(victim) })]),
        ...(verified === '' ? [] : [t('officer:why.verified', { count: Number(verified) })]),
        ...(doubted === '' ? [] : [t('officer:why.doubted', { count: Number(doubted) })]),
        pointsText(t, points),
      ].join(', '),
  ],
];

function pointsText(t: Translate, points: string): string {
  return t('referral:proposal.score', { count: Number(points) });
}

function kindIn(t: Translate, code: string): string {
  const known = KINDS.find((each) => each === code);
  return known ? t(`codes:kind.${known}`) : code;
}

function capabilityIn(t: Translate, code: string): string {
  const known = CAPABILITIES.find((each) => each === code);
  return known ? t(`codes:capability.${known}`) : code;
}

function groundIn(t: Translate, code: string): string {
  const known = URGENCY_GROUNDS.find((each) => each === code);
  return known ? t(`codes:urgencyGround.${known}`) : code;
}

function areaIn(t: Translate, code: string): string {
  const known = CRIME_AREAS.find((each) => each === code);
  return known ? t(`codes:crimeArea.${known}`) : code;
}

function urgencyIn(t: Translate, code: string): string {
  const known = URGENCIES.find((each) => each === code);
  return known ? t(`codes:urgency.${known}`) : code;
}

function basisIn(t: Translate, code: string): string {
  const known = INDICATOR_BASES.find((each) => each === code);
  return known ? t(`codes:indicatorBasis.${known}`) : code;
}
