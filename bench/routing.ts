/** Measures how fast a route is found in a directory of 2,000 contact points. */

import type { ContactPoint, Directory } from '../domain/routing/directory.ts';
import { findRoute } from '../domain/routing/route.ts';
import { CONTACT_POINT_TYPES, HANDLING_CODES, KINDS, REGISTRY_CAPABILITIES } from '../domain/vocabulary.ts';
import type { Extent } from './extent.ts';
import type { Measurement } from './measurements.ts';
import { quantile } from './throughput.ts';

const POINTS = 2_000;
const COUNTRIES = ['FI', 'SE', 'NL', 'DE', 'FR', 'ES', 'PL', 'IT', 'PT', 'US'] as const;
const ROUTES = 500;

// Target: a route over 2,000 contact points ≤ 5 ms.
export async function measureRouting(_: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  progress(`routing: ${POINTS.toLocaleString('en')} contact points`);
  const contactPoints = Array.from({ length: POINTS }, (_unused, n) => contactPointOf(n));
  const directory: Directory = {
    agencies: contactPoints.map(({ agencyId, country }) => ({
      ...{ id: agencyId, name: agencyId, country, type: 'law-enforcement', coordinating: false, excludes: [] },
    })),
    contactPoints,
    capabilities: COUNTRIES.flatMap((country) =>
      REGISTRY_CAPABILITIES.map((capability) => ({
        ...{ country, capability, level: 'full', verifiedAt: null },
        providerIds: contactPoints.filter((point) => point.country === country).map(({ agencyId }) => agencyId),
      })),
    ),
    chains: { default: [...CONTACT_POINT_TYPES] },
    withinEu: ['FI', 'SE', 'NL', 'DE', 'FR', 'ES', 'PL', 'IT', 'PT'],
  };
  const times = Array.from({ length: ROUTES }, (_unused, n) => {
    const country = COUNTRIES[n % COUNTRIES.length] ?? 'FI';
    const started = performance.now();
    findRoute(
      {
        ...{ countries: [country], kind: 'case-referral', capability: 'investigation', languages: ['sv'] },
        ...{ handlingCode: 'H1', transferBasis: 'adequacy', senderAgencyId: 'agency-1', tried: [] },
        asOf: '2026-06-01T12:00:00.000Z',
      },
      directory,
    );
    return performance.now() - started;
  });
  return [
    {
      ...{ of: 'liaise', name: 'routing', label: 'route over 2,000 contact points, ms: p50 / p95' },
      ...{ value: quantile(times, 0.5), p95: quantile(times, 0.95) },
    },
  ];
}

/** One in ten reads the language and is cleared for the handling code. */
function contactPointOf(n: number): ContactPoint {
  const suits = n % 10 === 9;
  return {
    ...{ id: `point-${n}`, agencyId: `agency-${n}`, name: `Contact point ${n}`, email: `point-${n}@model.example` },
    country: COUNTRIES[Math.floor(n / 7) % COUNTRIES.length] ?? 'FI',
    type: CONTACT_POINT_TYPES[n % CONTACT_POINT_TYPES.length] ?? 'spoc',
    ...{ zone: 'Europe/Helsinki', hours: '08:00-16:00' },
    languages: suits ? ['sv', 'en'] : ['en'],
    capabilities: ['investigation'],
    kinds: [...KINDS],
    clearances: suits ? [...HANDLING_CODES] : ['H0'],
    verifiedAt: '2026-04-01T00:00:00.000Z',
  };
}
