/** Values that point to a country become indicators. Others are kept without a country, with a note of the reason. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { report } from './oddities.ts';

const read = (name: string) =>
  readCyberTipline(readFileSync(new URL(`../files/${name}.xml`, import.meta.url), 'utf8')).submission.indicators;

describe('an address of a machine', () => {
  test('waits to be located, with its time and whether it may be a proxy', () => {
    expect(read('web-page').filter(({ basis }) => basis === 'ip-geolocation')).toEqual([
      {
        country: null,
        basis: 'ip-geolocation',
        party: 'suspect',
        verified: false,
        proxySuspected: true,
        observedAt: '2024-03-06T02:13:58.000Z',
        value: '192.0.2.44',
        note: 'the address has not been located',
      },
      expect.objectContaining({ proxySuspected: false, value: '2001:db8::7' }),
    ]);
  });

  test('that is none is no indicator', () => {
    expect(read('online-gaming')).toEqual([]);
  });

  test.each([
    ['192.0.2.255', true],
    ['256.0.2.1', false],
    ['192.0.2', false],
    ['192.0.2.1.', false],
    ['2001:db8::1', true],
    ['::ffff:192.0.2.1', true],
    ['2001:db8::1::2', false],
    ['fe80::1%eth0', false],
    ['12:34', false],
    ['192.0.2.1:443', true],
    ['[2001:db8::1]:443', true],
    ['192.0.2.1, none', false],
  ])('%s: %s', (address, isOne) => {
    const details = `<peer2peerIncident><ipCaptureEvent><ipAddress>${address}</ipAddress></ipCaptureEvent></peer2peerIncident>`;
    expect(readCyberTipline(report({ details })).submission.indicators).toHaveLength(isOne ? 1 : 0);
  });
});

test('several addresses in one element are several indicators', () => {
  const details =
    '<peer2peerIncident><ipCaptureEvent><ipAddress>192.0.2.1:80, 2001:db8::1;192.0.2.1</ipAddress></ipCaptureEvent></peer2peerIncident>';
  expect(readCyberTipline(report({ details })).submission.indicators.map(({ value }) => value)).toEqual([
    '192.0.2.1',
    '2001:db8::1',
  ]);
});

test.each([
  ['victim', 'victimPerson', '', 'victim-location'],
  ['personOrUserReported', 'personOrUserReportedPerson', '', 'suspect-location'],
  [
    'personOrUserReported',
    'personOrUserReportedPerson',
    '<compromisedAccount>true</compromisedAccount>',
    'postal-address',
  ],
  ['intendedRecipient', 'intendedRecipientPerson', '', 'postal-address'],
])('the address of a %s (%s %s) has the basis %s', (account, person, rest, basis) => {
  const end = `<${account}><${person}><address><country>DE</country></address></${person}>${rest}</${account}>`;
  expect(readCyberTipline(report({ end })).submission.indicators).toEqual([
    expect.objectContaining({ country: 'DE', basis }),
  ]);
});

test.each([
  ['victim', '<victimPerson/>', 'victim'],
  ['personOrUserReported', '', 'suspect'],
  ['personOrUserReported', '<compromisedAccount>true</compromisedAccount>', undefined],
])('an IP address of a %s (%s) names the party %s', (account, first, party) => {
  const end = `<${account}>${first}<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent></${account}>`;
  expect(readCyberTipline(report({ end })).submission.indicators.map((each) => each.party)).toEqual([party]);
});

test('the address of the reporter is no indicator', () => {
  const xml = report({}).replace(
    '<reportingPerson/>',
    '<reportingPerson><address><country>DE</country></address></reportingPerson>',
  );
  expect(readCyberTipline(xml).submission.indicators).toEqual([]);
});

test('an IP event of the reporter is no indicator, and is kept as particulars', () => {
  const event = '<ipCaptureEvent><ipAddress>192.0.2.7:443</ipAddress></ipCaptureEvent>';
  const xml = report({}).replace('<reportingPerson/>', `<reportingPerson/>${event}`);
  const { indicators, particulars } = readCyberTipline(xml).submission;
  expect(indicators).toEqual([]);
  expect(particulars.map(({ value }) => value)).toContain('192.0.2.7:443');
});

describe('a phone', () => {
  test.each([
    ['countryCallingCode="+44"', '20 7946 0000', { country: 'GB' }],
    ['countryCallingCode="+1"', '555 0100', { country: null, note: 'several countries share +1' }],
    ['countryCallingCode="+7"', '900 555 0100', { country: 'RU' }],
    ['countryCallingCode="+1"', '416 555 0100', { country: 'CA' }],
    ['countryCallingCode="+1"', '+1 876 555 0100', { country: 'JM' }],
    ['', '+1 (212) 555-0100', { country: 'US' }],
    ['countryCallingCode="+999"', '1', { country: null, note: 'the calling code is not assigned to a country' }],
    ['', '+380 44 555 0100', { country: 'UA' }],
    ['', '00385 (1) 555-0100', { country: 'HR' }],
    ['', '+7 727 555 0100', { country: 'KZ' }],
    [
      'verified="true" verificationDate="2024-01-01T00:00:00+01:00"',
      '+39 06 555 0100',
      { country: 'IT', verified: true },
    ],
  ])('%s %s', (attributes, number, indicator) => {
    const details = `<cellPhoneIncident><phoneNumber ${attributes}>${number}</phoneNumber></cellPhoneIncident>`;
    expect(readCyberTipline(report({ details })).submission.indicators).toEqual([
      expect.objectContaining({ basis: 'phone-prefix', value: number, ...indicator }),
    ]);
  });

  test('without a code of a country is no indicator', () => {
    const phones = read('cell-phone').filter(({ basis }) => basis === 'phone-prefix');
    expect(phones.map(({ country }) => country)).toEqual(['RU', 'GR']);
  });
});

describe('a place', () => {
  test.each([
    ['DE', { country: 'DE', proxySuspected: false }],
    ['A1', { country: null, proxySuspected: true, note: 'an anonymous proxy, not a country' }],
    ['A2', { country: null, note: 'a satellite provider, not a country' }],
    ['O1', { country: null, note: 'another country, not stated which' }],
    ['AP', { country: null, note: 'the Asia/Pacific region, not a country' }],
    ['EU', { country: null, note: 'Europe, not a country' }],
    ['FX', { country: 'FR' }],
    ['AN', { country: null, note: expect.stringContaining('dissolved in 2010') }],
    ['XK', { country: 'XK' }],
  ])('estimated as %s', (code, indicator) => {
    const end = `<intendedRecipient><estimatedLocation verified="1" timestamp="2024-01-01T00:00:00Z"><city>Somewhere</city>
      <countryCode>${code}</countryCode></estimatedLocation></intendedRecipient>`;
    expect(readCyberTipline(report({ end })).submission.indicators).toEqual([
      expect.objectContaining({
        basis: 'estimated-location',
        verified: true,
        observedAt: '2024-01-01T00:00:00.000Z',
        value: 'Somewhere',
        ...indicator,
      }),
    ]);
  });

  test('without a country is none', () => {
    const end = '<intendedRecipient><estimatedLocation><countryCode/></estimatedLocation></intendedRecipient>';
    expect(readCyberTipline(report({ end })).submission.indicators).toEqual([]);
  });

  test('by postal address has its country, or that of its state', () => {
    expect(read('non-internet')).toEqual([
      expect.objectContaining({ basis: 'postal-address', country: 'FR', value: 'Invented Street 9, Nowhere, FX' }),
      expect.objectContaining({ basis: 'postal-address', country: 'US', note: 'read from the state' }),
    ]);
  });

  test('of the provider or of the investigators is not of the case', () => {
    expect(read('web-page').map(({ country }) => country)).not.toContain('US');
    expect(read('email').map(({ basis, country }) => `${basis} ${country}`)).not.toContain('phone-prefix NL');
  });
});

describe('legal process', () => {
  test.each([
    ['<servedLegalProcessDomestic>true</servedLegalProcessDomestic>', ['US']],
    ['<servedLegalProcessInternational fleaCountry="NL">true</servedLegalProcessInternational>', ['NL']],
    ['<servedLegalProcessInternational>1</servedLegalProcessInternational>', [null]],
    ['<servedLegalProcessInternational fleaCountry="NL">false</servedLegalProcessInternational>', []],
  ])('%s', (served, countries) => {
    const police = `<lawEnforcement><agencyName>Invented Police</agencyName>${served}</lawEnforcement>`;
    const xml = report({}).replace('<reporter>', `${police}<reporter>`);
    const found = readCyberTipline(xml).submission.indicators.filter(({ basis }) => basis === 'legal-process');
    expect(found.map(({ country }) => country)).toEqual(countries);
  });
});
