/** The directory: agencies, contact points and the capabilities of countries. */

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
  /** Whether this is the coordinating agency of the installation. */
  coordinating: boolean;
  /** Ids of agencies that must not receive referrals of this one (conflict of interest). */
  excludes: string[];
  /** Its people cannot sign in, and nothing is sent to it. */
  disabled?: boolean;
}

export interface ContactPoint {
  id: string;
  agencyId: string;
  /** `XR` for an international organisation; ISO 3166-1 leaves this code to its users. */
  country: Country;
  type: ContactPointType;
  name: string;
  email: string;
  /** Gets urgent letters while the desk is closed, and escalations; if absent, `email` does. */
  dutyEmail?: string;
  /** Another contact point that gets escalations. */
  deputyId?: string;
  /** IANA time zone. */
  zone: string;
  /** The country or region whose public holidays it has: `DE-BY`; those of its country if absent. `XR` has none of its own. */
  calendar?: string;
  /** In its zone: `24/7`, `08:00-16:00` on every working day, or by weekday: `Mo-Fr 08:00-16:00; Sa 09:00-12:00`. */
  hours: string;
  /** ISO 639-1 codes; letters are written in the first. */
  languages: string[];
  capabilities: RegistryCapability[];
  kinds: Kind[];
  clearances: HandlingCode[];
  /** The most referrals that may wait for its acknowledgement. Beyond it, routing prefers others; without a limit if absent. */
  capacity?: number;
  /** A drill is started so many days after the last one; none by schedule if absent. */
  drillDays?: number;
  verifiedAt: Instant;
  /** Routing leaves it out, and nothing is sent to it. */
  disabled?: boolean;
}

/** The country or region whose public holidays are no working days of the contact point. */
export function placeOf({ calendar, country }: Pick<ContactPoint, 'calendar' | 'country'>): string {
  return calendar ?? country;
}

/** A capability of a country, its providers, and when it was last verified. */
export interface CountryCapability {
  country: Country;
  capability: RegistryCapability;
  level: CapabilityLevel;
  providerIds: string[];
  verifiedAt: Instant | null;
  /** Who stated or confirmed it; absent for entries of earlier versions and of the first load. */
  recordedBy?: { personId: string; agencyId: string };
}

export interface Directory {
  agencies: Agency[];
  contactPoints: ContactPoint[];
  capabilities: CountryCapability[];
  /** The fallback chain of each country: contact point types in order; `default` for other countries. */
  chains: Record<string, ContactPointType[]>;
  /** Countries to which a transfer needs no separate transfer basis. */
  withinEu: Country[];
  /** Days on which agencies are closed, in addition to weekends and public holidays; absent if there are none. */
  closedDays?: ClosedDay[];
  /** Working days on which agencies close early; absent if there are none. */
  halfDays?: HalfDay[];
}

/** A day on which an agency is closed; `day` is an ISO 8601 date: `2026-12-24`. */
export interface ClosedDay {
  agencyId: string;
  day: string;
  name: string;
}

/** A day on which an agency closes at a local time of its contact points: `12:00`. */
export interface HalfDay extends ClosedDay {
  closesAt: string;
}

/** Whether the agency is open on that day, and closes early. */
export function isHalfDay(day: ClosedDay | HalfDay): day is HalfDay {
  return 'closesAt' in day;
}

/** The closed days and half days of one agency. */
export interface AgencyDays {
  closedDays: readonly Omit<ClosedDay, 'agencyId'>[];
  halfDays?: readonly Omit<HalfDay, 'agencyId'>[];
}

/** A contact point whose last confirmation is older gets a reminder. */
export const CONFIRM_AFTER_DAYS = 365;

/** Contact points are confirmed yearly; a delay of about a month is accepted. */
export const VERIFIED_WITHIN_DAYS = 400;

/** The contact point with that id; undefined if there is none. */
export function contactPoint(directory: Directory, id: string): ContactPoint | undefined {
  return directory.contactPoints.find((point) => point.id === id);
}

/** The first contact point of the agency that is not disabled; undefined if there is none. */
export function deskOf({ contactPoints }: Directory, agencyId: string): ContactPoint | undefined {
  return contactPoints.find((point) => point.agencyId === agencyId && !point.disabled);
}

/** The agency with that id; undefined if there is none. */
export function agency(directory: Directory, id: string): Agency | undefined {
  return directory.agencies.find((each) => each.id === id);
}

/** The closed days and half days of an agency. */
export function agencyDaysOf({ closedDays = [], halfDays = [] }: Directory, agencyId: string): AgencyDays {
  const isOf = (each: ClosedDay) => each.agencyId === agencyId;
  return { closedDays: closedDays.filter(isOf), halfDays: halfDays.filter(isOf) };
}

/** The fallback chain of a country. Routing never selects contact points of other types. */
export function chainOf(directory: Directory, country: Country): readonly ContactPointType[] {
  return directory.chains[country] ?? directory.chains['default'] ?? [];
}

/**
 * The level at which each agency provides a capability in the country: the highest level that names it as a provider. Agencies
 * that provide none are absent.
 */
export function levelsIn(
  { capabilities }: Directory,
  country: Country,
  capability: RegistryCapability,
): ReadonlyMap<string, CapabilityLevel> {
  const known = capabilities.filter((each) => each.country === country && each.capability === capability);
  const levels = new Map<string, CapabilityLevel>();
  // A level that is set later replaces the one before.
  for (const level of CAPABILITY_LEVELS) {
    for (const { providerIds } of known.filter((each) => each.level === level)) {
      for (const id of providerIds) levels.set(id, level);
    }
  }
  return levels;
}

/** The instant `days` times 24 hours earlier. */
export function daysBefore(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) - days * 24 * 60 * 60 * 1000).toISOString();
}
