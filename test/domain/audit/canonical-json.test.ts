/** Canonical JSON: one text for each value, with the order and the escapes of RFC 8785. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/audit/canonical-json.ts';

/** Members sorted by sort(), strings and numbers by JSON.stringify. */
function plainly(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${plainly(member)}`).join(',')}}`;
}

test('the example of RFC 8785, section 3.2.3', () => {
  const members = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\u{1f600}': 'Face',
    '\u0080': 'C',
    '\u00f6': 'O',
  };
  const order = ['CR', 'One', 'C', 'O', 'Euro', 'Face', 'Dalet'];
  expect(canonicalJson(members).match(/(?<=:")\w+/g)).toEqual(order);
});

test('any value, with few and with many members', () => {
  const key = fc.string({ unit: 'binary' });
  const value = fc.jsonValue({ stringUnit: 'binary' });
  const objects = fc.oneof(fc.dictionary(key, value), fc.dictionary(key, value, { minKeys: 20, maxKeys: 60 }));
  fc.assert(
    fc.property(fc.oneof(value, objects), (each) => {
      expect(canonicalJson(each)).toBe(plainly(each));
    }),
  );
});

test('members that are undefined are left out', () => {
  expect(canonicalJson({ b: 1, a: undefined, list: [undefined] })).toBe('{"b":1,"list":[null]}');
});
