/** A list in an address: what is written there is read back the same. */

import { expect, test } from 'vitest';
import { addressOfList, listAddress, withoutEmpty } from '../../../client/desk/list-address.ts';
import type { ListFilter } from '../../../domain/lists.ts';

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

test('names the field that holds no word of ours', () => {
  const parsed = listAddress.safeParse({ kept: 'triage:often' });
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['kept']]);
});
