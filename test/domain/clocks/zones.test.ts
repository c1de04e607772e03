/** In which time zone and calendar the clocks of an agency count. */

import { expect, test } from 'vitest';
import { zonesOf } from '../../../domain/clocks/zones.ts';
import { emptyReferral } from '../../../domain/referral.ts';
import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { directory, point } from '../routing/example-directory.ts';

const senderAgencyId = 'fi-a';

function senderZone(...points: ContactPoint[]): [string, string | undefined] {
  const zones = zonesOf(directory(points), { ...emptyReferral('r'), senderAgencyId });
  return [zones.sender, zones.calendar?.('sender').place];
}

const home = point('a');
const attache = point('b', { agencyId: senderAgencyId, country: 'NL', zone: 'Europe/Amsterdam' });
const old = point('c', { agencyId: senderAgencyId, country: 'FI', zone: 'Asia/Tokyo', disabled: true });

test('a desk in the country of the agency counts, before an attaché abroad and a disabled desk', () => {
  expect(senderZone(old, home)).toEqual(['Europe/Helsinki', 'FI']);
  const among = { ...directory([attache, home]), agencies: directory([home]).agencies };
  expect(zonesOf(among, { ...emptyReferral('r'), senderAgencyId }).sender).toBe('Europe/Helsinki');
});

test('a disabled desk counts only if there is no other', () => {
  expect(senderZone(old)).toEqual(['Asia/Tokyo', 'FI']);
});

test('an agency without a desk has the time of UTC', () => {
  expect(senderZone()).toEqual(['UTC', undefined]);
});

test('a desk that names a calendar counts in it', () => {
  expect(senderZone({ ...home, calendar: 'BE' })).toEqual(['Europe/Helsinki', 'BE']);
});
