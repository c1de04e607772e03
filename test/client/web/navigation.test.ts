/** The desks that each person can open. */

import { expect, test } from 'vitest';
import type { Principal } from '../../../client/http/identity/principal.ts';
import { desksOf } from '../../../client/web/navigation.ts';
import type { Role } from '../../../domain/people.ts';

const principal = (roles: Role[], coordinating = false): Principal => ({
  ...{ name: 'Somebody', language: 'en', zone: 'UTC', agencies: [], coordinating, via: { kind: 'session' } },
  ...{ authentication: {}, colourScheme: 'system' },
  person: { kind: 'person', personId: 'somebody', agencyId: 'fi-birch', roles },
});

const names = (roles: Role[], coordinating?: boolean) =>
  desksOf(principal(roles, coordinating)).map(({ name }) => name);

test('an administrator has no desk with a referral on it', () => {
  expect(names(['administrator'], true)).toEqual([
    'agencies',
    'people',
    'proposals',
    'calendars',
    'drills',
    'registry',
    'webhooks',
    'policies',
    'announcements',
    'absences',
  ]);
});

test('an auditor has the log and the clocks', () => {
  expect(names(['auditor'])).toEqual(['sla', 'audit']);
});

test('triage and approvals are at the coordinating agency', () => {
  expect(names(['liaison-officer', 'supervisor'], true)).toEqual(expect.arrayContaining(['triage', 'approvals']));
  expect(names(['liaison-officer', 'supervisor'])).not.toEqual(expect.arrayContaining(['triage', 'approvals']));
});

test("an agency's system has none", () => {
  expect(names(['service'])).toEqual([]);
});
