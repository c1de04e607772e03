/** A new version of the clock policies is compared in the words of the page, in each language. */

import { expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { shownChanges } from '../../../../client/web/administrator/policy-changes.ts';
import { defaultPolicies } from '../../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies, ClockPolicy } from '../../../../domain/clocks/policy-schema.ts';
import type { Language } from '../../../../domain/words/languages.ts';

const changes = (after: ClockPolicies, language: Language = 'en') =>
  shownChanges(defaultPolicies, after, { t: translatorFor(language), language });

function changed(id: ClockPolicy['id'], change: (policy: ClockPolicy) => Partial<ClockPolicy>): ClockPolicies {
  const clocks = defaultPolicies.clocks.map((policy) => (policy.id === id ? { ...policy, ...change(policy) } : policy));
  return { ...defaultPolicies, version: 'next', clocks };
}

test('an amount is shown under its urgency, before and after', () => {
  const after = changed('triage', ({ terms }) => ({
    terms: { ...terms, urgent: { ...terms.urgent, amount: 7, unit: 'hours' } },
  }));
  expect(changes(after)).toEqual([
    {
      clock: 'Triage',
      field: 'Urgent',
      before: expect.stringMatching(/^\d/),
      after: expect.stringMatching(/^7 hours;/),
    },
  ]);
  expect(changes(after, 'de')).toMatchObject([{ field: 'Dringend', after: expect.stringMatching(/^7 Stunden;/) }]);
  expect(changes(after, 'fr')).toMatchObject([{ field: 'Urgent', after: expect.stringMatching(/^7 heures/) }]);
});

test('each other field that the page describes is compared too', () => {
  const after = changed('triage', () => ({
    ...{ debtor: 'sender', zone: 'Europe/Paris', calendarOf: 'FR', warnAt: [0.25], pauseOn: [] },
    basis: { level: 'STATUTORY', text: 'A law', source: { act: 'Act 1', article: '2' } },
    starts: ['submitted'],
    stops: ['closed'],
  }));
  const fields = changes(after).map(({ field }) => field);
  for (const field of ['Warnings at', 'Level', 'Basis', 'Time zone of', 'Working days of', 'Starts with', 'Ends with'])
    expect(fields).toContain(field);
});

test('a new case is compared with the policy that applied before', () => {
  const after = changed('triage', ({ terms }) => ({
    cases: [{ when: { kinds: ['takedown-notice'] }, terms: { urgent: { ...terms.urgent, amount: 1 } } }],
  }));
  expect(changes(after)).toEqual([
    {
      ...{ clock: 'Triage (Only for: Takedown notice)', field: 'Urgent' },
      before: expect.stringMatching(/^4 hours;/),
      after: expect.stringMatching(/^1 hour;/),
    },
  ]);
});

test('the limit of onward referrals concerns no clock; a new version alone changes nothing', () => {
  expect(changes({ ...defaultPolicies, onwardLimit: 2 })).toMatchObject([{ clock: '', field: 'Onward referrals' }]);
  expect(changes({ ...defaultPolicies, version: 'next' })).toEqual([]);
});
