/** Keyed digests of reported files: their hash values, and the ids in file details. */

import { describe, expect, test } from 'vitest';
import { combineReadings } from '../../domain/exchange/cybertipline/combine.ts';
import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import {
  FILE_DIGEST,
  fileDigests,
  materialDigests,
  originDigests,
  renewedDigests,
} from '../../domain/search-digests.ts';
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

describe('while the digest key is renewed', () => {
  const file = newKeyFile('test');
  const fresh = newKeyFile('test').digest;
  const earlierDigests = [{ id: '', key: file.digest }];
  const [old, both, after] = [
    file,
    { ...file, digest: fresh, digestId: 'd2', earlierDigests },
    { ...file, digest: fresh, digestId: 'd2' },
  ].map((keys) => parseKeyring(JSON.stringify(keys)));
  const origins = [{ system: 'register', id: 'K-1' }];

  test('a value has a digest under each key, and digests of a later key begin with its id', () => {
    if (!old || !both || !after) return;
    expect(originDigests(both, origins)).toEqual([...originDigests(after, origins), ...originDigests(old, origins)]);
    expect(after.digest('a')).toMatch(/^d2\.[\w-]{43}$/);
    expect(old.digest('a')).toMatch(/^[\w-]{43}$/);
    expect([old.digestKeyId, both.digestKeyId]).toEqual(['', 'd2']);
  });

  test('each earlier digest is named with its replacement, and nothing when the renewal is finished', () => {
    if (!old || !both || !after) return;
    const submission = { ...submissionOf(1), originReferences: origins };
    const { origins: numbers, files } = renewedDigests(both, submission);
    expect(numbers.map(({ from }) => from)).toEqual(originDigests(old, origins).map(({ digest }) => digest));
    expect(files.map(({ from }) => from)).toEqual(fileDigests(old, submission));
    expect(files.map(({ to }) => to)).toEqual(fileDigests(after, submission));
    expect(renewedDigests(after, submission)).toEqual({ origins: [], files: [] });
  });
});
