/** What would change the ranking of countries: for each other result, the smallest change of one fact. */

import type { IndicatorCode } from '../submission.ts';
import { type Country, INDICATOR_BASES, INDICATOR_PARTIES, type IndicatorBasis } from '../vocabulary.ts';
import { type Ranking, rankCountries, type Weights } from './jurisdiction.ts';

/** A change of one jurisdiction indicator, from the smallest kind to the largest. */
export const FACT_CHANGES = [
  ...(['verified', 'not-verified', 'no-proxy', 'proxy'] as const),
  // Whose place the indicator shows.
  ...(['of-suspect', 'of-victim', 'of-unknown'] as const),
  ...(['absent', 'added'] as const),
] as const;
export type FactChange = (typeof FACT_CHANGES)[number];

/** A changed fact and the countries that would then lead; several if they tie, none if no score is high enough. */
export interface CountryChange {
  change: FactChange;
  basis: IndicatorBasis;
  country: Country;
  leading: Country[];
  verdict: Ranking['verdict'];
}

const MOST = 5;

/**
 * Returns at most five changes with different results, the smallest change first. Of an addition, the weakest one that is
 * enough is named, for each country that has an indicator already.
 */
export function countryChanges(indicators: readonly IndicatorCode[], weights: Weights): CountryChange[] {
  const current = resultOf(rankCountries(indicators, weights));
  const found = new Map<string, CountryChange>();
  for (const { indicators: changed, ...fact } of changesOf(indicators, weights)) {
    const ranking = rankCountries(changed, weights);
    const result = resultOf(ranking);
    if (result === current || found.has(result)) continue;
    found.set(result, { ...fact, leading: ranking.leading, verdict: ranking.verdict });
  }
  return [...found.values()].slice(0, MOST);
}

function resultOf({ leading, verdict }: Ranking): string {
  return `${verdict} ${[...leading].sort().join()}`;
}

type Changed = Pick<CountryChange, 'change' | 'basis' | 'country'> & { indicators: IndicatorCode[] };

function changesOf(indicators: readonly IndicatorCode[], weights: Weights): Changed[] {
  const located = indicators.flatMap((indicator, index) => {
    const { country, basis } = indicator;
    return country === null ? [] : [{ indicator, index, country, basis }];
  });
  const edits = located.flatMap(({ indicator, index, country, basis }): Changed[] => {
    const { verified, proxySuspected, party, ...place } = indicator;
    const edited = (more: Partial<IndicatorCode>) => indicators.with(index, { ...indicator, ...more });
    const ofUnknown = indicators.with(index, { ...place, verified, proxySuspected });
    const unknown: Changed = { change: 'of-unknown', basis, country, indicators: ofUnknown };
    return [
      { change: verified ? 'not-verified' : 'verified', basis, country, indicators: edited({ verified: !verified }) },
      {
        ...{ change: proxySuspected ? 'no-proxy' : 'proxy', basis, country },
        indicators: edited({ proxySuspected: !proxySuspected }),
      },
      ...INDICATOR_PARTIES.filter((each) => each !== party).map(
        (other): Changed => ({ change: `of-${other}`, basis, country, indicators: edited({ party: other }) }),
      ),
      ...(party === undefined ? [] : [unknown]),
      { change: 'absent', basis, country, indicators: indicators.toSpliced(index, 1) },
    ];
  });
  const weakestFirst = INDICATOR_BASES.toSorted((one, other) => weights.points[one] - weights.points[other]);
  const countries = [...new Set(located.map(({ country }) => country))].sort();
  const additions = weakestFirst.flatMap((basis) =>
    countries.map((country): Changed => {
      const indicator = { country, basis, verified: false, proxySuspected: false };
      return { change: 'added', basis, country, indicators: [...indicators, indicator] };
    }),
  );
  const size = ({ change }: Changed) => FACT_CHANGES.indexOf(change);
  // The sort is stable: indicators keep their order, and additions stay weakest first.
  return [...edits, ...additions].sort((one, other) => size(one) - size(other));
}
