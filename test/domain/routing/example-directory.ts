/** A small directory and a request to route in it. Tests can replace parts of both. */

import type { Agency, ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import type { RouteRequest } from '../../../domain/routing/suitability.ts';

/** The contact point `id` of an agency of its own, which fits `request()` in every way. */
export function point(id: string, more: Partial<ContactPoint> = {}): ContactPoint {
  const country = more.country ?? 'FI';
  return {
    id,
    agencyId: `${country.toLowerCase()}-${id}`,
    country,
    type: 'national-contact-point',
    name: `Contact point ${id}`,
    email: `${id}@model.example`,
    zone: 'Europe/Helsinki',
    hours: '08:00-16:00',
    languages: ['fi', 'en'],
    capabilities: ['investigation', 'content-removal'],
    kinds: ['case-referral', 'takedown-notice'],
    clearances: ['H0', 'H1', 'H2'],
    verifiedAt: '2026-04-01T00:00:00.000Z',
    ...more,
  };
}

/** The agencies of `contactPoints`, and `us-quartz`, which excludes `fi-a`. */
export function directory(contactPoints: ContactPoint[], more: Partial<Directory> = {}): Directory {
  const agencies = contactPoints.map(({ agencyId, country }) => agency(agencyId, { country }));
  return {
    agencies: [...agencies, agency('us-quartz', { country: 'US', excludes: ['fi-a'] })],
    contactPoints,
    capabilities: [],
    chains: { default: ['national-contact-point', 'spoc', 'child-protection', 'inhope-hotline'] },
    withinEu: ['FI', 'NL'],
    ...more,
  };
}

export function request(more: Partial<RouteRequest> = {}): RouteRequest {
  return {
    countries: ['FI'],
    kind: 'case-referral',
    capability: 'investigation',
    languages: ['en'],
    handlingCode: 'H0',
    senderAgencyId: 'us-beryl',
    tried: [],
    asOf: '2026-06-01T12:00:00.000Z',
    ...more,
  };
}

function agency(id: string, more: Partial<Agency> = {}): Agency {
  return {
    id,
    name: `Model Unit ${id}`,
    country: 'FI',
    type: 'law-enforcement',
    coordinating: false,
    excludes: [],
    ...more,
  };
}
