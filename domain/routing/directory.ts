/** The directory: agencies, their contact points, and who in a country can do what. */

import {
  type AgencyType,
  CAPABILITY_LEVELS,
  type CapabilityLevel,
  type ContactPointType,
  type Country,
  type HandlingCode,
  type Instant,
  type Kind,
  type RegistryCapability,
} from '../vocabulary.ts';

export interface Agency {
  id: string;
  name: string;
  /** Null for an international organisation. */
  country: Country | null;
  type: AgencyType;
  /** The one desk that triages and routes in this installation. */
  coordinating: boolean;
  /** Agencies that must not receive what this one sends (conflict of interest). */
  excludes: string[];
}

export interface ContactPoint {
  id: string;
  agencyId: string;
  /** `XR` (user-assigned in ISO 3166-1, so no country) for the desk of an international organisation. */
  country: Country;
  type: ContactPointType;
  name: string;
  email: string;
  /** Told of what is urgent while the desk is closed, and when a clock runs short; `email` where none is given. */
  dutyEmail?: string;
  /** Another contact point of the same agency that stands in. */
  deputyId?: string;
  /** IANA time zone. */
  zone: string;
  /** `24/7`, or office hours in its zone as `08:00-16:00`. */
  hours: string;
  /** ISO 639-1, first is the one letters are written in. */
  languages: string[];
  capabilities: RegistryCapability[];
  kinds: Kind[];
  clearances: HandlingCode[];
  verifiedAt: Instant;
}

/** What a country can do, and since when that is known. */
export interface CountryCapability {
  country: Country;
  capability: RegistryCapability;
  level: CapabilityLevel;
  providerIds: string[];
  verifiedAt: Instant | null;
}

export interface Directory {
  agencies: Agency[];
  contactPoints: ContactPoint[];
  capabilities: CountryCapability[];
  /** Per country the contact point types in the order in which they are tried; `default` for the rest. */
  chains: Record<string, ContactPointType[]>;
  /** Countries to which a transfer needs no transfer basis of its own. */
  withinEu: Country[];
}

/** A yearly confirmation may slip by a month before what the directory says is no longer trusted. */
export const VERIFIED_WITHIN_DAYS = 400;

/** The contact point with that id; undefined where the directory has none. */
export function contactPoint(directory: Directory, id: string): ContactPoint | undefined {
  return directory.contactPoints.find((point) => point.id === id);
}

/** The agency with that id; undefined where the directory has none. */
export function agency(directory: Directory, id: string): Agency | undefined {
  return directory.agencies.find((each) => each.id === id);
}

/** The contact point types that are tried in a country, in order. Types that it leaves out are never tried by rule. */
export function chainOf(directory: Directory, country: Country): readonly ContactPointType[] {
  return directory.chains[country] ?? directory.chains['default'] ?? [];
}

/**
 * How well the agency is known to provide a capability in its country: the best level of the registry that names it
 * as a provider; `none` where the registry does not know it as one.
 */
export function levelOf(
  directory: Directory,
  agencyId: string,
  country: Country,
  capability: RegistryCapability,
): CapabilityLevel {
  const levels = directory.capabilities
    .filter((known) => known.country === country && known.capability === capability)
    .filter(({ providerIds }) => providerIds.includes(agencyId))
    .map(({ level }) => level);
  return CAPABILITY_LEVELS.findLast((level) => levels.includes(level)) ?? 'none';
}

/** The instant `days` times 24 hours earlier: what was verified so many days ago, or is as old as may be. */
export function daysBefore(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) - days * 24 * 60 * 60 * 1000).toISOString();
}
