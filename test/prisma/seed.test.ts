/** The included seed: its content, the routes that result from it, and the errors of an invalid seed. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRoute } from '../../domain/routing/route.ts';
import type { RouteRequest } from '../../domain/routing/suitability.ts';
import { loadSeed, SeedFaults } from '../../prisma/seed/load.ts';

const asOf = '2026-06-01T12:00:00.000Z';
const { directory, people } = loadSeed(asOf);
const countries = directory.agencies.flatMap(({ country }) => country ?? []);

describe('the network', () => {
  test('has 30 European countries, four others, and one desk without a country', () => {
    const others = ['AU', 'CA', 'JP', 'US'];
    const european = new Set(countries.filter((country) => !others.includes(country)));
    expect(european.size).toBe(30);
    expect(countries).toEqual(expect.arrayContaining(others));
    expect(directory.agencies.filter(({ coordinating }) => coordinating)).toMatchObject([
      { id: 'xr-desk', country: null, type: 'international-organisation' },
    ]);
  });

  test('has contact points of different types in more than six countries, several with a deputy', () => {
    const typesIn = (country: string) =>
      new Set(directory.contactPoints.filter((point) => point.country === country).map(({ type }) => type));
    expect([...new Set(countries)].filter((country) => typesIn(country).size > 1).length).toBeGreaterThan(6);
    expect(directory.contactPoints.filter(({ deputyId }) => deputyId).length).toBeGreaterThan(6);
  });

  test('uses invented names, and addresses that receive no mail', () => {
    for (const { name } of directory.agencies) expect(name).toMatch(/^Model .* \([A-Z]{2}\)$/);
    const addresses = [...directory.contactPoints, ...people].map(({ email }) => email);
    const duty = directory.contactPoints.flatMap(({ dutyEmail }) => dutyEmail ?? []);
    for (const address of [...addresses, ...duty]) expect(address).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
  });

  test('uses the time zone of each country', () => {
    const zonesOf = (country: string) =>
      (new Intl.Locale(`und-${country}`) as unknown as { getTimeZones(): string[] }).getTimeZones();
    const abroad = directory.contactPoints.filter(({ country, zone }) => {
      return country !== 'XR' && !zonesOf(country).includes(zone);
    });
    expect(abroad.map(({ id, zone }) => [id, zone])).toEqual([['us-obsidian-attache', 'Europe/Brussels']]);
  });

  test('lists the capabilities of every country, including missing ones', () => {
    expect(directory.capabilities).toHaveLength(34 * 12);
    const luxembourg = directory.capabilities.find(
      ({ country, capability }) => country === 'LU' && capability === 'victim-identification',
    );
    expect(luxembourg).toMatchObject({ level: 'none', providerIds: [] });
    const unverified = directory.capabilities.filter(({ verifiedAt }) => verifiedAt === null);
    expect(new Set(unverified.map(({ country }) => country))).toEqual(new Set(['CY']));
  });

  test('calculates verification dates from the time of loading', () => {
    const alder = directory.contactPoints.find(({ id }) => id === 'fi-alder-ncp');
    expect(alder?.verifiedAt).toBe('2026-05-20T12:00:00.000Z');
  });
});

describe('the people', () => {
  test('have the address and time zone of their first agency', () => {
    expect(people.find(({ id }) => id === 'clara.obsidian')).toMatchObject({
      email: 'clara.obsidian@us-obsidian.example',
      zone: 'Europe/Brussels',
      memberships: [{ agencyId: 'us-obsidian' }, { agencyId: 'us-quartz' }],
    });
    expect(people.find(({ id }) => id === 'aino.alder')).toMatchObject({ zone: 'Europe/Helsinki' });
  });

  test('have every role', () => {
    const roles = people.flatMap(({ memberships }) => memberships.flatMap((membership) => membership.roles));
    expect(new Set(roles).size).toBe(6);
  });
});

describe('an ordinary case in English', () => {
  const ordinary: RouteRequest = {
    countries: [],
    kind: 'case-referral',
    capability: 'investigation',
    languages: ['en'],
    handlingCode: 'H0',
    senderAgencyId: 'us-quartz',
    tried: [],
    asOf,
  };
  const takenIn = (country: string, more: Partial<RouteRequest> = {}) =>
    findRoute({ ...ordinary, ...more, countries: [country] }, directory).taken[0]?.contactPointId;

  test('finds a contact point in every country except three that test failures', () => {
    const basis = { transferBasis: 'adequacy' } as const;
    const failing = [...new Set(countries)].filter((country) => takenIn(country, basis) === undefined);
    expect(failing.sort()).toEqual(['CY', 'LU', 'MT']);
  });

  test('follows a fallback chain of three in Finland', () => {
    expect(takenIn('FI')).toBe('fi-alder-ncp');
    expect(takenIn('FI', { tried: ['fi-alder-ncp'] })).toBe('fi-birch-spoc');
    expect(takenIn('FI', { tried: ['fi-alder-ncp', 'fi-birch-spoc'] })).toBe('fi-alder-night');
  });

  test('requires a transfer basis outside the Union, but not in Norway or Switzerland', () => {
    const { without } = findRoute({ ...ordinary, countries: ['GB', 'NO', 'CH', 'US'] }, directory);
    expect(without).toEqual([
      { country: 'GB', reason: 'needs-transfer-basis' },
      { country: 'US', reason: 'needs-transfer-basis' },
    ]);
  });

  test('is never routed to the coordinating desk', () => {
    expect(findRoute({ ...ordinary, countries: ['XR'] }, directory).taken).toEqual([]);
  });

  test('about content removal reaches the hotline of a country without other contact points', () => {
    expect(takenIn('MT', { capability: 'content-removal', kind: 'takedown-notice' })).toBe('mt-caper-hotline');
  });
});

describe('a seed is refused, naming entry and field, when', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seed-'));
    cpSync('prisma/seed', folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function faults(): readonly string[] {
    try {
      loadSeed(asOf, folder);
      return [];
    } catch (error) {
      if (error instanceof SeedFaults) return error.faults;
      throw error;
    }
  }

  function rewrite(name: string, from: string, to: string): void {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, name), text.replace(from, to));
  }

  const finland = 'directory/fi.json';
  test.each([
    [
      'a country code is not assigned',
      finland,
      '"country": "FI"',
      '"country": "ZZ"',
      'directory/fi.json, country: must be a country code of ISO 3166-1 alpha-2, for example NL',
    ],
    [
      'a country of the network has no code of ISO 3166-1',
      'network.json',
      '"GR"',
      '"UK"',
      'network.json, withinEu.countries.12: UK is not a code of ISO 3166-1: use GB',
    ],
    [
      'a time zone does not exist',
      finland,
      'Europe/Helsinki',
      'Europe/Helsink',
      'directory/fi.json, zone: must be an IANA time zone',
    ],
    [
      'opening hours are invalid',
      finland,
      '08:00-16:00',
      '8-16',
      'directory/fi.json, fi-alder-ncp, hours: must be 24/7, office hours',
    ],
    ['a field is unknown', finland, '"dutyEmail"', '"duty"', 'directory/fi.json, fi-alder-ncp: Unrecognized key'],
    ['a file has the wrong name', finland, '"FI"', '"SE"', 'directory/fi.json, country: must be the name of the file'],
    ['a list is missing', finland, '"contactPoints"', '"points"', 'contactPoints: is missing; it must be a list'],
    ['a file is not JSON', 'people.json', '[', '', 'people.json: is not JSON'],
    [
      'a role is unknown',
      'people.json',
      '"auditor"',
      '"reader"',
      'people.json, vera.rowan, at.xr-desk.0: must be one of ',
    ],
    [
      'a deputy does not exist',
      finland,
      '"deputyId": "fi-alder-night"',
      '"deputyId": "fi-x"',
      'fi-alder-ncp, deputyId: there is no',
    ],
    [
      'a contact point is its own deputy',
      finland,
      '"deputyId": "fi-alder-night"',
      '"deputyId": "fi-alder-ncp"',
      'fi-alder-ncp, deputyId: cannot',
    ],
    [
      'a deputy belongs to another agency',
      finland,
      '"deputyId": "fi-alder-night"',
      '"deputyId": "fi-birch-spoc"',
      'fi-alder-ncp, deputyId: fi-birch',
    ],
    [
      'an id is used twice',
      finland,
      '"id": "fi-birch-spoc"',
      '"id": "fi-alder-ncp"',
      'fi-alder-ncp, id: is given to more than one',
    ],
    [
      'a contact point has a capability that its agency lacks',
      finland,
      '["investigation", "data-preservation"]',
      '["prosecution"]',
      'fi-alder-night, capabilities',
    ],
    [
      'an excluded agency is unknown',
      'directory/us.json',
      '["us-jasper"]',
      '["us-x"]',
      'us-quartz, excludes: there is no agency us-x',
    ],
    [
      'a chain lists a type twice',
      'network.json',
      '"spoc"',
      '"national-contact-point"',
      'default, chain: names a type twice',
    ],
    [
      'a person has no agency',
      'people.json',
      '"at": { "xr-desk": ["auditor"] }',
      '"at": {}',
      'vera.rowan, at: works for no agency',
    ],
    [
      'an agency of a person is unknown',
      'people.json',
      '"lu-slate"',
      '"lu-x"',
      'mylene.slate, at: there is no agency lu-x',
    ],
    [
      'no agency coordinates',
      'directory/xr.json',
      '"coordinating": true',
      '"coordinating": false',
      'agencies, coordinating: nobody',
    ],
    [
      'two agencies coordinate',
      finland,
      '"mailDomain"',
      '"coordinating": true, "mailDomain"',
      'xr-desk, coordinating: fi-alder coordinates',
    ],
    [
      'the coordinating desk has only one supervisor',
      'people.json',
      '["supervisor"]',
      '["auditor"]',
      'xr-desk, people: needs two supervisors',
    ],
    [
      'no person of a contact point can acknowledge',
      'people.json',
      '"at": { "mt-caper": ["partner-officer"] }',
      '"at": { "mt-caper": ["auditor"] }',
      'mt-caper, people: has a',
    ],
  ])('%s', (_, name, from, to, fault) => {
    rewrite(name, from, to);
    expect(faults()).toContainEqual(expect.stringContaining(fault));
  });

  test('files are missing, and all faults are reported together', () => {
    rmSync(join(folder, 'network.json'));
    rmSync(join(folder, 'directory'), { recursive: true });
    rewrite('people.json', '"en"', '"xx"');
    expect(faults()).toEqual([
      'network.json: cannot be read',
      expect.stringContaining('people.json, noor.rowan, language: '),
      'directory: cannot be read',
    ]);
  });
});
