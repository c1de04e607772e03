/** ISO 3166-1 alpha-2 country codes, and the codes that reports and databases use where they name no country. */

import type { JurisdictionIndicator } from './submission.ts';
import type { Country } from './vocabulary.ts';

/** ISO 3166-1 alpha-2, officially assigned codes; and XK (Kosovo), which is user-assigned but in general use. */
const CODES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`;

/** All assigned country codes of ISO 3166-1 alpha-2, and XK. */
export const COUNTRIES: readonly Country[] = CODES.trim().split(/\s+/);

const KNOWN = new Set(COUNTRIES);

/** A country, or null with a note of the reason why the code names none. */
export interface ResolvedCountry {
  country: Country | null;
  note?: string;
}

const NO_COUNTRY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A1: 'an anonymous proxy, not a country',
    A2: 'a satellite provider, not a country',
    O1: 'another country, not stated which',
    AP: 'the Asia/Pacific region, not a country',
    EU: 'Europe, not a country',
    UN: 'the United Nations, not a country',
    XX: 'unknown, not a country',
    ZZ: 'unknown, not a country',
    AN: 'the Netherlands Antilles, dissolved in 2010 into Curaçao, Sint Maarten and the Caribbean Netherlands',
  }),
);

const REPLACED: ReadonlyMap<string, ResolvedCountry> = new Map(
  Object.entries({
    FX: { country: 'FR', note: 'given as FX, Metropolitan France, withdrawn from ISO 3166-1' },
    UK: { country: 'GB', note: 'given as UK, which is not a code of ISO 3166-1' },
  }),
);

function isCountry(code: string): boolean {
  return KNOWN.has(code);
}

/** For codes from report files and databases, which the sender cannot correct: every code is accepted. */
export function resolveCountryCode(code: string): ResolvedCountry {
  if (isCountry(code)) return { country: code };
  return REPLACED.get(code) ?? { country: null, note: NO_COUNTRY.get(code) ?? 'not a country of ISO 3166-1' };
}

/** What is wrong with a code that a person entered as a country; null if it is a country. */
export function countryFault(code: string): string | null {
  if (code === 'UK') return 'UK is not a code of ISO 3166-1: use GB';
  return isCountry(code) ? null : 'must be a country code of ISO 3166-1 alpha-2, for example NL';
}

/** What is wrong with the country code of an indicator; null if it is a country, or a known code that is not a country. */
export function indicatorCountryFault(code: string): string | null {
  return isUserAssigned(code) || NO_COUNTRY.has(code) || code === 'FX' ? null : countryFault(code);
}

/** ISO 3166-1 leaves these codes to its users; only XK is a country. */
function isUserAssigned(code: string): boolean {
  return /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code);
}

/** The indicator with its code resolved. If the code changes, the explanation is put before the existing note. */
export function resolveIndicatorCountry(indicator: JurisdictionIndicator): JurisdictionIndicator {
  const { country: code, proxySuspected } = indicator;
  if (code === null) return indicator;
  const { country, note } = resolveCountryCode(code);
  if (country === code) return indicator;
  const notes = [note, indicator.note].filter(Boolean).join('; ').slice(0, NOTE_LENGTH);
  return { ...indicator, country, proxySuspected: proxySuspected || isProxyCode(code), note: notes };
}

/** In characters; the contract accepts no longer note. */
const NOTE_LENGTH = 500;

/** `A1` marks an address whose proxy hides where the user is. */
export function isProxyCode(code: string | undefined): boolean {
  return code === 'A1';
}
