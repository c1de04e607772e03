/** Refused policy files: numbers of statutory clocks without a law, and referrals without a recipient and a clock. */

import { describe, expect, test } from 'vitest';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { defaultPolicies, parseAdoptedPolicies, readPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicy } from '../../../domain/clocks/policy-schema.ts';

const SOURCE = { act: 'Directive 2014/41/EU', article: '12(3)' };
const EXTENSION = { max: 1, count: 1, reasonRequired: true };
const LIMIT = { amount: 1, unit: 'weeks' } as const;
const WITHOUT_LAW = 'a number of a statutory clock needs "source", or "target": true if no law has it';

/** The built-in policies with one that is changed. */
function changed(name: ClockName, change: (policy: ClockPolicy) => object): unknown {
  const clocks = defaultPolicies.clocks.map((each) => (each.id === name ? { ...each, ...change(each) } : each));
  return { version: 'v', clocks };
}

function faultsOf(data: unknown): string[] {
  const read = readPolicies(data);
  return 'faults' in read ? read.faults : [];
}

const statutory =
  (more: object) =>
  ({ basis, terms }: ClockPolicy) => ({
    basis: { ...basis, level: 'STATUTORY', source: SOURCE },
    terms: { ...terms, urgent: { ...terms.urgent, ...more } },
  });

describe('a further number of a statutory clock', () => {
  const origins = (origin: object) => [
    { extension: { ...EXTENSION, ...origin } },
    { latestOf: [{ ...LIMIT, ...origin }] },
    { earliestOf: [{ ...LIMIT, ...origin }] },
    { shorterOnRequest: { floor: { ...LIMIT, ...origin } } },
  ];

  test.each([
    ['extension', 0],
    ['latestOf.0', 1],
    ['earliestOf.0', 2],
    ['shorterOnRequest.floor', 3],
  ] as const)('without a source is refused: %s', (path, index) => {
    const data = changed('triage', statutory(origins({})[index] ?? {}));
    expect(faultsOf(data)).toEqual([`clocks.0.terms.urgent.${path}: ${WITHOUT_LAW}`]);
  });

  test.each([[{ source: SOURCE }], [{ target: true }]])('with its origin is accepted: %j', (origin) => {
    for (const terms of origins(origin)) expect(faultsOf(changed('triage', statutory(terms)))).toEqual([]);
  });

  test('of a target needs no source', () => {
    const data = changed('triage', ({ terms }) => ({
      terms: { ...terms, urgent: { ...terms.urgent, extension: EXTENSION, earliestOf: [LIMIT] } },
    }));
    expect(faultsOf(data)).toEqual([]);
  });

  test('of a case is checked against the basis of the case, or of the clock', () => {
    const data = changed('decide', ({ cases = [] }) => ({
      cases: cases.map(({ terms, ...each }) => ({
        ...each,
        terms: { standard: { amount: 30, unit: 'calendar-days', onExpiry: 'breach', extension: EXTENSION } },
      })),
    }));
    expect(faultsOf(data)).toEqual([`clocks.3.cases.0.terms.standard.extension: ${WITHOUT_LAW}`]);
  });

  test('of a version that was adopted earlier stays valid', () => {
    const data = changed('triage', statutory({ extension: EXTENSION, earliestOf: [LIMIT] }));
    expect(parseAdoptedPolicies(data)).toEqual(data);
  });
});

describe('a policy file could leave a referral without a recipient and without a clock if', () => {
  const waits = 'a referral without a recipient must have a deadline';

  test('it has no clock for the search', () => {
    const clocks = defaultPolicies.clocks.filter(({ id }) => id !== 'find-recipient');
    const data = { version: 'v', clocks };
    expect(faultsOf(data)).toEqual(['clocks: no policy for find-recipient']);
    expect(parseAdoptedPolicies(data)).toEqual(data);
  });

  test.each<[string, (policy: ClockPolicy) => object, string]>([
    [
      'the search starts only for held referrals',
      () => ({ starts: ['held'] }),
      `starts: must contain referred, routed, replacement-awaits-supervisor: ${waits}`,
    ],
    [
      'the search ends before a recipient is found',
      ({ stops }) => ({ stops: [...stops, 'supplemented'] }),
      `stops: must not contain supplemented: ${waits}`,
    ],
    [
      'only some kinds of referrals have it',
      () => ({ only: { kinds: ['case-referral'] } }),
      `only: is not possible for this clock: ${waits}`,
    ],
    [
      'some referrals are excepted',
      () => ({ cases: [{ when: { kinds: ['case-referral'] }, terms: { urgent: 'none' } }] }),
      `cases.0: can change only the amounts: ${waits}`,
    ],
    [
      'it starts later for some referrals',
      ({ terms }) => ({ cases: [{ when: {}, terms: { urgent: terms.urgent }, starts: ['held'] }] }),
      `cases.0: can change only the amounts: ${waits}`,
    ],
  ])('%s', (_, change, fault) => {
    const index = defaultPolicies.clocks.findIndex(({ id }) => id === 'find-recipient');
    const data = changed('find-recipient', change);
    expect(faultsOf(data)).toEqual([`clocks.${index}.${fault}`]);
    expect(parseAdoptedPolicies(data)).toEqual(data);
  });
});

test('a policy file in which a request for consent has no deadline for some referrals is refused', () => {
  const change = () => ({ cases: [{ when: { kinds: ['case-referral'] }, terms: { urgent: 'none' } }] });
  const index = defaultPolicies.clocks.findIndex(({ id }) => id === 'consent-onward');
  const data = changed('consent-onward', change);
  expect(faultsOf(data)).toEqual([
    `clocks.${index}.cases.0: can change only the amounts: a request for consent must have a deadline`,
  ]);
  expect(parseAdoptedPolicies(data)).toEqual(data);
});

test('a case that starts with an event about something else is refused', () => {
  const data = changed('decide', ({ cases = [] }) => ({
    cases: cases.map((each) => ({ ...each, starts: ['referred', 'accepted'] })).slice(0, 1),
  }));
  expect(faultsOf(data)).toEqual([
    'clocks.3.cases.0.starts.0: referred is about a referral, the clock about a recipient',
    'clocks.3.cases.0.starts.1: accepted also stops the clock',
  ]);
});
