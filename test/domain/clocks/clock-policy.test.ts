/** The policy file: the built-in amounts are those of the agreed table. A file with an error is refused as a whole. */

import { describe, expect, test } from 'vitest';
import { CLOCK_NAMES } from '../../../domain/clocks/clock-names.ts';
import { basisIn, defaultPolicies, parseAdoptedPolicies, parsePolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicy } from '../../../domain/clocks/policy-schema.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';

test('a number is statutory only with its act and article, and no text says that working days are not counted', () => {
  expect(defaultPolicies.clocks.map(({ id }) => id)).toEqual(CLOCK_NAMES);
  const bases = defaultPolicies.clocks.flatMap(({ id, basis, cases = [] }) =>
    [basis, ...cases.flatMap((each) => each.basis ?? [])].map((each) => ({ id, ...each })),
  );
  const statutory = bases.filter(({ level }) => level === 'STATUTORY');
  expect(statutory.map(({ id, source }) => `${id} ${source?.act} ${source?.article}`)).toEqual([
    'first-answer Directive (EU) 2023/977 5(1)',
    'first-answer Directive (EU) 2023/977 5(1)',
    'decide Directive 2014/41/EU 12(3)',
    'outcome Directive 2014/41/EU 12(4)',
    'measure Directive 2014/41/EU 12(4)',
    'preservation Regulation (EU) 2023/1543 11(1)',
    'preservation CETS 185 29(7)',
  ]);
  expect(JSON.stringify(bases)).not.toMatch(/are counted as calendar days|comptés comme|als Kalendertage gezählt/);
});

test.each(LANGUAGES)('every basis of the agreed table has a text in %s', (language) => {
  const texts = defaultPolicies.clocks.map(({ basis }) => basisIn(basis, language));
  expect(new Set(texts).size).toBe(CLOCK_NAMES.length);
});

test('a policy file whose bases have one text each is read, and shows it in every language', () => {
  const clocks = defaultPolicies.clocks.map((clock) => ({ ...clock, basis: { ...clock.basis, text: 'Our target.' } }));
  const [first] = parsePolicies({ ...defaultPolicies, clocks }).clocks;
  expect(LANGUAGES.map((language) => first && basisIn(first.basis, language))).toEqual(
    LANGUAGES.map(() => 'Our target.'),
  );
});

test('a basis with a text in only some languages is refused', () => {
  const clocks = defaultPolicies.clocks.map((clock) => ({
    ...clock,
    basis: { ...clock.basis, text: { en: 'Ours.' } },
  }));
  expect(() => parsePolicies({ ...defaultPolicies, clocks })).toThrow('clocks.0.basis.text');
});

test('an emergency proceeds by rule, a standard referral waits for a supervisor', () => {
  const actions = (name: ClockPolicy['id']) => URGENCIES.map((urgency) => policy(name).terms[urgency].onExpiry);
  expect(actions('triage')).toEqual(['proceed-by-rule', 'proceed-by-rule', 'escalate', 'escalate']);
  expect(actions('acknowledge')).toEqual(['proceed-by-rule', 'proceed-by-rule', 'escalate', 'escalate']);
});

test('deciding may be put off by 30 days, once and with a reason', () => {
  expect(policy('decide').terms.standard.extension).toEqual({ max: 30, count: 1, reasonRequired: true });
  expect(policy('acknowledge').terms.standard.extension).toBeUndefined();
});

test('policies that were adopted before pauses needed a longest time stay valid', () => {
  const uncapped = structuredClone(defaultPolicies);
  for (const { terms } of uncapped.clocks) for (const some of Object.values(terms)) delete some.pauseCap;
  expect(parseAdoptedPolicies(JSON.parse(JSON.stringify(uncapped)))).toEqual(uncapped);
  expect(() => parsePolicies(uncapped)).toThrow('pauses must have a longest time');
});

test('a sound file is read as it is', () => {
  expect(parsePolicies(JSON.parse(JSON.stringify(defaultPolicies)))).toEqual(defaultPolicies);
});

describe('a file is refused when', () => {
  test.each<[string, ClockPolicy['id'], (policy: ClockPolicy) => object, string]>([
    [
      'an event is not known',
      'triage',
      () => ({ starts: ['submited'] }),
      'clocks.0.starts.0: is not an event that can move a clock',
    ],
    [
      'a clock would move by clocks',
      'decide',
      () => ({ starts: ['clock-expired'] }),
      'clocks.3.starts.0: is not an event that can move a clock',
    ],
    [
      'a clock could start and never stop',
      'decide',
      ({ stops }) => ({ stops: stops.filter((each) => each !== 'closed') }),
      'clocks.3.stops: must contain closed: no clock runs on a closed referral',
    ],
    [
      'an event starts a clock and stops it',
      'outcome',
      ({ stops }) => ({ stops: [...stops, 'accepted'] }),
      'clocks.5.starts.0: accepted also stops the clock',
    ],
    [
      'a clock starts by an event about something else',
      'acknowledge',
      () => ({ starts: ['referred'] }),
      'clocks.1.starts.0: referred is about a referral, the clock about a recipient',
    ],
    [
      'one recipient would stop a clock of the whole',
      'closure-approval',
      () => ({ stops: ['recalled', 'closed'] }),
      'clocks.10.stops.0: recalled is about one recipient and cannot stop a clock about a referral',
    ],
    [
      'a statutory clock names no article',
      'triage',
      ({ basis }) => ({ basis: { ...basis, level: 'STATUTORY' } }),
      'clocks.0.basis.source: a statutory clock needs the act and the article',
    ],
    [
      'a case names a statutory basis without its article',
      'decide',
      ({ cases: [first] = [] }) => ({ cases: [{ ...first, basis: { level: 'STATUTORY', text: 'Law.' } }] }),
      'clocks.3.cases.0.basis.source: a statutory clock needs the act and the article',
    ],
    [
      'a case has other amounts under the article of the clock',
      'acknowledge',
      ({ basis, cases = [] }) => ({
        basis: { ...basis, level: 'STATUTORY', source: { act: 'Act', article: '1' } },
        cases: cases.map(({ basis: _, terms, ...each }) => ({
          ...each,
          terms: Object.fromEntries(
            Object.entries(terms).map(([urgency, some]) => [urgency, { ...Object(some), amount: 29 }]),
          ),
        })),
      }),
      'clocks.1.cases.0.basis: is missing: the article of the clock is not the source of other amounts',
    ],
    [
      'a clock can be paused without end',
      'removal',
      ({ terms: { urgent, ...terms } }) => {
        const { pauseCap: _, ...uncapped } = urgent;
        return { terms: { ...terms, urgent: uncapped } };
      },
      'clocks.4.terms.urgent.pauseCap: is missing: pauses must have a longest time',
    ],
    [
      'a case can be paused without end',
      'decide',
      ({ cases = [] }) => ({
        cases: cases
          .slice(0, 1)
          .map(({ pauseOn: _, terms, ...each }) => ({ ...each, terms: { standard: terms.standard } })),
      }),
      'clocks.3.cases.0.terms.standard.pauseCap: is missing: pauses must have a longest time',
    ],
    [
      'a clock is repeated without end from the start',
      'clarification',
      ({ terms }) => ({ terms: { ...terms, urgent: { ...terms.urgent, thereafter: { amount: 4, unit: 'hours' } } } }),
      'clocks.7.terms.urgent.thereafter: is possible only after repeats',
    ],
    [
      'a calendar is that of nobody',
      'triage',
      () => ({ calendarOf: 'XX' }),
      'clocks.0.calendarOf: is neither a party nor a country or region with known holidays',
    ],
    [
      'an expiry action is not carried out for the clock',
      'decide',
      ({ terms }) => ({ terms: { ...terms, urgent: { ...terms.urgent, onExpiry: 'tacit-clearance' } } }),
      'clocks.3.terms.urgent.onExpiry: tacit-clearance is not supported for this clock',
    ],
    [
      'an urgency has no amount',
      'decide',
      ({ terms: { urgent, ...terms } }) => ({ terms }),
      'clocks.3.terms.urgent: is missing; it must be an object',
    ],
    ['a warning comes at the end', 'triage', () => ({ warnAt: [0.5, 1] }), 'clocks.0.warnAt.1: must be less than 1'],
    ['a warning comes at the start', 'triage', () => ({ warnAt: [0] }), 'clocks.0.warnAt.0: must be more than 0'],
    ['warnings do not ascend', 'triage', () => ({ warnAt: [0.8, 0.5] }), 'clocks.0.warnAt: must be ascending'],
    ['a warning comes twice', 'triage', () => ({ warnAt: [0.5, 0.5] }), 'clocks.0.warnAt: must be ascending'],
    [
      'the zone is none',
      'triage',
      () => ({ zone: 'Europe/Atlantis' }),
      'clocks.0.zone: is neither a party nor an IANA time zone',
    ],
    [
      'the whole would count the day of one recipient',
      'triage',
      () => ({ zone: 'recipient' }),
      'clocks.0.zone: a clock about a referral has no recipient',
    ],
    [
      'a question would pause the clock of who must answer it',
      'clarification',
      () => ({ pauseOn: ['question'] }),
      'clocks.7.pauseOn: a question pauses only the clocks of its asker',
    ],
  ])('%s', (_, name, change, fault) => {
    const clocks = defaultPolicies.clocks.map((each) => (each.id === name ? { ...each, ...change(each) } : each));
    expect(faultsOf({ version: 'v', clocks })).toEqual([fault]);
  });

  test('a clock has no policy', () => {
    const clocks = defaultPolicies.clocks.filter(({ id }) => id !== 'outcome' && id !== 'triage');
    expect(faultsOf({ version: 'v', clocks })).toEqual(['clocks: no policy for triage, outcome']);
  });

  test('a clock has two policies', () => {
    const clocks = [...defaultPolicies.clocks, policy('decide')];
    expect(faultsOf({ version: 'v', clocks })).toEqual(['clocks: more than one policy for decide']);
  });

  test.each([[undefined], [null], [[]], ['clocks'], [{}]])('it is no policy file at all: %j', (data) => {
    expect(() => parsePolicies(data)).toThrow('The clock policies are invalid:');
  });
});

test('every fault is named at once, each with its path', () => {
  const [triage, acknowledge, ...others] = defaultPolicies.clocks;
  const clocks = [
    { ...triage, starts: [], zone: 'Mars' },
    { ...acknowledge, debtor: 'nobody', colour: 'red' },
    ...others.filter(({ id }) => id !== 'decide').map((each) => ({ ...each, stops: ['erased'] })),
  ];
  const paths = faultsOf({ clocks }).map((fault) => fault.split(':')[0]);
  expect([...new Set(paths)]).toEqual([
    'version',
    'clocks.0.starts',
    'clocks.0.zone',
    'clocks.1.debtor',
    'clocks.1',
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((index) => `clocks.${index}.stops`),
    'clocks',
  ]);
});

function policy(name: ClockPolicy['id']): ClockPolicy {
  return defaultPolicies.clocks.find(({ id }) => id === name) as ClockPolicy;
}

function faultsOf(data: unknown): string[] {
  try {
    parsePolicies(data);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1);
  }
}
