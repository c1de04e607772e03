/** The relation of an agency to a referral, which all its people share. */

import { expect, test } from 'vitest';
import { ENGINE, isSamePerson, relationsOf } from '../../domain/people.ts';
import { aReferredCase } from '../support/cases-by-status.ts';
import { CAST, COORDINATOR, SENDER } from '../support/factories.ts';

const { referral } = aReferredCase({}, ['FI', 'NL']);

test('an agency is the sender, the coordinator, a recipient, or none of these', () => {
  expect(relationsOf(SENDER, referral)).toEqual(['sender']);
  expect(relationsOf(COORDINATOR, referral)).toEqual(['coordinator']);
  expect(relationsOf('nl-elm', referral)).toEqual(['recipient']);
  expect(relationsOf('pt-ivy', referral)).toEqual(['none']);
});

test('an agency may be several of these at once', () => {
  const own = { ...referral, coordinatorAgencyId: SENDER };
  expect(relationsOf(SENDER, own)).toEqual(['sender', 'coordinator']);
});

test('for an act of one recipient, the other recipients have no relation', () => {
  expect(relationsOf('nl-elm', referral, 'r2')).toEqual(['recipient']);
  expect(relationsOf('nl-elm', referral, 'r1')).toEqual(['none']);
});

test('a person is the same at another agency or with other roles; the engine is not a person', () => {
  expect(isSamePerson(CAST.supervisor, { ...CAST.supervisor, agencyId: 'pt-ivy', roles: [] })).toBe(true);
  expect(isSamePerson(CAST.supervisor, CAST.otherSupervisor)).toBe(false);
  expect(isSamePerson(ENGINE, ENGINE)).toBe(false);
});
