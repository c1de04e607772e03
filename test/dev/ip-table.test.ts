/** The country database of local stacks can be read by the library that reads those of operators. */

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountryResponse, Reader } from 'mmdb-lib';
import { expect, test } from 'vitest';
import { writeIpTable } from '../../dev/ip-table.ts';
import { mmdbFile } from '../../dev/mmdb-file.ts';

test.each([
  ['192.0.2.0', 'FI'],
  ['192.0.2.255', 'FI'],
  ['192.0.3.0', undefined],
  ['192.0.1.255', undefined],
  ['198.51.100.7', 'DE'],
  ['203.0.113.9', 'SE'],
  ['2001:db8::1', 'NL'],
  ['2001:db8:ffff::1', 'NL'],
  ['2001:db9::1', undefined],
  ['8.8.8.8', undefined],
])('%s is in %s', async (address, country) => {
  const path = await writeIpTable(mkdtempSync(join(tmpdir(), 'ip-table-')));
  const database = new Reader<CountryResponse>(readFileSync(path));
  expect(database.get(address)?.country?.iso_code).toBe(country);
  expect(database.metadata).toMatchObject({ ipVersion: 6, databaseType: 'Liaise-Country' });
  expect(database.metadata.buildEpoch).toEqual(new Date('2026-01-01T00:00:00Z'));
});

test('networks that overlap are refused', () => {
  const overlapping = [['10.0.0.0/8', 'a'] as const, ['10.1.0.0/16', 'b'] as const];
  expect(() => mmdbFile(overlapping, new Date())).toThrow('overlap');
  expect(() => mmdbFile(overlapping.reverse(), new Date())).toThrow('overlap');
});
