/** The shares of countries in published reports of 2021; see the README of the shared inputs. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CountryShare {
  /** ISO 3166-1 alpha-2. */
  country: string;
  reports: number;
}

const STATISTICS = join(import.meta.dirname, '../../../shared/inputs/statistics/reports-by-country-2021.csv');

/** The country with the most reports. Pages are measured as a desk of this country sees them. */
export const BUSIEST = 'IN';

/** The countries with the most reports first. Without the file, a similarly uneven distribution of country codes. */
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

/** Names in the statistics that differ from those in CLDR. */
const OTHER_NAMES: Record<string, string> = {
  Vietnam: 'VN',
  'Burma/Myanmar': 'MM',
  Turkey: 'TR',
  'Yemen Arab Republic': 'YE',
  'Russian Federation': 'RU',
};

function shareOf(line: string): CountryShare[] {
  const [, name = '', count = ''] = /^"?([^",]+)"?,[^,]*,"?([\d,]+)"?/.exec(line) ?? [];
  const country = OTHER_NAMES[name] ?? CODE_OF.get(name);
  const reports = Number(count.replaceAll(',', ''));
  return country === undefined || !(reports > 0) ? [] : [{ country, reports }];
}
