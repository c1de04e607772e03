/** Retention: reviews, legal holds, orders to erase, and confirmations of the recipients. */

import { describe, expect, test } from 'vitest';
import { agencyViewOf } from '../../domain/agency-view.ts';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { explainClock } from '../../domain/clocks/explanation.ts';
import { lettersOfEntry } from '../../domain/consequences.ts';
import { ENGINE } from '../../domain/people.ts';
import type { Clock } from '../../domain/referral.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { REFERRAL_IN } from '../support/cases-by-status.ts';
import { aPerson, CAST, COORDINATOR, officerAt } from '../support/factories.ts';

const partner = officerAt('fi-1');
const OFFICER_FOR_DATA_PROTECTION = aPerson('data-protection-officer', COORDINATOR);

function approvalsOf({ referral, journal }: Case): readonly string[] {
  return agencyViewOf(referral, COORDINATOR, journal).approvals;
}

/** The last clock of a review. */
function reviewClock({ referral }: Case): Clock {
  const clock = referral.clocks.findLast(({ name }) => name === 'retention-review');
  if (clock === undefined) throw new Error('No clock of the review was started.');
  return clock;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the review of retention', () => {
  test('asks a supervisor, and the engine erases after its date without a decision', () => {
    const it = REFERRAL_IN.closed();
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBe('WRONG_STATUS');
    it.act({ type: 'ask-retention-review', dueAt: '2027-02-01T00:00:00.000Z' }, ENGINE);
    const { dueAt } = reviewClock(it);
    expect(it.referral.retention?.review?.dueAt).toBe(dueAt);
    expect(approvalsOf(it)).toEqual(['retention']);
    expect(it.refusalOf(EXAMPLES['ask-retention-review'], ENGINE)).toBe('WRONG_STATUS');
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBe('WRONG_STATUS');
    it.now = dueAt;
    expect(it.act(EXAMPLES.erase, ENGINE)).toEqual(
      expect.arrayContaining([
        { type: 'clock-expired', clockId: reviewClock(it).id, action: 'auto-erase' },
        { type: 'erased', ground: 'retention-ended' },
      ]),
    );
    expect(reviewClock(it).state).toMatchObject({ status: 'stopped', late: false });
    const letters = it.journal.flatMap((entry) => lettersOfEntry(entry, it.referral).map(({ letter }) => letter));
    expect(letters).not.toContain('overdue');
    expect(recomputeAll(it.journal).differing).toEqual([]);
    expect(it.referral.recipients.map(({ erasure }) => erasure)).toEqual([undefined]);
  });

  test('ends sixty days later, at the end of the day in the time zone of the coordinating agency', () => {
    const it = REFERRAL_IN.closed();
    it.now = '2026-11-30T04:20:00.000Z';
    it.act({ type: 'ask-retention-review', dueAt: '2027-01-29T04:20:00.000Z' }, ENGINE);
    const clock = reviewClock(it);
    expect(clock).toMatchObject({ onExpiry: 'auto-erase', warnings: [], state: { status: 'running' } });
    expect(daysBetween(it.now, clock.dueAt)).toBeGreaterThanOrEqual(60);
    expect(daysBetween(it.now, clock.dueAt)).toBeLessThan(62);
    const zones = { sender: 'UTC', coordinator: 'UTC', recipient: () => 'UTC' };
    const { due } = explainClock(it.journal, clock.id, zones, defaultPolicies);
    expect([due.at, due.recomputedAt]).toEqual([clock.dueAt, clock.dueAt]);
  });

  test('of an earlier version, without a clock, ends at the date with which it was asked', () => {
    const it = REFERRAL_IN.closed();
    it.policies = { ...defaultPolicies, clocks: defaultPolicies.clocks.filter(({ id }) => id !== 'retention-review') };
    it.act({ type: 'ask-retention-review', dueAt: '2027-02-01T00:00:00.000Z' }, ENGINE);
    expect(it.referral.retention?.review?.dueAt).toBe('2027-02-01T00:00:00.000Z');
    it.now = '2027-02-01T00:00:00.000Z';
    const erased = it.act(EXAMPLES.erase, ENGINE);
    expect(erased.filter(({ type }) => type.startsWith('clock-'))).toEqual([]);
    expect(erased).toContainEqual({ type: 'erased', ground: 'retention-ended' });
  });

  test('can keep the referral until a new date, with a reason', () => {
    const it = REFERRAL_IN.closed();
    it.act(EXAMPLES['ask-retention-review'], ENGINE);
    it.act({ ...EXAMPLES.retain, until: '2028-01-01T00:00:00.000Z' }, CAST.supervisor);
    expect(it.referral.retention).toEqual({ until: '2028-01-01T00:00:00.000Z' });
    expect(approvalsOf(it)).toEqual([]);
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBe('WRONG_STATUS');
    it.act(EXAMPLES['ask-retention-review'], ENGINE);
    expect(it.referral.retention).toMatchObject({ until: '2028-01-01T00:00:00.000Z', review: {} });
  });

  test('cannot keep a referral without end: the next date is in the future, and at most three years ahead', () => {
    const it = REFERRAL_IN.closed();
    const retain = (until: string) => it.refusalOf({ ...EXAMPLES.retain, until }, CAST.supervisor);
    it.now = '2026-11-30T12:00:00.000Z';
    expect(retain(it.now)).toBe('INVALID_INPUT');
    expect(retain('2029-11-30T12:00:00.001Z')).toBe('INVALID_INPUT');
    expect(retain('2029-11-30T12:00:00.000Z')).toBeUndefined();
  });

  test('is forgotten when the referral is reopened', () => {
    const it = REFERRAL_IN.closed();
    it.act(EXAMPLES['ask-retention-review'], ENGINE);
    it.act(EXAMPLES['order-erasure'], CAST.sender);
    it.act(EXAMPLES.reopen, CAST.supervisor);
    expect(it.referral).not.toHaveProperty('retention');
    expect(it.referral).not.toHaveProperty('erasureOrder');
  });
});

describe('a legal hold', () => {
  test('prevents every erasure until it is lifted', () => {
    const it = REFERRAL_IN.closed();
    it.act(EXAMPLES['ask-retention-review'], ENGINE);
    it.act(EXAMPLES['place-legal-hold'], OFFICER_FOR_DATA_PROTECTION);
    it.now = '2027-12-01T00:00:00.000Z';
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBe('LEGAL_HOLD');
    expect(it.refusalOf(EXAMPLES.erase, CAST.supervisor)).toBe('LEGAL_HOLD');
    expect(it.refusalOf(EXAMPLES['order-erasure'], CAST.sender)).toBe('LEGAL_HOLD');
    expect(it.refusalOf(EXAMPLES['place-legal-hold'], CAST.supervisor)).toBe('LEGAL_HOLD');
    expect(reviewClock(it).state.status).toBe('stopped');
    it.act(EXAMPLES['lift-legal-hold'], CAST.supervisor);
    expect(it.refusalOf(EXAMPLES['lift-legal-hold'], CAST.supervisor)).toBe('NO_LEGAL_HOLD');
    // The supervisors have the whole time to decide again.
    expect(reviewClock(it).state.status).toBe('running');
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBe('WRONG_STATUS');
    it.now = reviewClock(it).dueAt;
    expect(it.refusalOf(EXAMPLES.erase, ENGINE)).toBeUndefined();
  });

  test('outlasts a reopening', () => {
    const it = REFERRAL_IN.closed();
    it.act(EXAMPLES['place-legal-hold'], CAST.supervisor);
    it.act(EXAMPLES.reopen, CAST.supervisor);
    expect(it.referral.legalHold).toMatchObject({ by: CAST.supervisor });
  });
});

describe('an erasure on the order of the sender', () => {
  function erasedOnOrder(): Case {
    const it = REFERRAL_IN.closed();
    it.act(EXAMPLES['order-erasure'], CAST.sender);
    it.act(EXAMPLES.erase, CAST.supervisor);
    return it;
  }

  test('waits for a supervisor of the coordinator', () => {
    const it = REFERRAL_IN.closed();
    const [ordered] = it.act(EXAMPLES['order-erasure'], CAST.sender);
    expect(ordered).toMatchObject({ type: 'erasure-ordered' });
    expect(approvalsOf(it)).toEqual(['retention']);
    expect(it.refusalOf(EXAMPLES['order-erasure'], CAST.sender)).toBe('WRONG_STATUS');
    it.act(EXAMPLES.retain, CAST.supervisor);
    expect(approvalsOf(it)).toEqual([]);
  });

  test('is carried to every recipient, which stays open for its agency until it confirms', () => {
    const it = erasedOnOrder();
    const erased = it.journal.find(({ event }) => event.type === 'erased');
    expect(erased?.event).toMatchObject({ ground: 'sender-order', toConfirm: ['r1'] });
    expect(erased && lettersOfEntry(erased, it.referral).map(({ letter }) => letter)).toEqual([
      'erased',
      'erasure-asked',
    ]);
    const view = () => agencyViewOf(it.referral, partner.agencyId, it.journal);
    expect(view().inHand).toBe(true);
    it.act(EXAMPLES['confirm-erasure'], partner);
    expect(it.referral.recipients[0]?.erasure).toBe('confirmed');
    expect(view().inHand).toBe(false);
    expect(it.refusalOf(EXAMPLES['confirm-erasure'], partner)).toBe('RECIPIENT_FINAL');
  });

  test('names its ground: without an order of the sender, a supervisor decided', () => {
    const it = REFERRAL_IN.closed();
    expect(it.act(EXAMPLES.erase, CAST.supervisor)).toContainEqual({
      ...{ type: 'erased', ground: 'supervisor-order', toConfirm: ['r1'] },
    });
  });
});
