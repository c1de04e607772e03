/** Keyed digests of reported files: their hash values, and the ids in file details. */

import { expect, test } from 'vitest';
import { combineReadings } from '../../domain/exchange/cybertipline/combine.ts';
import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { FILE_DIGEST, fileDigests, materialDigests } from '../../domain/search-digests.ts';
import { fileDetails } from './exchange/cybertipline/file-details.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

const submissionOf = (...numbers: number[]) =>
  combineReadings(numbers.map((n) => ({ ...readCyberTipline(fileDetails(n, '4711')), name: `${n}.xml` }))).submission;

test('a file has the same digests, whether it was submitted alone or with others', () => {
  const alone = submissionOf(2);
  const withOthers = submissionOf(1, 2, 3);
  expect(fileDigests(keyring, alone).length).toBe(alone.materials.length + 1);
  expect(fileDigests(keyring, withOthers)).toEqual(expect.arrayContaining(fileDigests(keyring, alone)));
});

test('the digest of a file id differs from that of every hash value, and does not contain the id', () => {
  const lines = [{ label: 'fileDetails/fileId', value: ' AB12 ' }];
  const [digest = ''] = fileDigests(keyring, { materials: [], particulars: lines });
  expect(digest).toMatch(/^file\/[\w-]{43}$/);
  const other = [{ label: 'fileDetails[2]/fileId', value: 'ab12' }];
  expect(fileDigests(keyring, { materials: [], particulars: other })).toEqual([digest]);
  const [hash = ''] = materialDigests(keyring, [{ algorithm: 'other', value: 'ab12' }]);
  expect(hash.startsWith(FILE_DIGEST)).toBe(false);
  expect(fileDigests(keyring, { materials: [], particulars: [{ label: 'other/fileId', value: 'ab12' }] })).toEqual([]);
});
