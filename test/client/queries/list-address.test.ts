/** A list in an address: it is read back as it was written. */

import { expect, test } from 'vitest';
import { addressOfList, listAddress, withoutEmpty } from '../../../client/queries/list-address.ts';
import type { ListFilter } from '../../../domain/list-query.ts';

test.each<ListFilter>([
  { desk: 'all', breached: true, open: false },
  { desk: 'inbox', handler: 'me', kept: { clock: 'decide', inTime: false } },
  { desk: 'all', handler: { personId: 'noor.rowan' }, submittedFrom: '2026-11-01T00:00:00.000Z', country: 'FI' },
])('reads back what it wrote: %j', (filter) => {
  const query = Object.fromEntries(new URL(addressOfList('/referrals', filter), 'http://here').searchParams);
  expect(listAddress.parse(query)).toEqual(filter);
});

test('asks for nothing where a field was left empty', () => {
  expect(listAddress.parse(withoutEmpty({ status: '', urgency: 'urgent' }))).toEqual({
    desk: 'all',
    urgency: 'urgent',
  });
});

test.each([
  ['0001-01-01T00:00:00Z', true],
  ['9999-12-31T23:59:59.999Z', true],
  ['0000-12-31T23:59:59Z', false],
  ['0001-01-01T00:00:00+00:01', false],
  ['9999-12-31T23:59:59-00:01', false],
])('%s is an instant that can be looked for: %s', (changedSince, isOne) => {
  expect(listAddress.safeParse({ changedSince }).success).toBe(isOne);
});

test('names the field whose value is not a known code', () => {
  const parsed = listAddress.safeParse({ kept: 'triage:often' });
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['kept']]);
});
