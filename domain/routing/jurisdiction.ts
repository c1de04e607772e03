/** Where a case belongs: the signs that tie it to countries, weighed. What each sign weighs is policy, and data. */

import type { IndicatorCode } from '../submission.ts';
import { type Country, INDICATOR_BASES, type IndicatorBasis } from '../vocabulary.ts';

/** One weighing policy; `policy.ts` says what makes it sound. */
export interface Weights {
  version: string;
  /** What one sign is worth, neither verified nor doubted. */
  points: Record<IndicatorBasis, number>;
  /** A verified sign counts this many times its points. */
  verified: number;
  /** A sign behind a suspected proxy counts this part of its points. */
  proxySuspected: number;
  /** Each further sign of one basis counts this part of the one before: saying it again proves little. */
  repeated: number;
  /** A country with fewer points than this is a guess, not a lead. */
  enough: number;
  /** A country this part of the leader's points behind it is beaten; closer ones tie with it. */
  margin: number;
}

export interface RankedCountry {
  country: Country;
  score: number;
  /** One per basis, strongest first; their points add up to the score. Made of codes and numbers only. */
  reasons: string[];
}

export interface Ranking {
  /** Every country that has a sign, best first. */
  countries: RankedCountry[];
  /** The countries that nothing but a person can choose between; one where one leads, none where nobody can tell. */
  leading: Country[];
  verdict: 'clear' | 'tie' | 'none';
  /** Signs that name no country. */
  withoutCountry: number;
}

/** Weighs every sign. The order in which the signs are given makes no difference. */
export function rankCountries(indicators: readonly IndicatorCode[], weights: Weights): Ranking {
  const byCountry = Map.groupBy(indicators, ({ country }) => country);
  const countries = [...byCountry]
    .flatMap(([country, signs]) => (country === null ? [] : [rank(country, signs, weights)]))
    .sort((one, other) => other.score - one.score || (one.country < other.country ? -1 : 1));
  const leading = leadersOf(countries, weights);
  return {
    countries,
    leading,
    verdict: leading.length === 0 ? 'none' : leading.length === 1 ? 'clear' : 'tie',
    withoutCountry: byCountry.get(null)?.length ?? 0,
  };
}

function rank(country: Country, signs: readonly IndicatorCode[], weights: Weights): RankedCountry {
  const weighed = INDICATOR_BASES.map((basis) => weighBasis(basis, signs, weights))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);
  const score = weighed.reduce((sum, { points }) => sum + points, 0);
  return { country, score: rounded(score), reasons: weighed.map(({ reason }) => reason) };
}

function weighBasis(basis: IndicatorBasis, ofCountry: readonly IndicatorCode[], weights: Weights) {
  const signs = ofCountry.filter((sign) => sign.basis === basis);
  const points = signs
    .map((sign) => pointsOf(sign, weights))
    .sort((one, other) => other - one)
    .reduce((sum, each, before) => sum + each * weights.repeated ** before, 0);
  return { points: rounded(points), reason: reasonOf(basis, signs, rounded(points)) };
}

function pointsOf(sign: IndicatorCode, weights: Weights): number {
  const verified = sign.verified ? weights.verified : 1;
  const doubted = sign.proxySuspected ? weights.proxySuspected : 1;
  return weights.points[sign.basis] * verified * doubted;
}

/** For example `ip-geolocation ×3, 1 verified, 2 proxy-suspected: 21`. */
function reasonOf(basis: IndicatorBasis, signs: readonly IndicatorCode[], points: number): string {
  const verified = signs.filter((sign) => sign.verified).length;
  const doubted = signs.filter((sign) => sign.proxySuspected).length;
  const parts = [
    signs.length > 1 ? `${basis} ×${signs.length}` : basis,
    ...(verified > 0 ? [`${verified} verified`] : []),
    ...(doubted > 0 ? [`${doubted} proxy-suspected`] : []),
  ];
  return `${parts.join(', ')}: ${points}`;
}

function leadersOf(ranked: readonly RankedCountry[], { enough, margin }: Weights): Country[] {
  const best = ranked[0]?.score ?? 0;
  if (best < enough) return [];
  return ranked.filter(({ score }) => score > best * (1 - margin)).map(({ country }) => country);
}

/** Hundredths are precise enough to rank by, and read well. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
