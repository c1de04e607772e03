/** Addresses get the country that the operator's database has for them; those of no country keep saying why. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ipLocator } from '../../../client/platform/locate-ip.ts';
import { readCyberTipline } from '../../../domain/exchange/cybertipline/read-report.ts';
import type { JurisdictionIndicator } from '../../../domain/submission.ts';

const ADDRESS = '5.6.7.8';

test('an address in the database gets its country, and the note names the age of the data', () => {
  const locate = ipLocator(databaseOf({ country: { iso_code: 'DE' } }));
  expect(located(locate, ADDRESS)).toEqual({ country: 'DE', note: 'by the country database of 2024-03-01' });
  expect(located(locate, `::ffff:${ADDRESS}`)).toMatchObject({ country: 'DE' });
});

test('databases that write the code at the top are read too', () => {
  expect(located(ipLocator(databaseOf({ country_code: 'NL' })), ADDRESS)).toMatchObject({ country: 'NL' });
});

test('a code of the database that is no country is kept as none, and the note says what it means', () => {
  expect(located(ipLocator(databaseOf({ country_code: 'A1' })), ADDRESS)).toEqual({
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
  expect(located(ipLocator(databaseOf({ country_code: 'NL' })), address)).toEqual({ country: null, note });
});

test('without a database the note says so', () => {
  expect(located(ipLocator(), ADDRESS)).toEqual({ country: null, note: 'no country database is installed here' });
});

test('a file that is no database is refused', () => {
  expect(() => ipLocator(new URL(import.meta.url).pathname)).toThrow();
});

function located(locate: ReturnType<typeof ipLocator>, address: string): Partial<JurisdictionIndicator> {
  const { submission } = readCyberTipline(`<fileDetails><reportId>1</reportId><fileId>1</fileId><ipCaptureEvent>
    <ipAddress>${address}</ipAddress></ipCaptureEvent></fileDetails>`);
  const { country, note } = locate(submission).indicators[0] ?? {};
  return { country, note } as Partial<JurisdictionIndicator>;
}

type Encodable = string | number | { [key: string]: Encodable };

/** A whole MMDB file that knows one address: one node a bit, then the row, then the metadata. */
function databaseOf(row: Encodable): string {
  const bits = ADDRESS.split('.')
    .map((byte) => Number(byte).toString(2).padStart(8, '0'))
    .join('');
  const count = bits.length;
  const tree = [...bits].flatMap((bit, index) => {
    const next = index + 1 < count ? index + 1 : count + 16;
    return bit === '0' ? [next, count] : [count, next];
  });
  const metadata = { node_count: count, record_size: 24, ip_version: 4, build_epoch: Date.UTC(2024, 2, 1) / 1000 };
  const file = join(mkdtempSync(join(tmpdir(), 'countries-')), 'countries.mmdb');
  writeFileSync(
    file,
    Buffer.concat([
      ...tree.map((record) => Buffer.from([record >> 16, (record >> 8) & 255, record & 255])),
      Buffer.alloc(16),
      encoded(row),
      Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
      encoded(metadata),
    ]),
  );
  return file;
}

/** MaxMind DB File Format 2.0: strings of type 2, 32-bit numbers of type 6, maps of type 7. */
function encoded(value: Encodable): Buffer {
  if (typeof value === 'string') return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
  if (typeof value === 'number') {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(value);
    return Buffer.concat([Buffer.from([(6 << 5) | 4]), number]);
  }
  const entries = Object.entries(value);
  return Buffer.concat([Buffer.from([(7 << 5) | entries.length]), ...entries.flat().map(encoded)]);
}
