/** The capability registry: the level that applies, and the gaps of the network. */

import { expect, test } from 'vitest';
import { type CountryCapability, daysBefore, VERIFIED_WITHIN_DAYS } from '../../../domain/routing/directory.ts';
import { capabilityGaps, countriesOf, knownCapabilities } from '../../../domain/routing/registry.ts';
import { REGISTRY_CAPABILITIES } from '../../../domain/vocabulary.ts';
import { directory, point } from './example-directory.ts';

const NOW = '2026-11-30T08:00:00.000Z';
const RECENT = daysBefore(NOW, VERIFIED_WITHIN_DAYS - 1);
const OLD = daysBefore(NOW, VERIFIED_WITHIN_DAYS + 1);
const entry = (more: Partial<CountryCapability>): CountryCapability => ({
  ...{ country: 'FI', capability: 'investigation', level: 'full', providerIds: ['fi-a'], verifiedAt: RECENT },
  ...more,
});

test('a level counts as long as its confirmation is younger than the policy’s age', () => {
  const [recent] = knownCapabilities([entry({ recordedBy: { personId: 'p', agencyId: 'xr-desk' } })], NOW);
  expect(recent).toEqual({
    ...{ capability: 'investigation', level: 'full', stated: 'full', providerIds: ['fi-a'], verifiedAt: RECENT },
    recordedBy: { personId: 'p', agencyId: 'xr-desk' },
  });
  for (const verifiedAt of [OLD, null]) {
    expect(knownCapabilities([entry({ verifiedAt })], NOW)[0]).toMatchObject({ level: 'unverified', stated: 'full' });
  }
});

test('every capability of the registry has an answer, also those that a referral cannot ask for', () => {
  const known = knownCapabilities([], NOW);
  expect(known.map(({ capability }) => capability)).toEqual(REGISTRY_CAPABILITIES);
  expect(known.map(({ capability }) => capability)).toEqual(
    expect.arrayContaining(['prevention', 'awareness', 'legislation']),
  );
  expect(known.every(({ level, stated }) => level === 'none' && stated === 'none')).toBe(true);
});

test('gaps are what is not full and confirmed, in each country of the network', () => {
  const points = [point('a'), point('b', { country: 'NL' }), point('c', { country: 'XR' })];
  const capabilities = [
    ...REGISTRY_CAPABILITIES.map((capability) => entry({ capability })),
    ...REGISTRY_CAPABILITIES.map((capability) => entry({ capability, country: 'SE', level: 'partial' })),
  ];
  const network = directory(points, { capabilities });
  expect(countriesOf(network)).toEqual(['FI', 'NL', 'SE']);
  const gaps = capabilityGaps(network, NOW);
  const levels = new Map(
    [...Map.groupBy(gaps, ({ country }) => country)].map(([code, of]) => [code, of.map((g) => g.level)]),
  );
  expect(levels).toEqual(
    new Map([
      ['NL', REGISTRY_CAPABILITIES.map(() => 'none')],
      ['SE', REGISTRY_CAPABILITIES.map(() => 'partial')],
    ]),
  );
});
