/** Builds the directory from the seed files, with the defaults that agencies and contact points take from their
 * country. */

import type { Role } from '../../domain/people.ts';
import {
  type Agency,
  type ContactPoint,
  type CountryCapability,
  type Directory,
  daysBefore,
} from '../../domain/routing/directory.ts';
import { CAPABILITIES, type Country, type Instant, REGISTRY_CAPABILITIES } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import type { CountryFile, NetworkFile, PeopleFile } from './schema.ts';

/** A person of the seed with their roles. */
export interface SeedPerson {
  id: string;
  name: string;
  email: string;
  language: Language;
  /** IANA time zone. */
  zone: string;
  memberships: { agencyId: string; roles: Role[] }[];
}

/** The directory and the people of the seed. */
export interface Seed {
  directory: Directory;
  people: SeedPerson[];
}

type AgencyEntry = CountryFile['agencies'][number];
type ContactPointEntry = AgencyEntry['contactPoints'][number];

/** Builds the directory. It may refer to ids that do not exist: `contradictions` checks them. */
export function assemble(network: NetworkFile, files: readonly CountryFile[], people: PeopleFile, asOf: Instant): Seed {
  return {
    directory: {
      agencies: files.flatMap((file) => file.agencies.map((entry) => agency(file.country, entry))),
      contactPoints: files.flatMap((file) => contactPoints(file, asOf)),
      capabilities: files.filter(isCountry).flatMap((file) => capabilities(file, asOf)),
      chains: chains(network, files),
      withinEu: network.withinEu.countries,
    },
    people: people.map((entry) => person(entry, files)),
  };
}

function agency(country: Country, { id, name, type, coordinating, excludes }: AgencyEntry): Agency {
  return { id, name, country: type === 'international-organisation' ? null : country, type, coordinating, excludes };
}

function contactPoints(file: CountryFile, asOf: Instant): ContactPoint[] {
  return file.agencies.flatMap((agency) =>
    agency.contactPoints.map((entry) => contactPoint(entry, agency, file, asOf)),
  );
}

function contactPoint(entry: ContactPointEntry, agency: AgencyEntry, file: CountryFile, asOf: Instant): ContactPoint {
  const { dutyEmail, deputyId, capacity, zone, languages, capabilities, verifiedDaysAgo, ...given } = entry;
  const provided = new Set([...agency.provides.full, ...agency.provides.partial]);
  return {
    ...given,
    agencyId: agency.id,
    country: file.country,
    ...(dutyEmail && { dutyEmail }),
    ...(deputyId && { deputyId }),
    ...(capacity !== undefined && { capacity }),
    zone: zone ?? file.zone,
    languages: languages ?? file.languages,
    capabilities: capabilities ?? CAPABILITIES.filter((capability) => provided.has(capability)),
    verifiedAt: daysBefore(asOf, verifiedDaysAgo),
  };
}

/**
 * One row for each capability of the registry, also if nobody in the country provides it: readers look for the gaps.
 */
function capabilities(file: CountryFile, asOf: Instant): CountryCapability[] {
  const verifiedAt = file.verifiedDaysAgo === null ? null : daysBefore(asOf, file.verifiedDaysAgo);
  return REGISTRY_CAPABILITIES.map((capability) => {
    const full = file.agencies.filter(({ provides }) => provides.full.includes(capability));
    const partial = file.agencies.filter(({ provides }) => provides.partial.includes(capability));
    const level = full.length > 0 ? 'full' : partial.length > 0 ? 'partial' : 'none';
    const providerIds = [...full, ...partial].map(({ id }) => id);
    return { country: file.country, capability, level, providerIds, verifiedAt };
  });
}

function chains({ defaultChain }: NetworkFile, files: readonly CountryFile[]): Directory['chains'] {
  const own = files.flatMap(({ country, chain }) => (chain ? [[country, chain] as const] : []));
  return { default: defaultChain, ...Object.fromEntries(own) };
}

function person(
  { id, name, email, language, zone, at }: PeopleFile[number],
  files: readonly CountryFile[],
): SeedPerson {
  const memberships = Object.entries(at).map(([agencyId, roles]) => ({ agencyId, roles }));
  const home = files.find((file) => file.agencies.some((agency) => agency.id === memberships[0]?.agencyId));
  const domain = home?.agencies.find((agency) => agency.id === memberships[0]?.agencyId)?.mailDomain;
  return {
    id,
    name,
    email: email ?? `${id}@${domain}`,
    language,
    zone: zone ?? home?.zone ?? 'UTC',
    memberships,
  };
}

function isCountry({ agencies }: CountryFile): boolean {
  return agencies.some(({ type }) => type !== 'international-organisation');
}
