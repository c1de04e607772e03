/** Which clocks run when: every start and every stop, caused by acts under the rules of the referral. */

import { describe, expect, test } from 'vitest';
import { clockMoves } from '../../../domain/clocks/clock-moves.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import type { ExpiryAction } from '../../../domain/events.ts';
import { ENGINE } from '../../../domain/people.ts';
import { chief, choices, DAY, desk, History, HOUR, officer, partner } from './history.ts';

const recipientId = 'r1';
const text = 't';

describe('starts and stops', () => {
  test('submitting starts the triage clock, triage stops it and routing starts a clock for each recipient', () => {
    const history = new History();
    expect(history.moves()).toEqual(['started triage referral']);
    history.pass(HOUR).sendTo(2);
    expect(history.moves()).toEqual(['stopped triage referral', 'started acknowledge r1', 'started acknowledge r2']);
    expect(history.referral?.clocks.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });

  test('acknowledging, accepting and reporting hand the clock on', () => {
    const history = new History().sendTo(2).pass(1);
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.moves()).toEqual(['stopped acknowledge r1', 'started decide r1']);
    history.pass(1).play(partner(1), { type: 'accept', recipientId });
    expect(history.moves()).toEqual(['stopped decide r1', 'started outcome r1']);
    history.pass(1).play(partner(1), { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false });
    expect(history.moves()).toEqual(['stopped outcome r1']);
    expect(history.clock('acknowledge', 'r2').state.status).toBe('running');
  });

  test('declining without a word before runs through both clocks at once', () => {
    const history = new History().sendTo(1).pass(1);
    history.play(partner(1), { type: 'decline', recipientId, ground: 'no-jurisdiction' });
    expect(history.moves()).toEqual(['stopped acknowledge r1', 'started decide r1', 'stopped decide r1']);
  });

  test('a recall ends every clock of its recipient, and its question', () => {
    const history = new History().sendTo(2).play(partner(1), { type: 'ask-information', recipientId, text });
    history.pass(1).play(officer, { type: 'recall', recipientId, text });
    expect(history.moves()).toEqual(['stopped acknowledge r1', 'stopped clarification q1']);
  });

  test('asking for consent is a clock of the sender, until the answer', () => {
    const history = new History({ handlingCode: 'H2' })
      .sendTo(1)
      .play(partner(1), { type: 'acknowledge', recipientId });
    const choice = choices[3] ?? fail();
    history.pass(1).play(partner(1), { type: 'refer-onward', recipientId, choice, text });
    expect(history.moves()).toEqual(['started consent-onward r1']);
    expect(history.clock('consent-onward')).toMatchObject({ debtor: 'sender', zone: 'America/New_York' });
    history.pass(1).play(officer, { type: 'refuse-onward', recipientId, text });
    expect(history.moves()).toEqual(['stopped consent-onward r1']);
    history.pass(1).play(partner(1), { type: 'refer-onward', recipientId, choice, text });
    history.pass(1).play(officer, { type: 'consent-onward', recipientId });
    expect(history.moves()).toEqual(['stopped consent-onward r1', 'stopped decide r1', 'started acknowledge r2']);
  });

  test('a closure that is returned and proposed again has a new clock', () => {
    const history = finished().pass(1).play(desk, { type: 'propose-closure' });
    expect(history.moves()).toEqual(['started closure-approval referral']);
    history.pass(1).play(chief, { type: 'return-closure', text });
    expect(history.moves()).toEqual(['stopped closure-approval referral']);
    history.pass(1).play(desk, { type: 'propose-closure' }).pass(1).play(chief, { type: 'approve-closure' });
    expect(history.clocks('closure-approval').map(({ state }) => state.status)).toEqual(['stopped', 'stopped']);
  });

  test('withdrawing stops every running clock, and reopening starts triage again', () => {
    const history = new History().sendTo(2).play(partner(1), { type: 'acknowledge', recipientId }).pass(1);
    history.play(officer, { type: 'withdraw', text }).pass(1).play(chief, { type: 'withdraw', text });
    expect(history.referral?.clocks.every(({ state }) => state.status === 'stopped')).toBe(true);
    history.pass(DAY).play(chief, { type: 'reopen', text });
    expect(history.moves()).toEqual(['started triage referral']);
  });

  test("closing at intake stops the clock of the coordinator's own question too", () => {
    const history = new History().play(desk, { type: 'ask-information', text }).pass(1);
    history.play(desk, { type: 'reject-at-intake', ground: 'no-location' });
    expect(history.moves()).toEqual(['stopped triage referral', 'stopped clarification q1']);
  });

  test('triage without the answer stops the clock of its question, and of no other', () => {
    const history = new History().sendTo(1).play(partner(1), { type: 'ask-information', recipientId, text });
    history.play(officer, { type: 'supplement', text, indicators: [], origins: [], materialCount: 0 });
    history.play(desk, { type: 'reopen-triage' }).play(desk, { type: 'ask-information', text }).pass(1);
    history.play(desk, {
      ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
      ...{ capability: 'investigation', wanted: [] },
    });
    expect(history.moves()).toEqual(['stopped triage referral', 'stopped clarification q2']);
    expect(history.clock('clarification', 'q1').state.status).toBe('running');
  });

  test('a reopened triage has a clock of its own, with the urgency in force', () => {
    const history = new History({ urgency: 'urgent' }).sendTo(1).pass(1);
    history.play(officer, { type: 'supplement', text, indicators: [], origins: [], materialCount: 0 });
    history.pass(1).play(desk, { type: 'reopen-triage' });
    expect(history.clocks('triage').map(({ state, amount }) => [state.status, amount])).toEqual([
      ['stopped', 4],
      ['running', 4],
    ]);
  });
});

describe('a clock starts', () => {
  test("with the terms of its urgency, in its debtor's zone, under the policy's version", () => {
    const history = new History({ at: '2026-03-27T22:30:00.000Z' }).sendTo(1);
    expect(history.clock('acknowledge')).toMatchObject({
      subject: { of: 'recipient', recipientId: 'r1' },
      debtor: 'recipient',
      amount: 3,
      unit: 'working-days',
      zone: 'Europe/Helsinki',
      // It is Saturday the 28th in Helsinki, where the clocks go forward on the 29th.
      dueAt: '2026-04-01T20:59:59.999Z',
      onExpiry: 'escalate',
      extension: { max: 0, count: 0, reasonRequired: true },
      policyVersion: defaultPolicies.version,
    });
  });

  test('with warnings at their fraction of its time', () => {
    const history = new History({ at: '2026-03-02T10:00:00.000Z', urgency: 'emergency' });
    expect(history.clock('triage').warnings).toEqual([
      { fraction: 0.5, at: '2026-03-02T10:30:00.000Z' },
      { fraction: 0.8, at: '2026-03-02T10:48:00.000Z' },
    ]);
  });

  test('in a fixed zone where the policy names one', () => {
    const clocks = defaultPolicies.clocks.map((policy) => ({ ...policy, zone: 'Asia/Tokyo' }));
    const history = new History({ at: '2026-03-02T10:00:00.000Z', policies: { version: 'tokyo', clocks } });
    expect(history.clock('triage')).toMatchObject({ zone: 'Asia/Tokyo', dueAt: '2026-03-04T14:59:59.999Z' });
  });

  test('never twice on one subject, not even when it has expired', () => {
    const clocks = defaultPolicies.clocks.map((policy) =>
      policy.id === 'acknowledge' ? { ...policy, starts: [...policy.starts, 'went-unresponsive' as const] } : policy,
    );
    const history = new History({ policies: { version: 'odd', clocks } }).sendTo(1).pass(10 * DAY);
    expect(history.clocks('acknowledge').map(({ state }) => state.status)).toEqual(['expired']);
  });
});

describe('an expired acknowledgement', () => {
  const terms = (onExpiry: ExpiryAction): ClockPolicies => ({
    version: 'other',
    clocks: defaultPolicies.clocks.map((policy) => {
      if (policy.id !== 'acknowledge') return policy;
      const [standard, emergency] = [policy.terms.standard, policy.terms.emergency];
      return {
        ...policy,
        terms: { ...policy.terms, standard: { ...standard, onExpiry }, emergency: { ...emergency, onExpiry } },
      };
    }),
  });
  const replacement = (urgency: 'standard' | 'emergency', onExpiry: ExpiryAction) =>
    new History({ urgency, policies: terms(onExpiry) }).sendTo(1).pass(4 * DAY).referral?.recipients[0]?.replacement
      .state;

  test('is replaced by rule or left to a supervisor as its policy says, at any urgency', () => {
    expect(replacement('standard', 'proceed-by-rule')).toBe('due');
    expect(replacement('emergency', 'escalate')).toBe('awaits-supervisor');
    expect(replacement('emergency', 'breach')).toBe('awaits-supervisor');
  });
});

describe('lateness', () => {
  test('a clock that expired is stopped late by what should have stopped it', () => {
    const history = new History().sendTo(1).pass(5 * DAY);
    expect(history.clock('acknowledge').state.status).toBe('expired');
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.clock('acknowledge').state).toMatchObject({ status: 'stopped', late: true });
    expect(history.clock('decide').state.status).toBe('running');
  });

  test('triage by rule stops its clock late', () => {
    const history = new History({ urgency: 'emergency' }).pass(HOUR);
    expect(history.referral?.status).toBe('triaged');
    expect(history.clock('triage').state).toMatchObject({ status: 'stopped', late: true });
  });

  test('an act after the due instant is late, even before the expiry was recorded', () => {
    const history = new History().sendTo(1).passUnnoticed(5 * DAY);
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.clock('acknowledge').state).toMatchObject({ status: 'stopped', late: true });
  });

  test('an act at the due instant itself is in time', () => {
    const history = new History({ urgency: 'urgent' }).sendTo(1).passUnnoticed(8 * HOUR);
    expect(history.clock('acknowledge').dueAt).toBe(history.now);
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.clock('acknowledge').state).toMatchObject({ status: 'stopped', late: false });
  });

  test('what had expired when everything ended stays late', () => {
    const history = new History()
      .sendTo(1)
      .pass(5 * DAY)
      .play(officer, { type: 'recall', recipientId, text });
    expect(history.clock('acknowledge').state).toMatchObject({ status: 'stopped', late: true });
  });
});

test('an event that does not concern clocks moves none', () => {
  const history = new History().sendTo(2).play(partner(1), { type: 'ask-information', recipientId, text }).pass(1);
  history.play(desk, { type: 'take' });
  history.play(ENGINE, { type: 'settle-letters', results: [{ letterId: 'l', delivers: 'r2', result: 'sent' }] });
  expect(history.moves()).toEqual([]);
});

test('an extension that comes when the clock has expired does not start it again', () => {
  const { referral, journal, policies, zones, now } = new History().sendTo(1).pass(5 * DAY);
  const [entry] = journal;
  const clock = referral?.clocks.find(({ state }) => state.status === 'expired');
  if (!referral || !entry || !clock) return fail();
  const event = { type: 'extension-granted', recipientId, clockId: clock.id, amount: 1, text } as const;
  expect(clockMoves(referral, { ...entry, at: now, event }, referral, policies, zones)).toEqual([]);
});

test('the same entry gives the same moves, and the referral is left as it was', () => {
  const history = new History().sendTo(2);
  const { referral, journal, policies, zones } = history;
  const [entry] = journal;
  if (!referral || !entry) return fail();
  const frozen = structuredClone(referral);
  expect(clockMoves(undefined, entry, referral, policies, zones)).toEqual(
    clockMoves(undefined, entry, referral, policies, zones),
  );
  expect(referral).toEqual(frozen);
});

function finished(): History {
  const history = new History().sendTo(1).play(partner(1), { type: 'accept', recipientId });
  return history.play(partner(1), { type: 'report-outcome', recipientId, outcome: 'arrest', final: true });
}

function fail(): never {
  throw new Error('the story did not begin');
}
