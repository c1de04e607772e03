/** The engine's next duty, branch by branch, in the order of the checks: what is due first, and until when it waits. */

import { describe, expect, test } from 'vitest';
import { type Duty, nextDuty } from '../../domain/duty.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  aTriagedCase,
  RECIPIENT_IN,
  REFERRAL_IN,
  reopened,
  retriaged,
} from '../support/cases-by-status.ts';
import { CAST, officerAt } from '../support/factories.ts';

const owed = ({ referral, now }: Case): Duty => nextDuty(referral, now);
const at = (it: Case, now: string) => {
  it.now = now;
  return it;
};

describe('at intake', () => {
  test('the rules propose first', () => {
    expect(owed(new Case())).toEqual({ type: 'propose-triage' });
  });

  test('also before a clock that has run out, so that its expiry finds the proposal', () => {
    expect(owed(at(new Case({ urgency: 'emergency' }), '2027-01-01T00:00:00.000Z'))).toEqual({
      type: 'propose-triage',
    });
  });

  test('they propose again after a supplement, a question, repeated triage or a reopening', () => {
    const it = aReceivedCase();
    it.act(EXAMPLES.supplement, CAST.sender);
    expect(owed(it).type).toBe('propose-triage');
    it.act(EXAMPLES['ask-information'], CAST.coordinator);
    expect(owed(it).type).toBe('propose-triage');
    const anew = aReferredCase();
    anew.act(EXAMPLES.supplement, CAST.sender);
    expect(owed(anew).type).toBe('wait');
    anew.act(EXAMPLES['reopen-triage'], CAST.coordinator);
    expect(owed(anew).type).toBe('propose-triage');
    const again = REFERRAL_IN.closed();
    again.act(EXAMPLES.reopen, CAST.supervisor);
    expect(owed(again).type).toBe('propose-triage');
  });

  test('then it waits for a person, until the first warning of the triage clock', () => {
    const it = aReceivedCase();
    expect(owed(it)).toEqual({ type: 'wait', until: it.clock('triage')?.warnings[0]?.at, unsent: false });
  });
});

describe('a clock', () => {
  test('gets a warning that is due, and the clock that ends first before the others', () => {
    const it = aReferredCase({ urgency: 'urgent' }, ['FI', 'NL']);
    it.act({ type: 'accept', recipientId: 'r2' }, officerAt('nl-1'));
    at(it, it.clock('acknowledge', 'r1')?.warnings[0]?.at ?? '');
    expect(owed(it)).toEqual({ type: 'warn-clock', clockId: it.clock('acknowledge', 'r1')?.id });
  });

  test('that has run out expires, with or without missed warnings', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act({ ...EXAMPLES.acknowledge, recipientId: 'r2' }, officerAt('nl-1'));
    at(it, '2027-01-01T00:00:00.000Z');
    expect(owed(it)).toEqual({ type: 'expire-clock', clockId: it.clock('acknowledge', 'r1')?.id });
  });

  test('that has run out comes before a route', () => {
    const it = aTriagedCase();
    it.act(EXAMPLES['assign-recipient'], CAST.supervisor);
    at(it, '2027-01-01T00:00:00.000Z');
    expect(owed(it).type).toBe('expire-clock');
  });

  test('that is paused is not waited for', () => {
    const it = REFERRAL_IN['awaiting-information']();
    expect(owed(it)).toMatchObject({ until: it.clock('clarification')?.warnings[0]?.at });
  });
});

describe('routing', () => {
  test('follows triage, for the countries without a recipient', () => {
    expect(owed(aTriagedCase({}, ['FI', 'NL']))).toEqual({ type: 'route', countries: ['FI', 'NL'] });
    expect(owed(aTriagedCase({}, ['FI'], []))).toEqual({ type: 'route', countries: ['FI'] });
    const anew = retriaged(RECIPIENT_IN.accepted());
    anew.act({ ...EXAMPLES['complete-triage'], countries: ['FI', 'SE'] }, CAST.coordinator);
    expect(owed(anew)).toEqual({ type: 'route', countries: ['SE'] });
  });

  test('is due once if triage was by rule without a country', () => {
    const it = aReceivedCase({ urgency: 'emergency', indicators: [] });
    at(it, it.clock('triage')?.dueAt ?? '');
    it.act({ type: 'expire-clock', clockId: 'c1' }, { kind: 'engine' });
    expect(owed(it)).toEqual({ type: 'route', countries: [] });
    it.settle();
    expect(owed(it)).toEqual({ type: 'wait', until: it.clock('find-recipient')?.warnings[0]?.at, unsent: false });
  });

  test('follows a country that was added, also to a held referral', () => {
    for (const it of [aReferredCase(), REFERRAL_IN.held()]) {
      it.act(EXAMPLES['add-country'], CAST.supervisor);
      expect(owed(it)).toEqual({ type: 'route', countries: ['SE'] });
    }
  });

  test('follows a recipient that declined, at once', () => {
    const it = aReferredCase();
    it.act(EXAMPLES.decline, officerAt('fi-1'));
    expect(owed(it)).toEqual({ type: 'route', countries: ['FI'], replaces: 'r1' });
  });

  test('follows an unresponsive recipient at the instant for which it waits', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    it.pass(8);
    it.settle();
    const { replacement } = it.recipient('r1');
    const due = replacement.state === 'due' ? replacement.at : '';
    expect(owed(it)).toEqual({ type: 'wait', until: due, unsent: false });
    expect(owed(at(it, due))).toEqual({ type: 'route', countries: ['FI'], replaces: 'r1' });
  });
});

describe('waiting', () => {
  test('is until the first instant of all', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act({ type: 'acknowledge', recipientId: 'r2' }, officerAt('nl-1'));
    const instants = it.referral.clocks.flatMap(({ state, warnings: [next] }) =>
      state.status === 'running' && next ? [next.at] : [],
    );
    expect(instants).toHaveLength(2);
    expect(owed(it)).toMatchObject({ type: 'wait', until: instants.sort()[0] });
  });

  test('is for the clock of a held referral', () => {
    const it = REFERRAL_IN.held();
    const [warning] = it.clock('find-recipient')?.warnings ?? [];
    expect(owed(it)).toEqual({ type: 'wait', until: warning?.at, unsent: false });
  });

  test('says whether letters are unsent', () => {
    expect(owed(RECIPIENT_IN.sent())).toMatchObject({ type: 'wait', unsent: true });
  });
});

describe('the end', () => {
  test('comes when it is closed and all letters are decided', () => {
    const it = REFERRAL_IN['closure-proposed']();
    it.mail = 'waits';
    it.act(EXAMPLES['approve-closure'], CAST.supervisor);
    expect(owed(it)).toEqual({ type: 'wait', unsent: true });
    it.mail = 'arrives';
    it.settle();
    expect(owed(it)).toEqual({ type: 'end' });
    expect(owed(reopened(it)).type).toBe('wait');
  });

  test('comes when it is erased, at any time', () => {
    const it = REFERRAL_IN.erased();
    it.settle();
    expect(owed(at(it, '2036-01-01T00:00:00.000Z'))).toEqual({ type: 'end' });
  });
});
