/** Latitude and longitude elements, and the GPS tags of EXIF data, are read as positions. */

import { expect, test } from 'vitest';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { report } from './oddities.ts';

test.each([
  ['60.1699', '24.9384', '60.1699, 24.9384'],
  ['-33.9', '-7E1', '-33.9, -70'],
  ['0', '-0', '0, 0'],
])('latitude %s and longitude %s are %s', (latitude, longitude, value) => {
  const { submission, loss } = ofPhone(latitude, longitude);
  expect(submission.indicators).toEqual([
    expect.objectContaining({ basis: 'estimated-location', country: null, value }),
  ]);
  expect(loss.filter(({ path }) => path.endsWith('itude'))).toEqual([]);
});

test.each([
  ['91', '24'],
  ['60', 'INF'],
])('latitude %s and longitude %s are no position and are in the loss report', (latitude, longitude) => {
  const { submission, loss } = ofPhone(latitude, longitude);
  expect(submission.indicators).toEqual([]);
  expect(loss.filter(({ reason }) => reason === 'value-not-usable')).toHaveLength(2);
});

test.each([
  [{ GPSLatitude: '60.1699', GPSLongitude: '24.9384' }, '60.1699, 24.9384'],
  [{ 'GPS Latitude': `33 deg 54' 0.00" S`, 'GPS Longitude': `70 deg 30' 0.00" W` }, '-33.9, -70.5'],
  [
    { GPSLatitude: '60/1 30/1 0/100', GPSLatitudeRef: 'N', GPSLongitude: '24/1, 15/1, 0/1', GPSLongitudeRef: 'West' },
    '60.5, -24.25',
  ],
  [{ GPSLatitude: '60° 30′ N', GPSLongitude: '24° 15′ E' }, '60.5, 24.25'],
])('%j is %s', (tags, value) => {
  expect(ofFile(tags)).toEqual([value]);
});

test.each([
  [{ GPSLatitude: '60 30 0', GPSLongitude: '24 15 0' }],
  [{ GPSLatitude: '60,5', GPSLongitude: '24,25' }],
  [{ GPSLatitude: '60 75 0 N', GPSLongitude: '24 15 0 E' }],
  [{ GPSLatitude: '0/0', GPSLongitude: '0/0' }],
  [{ GPSLatitude: '60.5' }],
  [{ GPSLatitude: 'hidden', GPSLongitude: 'hidden' }],
])('%j is no position', (tags) => {
  expect(ofFile(tags)).toEqual([]);
});

function ofPhone(latitude: string, longitude: string) {
  const position = `<latitude>${latitude}</latitude><longitude>${longitude}</longitude>`;
  return readCyberTipline(report({ details: `<cellPhoneIncident>${position}</cellPhoneIncident>` }));
}

function ofFile(tags: Record<string, string>) {
  const pairs = Object.entries(tags).map(
    ([name, value]) => `<nameValuePair><name>${name}</name><value>${value}</value></nameValuePair>`,
  );
  const xml = `<fileDetails><reportId>1</reportId><fileId>1</fileId><details type="EXIF">${pairs.join('')}</details></fileDetails>`;
  return readCyberTipline(xml).submission.indicators.map(({ value }) => value);
}
