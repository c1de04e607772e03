/** Random histories of referrals: any acts of any actor at any time, as far as the rules permit them. */

import fc from 'fast-check';
import type { Act } from '../../../domain/acts.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicy, Terms } from '../../../domain/clocks/policy-schema.ts';
import { ReferralError } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/people.ts';
import { HANDLING_CODES, INFORMATION_ACCESS, KINDS, LEGAL_INSTRUMENTS, URGENCIES } from '../../../domain/vocabulary.ts';
import {
  type Beginning,
  chief,
  choices,
  DAY,
  desk,
  earlierPolicies,
  History,
  HOUR,
  officer,
  partner,
  withTerms,
} from './history.ts';

type Step = (history: History) => unknown;

/** A refusal moves no clock: the life goes on without the act. */
const ifAllowed = (step: Step): Step => {
  return (history) => {
    try {
      step(history);
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
    }
  };
};

const act = (actor: Actor, act: Act) => ifAllowed((history) => history.play(actor, act));
const text = 't';

/** What the recipient at `index` may do, over and over; where it has not got the referral, it is refused. */
const work = (index: number): Step[] => {
  const [actor, recipientId] = [partner(index), `r${index}`];
  return [
    act(actor, { type: 'ask-information', recipientId, text }),
    act(actor, { type: 'acknowledge', recipientId }),
    act(actor, { type: 'accept', recipientId }),
    act(actor, { type: 'extend', recipientId, clock: 'decide', amount: 3, text }),
    act(actor, { type: 'extend', recipientId, clock: 'outcome', amount: 2, text }),
    act(actor, {
      ...{ type: 'extend', recipientId, clock: 'first-answer', amount: 2, text },
      reason: 'judicial-authorisation',
    }),
    act(actor, { type: 'refer-onward', recipientId, choice: choices[3] as (typeof choices)[number], text }),
    act(officer, { type: 'refuse-onward', recipientId, text }),
  ];
};

const finish = (index: number): Step[] => {
  const [actor, recipientId] = [partner(index), `r${index}`];
  return [
    act(actor, { type: 'decline', recipientId, ground: 'no-jurisdiction' }),
    act(actor, { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false }),
    act(actor, { type: 'report-outcome', recipientId, outcome: 'arrest', final: true }),
    act(officer, { type: 'consent-onward', recipientId }),
    act(officer, { type: 'recall', recipientId, text }),
  ];
};

const answer = (late: boolean) =>
  ifAllowed((history) => {
    const state = late ? 'expired' : 'open';
    const questionId = history.referral?.questions.find((question) => question.state === state)?.id ?? '';
    history.play(officer, { type: 'answer-information', questionId, text });
  });

const aside: Step[] = [
  act(desk, { type: 'ask-information', text }),
  act(officer, { type: 'supplement', text, indicators: [], origins: [], materialCount: 0 }),
  act(desk, { type: 'reopen-triage' }),
  act(desk, { type: 'propose-closure' }),
  act(chief, { type: 'return-closure', text }),
  act(chief, { type: 'assign-recipient', choice: choices[3] as (typeof choices)[number], text }),
  act(chief, { type: 'reopen', text }),
];

const end: Step[] = [
  act(desk, { type: 'reject-at-intake', ground: 'no-location' }),
  act(chief, { type: 'approve-closure' }),
  act(officer, { type: 'withdraw', text }),
  act(chief, { type: 'withdraw', text }),
];

const sendTo = (count: number) => ifAllowed((history) => history.sendTo(count));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...[1, 2, 3].flatMap(work)) },
  { weight: 6, arbitrary: fc.boolean().map(answer) },
  { weight: 3, arbitrary: fc.constantFrom(...[1, 2, 3].flatMap(finish)) },
  { weight: 5, arbitrary: fc.constantFrom(...aside) },
  { weight: 1, arbitrary: fc.constantFrom(...end) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map(sendTo) },
  {
    weight: 6,
    arbitrary: fc.nat(6 * HOUR).map(
      (time): Step =>
        (history) =>
          history.pass(time),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5 * DAY).map(
      (time): Step =>
        (history) =>
          history.pass(time),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(DAY).map(
      (time): Step =>
        (history) =>
          history.passUnnoticed(time),
    ),
  },
);

const beginning: fc.Arbitrary<Beginning> = fc
  .record({
    at: fc
      .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-01-01') })
      .map((at) => new Date(at).toISOString()),
    urgency: fc.constantFrom(...URGENCIES),
    handlingCode: fc.constantFrom(...HANDLING_CODES),
    zone: fc.constantFrom('sender', 'Europe/Berlin', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe'),
    facts: fc.record({
      kind: fc.constantFrom(...KINDS),
      legalInstrument: fc.constantFrom(...LEGAL_INSTRUMENTS),
      informationAccess: fc.constantFrom(...INFORMATION_ACCESS),
      answerBy: fc.constantFrom('2025-06-01T12:00:00.000Z', '2026-06-01T12:00:00.000Z'),
    }),
    pauseCap: fc.constantFrom(
      undefined,
      { amount: 1, unit: 'hours' as const },
      { amount: 1, unit: 'calendar-days' as const },
    ),
    consentExpiry: fc.constantFrom('breach', 'tacit-clearance'),
    earlier: fc.boolean(),
  })
  .map(({ zone, pauseCap, consentExpiry, ...beginning }) => {
    const policies = beginning.earlier ? earlierPolicies : defaultPolicies;
    const capped = (terms: Terms) => ({ ...terms, ...(pauseCap && !beginning.earlier && { pauseCap }) });
    const consent = (terms: Terms) => ({ ...terms, onExpiry: consentExpiry });
    const clocks = policies.clocks.map((policy) => {
      const terms = mapped(policy.terms, capped);
      return { ...policy, zone, terms: policy.id === 'consent-onward' ? mapped(terms, consent) : terms };
    });
    return { ...beginning, policies: { ...policies, clocks } };
  });

function mapped(terms: ClockPolicy['terms'], change: (terms: Terms) => Terms): ClockPolicy['terms'] {
  const { emergency, urgent, standard, informational } = terms;
  return {
    ...{ emergency: change(emergency), urgent: change(urgent) },
    ...{ standard: change(standard), informational: change(informational) },
  };
}

/** Most are sent on at once: at intake little can happen. */
export const lives: fc.Arbitrary<History> = fc
  .tuple(beginning, fc.nat(3), fc.array(step, { minLength: 10, maxLength: 60 }))
  .map(([beginning, count, steps]) => {
    const history = new History(beginning);
    if (count > 0) history.sendTo(count);
    for (const each of steps) each(history);
    return history;
  });

/** Under H2, the first recipient asks for consent to refer onward. The contact point may get the referral meanwhile. */
export const onwardRequests: fc.Arbitrary<History> = fc
  .record({
    urgency: fc.constantFrom(...URGENCIES),
    onExpiry: fc.constantFrom('breach' as const, 'tacit-clearance' as const),
    isAssigned: fc.boolean(),
    steps: fc.array(step, { maxLength: 15 }),
    time: fc.nat(9 * DAY),
  })
  .map(({ urgency, onExpiry, isAssigned, steps, time }) => {
    const history = new History({ urgency, handlingCode: 'H2', policies: withTerms('consent-onward', { onExpiry }) });
    const choice = choices[3] as (typeof choices)[number];
    history.sendTo(1).play(partner(1), { type: 'acknowledge', recipientId: 'r1' });
    history.play(partner(1), { type: 'refer-onward', recipientId: 'r1', choice, text });
    if (isAssigned) history.play(chief, { type: 'assign-recipient', choice, text });
    for (const each of steps) each(history);
    return history.pass(time);
  });

/** Two lives that differ only in which of two recipients came first whenever both acted at the same instant. */
export const bothOrders: fc.Arbitrary<[History, History]> = fc
  .tuple(beginning, fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(DAY)), { maxLength: 12 }))
  .map(([beginning, rounds]) => {
    const play = (inOrder: (steps: (Step | undefined)[]) => (Step | undefined)[]) => {
      const history = new History(beginning).sendTo(2);
      for (const [ofFirst, ofSecond, time] of rounds) {
        for (const each of inOrder([work(1)[ofFirst], work(2)[ofSecond]])) each?.(history);
        history.pass(time);
      }
      return history;
    };
    return [play((steps) => steps), play((steps) => steps.reverse())];
  });
