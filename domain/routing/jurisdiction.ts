/** Ranks countries by the weighted jurisdiction indicators of a case. The weights are data (`weights.json`). */

import type { IndicatorCode } from '../submission.ts';
import {
  type Country,
  INDICATOR_BASES,
  INDICATOR_PARTIES,
  type IndicatorBasis,
  type IndicatorParty,
} from '../vocabulary.ts';

/** One set of weights; `weights.ts` validates it. */
export interface Weights {
  version: string;
  /** The points of one indicator that is neither verified nor behind a suspected proxy. */
  points: Record<IndicatorBasis, number>;
  /** The factor for an indicator of this person's place. */
  party: Record<IndicatorParty, number>;
  /** The factor for a verified indicator. */
  verified: number;
  /** The factor for an indicator behind a suspected proxy. */
  proxySuspected: number;
  /** The factor for each further indicator with the same basis, because repetition proves little. */
  repeated: number;
  /** The minimum score of a leading country. */
  enough: number;
  /** Countries closer to the leader than this fraction of its score tie with it. */
  margin: number;
}

/** A country with its score and the reasons for it. */
export interface RankedCountry {
  country: Country;
  score: number;
  /** One per basis, strongest first; their points add up to the score. Codes and numbers only. */
  reasons: string[];
}

/** All countries by score, and whether one of them is clear. */
export interface Ranking {
  /** Every country that has an indicator, highest score first. */
  countries: RankedCountry[];
  /** The leading country, or the tied ones, between which a person must decide; empty if no score is high enough. */
  leading: Country[];
  verdict: 'clear' | 'tie' | 'none';
  /** The number of indicators that name no country. */
  withoutCountry: number;
}

/** Ranks the countries of the indicators by the sum of their weights. The order of the indicators makes no difference. */
export function rankCountries(indicators: readonly IndicatorCode[], weights: Weights): Ranking {
  const byCountry = Map.groupBy(indicators, ({ country }) => country);
  const countries = [...byCountry]
    .flatMap(([country, ofCountry]) => (country === null ? [] : [rank(country, ofCountry, weights)]))
    .sort((one, other) => other.score - one.score || (one.country < other.country ? -1 : 1));
  const leading = leadersOf(countries, weights);
  return {
    countries,
    leading,
    verdict: leading.length === 0 ? 'none' : leading.length === 1 ? 'clear' : 'tie',
    withoutCountry: byCountry.get(null)?.length ?? 0,
  };
}

function rank(country: Country, indicators: readonly IndicatorCode[], weights: Weights): RankedCountry {
  const weighed = INDICATOR_BASES.map((basis) => weighBasis(basis, indicators, weights))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);
  const score = weighed.reduce((sum, { points }) => sum + points, 0);
  return { country, score: rounded(score), reasons: weighed.map(({ reason }) => reason) };
}

function weighBasis(basis: IndicatorBasis, ofCountry: readonly IndicatorCode[], weights: Weights) {
  const withBasis = ofCountry.filter((indicator) => indicator.basis === basis);
  const points = withBasis
    .map((indicator) => pointsOf(indicator, weights))
    .sort((one, other) => other - one)
    .reduce((sum, each, before) => sum + each * weights.repeated ** before, 0);
  return { points: rounded(points), reason: reasonOf(basis, withBasis, rounded(points)) };
}

function pointsOf(indicator: IndicatorCode, weights: Weights): number {
  const verified = indicator.verified ? weights.verified : 1;
  const doubted = indicator.proxySuspected ? weights.proxySuspected : 1;
  const party = partyOf(indicator);
  return weights.points[indicator.basis] * verified * doubted * (party === undefined ? 1 : weights.party[party]);
}

/** The person whose place the indicator is evidence of; some bases define it. */
function partyOf({ basis, party }: IndicatorCode): IndicatorParty | undefined {
  if (basis === 'suspect-location') return 'suspect';
  return basis === 'victim-location' ? 'victim' : party;
}

/** For example `ip-geolocation ×3, 2 of the suspect, 1 verified, 2 proxy-suspected: 21`. */
function reasonOf(basis: IndicatorBasis, indicators: readonly IndicatorCode[], points: number): string {
  const verified = indicators.filter((indicator) => indicator.verified).length;
  const doubted = indicators.filter((indicator) => indicator.proxySuspected).length;
  const parts = [
    indicators.length > 1 ? `${basis} ×${indicators.length}` : basis,
    ...INDICATOR_PARTIES.flatMap((party) => {
      const ofParty = indicators.filter((indicator) => indicator.party === party).length;
      return ofParty > 0 ? [`${ofParty} of the ${party}`] : [];
    }),
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

/** Rounded to hundredths. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
