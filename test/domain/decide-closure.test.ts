/** The end of a referral: withdrawal and closure by two people, reopening without loss, and erasure. */

import { describe, expect, test } from 'vitest';
import { ENGINE, type Person } from '../../domain/people.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  aTriagedCase,
  closed,
  proposed,
  RECIPIENT_IN,
  REFERRAL_IN,
  reopened,
  triage,
} from '../support/cases-by-status.ts';
import { CAST, COORDINATOR, choice, officerAt, someFacts } from '../support/factories.ts';

const withdraw = EXAMPLES.withdraw;
const propose = EXAMPLES['propose-closure'];
const approve = EXAMPLES['approve-closure'];
const returned = EXAMPLES['return-closure'];

/** In a small installation the same people do both. */
const both: Person = { ...CAST.coordinator, roles: ['liaison-officer', 'supervisor'] };

describe('the lead', () => {
  const lead = (recipientId: string) => ({ type: 'set-lead', recipientId }) as const;
  const leads = (it: Case) => it.referral.recipients.filter((each) => each.lead).map(({ id }) => id);

  test('is one recipient at most, and it is notified', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(lead('r1'), CAST.coordinator);
    it.act(lead('r2'), CAST.supervisor);
    expect(leads(it)).toEqual(['r2']);
    expect(it.refusalOf(lead('r2'), CAST.coordinator)).toBe('INVALID_INPUT');
    const notified = it.notices.filter(({ letter }) => letter === 'lead-set').map(({ to }) => to);
    expect(notified).toEqual(['r1', 'r2'].map((recipientId) => ({ who: 'recipient', recipientId, line: 'desk' })));
  });

  test('that ended without an outcome: a closure needs a reason', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(lead('r2'), CAST.coordinator);
    it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, officerAt('fi-1'));
    it.act({ type: 'decline', recipientId: 'r2', ground: 'minor-or-no-offence' }, officerAt('nl-1'));
    it.settle();
    expect(it.refusalOf({ type: 'propose-closure' }, CAST.coordinator)).toBe('TEXT_REQUIRED');
    it.act({ type: 'propose-closure', text: 'text-why' }, CAST.coordinator);
    expect(it.referral.status).toBe('closure-proposed');
  });

  test('with its outcome, a closure needs no reason', () => {
    const it = aReferredCase();
    it.act(lead('r1'), CAST.coordinator);
    it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, officerAt('fi-1'));
    expect(it.refusalOf({ type: 'propose-closure' }, CAST.coordinator)).toBeUndefined();
  });
});

describe('withdrawing', () => {
  test.each([
    ['received', REFERRAL_IN.received],
    ['awaiting-information', REFERRAL_IN['awaiting-information']],
    ['triaged', REFERRAL_IN.triaged],
  ])('is for the sender alone while it is %s', (_, make) => {
    const it = make();
    it.act(withdraw, CAST.sender);
    expect(it.referral).toMatchObject({ status: 'closed', ending: { closure: { kind: 'withdrawn' } } });
  });

  test.each([
    ['referred', RECIPIENT_IN.accepted],
    ['held', REFERRAL_IN.held],
    ['closure-proposed', REFERRAL_IN['closure-proposed']],
  ])('needs a supervisor of the coordinator once it is %s', (status, make) => {
    const it = make();
    expect(it.refusalOf(withdraw, CAST.supervisor)).toBe('WITHDRAWAL_NOT_ASKED');
    it.act(withdraw, CAST.sender);
    expect(it.referral).toMatchObject({ status, withdrawal: { state: 'asked', by: CAST.sender } });
    expect(it.refusalOf(withdraw, CAST.otherSender)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf(withdraw, CAST.coordinator)).toBe('SUPERVISOR_REQUIRED');
    it.act(withdraw, CAST.supervisor);
    expect(it.referral).toMatchObject({ status: 'closed', ending: { closure: { kind: 'withdrawn' } } });
  });

  test('recalls it from everyone who still has it', () => {
    const it = aReferredCase({}, ['FI', 'NL', 'SE']);
    it.act(EXAMPLES.decline, officerAt('fi-1'));
    it.act({ type: 'accept', recipientId: 'r2' }, officerAt('nl-1'));
    it.act(withdraw, CAST.sender);
    it.act(withdraw, CAST.supervisor);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['declined', 'recalled', 'recalled']);
    expect(it.referral.recipients.map(({ replacement }) => replacement.state)).not.toContain('due');
  });

  test('recalls it from a recipient that referred it onward, which still holds the case', () => {
    const it = RECIPIENT_IN['referred-onward']();
    it.act(withdraw, CAST.sender);
    it.act(withdraw, CAST.supervisor);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'recalled']);
    const recalled = it.notices.filter(({ letter }) => letter === 'recalled').map(({ recipientId }) => recipientId);
    expect(recalled).toEqual(['r1', 'r2']);
    it.act({ type: 'confirm-recall', recipientId: 'r1' }, officerAt('fi-1'));
    expect(it.recipient('r1').recallConfirmed).toBe(true);
  });

  test('is possible while a closure is proposed, which may still be approved or returned', () => {
    const it = REFERRAL_IN['closure-proposed']();
    it.act(withdraw, CAST.sender);
    expect(it.refusalOf(approve, CAST.supervisor)).toBeUndefined();
    it.act(returned, CAST.supervisor);
    expect(it.referral).toMatchObject({ status: 'referred', withdrawal: { state: 'asked' } });
    expect(it.refusalOf(withdraw, CAST.supervisor)).toBeUndefined();
  });

  test('ends with the closure: after reopening it must be requested again', () => {
    const it = REFERRAL_IN['closure-proposed']();
    it.act(withdraw, CAST.sender);
    it.act(approve, CAST.supervisor);
    expect(reopened(it).referral.withdrawal).toEqual({ state: 'none' });
  });

  test('takes two people where sender and coordinator are one agency', () => {
    const it = ownCase();
    it.act(withdraw, both);
    expect(it.refusalOf(withdraw, both)).toBe('SAME_PERSON');
    it.act(withdraw, { ...both, personId: 'somebody.else' });
    expect(it.referral.status).toBe('closed');
  });
});

/** Sent by the coordinating agency itself, and referred. */
function ownCase(): Case {
  const it = new Case(someFacts(), both);
  it.settle();
  triage(it, ['FI']);
  it.settle();
  expect(it.referral).toMatchObject({ status: 'referred', senderAgencyId: COORDINATOR });
  return it;
}

describe('proposing a closure', () => {
  test('with a country without a recipient needs the reason', () => {
    const it = aReferredCase({}, ['FI', 'NO']);
    it.act(EXAMPLES.accept, officerAt('fi-1'));
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, officerAt('fi-1'));
    expect(it.refusalOf({ type: 'propose-closure' }, CAST.coordinator)).toBe('TEXT_REQUIRED');
    expect(it.refusalOf({ type: 'propose-closure', text: 'text-why' }, CAST.coordinator)).toBeUndefined();
  });

  test('waits until every recipient has finished and nothing is owed', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    expect(it.refusalOf(propose, CAST.coordinator)).toBe('RECIPIENTS_STILL_OPEN');
    it.act(EXAMPLES.recall, CAST.sender);
    expect(it.refusalOf(propose, CAST.coordinator)).toBe('RECIPIENTS_STILL_OPEN');
    it.act({ ...EXAMPLES.recall, recipientId: 'r2' }, CAST.sender);
    expect(it.refusalOf(propose, CAST.coordinator)).toBeUndefined();
    it.act(EXAMPLES['add-country'], CAST.supervisor);
    expect(it.refusalOf(propose, CAST.coordinator)).toBe('RECIPIENTS_STILL_OPEN');
  });

  test('waits for a replacement that is due', () => {
    const it = aReferredCase();
    it.act(EXAMPLES.decline, officerAt('fi-1'));
    expect(it.refusalOf(propose, CAST.coordinator)).toBe('RECIPIENTS_STILL_OPEN');
  });

  test.each([
    ['completed', RECIPIENT_IN['outcome-reported']],
    ['no-recipient', RECIPIENT_IN.declined],
    ['no-recipient', REFERRAL_IN.held],
  ])('is as %s', (kind, make) => {
    expect(proposed(make()).referral.ending).toEqual({ state: 'proposed', kind, by: CAST.coordinator });
  });

  test('after reopening counts the successes of this round only', () => {
    const it = reopened(closed(RECIPIENT_IN['outcome-reported']()));
    triage(it, ['DK']);
    it.settle();
    expect(proposed(it).referral.ending).toMatchObject({ kind: 'no-recipient' });
  });
});

describe('four eyes', () => {
  test('the person who proposed the closure cannot approve it; another supervisor can', () => {
    const it = RECIPIENT_IN['outcome-reported']();
    it.act(propose, both);
    expect(it.refusalOf(approve, both)).toBe('SAME_PERSON');
    expect(it.refusalOf(approve, { ...both, agencyId: 'fi-birch' })).toBe('NOT_COORDINATOR');
    it.act(approve, CAST.supervisor);
    expect(it.referral).toMatchObject({ status: 'closed', ending: { closure: { kind: 'completed' } } });
  });

  test('officers do not approve, nor supervisors of other agencies', () => {
    const it = REFERRAL_IN['closure-proposed']();
    expect(it.refusalOf(approve, CAST.otherCoordinator)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf(approve, CAST.sendersSupervisor)).toBe('NOT_COORDINATOR');
  });

  test.each([
    ['referred', RECIPIENT_IN['outcome-reported']],
    ['held', RECIPIENT_IN.declined],
    ['held', REFERRAL_IN.held],
  ])('a closure that is returned leaves it %s as before, and may be proposed again', (status, make) => {
    const it = proposed(make());
    it.act(returned, CAST.supervisor);
    expect(it.referral).toMatchObject({ status, ending: { state: 'none' } });
    expect(it.refusalOf(propose, CAST.coordinator)).toBeUndefined();
    expect(it.clock('closure-approval')?.state.status).toBe('stopped');
  });
});

describe('reopening', () => {
  test('keeps all data and starts the next round, at intake', () => {
    const before = REFERRAL_IN.closed();
    const { recipients, questions, facts, particulars, handlers, clocks } = before.referral;
    before.act(EXAMPLES.reopen, CAST.supervisor);
    expect(before.referral).toMatchObject({ recipients, questions, facts, particulars, handlers });
    expect(before.referral.clocks.slice(0, clocks.length)).toEqual(clocks);
    expect(before.referral).toMatchObject({
      status: 'received',
      round: 2,
      triage: { state: 'open' },
      ending: { state: 'none' },
    });
    expect(before.clock('triage')?.state.status).toBe('running');
  });

  test('does not replace a recipient that declined in the round before', () => {
    const it = aReferredCase();
    it.act(EXAMPLES.decline, officerAt('fi-1'));
    it.act(withdraw, CAST.sender);
    it.act(withdraw, CAST.supervisor);
    reopened(it);
    triage(it, ['SE']);
    it.settle();
    expect(it.referral.recipients.map(({ contactPointId }) => contactPointId)).toEqual(['fi-1', 'se-1']);
  });

  test('is for supervisors of the coordinator, and not of what is open or erased', () => {
    expect(REFERRAL_IN.closed().refusalOf(EXAMPLES.reopen, CAST.coordinator)).toBe('SUPERVISOR_REQUIRED');
    expect(aReceivedCase().refusalOf(EXAMPLES.reopen, CAST.supervisor)).toBe('NOT_CLOSED');
    expect(REFERRAL_IN.erased().refusalOf(EXAMPLES.reopen, CAST.supervisor)).toBe('ALREADY_ERASED');
  });
});

test('erasure follows the closure, by rule or on order, and ends the referral', () => {
  const it = REFERRAL_IN.closed();
  expect(aTriagedCase().refusalOf(EXAMPLES.erase, ENGINE)).toBe('NOT_CLOSED');
  it.act(EXAMPLES.erase, CAST.supervisor);
  expect(it.referral).toMatchObject({ status: 'erased', ending: { state: 'closed' } });
  expect(it.refusalOf(EXAMPLES.erase, CAST.supervisor)).toBe('ALREADY_ERASED');
});

test('a recall is still confirmed after the referral is closed', () => {
  const it = aReferredCase({}, [], [choice('se-1')]);
  it.act(withdraw, CAST.sender);
  it.act(withdraw, CAST.supervisor);
  it.act(EXAMPLES['confirm-recall'], officerAt('se-1'));
  expect(it.referral).toMatchObject({ status: 'closed', recipients: [{ recallConfirmed: true }] });
});
