/** Finds faults across seed files: ids that do not exist, and duties that no person or agency can carry out. */

import type { Role } from '../../domain/people.ts';
import type { ContactPoint, Directory } from '../../domain/routing/directory.ts';
import type { Seed, SeedPerson } from './assemble.ts';

/** Returns one sentence for each fault, `entry, field: what is wrong`; empty if the seed is consistent. */
export function contradictions({ directory, people }: Seed): string[] {
  return [
    ...twice('agency', directory.agencies),
    ...twice('contact point', directory.contactPoints),
    ...twice('person', people),
    ...twice(
      'address',
      people.map(({ email }) => ({ id: email })),
    ),
    ...directory.contactPoints.flatMap((point) => [...ofDeputy(point, directory), ...ofCapabilities(point, directory)]),
    ...ofExclusions(directory),
    ...ofChains(directory),
    ...ofMemberships(people, directory),
    ...ofCoordination(people, directory),
    ...ofAnswering(people, directory),
  ];
}

function twice(what: string, entries: readonly { id: string }[]): string[] {
  const ids = entries.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `${id}, id: is given to more than one ${what}`);
}

function ofDeputy({ id, agencyId, deputyId }: ContactPoint, { contactPoints }: Directory): string[] {
  if (deputyId === undefined) return [];
  const deputy = contactPoints.find((point) => point.id === deputyId);
  if (!deputy) return [`${id}, deputyId: there is no contact point ${deputyId}`];
  if (deputyId === id) return [`${id}, deputyId: cannot stand in for itself`];
  return deputy.agencyId === agencyId ? [] : [`${id}, deputyId: ${deputyId} is of another agency`];
}

/** A contact point may offer fewer capabilities than its agency provides, never more. */
function ofCapabilities({ id, agencyId, country, capabilities }: ContactPoint, directory: Directory): string[] {
  const provided = directory.capabilities
    .filter((known) => known.country === country && known.providerIds.includes(agencyId))
    .map(({ capability }) => capability);
  return capabilities
    .filter((capability) => !provided.includes(capability))
    .map((capability) => `${id}, capabilities: ${agencyId} does not provide ${capability}`);
}

function ofExclusions({ agencies }: Directory): string[] {
  const known = new Set(agencies.map(({ id }) => id));
  return agencies.flatMap(({ id, excludes }) =>
    excludes.filter((other) => !known.has(other)).map((other) => `${id}, excludes: there is no agency ${other}`),
  );
}

function ofChains({ chains }: Directory): string[] {
  return Object.entries(chains)
    .filter(([, types]) => new Set(types).size < types.length)
    .map(([country]) => `${country}, chain: names a type twice`);
}

function ofMemberships(people: readonly SeedPerson[], { agencies }: Directory): string[] {
  const known = new Set(agencies.map(({ id }) => id));
  return people.flatMap(({ id, memberships }) => {
    if (memberships.length === 0) return [`${id}, at: works for no agency`];
    const unknown = memberships.filter(({ agencyId }) => !known.has(agencyId));
    return unknown.map(({ agencyId }) => `${id}, at: there is no agency ${agencyId}`);
  });
}

/** There must be one coordinating desk, a person who triages, and two people for approvals (four-eyes principle). */
function ofCoordination(people: readonly SeedPerson[], { agencies, contactPoints }: Directory): string[] {
  const [desk, ...more] = agencies.filter(({ coordinating }) => coordinating);
  if (!desk) return ['agencies, coordinating: nobody coordinates'];
  const faults = more.map(({ id }) => `${id}, coordinating: ${desk.id} coordinates already`);
  if (!contactPoints.some(({ agencyId }) => agencyId === desk.id)) faults.push(`${desk.id}, contactPoints: has none`);
  if (holders(people, desk.id, 'liaison-officer') < 1) faults.push(`${desk.id}, people: needs a liaison officer`);
  if (holders(people, desk.id, 'supervisor') < 2) faults.push(`${desk.id}, people: needs two supervisors`);
  return faults;
}

/** Every agency that can receive a referral must have a person who can acknowledge it. */
function ofAnswering(people: readonly SeedPerson[], { agencies, contactPoints }: Directory): string[] {
  return agencies
    .filter(({ id, coordinating }) => !coordinating && contactPoints.some(({ agencyId }) => agencyId === id))
    .filter(({ id }) => holders(people, id, 'partner-officer') === 0)
    .map(({ id }) => `${id}, people: has a contact point but no partner officer`);
}

function holders(people: readonly SeedPerson[], agencyId: string, role: Role): number {
  return people.filter(({ memberships }) =>
    memberships.some((membership) => membership.agencyId === agencyId && membership.roles.includes(role)),
  ).length;
}
