/** A hash value has one stored form: its spelling cannot carry data, and equal values are equal texts. */

import { describe, expect, test } from 'vitest';
import { submission } from '../../../client/contract/submission.ts';
import { hashValue } from '../../../domain/guard/hash-value.ts';
import { aSubmission } from '../../support/factories.ts';
import { noise } from './files.ts';

const PHOTODNA = noise(144);

describe('the same PhotoDNA value', () => {
  test.each([
    ['in capitals', PHOTODNA.toString('hex').toUpperCase()],
    ['in capitals and small letters', PHOTODNA.toString('hex').replace(/[a-f]/, (digit) => digit.toUpperCase())],
    ['in base64', PHOTODNA.toString('base64')],
    ['in base64 for addresses', PHOTODNA.toString('base64url')],
    ['as numbers', PHOTODNA.join(',')],
    ['as numbers with white space', PHOTODNA.join(' ,\t ')],
  ])('%s is stored in hexadecimal digits', (_, value) => {
    expect(hashValue('photodna', value)).toBe(PHOTODNA.toString('hex'));
  });
});

test('a value of another algorithm is stored in hexadecimal digits', () => {
  expect(hashValue('other', 'AAEC+/8=')).toBe('000102fbff');
  expect(hashValue('other', '0001ABCD')).toBe('0001abcd');
  expect(hashValue('other', 'sunflower')).toBeNull();
});

test('a submission stores hash values in this form, and accepts digests with colons', () => {
  const materials = [
    { algorithm: 'photodna', value: PHOTODNA.join(', '), source: 'file 1' },
    { algorithm: 'md5', value: 'D4:1D:8C:D9:8F:00:B2:04:E9:80:09:98:EC:F8:42:7E', source: 'file 2' },
  ];
  const stored = submission.parse({ ...aSubmission(), materials }).materials.map(({ value }) => value);
  expect(stored).toEqual([PHOTODNA.toString('hex'), 'd41d8cd98f00b204e9800998ecf8427e']);
});
