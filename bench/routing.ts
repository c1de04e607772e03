/** Measures how fast an urgent referral is routed in a country with 2,000 contact points. */

import { routeAt } from '../domain/routing/current-route.ts';
import type { ContactPoint, Directory } from '../domain/routing/directory.ts';
import { CONTACT_POINT_TYPES, HANDLING_CODES, KINDS, REGISTRY_CAPABILITIES } from '../domain/vocabulary.ts';
import { aTriagedCase } from '../test/support/cases-by-status.ts';
import type { Extent } from './extent.ts';
import type { Measurement } from './measurements.ts';
import { quantile } from './throughput.ts';

const POINTS = 2_000;
const COUNTRY = 'FI';
const ZONES = ['Europe/Helsinki', 'Europe/Mariehamn', 'Europe/Stockholm'];
const HOURS = ['08:00-16:00', '24/7', 'Mo-Fr 09:00-17:00; Sa 09:00-12:00', '22:00-06:00'];
const WARM_UP = 100;
const ROUTES = 500;

// Target: a route over 2,000 contact points of one country, with capacity, hours and drills, ≤ 5 ms in the 95th percentile.
export async function measureRouting(_: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  progress(`routing: ${POINTS.toLocaleString('en')} contact points of one country`);
  const directory = aLargeCountry();
  const ids = directory.contactPoints.map(({ id }) => id);
  const states = { full: ids.filter((_id, n) => n % 4 === 1), failedDrill: ids.filter((_id, n) => n % 5 === 2) };
  const { referral } = aTriagedCase({ urgency: 'urgent', languages: ['sv'], handlingCode: 'H1' });
  const times = Array.from({ length: WARM_UP + ROUTES }, (_unused, n) => {
    // Another minute each time, by day and by night.
    const asOf = new Date(Date.UTC(2026, 5, 1) + n * 37 * 60_000).toISOString();
    const started = performance.now();
    const { taken } = routeAt({ referral, countries: [COUNTRY], asOf }, directory, states);
    if (taken.length !== 1) throw new Error('No contact point was selected.');
    return performance.now() - started;
  }).slice(WARM_UP);
  return [
    {
      ...{
        of: 'liaise',
        name: 'routing',
        label: 'urgent route over 2,000 contact points of one country, ms: p50 / p95',
      },
      ...{ value: quantile(times, 0.5), p95: quantile(times, 0.95) },
    },
  ];
}

function aLargeCountry(): Directory {
  const contactPoints = Array.from({ length: POINTS }, (_unused, n) => contactPointOf(n));
  const agencyIds = contactPoints.map(({ agencyId }) => agencyId);
  return {
    agencies: agencyIds.map((id) => ({
      ...{ id, name: id, country: COUNTRY, type: 'law-enforcement', coordinating: false, excludes: [] },
    })),
    contactPoints,
    capabilities: REGISTRY_CAPABILITIES.map((capability) => ({
      ...{ country: COUNTRY, capability, level: 'full', verifiedAt: null, providerIds: agencyIds },
    })),
    chains: { default: [...CONTACT_POINT_TYPES] },
    withinEu: [COUNTRY],
    closedDays: agencyIds.slice(0, 50).map((agencyId) => ({ agencyId, day: '2026-06-02', name: 'Moving' })),
  };
}

/** Half of them read the language and are cleared for the handling code. */
function contactPointOf(n: number): ContactPoint {
  const suits = n % 2 === 1;
  return {
    ...{ id: `point-${n}`, agencyId: `agency-${n}`, name: `Contact point ${n}`, email: `point-${n}@model.example` },
    country: COUNTRY,
    type: CONTACT_POINT_TYPES[n % CONTACT_POINT_TYPES.length] ?? 'spoc',
    ...{ zone: ZONES[n % ZONES.length] ?? 'UTC', hours: HOURS[n % HOURS.length] ?? '24/7', capacity: 5 },
    languages: suits ? ['sv', 'en'] : ['en'],
    capabilities: ['investigation'],
    kinds: [...KINDS],
    clearances: suits ? [...HANDLING_CODES] : ['H0'],
    verifiedAt: '2026-04-01T00:00:00.000Z',
  };
}
