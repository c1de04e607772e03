/** Positions get the country whose borders contain them, if they are far enough from other countries. */

import { expect, test } from 'vitest';
import { countryLocator } from '../../../client/platform/add-countries.ts';
import { countryAt } from '../../../client/platform/locate-position.ts';
import { readCyberTipline } from '../../../domain/exchange/cybertipline/read-report.ts';

test.each([
  ['Tampere', 61.4978, 23.761, 'FI'],
  ['Berlin', 52.52, 13.405, 'DE'],
  ['Madrid', 40.4168, -3.7038, 'ES'],
  ['Chicago', 41.85, -87.75, 'US'],
  ['Manila', 14.65, 121.05, 'PH'],
  ['Alice Springs', -23.698, 133.8807, 'AU'],
  ['Honolulu', 21.4, -158, 'US'],
  ['north of the 49th parallel', 49.2, -110, 'CA'],
  ['south of the 49th parallel', 48.8, -110, 'US'],
])('%s', (_place, latitude, longitude, country) => {
  expect(countryAt(latitude, longitude)).toBe(country);
});

test.each([
  ['Basel, where three countries meet', 47.5596, 7.5886],
  ['Niagara Falls', 43.09, -79.06],
  ['on the 49th parallel', 49.05, -110],
  ['Rome, near the Vatican', 41.9, 12.48],
  ['the Atlantic', 30, -40],
  ['latitude and longitude 0', 0, 0],
  ['a country without a code in the atlas', 42.6, 20.9],
])('no country: %s', (_place, latitude, longitude) => {
  expect(countryAt(latitude, longitude)).toBeUndefined();
});

test('the position of a telephone in a report becomes an indicator with a country', () => {
  expect(located('<latitude>61.4978</latitude><longitude>23.761</longitude>')).toEqual([
    {
      country: 'FI',
      basis: 'estimated-location',
      verified: false,
      proxySuspected: false,
      value: '61.4978, 23.761',
      note: 'by the position, within the borders of the country',
    },
  ]);
});

test('a position at sea keeps no country, and the note says why', () => {
  const [indicator] = located('<latitude>30</latitude><longitude>-40</longitude>');
  expect(indicator).toMatchObject({ country: null, note: 'the position is at sea or near a border' });
});

function located(position: string) {
  const xml = `<report><incidentSummary><incidentType>Child Sex Trafficking</incidentType>
    <incidentDateTime>2026-11-20T18:42:00Z</incidentDateTime></incidentSummary><internetDetails><cellPhoneIncident>
    ${position}</cellPhoneIncident></internetDetails><reporter><reportingPerson/></reporter></report>`;
  return countryLocator()(readCyberTipline(xml).submission).indicators;
}
