/** IP addresses get their country from the operator's database. Those without a country keep the reason. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countryLocator } from '../../../client/platform/add-countries.ts';
import { type MmdbValue, mmdbFile } from '../../../dev/mmdb-file.ts';
import { readCyberTipline } from '../../../domain/exchange/cybertipline/read-report.ts';
import type { JurisdictionIndicator } from '../../../domain/submission.ts';
import { aSubmission } from '../../support/factories.ts';

const ADDRESS = '5.6.7.8';

test('an address in the database gets its country, and the note names the age of the data', () => {
  const locate = countryLocator(databaseOf({ country: { iso_code: 'DE' } }));
  expect(located(locate, ADDRESS)).toEqual({ country: 'DE', note: 'by the country database of 2024-03-01' });
  expect(located(locate, `::ffff:${ADDRESS}`)).toMatchObject({ country: 'DE' });
});

test('databases that write the code at the top are read too', () => {
  expect(located(countryLocator(databaseOf({ country_code: 'NL' })), ADDRESS)).toMatchObject({ country: 'NL' });
});

test('a code of the database that is no country is kept as none, and the note says what it means', () => {
  expect(located(countryLocator(databaseOf({ country_code: 'A1' })), ADDRESS)).toEqual({
    country: null,
    note: 'an anonymous proxy, not a country; by the country database of 2024-03-01',
  });
});

test.each([
  ['192.0.2.44', 'a private, reserved or documentation address, of no country'],
  ['10.0.0.7', 'a private, reserved or documentation address, of no country'],
  ['2001:db8::7', 'a private, reserved or documentation address, of no country'],
  ['::ffff:192.168.1.1', 'a private, reserved or documentation address, of no country'],
  ['8.8.4.4', 'the address is not in the country database'],
])('%s keeps no country: %s', (address, note) => {
  expect(located(countryLocator(databaseOf({ country_code: 'NL' })), address)).toEqual({ country: null, note });
});

test('documentation addresses have a country only if the database contains them; private ones never have one', () => {
  const locate = countryLocator(databaseOf({ country_code: 'NL' }, ['192.0.2.0/24', '2001:db8::/32', '10.0.0.0/8']));
  const note = 'by the country database of 2024-03-01';
  expect(located(locate, '192.0.2.44')).toEqual({ country: 'NL', note });
  expect(located(locate, '2001:db8::7')).toEqual({ country: 'NL', note });
  expect(located(locate, '198.51.100.1')).toMatchObject({ country: null });
  expect(located(locate, '10.0.0.7')).toMatchObject({ country: null });
});

test('without a database the note says so', () => {
  expect(located(countryLocator(), ADDRESS)).toEqual({ country: null, note: 'no country database is installed here' });
});

describe('an address of JSON or CSV', () => {
  const indicator = { basis: 'ip-geolocation', country: null, verified: false, proxySuspected: true } as const;
  const database = () => databaseOf({ country: { iso_code: 'DE' } }, [`${ADDRESS}/32`, '2001:db8::/32']);
  const locatedAll = (...indicators: JurisdictionIndicator[]) =>
    countryLocator(database())(aSubmission({ indicators })).indicators.map(({ value, country }) => [value, country]);

  test.each([`${ADDRESS}:443`, '[2001:db8::1]:443', '[2001:db8::1]'])('written as %s is located', (value) => {
    expect(locatedAll({ ...indicator, value })).toEqual([[value, 'DE']]);
  });

  test('in a list becomes an indicator of its own, with its port', () => {
    const value = `${ADDRESS}:443, 8.8.4.4;2001:db8::1 ${ADDRESS}:80`;
    expect(locatedAll({ ...indicator, value }, { ...indicator, value: ADDRESS })).toEqual([
      [`${ADDRESS}:443`, 'DE'],
      ['8.8.4.4', null],
      ['2001:db8::1', 'DE'],
      [ADDRESS, 'DE'],
    ]);
  });

  test.each(['5.6.7.8:port', '5.6.7.8, home', ''])('that is none (%j) stays as it is', (value) => {
    expect(locatedAll({ ...indicator, value })).toEqual([[value, null]]);
  });

  test('with a country, or of another basis, stays as it is', () => {
    const value = `${ADDRESS}, 8.8.4.4`;
    const others = [
      { ...indicator, value, country: 'FR' },
      { ...indicator, value, basis: 'manual' as const },
    ];
    expect(locatedAll(...others)).toEqual([
      [value, 'FR'],
      [value, null],
    ]);
  });

  test('in lists stays as it is if there would be more than 500 indicators', () => {
    const value = Array.from({ length: 20 }, (_, n) => `8.8.4.${n}`).join(' ');
    expect(locatedAll(...Array.from({ length: 26 }, () => ({ ...indicator, value })))).toHaveLength(26);
  });
});

test('a file that is no database is refused', () => {
  expect(() => countryLocator(new URL(import.meta.url).pathname)).toThrow();
});

function located(locate: ReturnType<typeof countryLocator>, address: string): Partial<JurisdictionIndicator> {
  const { submission } = readCyberTipline(`<fileDetails><reportId>1</reportId><fileId>1</fileId><ipCaptureEvent>
    <ipAddress>${address}</ipAddress></ipCaptureEvent></fileDetails>`);
  const { country, note } = locate(submission).indicators[0] ?? {};
  return { country, note } as Partial<JurisdictionIndicator>;
}

/** A database with one address, or the given networks. */
function databaseOf(value: MmdbValue, networks: readonly string[] = [`${ADDRESS}/32`]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'countries-')), 'countries.mmdb');
  const rows = networks.map((network) => [network, value] as const);
  writeFileSync(file, mmdbFile(rows, new Date('2024-03-01T00:00:00Z')));
  return file;
}
