/** The shares of countries in published reports of 2021; see the README of the shared inputs. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CountryShare {
  /** ISO 3166-1 alpha-2. */
  country: string;
  reports: number;
}

const STATISTICS = join(import.meta.dirname, '../../../shared/inputs/statistics/reports-by-country-2021.csv');

/** Pages are measured as its desks see them. */
export const BUSIEST = 'IN';

/** The most reports first. Where the file is not at hand, a mix as uneven of codes alone. */
export function countryShares(path = STATISTICS): CountryShare[] {
  if (!existsSync(path)) {
    const codes = [BUSIEST, ...CODES.filter((code) => code !== BUSIEST)];
    return codes.slice(0, 60).map((country, rank) => ({ country, reports: 1000 / (rank + 1) }));
  }
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return lines.flatMap(shareOf).sort((one, other) => other.reports - one.reports);
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`)).filter((code) => NAMES.of(code));
const CODE_OF = new Map(CODES.map((code) => [NAMES.of(code), code]));

/** Names that are written otherwise than in CLDR go under what they are written as there. */
const ALSO: Record<string, string> = {
  Vietnam: 'VN',
  'Burma/Myanmar': 'MM',
  Turkey: 'TR',
  'Yemen Arab Republic': 'YE',
  'Russian Federation': 'RU',
};

function shareOf(line: string): CountryShare[] {
  const [, name = '', count = ''] = /^"?([^",]+)"?,[^,]*,"?([\d,]+)"?/.exec(line) ?? [];
  const country = ALSO[name] ?? CODE_OF.get(name);
  const reports = Number(count.replaceAll(',', ''));
  return country === undefined || !(reports > 0) ? [] : [{ country, reports }];
}
