/** What country codes mean to us, wherever they come from: most are ISO 3166-1, some are no countries, some are no more. */

import type { JurisdictionIndicator } from './submission.ts';
import type { Country } from './vocabulary.ts';

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

/** As codes are written where a country should stand: of those that are none, three have a digit. */
export const PLACE_CODE = /^(?:[A-Z]{2}|A1|A2|O1)$/;

/** A code that names no country gives null and a note that says why. */
export function placeOfCode(code: string): PlaceOfCode {
  const note = NO_COUNTRY[code];
  if (note) return { country: null, note };
  return OTHERWISE[code] ?? { country: code };
}

/** The indicator with its code as we take it: where that is another, the note begins with what the code means. */
export function inItsPlace(indicator: JurisdictionIndicator): JurisdictionIndicator {
  const { country: code, proxySuspected } = indicator;
  if (code === null) return indicator;
  const { country, note } = placeOfCode(code);
  if (country === code) return indicator;
  const noted = [note, indicator.note].filter(Boolean).join('; ').slice(0, NOTE_LENGTH);
  return { ...indicator, country, proxySuspected: proxySuspected || isProxyCode(code), note: noted };
}

/** As long as any door takes a note. */
const NOTE_LENGTH = 500;

/** The code by which location services mark an address that hides where its user is. */
export function isProxyCode(code: string | undefined): boolean {
  return code === 'A1';
}
