/** Every row of the agreed table of deadlines, at every urgency and for every kind of referral. */

import { expect, test } from 'vitest';
import { applyPolicy } from '../../../domain/clocks/applied-policy.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { emptyReferral, type Referral } from '../../../domain/referral.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';

type Facts = Partial<Referral['facts']>;
/** For emergency, urgent and standard; without the third, `informational` has none either. */
type Row = [ClockName, Facts, string, string, string];

const EIO: Facts = { legalInstrument: 'eio-directive-2014-41' };
const EVIDENCE: Facts = { legalInstrument: 'e-evidence-regulation-2023-1543' };
const BUDAPEST: Facts = { legalInstrument: 'budapest-convention' };
const REQUEST: Facts = { kind: 'information-request' };
const DIRECT: Facts = { ...REQUEST, informationAccess: 'direct' };
const BY_DIRECTIVE: Facts = { legalInstrument: 'directive-2023-977' };
const TAKEDOWN: Facts = { kind: 'takedown-notice' };
const DISCLOSURE: Facts = { kind: 'emergency-disclosure-request' };

const WEEK = 'at most 1 weeks Directive 2014/41/EU 16(1)';
const MONTH = 'at most 30 calendar-days Directive 2014/41/EU 12(3)';
const EXTENDED = 'extended 1 x 30';
const AUTHORISED = 'only judicial-authorisation';

const TABLE: readonly Row[] = [
  [
    ...(['triage', {}] as const),
    '1 hours, proceed-by-rule, TARGET',
    '4 hours, proceed-by-rule, TARGET',
    '2 working-days, escalate, TARGET',
  ],
  [
    ...(['acknowledge', {}] as const),
    '1 hours, proceed-by-rule, TARGET',
    '8 hours, proceed-by-rule, TARGET',
    '3 working-days, escalate, TARGET',
  ],
  [
    ...(['acknowledge', EIO] as const),
    `1 hours, proceed-by-rule, TARGET, ${WEEK}`,
    `8 hours, proceed-by-rule, TARGET, ${WEEK}`,
    `3 working-days, escalate, TARGET, ${WEEK}`,
  ],
  ['first-answer', {}, 'none', 'none', 'none'],
  [
    ...(['first-answer', REQUEST] as const),
    '3 calendar-days, breach, TARGET, extended 3 x 30',
    '3 calendar-days, breach, TARGET, extended 3 x 30',
    '7 calendar-days, breach, TARGET, extended 3 x 30',
  ],
  [
    ...(['first-answer', DIRECT] as const),
    '8 hours, breach, TARGET, extended 3 x 720',
    '8 hours, breach, TARGET, extended 3 x 720',
    '7 calendar-days, breach, TARGET, extended 3 x 30',
  ],
  [
    ...(['first-answer', { ...REQUEST, ...BY_DIRECTIVE }] as const),
    `3 calendar-days, breach, STATUTORY, extended 3 x 30, ${AUTHORISED}`,
    `3 calendar-days, breach, STATUTORY, extended 3 x 30, ${AUTHORISED}`,
    `7 calendar-days, breach, STATUTORY, extended 3 x 30, ${AUTHORISED}`,
  ],
  [
    ...(['first-answer', { ...DIRECT, ...BY_DIRECTIVE }] as const),
    `8 hours, breach, STATUTORY, extended 3 x 720, ${AUTHORISED}`,
    `8 hours, breach, STATUTORY, extended 3 x 720, ${AUTHORISED}`,
    `7 calendar-days, breach, STATUTORY, extended 3 x 30, ${AUTHORISED}`,
  ],
  [
    ...(['first-answer', TAKEDOWN] as const),
    '1 hours, breach, TARGET',
    '4 hours, breach, TARGET',
    '1 working-days, breach, TARGET',
  ],
  ['first-answer', DISCLOSURE, '1 hours, breach, TARGET', 'none', 'none'],
  [
    ...(['decide', {}] as const),
    '8 hours, breach, TARGET, extended 1 x 8',
    '3 calendar-days, breach, TARGET, extended 1 x 3',
    `30 calendar-days, breach, TARGET, ${EXTENDED}`,
  ],
  [
    ...(['decide', EIO] as const),
    `8 hours, breach, TARGET, extended 1 x 8, ${MONTH}`,
    `3 calendar-days, breach, TARGET, extended 1 x 3, ${MONTH}`,
    `30 calendar-days, breach, STATUTORY, ${EXTENDED}`,
  ],
  ['removal', {}, 'none', 'none', 'none'],
  [
    ...(['removal', TAKEDOWN] as const),
    '8 hours, breach, TARGET',
    '24 hours, breach, TARGET',
    '3 working-days, breach, TARGET',
  ],
  [
    ...(['outcome', {}] as const),
    '3 calendar-days, breach, TARGET, extended 2 x 3',
    '7 calendar-days, breach, TARGET, extended 2 x 7',
    '90 calendar-days, breach, TARGET, extended 2 x 90',
  ],
  [
    ...(['outcome', EIO] as const),
    '3 calendar-days, breach, TARGET, extended 2 x 3',
    '7 calendar-days, breach, TARGET, extended 2 x 7',
    '90 calendar-days, breach, STATUTORY',
  ],
  ['measure', {}, 'none', 'none', 'none'],
  ['measure', EIO, '90 calendar-days, breach, STATUTORY', '90 calendar-days, breach, STATUTORY', 'none'],
  [
    ...(['clarification', {}] as const),
    '4 hours, breach, TARGET',
    '24 hours, breach, TARGET',
    '5 calendar-days, breach, TARGET',
  ],
  [
    ...(['consent-onward', {}] as const),
    '2 hours, breach, TARGET',
    '24 hours, breach, TARGET',
    '5 working-days, breach, TARGET',
  ],
  [
    ...(['find-recipient', {}] as const),
    '30 minutes, escalate, TARGET',
    '2 hours, escalate, TARGET',
    '1 working-days, escalate, TARGET',
  ],
  [
    ...(['closure-approval', {}] as const),
    '5 working-days, escalate, TARGET',
    '5 working-days, escalate, TARGET',
    '5 working-days, escalate, TARGET',
  ],
  ['written-confirmation', {}, '4 hours, escalate, TARGET', 'none', 'none'],
  [
    ...(['translation', {}] as const),
    '4 hours, escalate, TARGET',
    '24 hours, escalate, TARGET',
    '5 working-days, escalate, TARGET',
  ],
  // The period of three years ends with a review, which has 60 days.
  ['retention-review', {}, ...same('60 calendar-days, auto-erase, TARGET')],
  ['preservation', {}, ...same(`60 calendar-days, escalate, TARGET, ${EXTENDED}`)],
  ['preservation', EVIDENCE, ...same(`60 calendar-days, duty-lapses, STATUTORY, ${EXTENDED}`)],
  ['preservation', BUDAPEST, ...same('60 calendar-days, escalate, STATUTORY')],
];

function same(text: string): [string, string, string] {
  return [text, text, text];
}

function applied(name: ClockName, facts: Facts, urgency: Referral['urgency']) {
  const policy = defaultPolicies.clocks.find(({ id }) => id === name);
  return policy && applyPolicy(policy, { urgency, facts: { ...emptyReferral('').facts, ...facts } });
}

function textOf(found: ReturnType<typeof applied>): string {
  if (found === undefined) return 'none';
  const { amount, unit, onExpiry, extension, earliestOf = [] } = found.terms;
  return [
    ...[`${amount} ${unit}`, onExpiry, found.basis.level],
    ...(extension ? [`extended ${extension.count} x ${extension.max}`] : []),
    ...(extension?.reasons ? [`only ${extension.reasons.join(' ')}`] : []),
    ...earliestOf.map((limit) => `at most ${limit.amount} ${limit.unit} ${limit.source?.act} ${limit.source?.article}`),
  ].join(', ');
}

test.each(TABLE)('%s, %j: %s; %s; %s; informational as standard', (name, facts, emergency, urgent, standard) => {
  const texts = URGENCIES.map((urgency) => textOf(applied(name, facts, urgency)));
  expect(texts).toEqual([emergency, urgent, standard, standard]);
});

test('the table has every policy and every case of the built-in policies', () => {
  const seen = new Set(
    TABLE.flatMap(([name, facts]) => URGENCIES.map((urgency) => applied(name, facts, urgency)?.terms)),
  );
  const ofCases = defaultPolicies.clocks.flatMap(({ id, cases = [] }) =>
    cases.flatMap(({ terms }) => Object.values(terms).map((some) => ({ id, some }))),
  );
  expect(ofCases.filter(({ some }) => some !== 'none' && !seen.has(some))).toEqual([]);
  expect(new Set(TABLE.map(([name]) => name))).toEqual(new Set(defaultPolicies.clocks.map(({ id }) => id)));
});
