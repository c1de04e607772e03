/** What the country codes of the schema mean to us: most are ISO 3166-1, some are not countries, some no longer exist. */

import type { Country } from '../../vocabulary.ts';

export interface PlaceOfCode {
  country: Country | null;
  note?: string;
}

const NO_COUNTRY: Readonly<Record<string, string>> = {
  A1: 'an anonymous proxy, not a country',
  A2: 'a satellite provider, not a country',
  O1: 'some other country, not said which',
  AP: 'the Asia/Pacific region, not a country',
  EU: 'Europe, not a country',
  XX: 'unknown, not a country',
  AN: 'the Netherlands Antilles, dissolved in 2010 into Curaçao, Sint Maarten and the Caribbean Netherlands',
};

const OTHERWISE: Readonly<Record<string, PlaceOfCode>> = {
  FX: { country: 'FR', note: 'given as FX, Metropolitan France, withdrawn from ISO 3166-1' },
  XK: { country: 'XK', note: 'Kosovo: a code in use that ISO 3166-1 does not assign' },
};

/** A code that names no country gives null and a note that says why. */
export function placeOfCode(code: string): PlaceOfCode {
  const note = NO_COUNTRY[code];
  if (note) return { country: null, note };
  return OTHERWISE[code] ?? { country: code };
}

/** The code by which location services mark an address that hides where its user is. */
export function isProxyCode(code: string | undefined): boolean {
  return code === 'A1';
}
