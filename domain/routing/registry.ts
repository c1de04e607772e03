/** The capability registry: what is known of each capability of a country, and where the network has gaps. */

import {
  CAPABILITY_LEVELS,
  type CapabilityLevel,
  type Country,
  type Instant,
  REGISTRY_CAPABILITIES,
  type RegistryCapability,
} from '../vocabulary.ts';
import { type CountryCapability, type Directory, daysBefore, VERIFIED_WITHIN_DAYS } from './directory.ts';

/** `unverified`: a level was stated, but not confirmed within the time that routing accepts. */
export type KnownLevel = CapabilityLevel | 'unverified';

/** What is known of one capability of a country. */
export interface KnownCapability {
  capability: RegistryCapability;
  level: KnownLevel;
  /** The level as it was stated; `none` if the registry has no entry. */
  stated: CapabilityLevel;
  providerIds: string[];
  /** When it was last confirmed, and by whom. */
  verifiedAt?: Instant;
  recordedBy?: CountryCapability['recordedBy'];
}

/** A capability that a country does not have, has in part, or that was not confirmed recently. */
export interface CapabilityGap extends KnownCapability {
  country: Country;
  level: Exclude<KnownLevel, 'full'>;
}

/** Every capability of a country, in the order of the registry. `entries` are those of the country. */
export function knownCapabilities(entries: readonly CountryCapability[], now: Instant): KnownCapability[] {
  return REGISTRY_CAPABILITIES.map((capability) => {
    const own = entries.filter((entry) => entry.capability === capability);
    const stated = CAPABILITY_LEVELS.findLast((level) => own.some((entry) => entry.level === level)) ?? 'none';
    const entry = own.find(({ level }) => level === stated);
    const { verifiedAt = null, providerIds = [], recordedBy } = entry ?? {};
    const isOld = (verifiedAt ?? '') < daysBefore(now, VERIFIED_WITHIN_DAYS);
    return {
      ...{ capability, level: entry !== undefined && isOld ? 'unverified' : stated, stated, providerIds },
      ...(verifiedAt !== null && { verifiedAt }),
      ...(recordedBy && { recordedBy }),
    };
  });
}

/** Stands for the country of an international organisation. */
export const NO_COUNTRY = 'XR';

/** The countries of the registry and of contact points, by code. International organisations have no registry. */
export function countriesOf({ capabilities, contactPoints }: Directory): Country[] {
  const codes = new Set([...capabilities, ...contactPoints].map(({ country }) => country));
  return [...codes].filter((code) => code !== NO_COUNTRY).sort();
}

/** The gaps of the network, by country and in the order of the registry. */
export function capabilityGaps(directory: Directory, now: Instant): CapabilityGap[] {
  const registry = Map.groupBy(directory.capabilities, ({ country }) => country);
  return countriesOf(directory).flatMap((country) =>
    knownCapabilities(registry.get(country) ?? [], now).flatMap(({ level, ...known }) =>
      level === 'full' ? [] : [{ country, ...known, level }],
    ),
  );
}
